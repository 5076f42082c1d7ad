package io.parkbench.gateway.access;

/**
 * What makes the first administrator of a gateway that has none; shown where only its owner sees it.
 *
 * @param code 80 bits in letters and digits, in groups
 * @param expiresAt µs since 1970
 */
public record FirstRunCode(String code, long expiresAt) {
  @Override
  public String toString() {
    return "FirstRunCode[expiresAt=" + expiresAt + "]";
  }
}
