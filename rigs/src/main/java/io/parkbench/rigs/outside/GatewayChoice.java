package io.parkbench.rigs.outside;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which gateway is put to the test, where it is not the built-in one: {@code jar:FILE}, {@code image:NAME} or {@code url:ws://…}. */
public sealed interface GatewayChoice {
  /** Stands in a URL for the scenario's id, where one address serves several scenarios at once. */
  String SCENARIO = "{scenario}";

  /** As it stands on the command line. */
  String text();

  /** Whether several scenarios can run side by side against it. */
  boolean manyAtOnce();

  /** An executable jar, started anew for each scenario. */
  record Jar(Path file) implements GatewayChoice {
    @Override
    public String text() {
      return "jar:" + file;
    }

    @Override
    public boolean manyAtOnce() {
      return true;
    }
  }

  /** An image for Docker, a container for each scenario. */
  record Image(String name) implements GatewayChoice {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][\\w./:@-]*");

    public Image {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("'" + name + "' is no name of an image; write it like image:parkbench:latest");
      }
    }

    @Override
    public String text() {
      return "image:" + name;
    }

    @Override
    public boolean manyAtOnce() {
      return true;
    }
  }

  /**
   * One that is there already.
   *
   * @param ocpp where stations dial, maybe with {@link #SCENARIO} in its path
   * @param api its REST API; null for none
   */
  record Url(String ocpp, @Nullable ApiAt api) implements GatewayChoice {
    public Url {
      URI uri = uri(ocpp.replace(SCENARIO, "scenario"));
      if (!"ws".equals(uri.getScheme()) || uri.getHost() == null || uri.getRawQuery() != null || uri.getUserInfo() != null) {
        throw new IllegalArgumentException(
            "url: takes ws://HOST[:PORT]/[PATH], not '" + ocpp + "' (wss:// is not supported yet)");
      }
    }

    private static URI uri(String text) {
      try {
        return new URI(text);
      } catch (URISyntaxException bad) {
        throw new IllegalArgumentException("url: takes ws://HOST[:PORT]/[PATH], not '" + text + "'", bad);
      }
    }

    /** Where the stations of that scenario dial. */
    URI of(String scenario) {
      return uri(ocpp.replace(SCENARIO, scenario));
    }

    @Override
    public String text() {
      return "url:" + ocpp;
    }

    @Override
    public boolean manyAtOnce() {
      return ocpp.contains(SCENARIO);
    }
  }

  /**
   * The REST API of a gateway that is there already.
   *
   * @param fingerprint SHA-256 of the certificate that alone is believed; null: those that this Java believes
   */
  record ApiAt(String host, int port, @Nullable String fingerprint, String user, String password) {
    @Override
    public String toString() {
      return "https://" + host + ":" + port;
    }
  }

  /**
   * Reads what {@code --gateway} says.
   *
   * @param api of a {@code url:}; null where none is given
   * @throws IllegalArgumentException for anything else than the three forms, or a jar that is not there
   */
  static GatewayChoice named(String text, @Nullable ApiAt api) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String what = colon < 0 ? "" : text.substring(colon + 1);
    if (api != null && !kind.equals("url")) {
      throw new IllegalArgumentException("--gateway-api is for --gateway url:…; a jar or an image tells itself where its API is");
    }
    if (what.isBlank()) {
      throw new IllegalArgumentException(
          "--gateway is jar:FILE, image:NAME or url:ws://HOST:PORT/, not '" + text + "'; leave it out for the built-in gateway");
    }
    return switch (kind) {
      case "jar" -> jar(Path.of(what));
      case "image" -> new Image(what);
      case "url" -> new Url(what, api);
      default -> throw new IllegalArgumentException(
          "--gateway is jar:FILE, image:NAME or url:ws://HOST:PORT/, not '" + text + "'");
    };
  }

  private static Jar jar(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "no such jar: " + file + "; build the gateway's with: ./mvnw -q -pl release -am package -DskipTests");
    }
    return new Jar(file);
  }
}
