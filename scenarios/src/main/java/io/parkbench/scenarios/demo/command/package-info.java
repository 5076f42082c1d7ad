/** What the page can do to the site (CONTRACT.md). */
@NullMarked
package io.parkbench.scenarios.demo.command;

import org.jspecify.annotations.NullMarked;
