package io.parkbench.scenarios.cli;

import io.parkbench.kernel.RealWorld;
import io.parkbench.kernel.Time;
import io.parkbench.scenarios.probe.charger.Plug;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal to move the plug, and goes on when they press Enter. */
@RealWorld("a person answers on the standard input, which can only be waited for on a thread of its own")
final class ConsolePlug implements Plug {
  private final Time time;
  private final PrintWriter out;
  private final AtomicInteger lines = new AtomicInteger();
  private volatile boolean over;
  private volatile String last = "";
  private boolean listening;

  ConsolePlug(Time time, PrintWriter out) {
    this.time = time;
    this.out = out;
  }

  private void listen() {
    if (!listening) {
      listening = true;
      Thread.ofPlatform().name("parkbench-person").daemon().start(this::read);
    }
  }

  private void read() {
    try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, System.out.charset()))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        last = line.strip();
        lines.incrementAndGet();
        time.post(() -> {});
      }
    } catch (IOException e) {
      // nobody is there any more
    }
    over = true;
    time.post(() -> {});
  }

  private boolean ask(String what) {
    listen();
    int before = lines.get();
    out.println();
    out.println("  >> " + what + ", then press Enter; or type no and press Enter if that cannot be done.");
    out.flush();
    time.runUntil(() -> over || lines.get() > before, Long.MAX_VALUE);
    return !over && !last.equalsIgnoreCase("no");
  }

  @Override
  public boolean plugIn(int connector, Wish wish, @Nullable String card) {
    String car = switch (wish) {
      case CAR -> "a car that can charge for an hour";
      case ONE_PHASE_CAR -> "a car that charges on one phase";
    };
    return ask("Plug " + car + " into connector " + connector
        + (card == null ? ", without showing a card" : " and show a card to the reader"));
  }

  @Override
  public boolean unplug(int connector) {
    return ask("Pull the plug out of connector " + connector);
  }

  @Override
  public boolean powerCycle() {
    return ask("Switch the charger off and on again");
  }
}
