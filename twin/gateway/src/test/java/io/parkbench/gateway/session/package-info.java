@NullMarked
package io.parkbench.gateway.session;

import org.jspecify.annotations.NullMarked;
