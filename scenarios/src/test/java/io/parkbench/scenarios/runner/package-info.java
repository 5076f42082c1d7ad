@NullMarked
package io.parkbench.scenarios.runner;

import org.jspecify.annotations.NullMarked;
