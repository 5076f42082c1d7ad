package io.parkbench.gateway.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a request's conditions against a resource's tag (RFC 9110, 13.1). */
final class Conditions {
  private Conditions() {}

  /** Whether one of the listed tags is this one. */
  static boolean isAmong(List<String> fields, String etag, boolean weakly) {
    for (String field : fields) {
      for (String part : field.split(",", -1)) {
        String tag = part.strip();
        if (weakly && tag.startsWith("W/")) {
          tag = tag.substring(2);
        }
        if (tag.equals("*") || tag.equals(etag)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Refuses a write that does not say which state it is about, or about another one than there is.
   *
   * @param etag of what is there; null where nothing is, which {@code If-None-Match: *} asks for
   */
  static void forWrite(List<String> ifMatch, List<String> ifNoneMatch, @Nullable String etag) {
    if (ifMatch.isEmpty() && ifNoneMatch.isEmpty()) {
      throw new Problem(
          Code.PRECONDITION_REQUIRED,
          "Say If-Match with the tag of what was read, or If-None-Match: * where there is nothing yet.");
    }
    boolean matches = ifMatch.isEmpty() || etag != null && isAmong(ifMatch, etag, false);
    boolean differs = ifNoneMatch.isEmpty() || etag == null || !isAmong(ifNoneMatch, etag, true);
    if (!matches || !differs) {
      throw new Problem(Code.STALE_ETAG, etag == null
          ? "There is nothing any more, or not yet; read again."
          : "Another state is there by now; read again.");
    }
  }
}
