/** Runs one case of a campaign and judges it: breaches, healing, reasons, and which rare states were reached. */
@NullMarked
package io.parkbench.scenarios.campaign.run;

import org.jspecify.annotations.NullMarked;
