package io.parkbench.reports.page;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/**
 * Prints a {@link Page} as one HTML file that loads nothing. All values are escaped by the template language; what is
 * not (style, script, plot data) is ours. The content policy lets no script run but the two that are hashed in it.
 */
final class Template {
  private static final Mustache.Compiler COMPILER = Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true)
      .withLoader(name -> reader(name + ".mustache"));

  private Template() {}

  static void print(Page page, Writer out) throws IOException {
    String chart = resource("vendor/uplot/uPlot.iife.min.js").strip();
    String script = resource("report.js");
    Map<String, Object> frame = Map.of("page", page, "style", resource("vendor/uplot/uPlot.min.css") + resource("report.css"),
        "chart", chart, "script", script, "policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src "
            + hash(chart) + ' ' + hash(script));
    try (Reader template = reader("report.mustache")) {
      COMPILER.compile(template).execute(frame, out);
    }
  }

  private static String hash(String script) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = stream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Reader reader(String name) {
    return new InputStreamReader(stream(name), StandardCharsets.UTF_8);
  }

  private static InputStream stream(String name) {
    return Objects.requireNonNull(Template.class.getResourceAsStream(name), name);
  }
}
