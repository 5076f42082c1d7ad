package io.parkbench.gateway.site;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** IPv4 addresses of stations and meters, which may not be one of their subnet's reserved ones (R-SITE-4); this machine's own may be. */
final class Addresses {
  private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  /** The first number of the addresses by which a machine means itself. */
  private static final int LOOPBACK = 127;

  private Addresses() {}

  /** The address, {@code step} further on for the stations of one entry; null, with the problem told, where it may not be used. */
  static @Nullable String read(Value value, int prefix, int step) {
    String text = value.text(40);
    if (text == null) {
      return null;
    }
    if (!IPV4.matcher(text).matches()) {
      value.error("'" + text + "' is not an IPv4 address; write four numbers from 0 to 255 like 192.168.0.10");
      return null;
    }
    long number = 0;
    for (String part : text.split("\\.", -1)) {
      number = number * 256 + Integer.parseInt(part);
    }
    number += step;
    long size = 1L << (32 - prefix);
    long host = number % size;
    String address = show(number);
    if ((host <= 1 || host >= size - 2) && number >> 24 != LOOPBACK) {
      value.error(
          address + " is reserved in its subnet (/" + prefix + "): not the first two nor the last two addresses; choose another");
      return null;
    }
    return address;
  }

  private static String show(long number) {
    return (number >> 24 & 255) + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
  }
}
