/** Real devices on a bench: the site as they are bound, what drives and measures them, and what keeps them safe (R-RIG-1, 4, 5). */
@NullMarked
package io.parkbench.rigs.hardware;

import org.jspecify.annotations.NullMarked;
