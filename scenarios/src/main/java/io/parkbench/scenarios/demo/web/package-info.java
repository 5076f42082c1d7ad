/** The page's server: files, one stream of events, commands. */
@NullMarked
package io.parkbench.scenarios.demo.web;

import org.jspecify.annotations.NullMarked;
