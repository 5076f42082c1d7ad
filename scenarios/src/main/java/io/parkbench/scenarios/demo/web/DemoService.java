package io.parkbench.scenarios.demo.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import io.parkbench.scenarios.demo.command.Refusal;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers the page's requests (CONTRACT.md). A page elsewhere cannot use it: commands have to be JSON, which browsers ask about first and are
 * not told yes; and where it listens on loopback, only that machine's names for itself are heard.
 */
public final class DemoService implements WebService {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String TYPE = "application/json; charset=utf-8";
  private static final int BODY_MOST = 64 * 1024;
  private static final WebHeaders COMMON = WebHeaders.of(
      "Cache-Control", "no-store", "X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer",
      "Content-Security-Policy",
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'");

  private final Desk desk;
  private final Viewers viewers;
  private final boolean loopback;

  /** @param loopback whether only this machine is meant to ask */
  public DemoService(Desk desk, boolean loopback) {
    this.desk = desk;
    this.viewers = new Viewers(desk);
    this.loopback = loopback;
  }

  /** Whether anybody looks; on the loop's thread, as what follows. */
  public boolean isWatched() {
    return viewers.any();
  }

  /** Tells everybody what has changed. */
  public void look() {
    viewers.look();
  }

  /** @param world the number of another world, or of the same with another site */
  public void another(int world) {
    viewers.another(world);
  }

  @Override
  public void handle(WebRequest request, Reply reply) {
    try {
      answer(request, reply);
    } catch (Refusal refusal) {
      reply.send(refused(refusal));
    }
  }

  private void answer(WebRequest request, Reply reply) {
    int query = request.target().indexOf('?');
    String path = query < 0 ? request.target() : request.target().substring(0, query);
    if (loopback && !isOurs(request.headers().get("Host"))) {
      throw new Refusal(403, "this server is for this machine only", null, "open http://localhost with its port");
    }
    if (path.equals("/command")) {
      expect(request, "POST");
      JsonNode command = command(request);
      onLoop(reply, () -> desk.command(command));
      return;
    }
    expect(request, "GET");
    if (path.equals("/events")) {
      reply.send(WebResponse.streaming(COMMON.with("Content-Type", "text/event-stream"), viewers.stream()));
    } else if (path.equals("/site")) {
      onLoop(reply, desk::site);
    } else if (path.equals("/past")) {
      onLoop(reply, desk::past);
    } else if (path.equals("/run")) {
      onLoop(reply, desk::run);
    } else if (path.startsWith("/bay/")) {
      bay(path.substring("/bay/".length()), reply);
    } else {
      file(path, reply);
    }
  }

  private static boolean isOurs(@Nullable String host) {
    return host != null && host.toLowerCase(Locale.ROOT).matches("(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d{1,5})?");
  }

  private static void expect(WebRequest request, String method) {
    boolean head = method.equals("GET") && request.method().equals("HEAD");
    if (!request.method().equals(method) && !head) {
      throw new Refusal(405, request.method() + " is not for " + request.target(), null, "use " + method);
    }
  }

  private static JsonNode command(WebRequest request) {
    String type = request.headers().get("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new Refusal(415, "a command is application/json", "Content-Type", "say Content-Type: application/json");
    }
    if (request.body().length > BODY_MOST) {
      throw new Refusal(413, "a command of " + request.body().length + " bytes is too long", null, null);
    }
    try {
      JsonNode command = JSON.readTree(request.text());
      if (command == null || !command.isObject()) {
        throw new Refusal(400, "a command is an object like {\"do\": \"pause\"}", null, null);
      }
      return command;
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "that is no JSON: " + e.getOriginalMessage(), null, null);
    }
  }

  private void bay(String place, Reply reply) {
    int slash = place.lastIndexOf('/');
    String connector = place.substring(slash + 1);
    if (slash < 1 || !connector.matches("\\d{1,2}")) {
      throw new Refusal(404, "there is no bay '" + place + "'", null, "ask for /bay/STATION/CONNECTOR");
    }
    String station = URLDecoder.decode(place.substring(0, slash).replace("+", "%2B"),
        StandardCharsets.UTF_8);
    onLoop(reply, () -> {
      ObjectNode bay = desk.bay(station, Integer.parseInt(connector));
      if (bay == null) {
        throw new Refusal(404, "there is no bay " + station + "/" + connector, null, "see the bays of GET /site");
      }
      return bay;
    });
  }

  private static void file(String path, Reply reply) {
    try {
      PageFiles.PageFile file = PageFiles.at(path);
      if (file == null) {
        throw new Refusal(404, "there is nothing at " + path, null, null);
      }
      reply.send(WebResponse.of(200, COMMON.with("Content-Type", file.type()), file.content()));
    } catch (IOException e) {
      throw new Refusal(404, path + " cannot be read: " + e.getMessage(), null, null);
    }
  }

  private void onLoop(Reply reply, Supplier<ObjectNode> asked) {
    desk.post(() -> {
      WebResponse response;
      try {
        response = WebResponse.of(200, COMMON.with("Content-Type", TYPE), asked.get().toString());
      } catch (Refusal refusal) {
        response = refused(refusal);
      }
      reply.send(response);
    });
  }

  private static WebResponse refused(Refusal refusal) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("message", refusal.getMessage()).put("field", refusal.field()).put("remedy", refusal.remedy());
    return WebResponse.of(refusal.status(), COMMON.with("Content-Type", TYPE), body.toString());
  }
}
