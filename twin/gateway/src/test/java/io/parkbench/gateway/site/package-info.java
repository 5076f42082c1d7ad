@NullMarked
package io.parkbench.gateway.site;

import org.jspecify.annotations.NullMarked;
