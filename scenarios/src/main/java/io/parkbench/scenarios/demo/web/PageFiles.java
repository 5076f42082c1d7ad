package io.parkbench.scenarios.demo.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page's files on the class path, by their paths. */
final class PageFiles {
  private static final String FOLDER = "/io/parkbench/scenarios/demo/page/";
  private static final String PATH = "[a-zA-Z0-9_-]+(/[a-zA-Z0-9_-]+)*(\\.[a-zA-Z0-9_-]+)+";
  private static final Map<String, String> TYPES = Map.ofEntries(
      Map.entry("html", "text/html; charset=utf-8"), Map.entry("js", "text/javascript; charset=utf-8"),
      Map.entry("mjs", "text/javascript; charset=utf-8"), Map.entry("css", "text/css; charset=utf-8"),
      Map.entry("json", "application/json; charset=utf-8"), Map.entry("svg", "image/svg+xml"), Map.entry("png", "image/png"),
      Map.entry("ico", "image/x-icon"), Map.entry("woff2", "font/woff2"), Map.entry("txt", "text/plain; charset=utf-8"),
      Map.entry("webmanifest", "application/manifest+json"));

  private PageFiles() {}

  /** @param type of its content */
  @SuppressWarnings("ArrayRecordComponent")
  record PageFile(byte[] content, String type) {}

  /** The file at a path like {@code /js/page.js}; {@code /} is {@code index.html}. Null where there is none. */
  static @Nullable PageFile at(String path) throws IOException {
    String name = path.equals("/") ? "index.html" : path.substring(1);
    if (!name.matches(PATH)) {
      return null;
    }
    try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + name)) {
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      return in == null || type == null ? null : new PageFile(in.readAllBytes(), type);
    }
  }
}
