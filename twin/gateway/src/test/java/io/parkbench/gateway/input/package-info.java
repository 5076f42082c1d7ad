/** Digital inputs, word by word. */
@NullMarked
package io.parkbench.gateway.input;

import org.jspecify.annotations.NullMarked;
