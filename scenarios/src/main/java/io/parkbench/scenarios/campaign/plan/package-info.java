/** What a campaign's case consists of: a site, its cars, and what goes wrong, written out as data and drawn from a seed. */
@NullMarked
package io.parkbench.scenarios.campaign.plan;

import org.jspecify.annotations.NullMarked;
