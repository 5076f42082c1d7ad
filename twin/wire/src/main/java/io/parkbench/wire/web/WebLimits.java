package io.parkbench.wire.web;

import java.time.Duration;

/**
 * What a {@link WebServer} grants its clients, so that a slow or hostile one cannot take it from the others.
 *
 * @param bodyBytesMax a longer body is refused with 413
 * @param headerBytesMax a longer head of a request is refused with 431
 * @param idle how long a connection may stand still, also within a request
 * @param reply how long a service may take before the client is told 503
 * @param connectionsMax connections at once; others wait to be accepted
 * @param unreadBytesMax what may wait for a client of a stream to read; one that leaves more is let go
 */
public record WebLimits(int bodyBytesMax, int headerBytesMax, Duration idle, Duration reply, int connectionsMax,
    int unreadBytesMax) {
  /** For whoever comes: 64 KiB and a bit, so that the API sees what is barely too large and can say so itself. */
  public static final WebLimits PUBLIC = new WebLimits(
      65 * 1024, 16 * 1024, Duration.ofSeconds(30), Duration.ofSeconds(60), 200, 1024 * 1024);

  /** For both ends in one process under virtual time, where the net decides and a debugger may stop everything. */
  static final WebLimits OURS = new WebLimits(
      64 * 1024 * 1024, 256 * 1024, Duration.ofHours(12), Duration.ofHours(12), 10_000, 1024 * 1024 * 1024);
}
