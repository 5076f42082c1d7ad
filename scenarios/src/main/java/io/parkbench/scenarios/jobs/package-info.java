/** Many independent runs side by side. */
@NullMarked
package io.parkbench.scenarios.jobs;

import org.jspecify.annotations.NullMarked;
