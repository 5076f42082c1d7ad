/** Asks people to move plugs and contacts, in the terminal and on a page (R-RIG-5). */
@NullMarked
package io.parkbench.scenarios.people;

import org.jspecify.annotations.NullMarked;
