/** What the REST API says: its resources as data, named as in its JSON once in snake case, and the times in it. */
@NullMarked
package io.parkbench.protocol.api;

import org.jspecify.annotations.NullMarked;
