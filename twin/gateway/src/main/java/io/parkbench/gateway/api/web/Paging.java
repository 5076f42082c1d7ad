package io.parkbench.gateway.api.web;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Cuts lists into pages: {@code limit} items, the next ones by {@code cursor} and {@code Link} (RFC 8288). */
public final class Paging {
  private static final int USUAL = 50;

  private Paging() {}

  /**
   * A page of items that are told apart by growing keys.
   *
   * @param keys of the items, growing; a cursor is the last key of its page, so that it stays good when items come and go
   * @param item the JSON of the item at an index; asked for those of the page only
   */
  public static Rendered page(Call call, List<Long> keys, IntFunction<byte[]> item) {
    Integer limit = call.queryNumber("limit");
    String cursor = call.query("cursor");
    int from = cursor == null ? 0 : after(keys, key(cursor));
    int to = Math.min(keys.size(), from + (limit == null ? USUAL : limit));
    String next = to < keys.size() && to > from ? cursor(keys.get(to - 1)) : null;
    return Rendered.page(json(item, from, to, next), next == null ? null : link(call, next));
  }

  private static byte[] json(IntFunction<byte[]> item, int from, int to, @Nullable String next) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1_000);
    out.writeBytes("{\"items\":[".getBytes(StandardCharsets.UTF_8));
    for (int i = from; i < to; i++) {
      if (i > from) {
        out.write(',');
      }
      out.writeBytes(item.apply(i));
    }
    out.writeBytes(("],\"next_cursor\":" + (next == null ? "null" : "\"" + next + "\"") + "}").getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static String link(Call call, String next) {
    StringBuilder query = new StringBuilder();
    call.query().forEach((name, value) -> {
      if (!name.equals("cursor")) {
        query.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)).append('&');
      }
    });
    return "<" + call.address() + "?" + query + "cursor=" + next + ">; rel=\"next\"";
  }

  private static int after(List<Long> keys, long key) {
    int at = 0;
    while (at < keys.size() && keys.get(at) <= key) {
      at++;
    }
    return at;
  }

  private static String cursor(long key) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(("k" + key).getBytes(StandardCharsets.UTF_8));
  }

  private static long key(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.matches("k-?[0-9]{1,18}")) {
        return Long.parseLong(text.substring(1));
      }
    } catch (IllegalArgumentException e) {
      // not one of ours, as below
    }
    throw Problem.parameter("cursor", "This is no cursor that a page has named.");
  }
}
