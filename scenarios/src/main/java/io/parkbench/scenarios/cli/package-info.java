/** The {@code parkbench} command. */
@NullMarked
package io.parkbench.scenarios.cli;

import org.jspecify.annotations.NullMarked;
