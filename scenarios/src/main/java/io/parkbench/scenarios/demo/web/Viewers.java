package io.parkbench.scenarios.demo.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.kernel.WebStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those who look: each gets the whole state when it comes, then what changes. All on the loop's thread. */
final class Viewers {
  private final Desk desk;
  private final List<WebStream.Outlet> outlets = new ArrayList<>();

  Viewers(Desk desk) {
    this.desk = desk;
  }

  /** The stream of one more viewer. */
  WebStream stream() {
    return new WebStream() {
      private @Nullable Outlet here;

      @Override
      public void opened(Outlet outlet) {
        here = outlet;
        // those who are there first take in what has changed, so that all go on from the same
        look();
        outlets.add(outlet);
        outlet.send(event("state", desk.state()));
      }

      @Override
      public void closed() {
        if (here != null) {
          outlets.remove(here);
        }
      }
    };
  }

  boolean any() {
    return !outlets.isEmpty();
  }

  /** Tells everybody what has changed. */
  void look() {
    ObjectNode delta = desk.delta();
    if (any()) {
      tell(event("delta", delta));
    }
  }

  /** The world is another: everybody begins anew. */
  void another(int world) {
    if (any()) {
      desk.delta();
      tell("event: site\ndata: {\"world\":" + world + "}\n\n");
      tell(event("state", desk.state()));
    }
  }

  private void tell(String text) {
    // one that is gone may be told so at once
    for (WebStream.Outlet outlet : List.copyOf(outlets)) {
      outlet.send(text);
    }
  }

  private static String event(String name, ObjectNode data) {
    return "event: " + name + "\ndata: " + data + "\n\n";
  }
}
