/** Makes a failing case small while it still fails. */
@NullMarked
package io.parkbench.scenarios.campaign.shrink;

import org.jspecify.annotations.NullMarked;
