/** Who may log in to the gateway, what they may do, how often, and the log of it (R-SEC-1, R-BEMS-3, R-BEMS-9; OWASP ASVS 4.0.3). */
@NullMarked
package io.parkbench.gateway.access;

import org.jspecify.annotations.NullMarked;
