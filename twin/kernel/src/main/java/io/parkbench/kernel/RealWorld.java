package io.parkbench.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the few places that touch the real world on purpose - wall clock, threads, entropy, the end of the process - and are
 * therefore exempt from the build's list of forbidden calls ({@code .config/forbidden-apis.txt}). On a type it covers the
 * lambdas within but no nested types, which carry their own.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
public @interface RealWorld {
  /** Why this place must. */
  String value();
}
