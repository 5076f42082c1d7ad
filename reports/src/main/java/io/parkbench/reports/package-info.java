/** From a run folder to evidence: the folder's file formats, and the page a person reads. */
@NullMarked
package io.parkbench.reports;

import org.jspecify.annotations.NullMarked;
