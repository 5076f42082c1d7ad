/** Models of devices as files: what a make of stations is, in the one form that ships, is probed, and is written by hand (R-SITE-6, R-RIG-3). */
@org.jspecify.annotations.NullMarked
package io.parkbench.protocol.make;
