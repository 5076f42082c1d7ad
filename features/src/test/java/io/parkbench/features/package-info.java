/** Runs the features as part of {@code verify}. */
@NullMarked
package io.parkbench.features;

import org.jspecify.annotations.NullMarked;
