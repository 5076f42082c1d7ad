package io.parkbench.gateway.api.web;

import io.parkbench.gateway.api.web.Problem.Violation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A request's path and query, taken apart and unescaped.
 *
 * @param path as it came, without the query
 * @param segments unescaped; {@code /api/v2/zones} has three
 * @param query the parameters, each given once
 * @param twice the names of those given several times (ASVS 5.1.1)
 */
public record Target(String path, List<String> segments, SortedMap<String, String> query, List<String> twice) {
  private static final int LONGEST = 4_096;

  /** One that is not properly escaped UTF-8, or too long, is a {@link Problem}. */
  public static Target of(String target) {
    if (target.length() > LONGEST || !target.startsWith("/")) {
      throw new Problem(Code.BAD_REQUEST, "The address does not start with a slash, or is longer than " + LONGEST + " characters.");
    }
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    List<String> segments = new ArrayList<>();
    for (String segment : path.substring(1).split("/", -1)) {
      segments.add(unescape(segment, false));
    }
    SortedMap<String, String> query = new TreeMap<>();
    List<String> twice = new ArrayList<>();
    if (mark >= 0 && mark + 1 < target.length()) {
      for (String part : target.substring(mark + 1).split("&", -1)) {
        int is = part.indexOf('=');
        String name = unescape(is < 0 ? part : part.substring(0, is), true);
        if (query.put(name, is < 0 ? "" : unescape(part.substring(is + 1), true)) != null) {
          twice.add(name);
        }
      }
    }
    return new Target(path, List.copyOf(segments), Collections.unmodifiableSortedMap(query), List.copyOf(twice));
  }

  /** The parameters given several times, as what is wrong with them. */
  List<Violation> repeated() {
    return twice.stream().map(name -> Violation.of(name, "The parameter is given more than once.")).toList();
  }

  private static String unescape(String text, boolean plusIsBlank) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw new Problem(Code.BAD_REQUEST, "The address holds a % that is followed by no two hexadecimal digits.");
        }
        bytes.write(high << 4 | low);
        i += 2;
      } else if (c > 0x20 && c < 0x7f) {
        bytes.write(plusIsBlank && c == '+' ? ' ' : c);
      } else {
        throw new Problem(Code.BAD_REQUEST, "The address holds a character that has to be escaped.");
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    } catch (CharacterCodingException e) {
      throw new Problem(Code.BAD_REQUEST, "The address is not UTF-8.");
    }
  }
}
