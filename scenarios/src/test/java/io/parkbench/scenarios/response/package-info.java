/** Tests of step responses. */
@NullMarked
package io.parkbench.scenarios.response;

import org.jspecify.annotations.NullMarked;
