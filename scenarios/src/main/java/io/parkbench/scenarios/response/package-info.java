/** Step response: how fast charging gives way when the building takes half the limit at once (R-DYN-7, R-LEASE-5). */
@NullMarked
package io.parkbench.scenarios.response;

import org.jspecify.annotations.NullMarked;
