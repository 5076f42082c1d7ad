package io.parkbench.gateway.api;

import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.api.web.Call;
import io.parkbench.gateway.api.web.Code;
import io.parkbench.gateway.api.web.Problem;
import io.parkbench.gateway.api.web.Problem.Violation;
import io.parkbench.gateway.config.Configuration;
import io.parkbench.gateway.config.Edit;
import io.parkbench.gateway.config.Outcome;
import io.parkbench.gateway.config.SiteEditor;
import io.parkbench.kernel.WebHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out edits of the site: reads the whole as it would be on the asking thread, and where it is a valid site goes by it on the loop, all of
 * it or nothing (R-SITE-7).
 */
final class Editing {
  private final SiteEditor editor;
  private final Commands commands;
  private final Gatekeeper keeper;
  private final Snapshots snapshots;
  private final EventFeed feed;
  private final LongSupplier now;

  Editing(
      SiteEditor editor, Commands commands, Gatekeeper keeper, Snapshots snapshots, EventFeed feed, LongSupplier now) {
    this.editor = editor;
    this.commands = commands;
    this.keeper = keeper;
    this.snapshots = snapshots;
    this.feed = feed;
    this.now = now;
  }

  /**
   * What a change is answered with.
   *
   * @param applied {@code live} or {@code restart-needed}
   * @param pending whether anything waits for a restart now
   */
  private record Applied(String applied, boolean pending, List<String> warnings) {}

  /** What is special about a kind of change. */
  interface Kind {
    /** How a site that would not be valid is refused. */
    Problem refused(List<Outcome.Fault> faults);

    /** The status of the answer. */
    int status();

    /** The tag of what has been changed, where it is still there. */
    @Nullable
    String tag(Configuration after);
  }

  /**
   * Makes a change and answers.
   *
   * @param wish the edit of what is there; where the request is not about that, it throws a {@link Problem}. May be asked twice
   */
  void change(Call call, Function<Configuration, Edit> wish, Kind kind) {
    Configuration base = editor.present();
    Edit edit = wish.apply(base);
    Outcome.Ready ready = ready(base, edit, kind);
    call.requireSchema();
    call.onLoop(() -> commit(call, wish, ready, edit, kind));
  }

  private Outcome.Ready ready(Configuration base, Edit edit, Kind kind) {
    return switch (editor.prepare(base, edit)) {
      case Outcome.Ready ready -> ready;
      case Outcome.Refused refused -> throw kind.refused(refused.faults());
    };
  }

  private void commit(Call call, Function<Configuration, Edit> wish, Outcome.Ready prepared, Edit edit, Kind kind) {
    Configuration present = editor.present();
    // somebody else was faster: once more, where nobody can be
    Outcome.Ready ready = present.equals(prepared.base()) ? prepared : ready(present, wish.apply(present), kind);
    go(ready.after());
    keeper.changed(
        now.getAsLong(), ReductionDesk.origin(call), call.caller(),
        "configuration: " + edit.words() + (ready.live() ? "" : ", after a restart"));
    String tag = kind.tag(ready.after());
    call.answer(
        kind.status(),
        new Applied(ready.live() ? "live" : "restart-needed", ready.after().pending(), ready.warnings()),
        tag == null ? WebHeaders.NONE : WebHeaders.of("ETag", tag));
  }

  /** Drops what waits for a restart. */
  void drop(Call call) {
    call.onLoop(() -> {
      if (editor.present().pending()) {
        go(SiteEditor.dropped(editor.present()));
        keeper.changed(now.getAsLong(), ReductionDesk.origin(call), call.caller(), "configuration: what waited is dropped");
      }
      call.done();
    });
  }

  private void go(Configuration after) {
    try {
      commands.configure(after.running().site(), after.next().site());
    } catch (IllegalArgumentException e) {
      throw new Problem(Code.CONFLICT, "The limits have been changed by other means meanwhile: " + e.getMessage() + ".");
    }
    editor.commit(after);
    snapshots.refresh();
    feed.touched();
  }

  /** What is wrong, said at its place in the body where it is in that. */
  static List<Violation> violations(List<Outcome.Fault> faults) {
    List<Violation> violations = new ArrayList<>();
    faults.forEach(fault -> violations.add(new Violation(fault.pointer(), null, fault.text())));
    return violations;
  }
}
