/** The site: the gateway's configuration as immutable records, read from a YAML file and validated as a whole (R-SITE-1…6, 8). */
@NullMarked
package io.parkbench.gateway.site;

import org.jspecify.annotations.NullMarked;
