/** From an HTTP request to an operation of the API's description, and back: routing, checks, problem documents, headers. */
@NullMarked
package io.parkbench.gateway.api.web;

import org.jspecify.annotations.NullMarked;
