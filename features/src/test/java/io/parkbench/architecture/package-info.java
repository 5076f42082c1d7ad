/** What the shape of the code must be: the arrows of ARCHITECTURE.md, as tests. */
@NullMarked
package io.parkbench.architecture;

import org.jspecify.annotations.NullMarked;
