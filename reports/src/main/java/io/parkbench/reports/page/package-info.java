/** The evidence page: what it says, what it draws, and the template that turns both into HTML. */
@NullMarked
package io.parkbench.reports.page;

import org.jspecify.annotations.NullMarked;
