package io.parkbench.scenarios.people;

import io.parkbench.rigs.hardware.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What people are asked to do now. From any thread. */
public final class PromptDesk implements People {
  private final Consumer<String> told;
  private final Map<Integer, Prompt> open = new TreeMap<>();
  private int last;

  /** Something to be done, and what hears that it is. */
  private record Prompt(String what, Runnable done) {}

  /**
   * What people read.
   *
   * @param id to say by that it is done
   */
  public record Shown(int id, String what) {}

  /** @param told hears each request, and that it is of no use any more, a line each */
  public PromptDesk(Consumer<String> told) {
    this.told = told;
  }

  @Override
  public Asked ask(String what, Runnable done) {
    int id;
    synchronized (this) {
      id = ++last;
      open.put(id, new Prompt(what, done));
    }
    told.accept("PLEASE " + what + "; then press Enter, or Done on the page");
    return () -> withdraw(id);
  }

  private synchronized void withdraw(int id) {
    open.remove(id);
  }

  /** Somebody has done it; false where it was not asked for, or not any more. */
  public boolean done(int id) {
    Prompt prompt;
    synchronized (this) {
      prompt = open.remove(id);
    }
    if (prompt != null) {
      prompt.done().run();
    }
    return prompt != null;
  }

  /** Somebody has done what was asked first. */
  public boolean doneFirst() {
    List<Shown> all = shown();
    return !all.isEmpty() && done(all.getFirst().id());
  }

  /** All that is asked now, the oldest first. */
  public synchronized List<Shown> shown() {
    List<Shown> all = new ArrayList<>();
    open.forEach((id, prompt) -> all.add(new Shown(id, prompt.what())));
    return all;
  }
}
