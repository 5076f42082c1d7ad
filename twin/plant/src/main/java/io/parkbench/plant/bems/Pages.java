package io.parkbench.plant.bems;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Turns the pages of a list; a server whose pages go round in circles, or on for ever, is left. */
final class Pages {
  private static final int PAGE = 200;
  private static final int MOST = 500;

  private final Session session;
  private final String path;
  private final Consumer<List<JsonNode>> done;
  private final Consumer<Reply> failed;
  private final List<JsonNode> items = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private Pages(Session session, String path, Consumer<List<JsonNode>> done, Consumer<Reply> failed) {
    this.session = session;
    this.path = path;
    this.done = done;
    this.failed = failed;
  }

  /** Tells all items of a list, or the first answer that was none. */
  static void of(Session session, String path, Consumer<List<JsonNode>> done, Consumer<Reply> failed) {
    new Pages(session, path, done, failed).page("");
  }

  private void page(String cursor) {
    String query = "?limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
    session.get(path + query, reply -> {
      if (!reply.isOk()) {
        failed.accept(reply);
        return;
      }
      if (!reply.body().isArray() && !reply.body().path("items").isArray()) {
        failed.accept(Reply.nothing("GET " + path + ": the answer is no list"));
        return;
      }
      items.addAll(Lenient.items(reply.body()));
      String next = Lenient.text(reply.body(), "next_cursor");
      if (next.isEmpty()) {
        done.accept(items);
      } else if (!seen.add(next) || seen.size() > MOST) {
        failed.accept(Reply.nothing("GET " + path + ": its pages have no end"));
      } else {
        page(next);
      }
    });
  }
}
