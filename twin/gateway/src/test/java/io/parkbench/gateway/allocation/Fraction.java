package io.parkbench.gateway.allocation;

import java.math.BigInteger;

/** An exact number for the oracle. */
record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
  static final Fraction ZERO = of(0);
  static final Fraction ONE = of(1);

  static Fraction of(long whole) {
    return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  private static Fraction of(BigInteger over, BigInteger under) {
    BigInteger divisor = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
    return new Fraction(over.divide(divisor), under.divide(divisor));
  }

  Fraction plus(Fraction other) {
    return of(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
  }

  Fraction minus(Fraction other) {
    return plus(new Fraction(other.over.negate(), other.under));
  }

  Fraction times(Fraction other) {
    return of(over.multiply(other.over), under.multiply(other.under));
  }

  Fraction by(Fraction other) {
    return of(over.multiply(other.under), under.multiply(other.over));
  }

  Fraction max(Fraction other) {
    return compareTo(other) >= 0 ? this : other;
  }

  int roundedDown() {
    BigInteger[] parts = over.divideAndRemainder(under);
    return parts[0].intValueExact() - (parts[1].signum() < 0 ? 1 : 0);
  }

  @Override
  public int compareTo(Fraction other) {
    return over.multiply(other.under).compareTo(other.over.multiply(under));
  }
}
