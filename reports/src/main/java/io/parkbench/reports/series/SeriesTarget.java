package io.parkbench.reports.series;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where time series go: InfluxDB 2, or whatever else takes its write request.
 *
 * @param url without a path of its own unless the server needs one, {@code http://localhost:8086}
 * @param org organisation; servers without such ignore it
 * @param bucket likewise
 * @param token null where none is asked for
 */
public record SeriesTarget(String url, String org, String bucket, @Nullable String token) {
  /**
   * @throws IllegalArgumentException if the URL is none for HTTP, or has a password in it
   */
  public SeriesTarget {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException bad) {
      throw new IllegalArgumentException(bad(url), bad);
    }
    if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
      throw new IllegalArgumentException(bad(url));
    }
    if (uri.getUserInfo() != null) {
      throw new IllegalArgumentException("the time-series server's URL must hold no password; put a token into the environment");
    }
    if (org.isBlank() || bucket.isBlank()) {
      throw new IllegalArgumentException("organisation and bucket of the time-series server must have a name");
    }
  }

  private static String bad(String url) {
    return "'" + url + "' is no URL of a time-series server; give one like http://localhost:8086";
  }

  /** The token stays unsaid. */
  @Override
  public String toString() {
    return url + " (" + org + "/" + bucket + ")";
  }
}
