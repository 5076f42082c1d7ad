/** The commands as processes of their own, against peers that somebody else wrote. */
@NullMarked
package io.parkbench.interop;

import org.jspecify.annotations.NullMarked;
