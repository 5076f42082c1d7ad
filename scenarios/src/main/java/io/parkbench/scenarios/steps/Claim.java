package io.parkbench.scenarios.steps;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Something that can be seen to hold or not.
 *
 * @param words what is claimed
 * @param holds whether it is so at this instant
 * @param actual what is so instead, at this instant
 */
record Claim(String words, BooleanSupplier holds, Supplier<String> actual) {
  /** {@code what} is {@code expected}, give or take {@code tolerance}. */
  static Claim about(String what, double expected, double tolerance, String unit, Supplier<Double> actual) {
    return new Claim(
        what + " " + Quantity.plain(expected) + " " + unit,
        () -> Math.abs(actual.get() - expected) <= tolerance,
        () -> what + " " + Quantity.plain(actual.get()) + " " + unit);
  }

  /** {@code what} is {@code most} or less. */
  static Claim atMost(String what, double most, String unit, Supplier<Double> actual) {
    return new Claim(
        what + " at most " + Quantity.plain(most) + " " + unit,
        () -> actual.get() <= most + 1e-6,
        () -> what + " " + Quantity.plain(actual.get()) + " " + unit);
  }

  /** {@code what} is {@code least} or more. */
  static Claim atLeast(String what, double least, String unit, Supplier<Double> actual) {
    return new Claim(
        what + " at least " + Quantity.plain(least) + " " + unit,
        () -> actual.get() >= least - 1e-6,
        () -> what + " " + Quantity.plain(actual.get()) + " " + unit);
  }

  /** {@code what} is {@code expected}. */
  static Claim is(String what, Object expected, Supplier<? extends Object> actual) {
    return new Claim(what + " " + expected, () -> expected.equals(actual.get()), () -> what + " " + actual.get());
  }

  /** All of them hold at the same instant. */
  static Claim all(List<Claim> claims) {
    return new Claim(
        claims.stream().map(Claim::words).collect(Collectors.joining("; ")),
        () -> claims.stream().allMatch(claim -> claim.holds.getAsBoolean()),
        () -> claims.stream().filter(claim -> !claim.holds.getAsBoolean()).map(claim -> claim.actual.get())
            .collect(Collectors.joining("; ")));
  }
}
