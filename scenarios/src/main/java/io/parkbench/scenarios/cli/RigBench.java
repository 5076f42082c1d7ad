package io.parkbench.scenarios.cli;

import io.parkbench.kernel.RealWorld;
import io.parkbench.rigs.file.RigFile;
import io.parkbench.rigs.hardware.Bindings;
import io.parkbench.scenarios.people.PromptDesk;
import io.parkbench.scenarios.people.PromptPage;
import io.parkbench.wire.web.WebLimits;
import io.parkbench.wire.web.WebServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** What a run with real devices needs around it: people who are asked in the terminal and on a page. */
@RealWorld("people press Enter when they like, on a thread of their own")
final class RigBench implements AutoCloseable {
  private final PromptDesk desk;
  private final Bindings bindings;
  private final @Nullable WebServer page;

  RigBench(RigFile rig, PrintWriter out) {
    desk = new PromptDesk(line -> say(out, line));
    bindings = new Bindings(rig, desk, line -> say(out, line));
    InetSocketAddress at = rig.prompts();
    page = at == null ? null : WebServer.plain(at, WebLimits.PUBLIC, Runnable::run, new PromptPage(desk));
    if (at != null && page != null) {
      say(out, "people are asked at http://" + at.getHostString() + ":" + page.plainPort() + "/, too");
    }
    Thread.ofPlatform().name("parkbench-enter").daemon().start(this::listen);
  }

  private static void say(PrintWriter out, String line) {
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }

  Bindings bindings() {
    return bindings;
  }

  private void listen() {
    try {
      BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, System.out.charset()));
      while (lines.readLine() != null) {
        desk.doneFirst();
      }
    } catch (IOException e) {
      // no terminal: the page is left
    }
  }

  @Override
  public void close() {
    if (page != null) {
      page.close();
    }
  }
}
