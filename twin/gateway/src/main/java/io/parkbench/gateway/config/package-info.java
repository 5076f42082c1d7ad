/** The site while it is being changed: edits, what of them counts at once, what waits for a restart (R-SITE-7). */
@NullMarked
package io.parkbench.gateway.config;

import org.jspecify.annotations.NullMarked;
