/** Scenes: timed commands on a ready site, with a promise. */
@NullMarked
package io.parkbench.scenarios.demo.scene;

import org.jspecify.annotations.NullMarked;
