/** What the page is told: the site, its state, a bay in depth, as JSON (CONTRACT.md). */
@NullMarked
package io.parkbench.scenarios.demo.state;

import org.jspecify.annotations.NullMarked;
