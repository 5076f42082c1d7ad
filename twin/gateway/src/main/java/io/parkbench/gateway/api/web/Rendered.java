package io.parkbench.gateway.api.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A representation as it is sent, with its strong tag, and the Link field of its next page. */
public final class Rendered {
  private final byte[] json;
  private final @Nullable String link;
  private volatile @Nullable String etag;

  private Rendered(byte[] json, @Nullable String link) {
    this.json = json;
    this.link = link;
  }

  public static Rendered of(Object resource) {
    return new Rendered(Json.bytes(resource), null);
  }

  static Rendered page(byte[] json, @Nullable String link) {
    return new Rendered(json, link);
  }

  /** Never changed by anybody. */
  public byte[] json() {
    return json;
  }

  @Nullable
  String link() {
    return link;
  }

  /** From the content, made when first asked for. */
  public String etag() {
    String made = etag;
    if (made == null) {
      made = tag(json);
      etag = made;
    }
    return made;
  }

  /** The tag of something that is known by this text. */
  public static String tag(String identity) {
    return tag(identity.getBytes(StandardCharsets.UTF_8));
  }

  private static String tag(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
