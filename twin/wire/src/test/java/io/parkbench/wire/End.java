package io.parkbench.wire;

import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Loop;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One end of a link that remembers what it hears, with the instant where it matters. */
final class End implements LinkListener {
  final List<String> heard = new ArrayList<>();
  final List<Long> instants = new ArrayList<>();
  private final Loop loop;
  @Nullable Link link;

  End(Loop loop) {
    this.loop = loop;
  }

  Link link() {
    Link open = link;
    if (open == null) {
      throw new IllegalStateException("not open yet; heard " + heard);
    }
    return open;
  }

  private void hear(String what) {
    heard.add(what);
    instants.add(loop.now());
  }

  @Override
  public void opened(Link opened) {
    link = opened;
    hear("opened");
  }

  @Override
  public void text(Link from, String text) {
    hear(text);
  }

  @Override
  public void pong(Link from) {
    hear("pong");
  }

  @Override
  public void closed(Link gone, int code, String reason) {
    hear("closed " + code + (reason.isEmpty() ? "" : " " + reason));
  }

  @Override
  public void refused(Handshake handshake, int status) {
    hear("refused " + status);
  }
}
