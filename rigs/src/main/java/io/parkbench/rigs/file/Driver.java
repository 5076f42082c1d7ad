package io.parkbench.rigs.file;

import java.util.List;

/** What moves a plug or a contact that is real (R-RIG-5). */
public sealed interface Driver {
  /** What people read about it. */
  String text();

  /** Somebody is asked to, in the terminal and on a page. */
  record Person() implements Driver {
    @Override
    public String text() {
      return "a person";
    }
  }

  /** A program that the bench starts and talks to by lines of JSON on its standard streams. */
  record Command(List<String> words) implements Driver {
    public Command {
      words = List.copyOf(words);
    }

    @Override
    public String text() {
      return "the program " + words.getFirst();
    }
  }

  /** A program or device that runs already and takes the same lines over TCP. */
  record Lines(String host, int port) implements Driver {
    private static final int PORT_MAX = 65_535;

    /**
     * Reads {@code host:port}, of which the port is 1 to 65535.
     *
     * @throws IllegalArgumentException for anything else, with what to write
     */
    public static Lines of(String place) {
      int colon = place.lastIndexOf(':');
      if (place.matches("[^:\\s]+:\\d{1,5}")) {
        int port = Integer.parseInt(place.substring(colon + 1));
        if (port >= 1 && port <= PORT_MAX) {
          return new Lines(place.substring(0, colon), port);
        }
      }
      throw new IllegalArgumentException("'" + place + "' is no address with a port; write it like \"localhost:7001\"");
    }

    @Override
    public String text() {
      return "what is at " + host + ":" + port;
    }
  }

  /** The bench writes the file that the contact is. */
  record Written() implements Driver {
    @Override
    public String text() {
      return "the bench, which writes the file";
    }
  }
}
