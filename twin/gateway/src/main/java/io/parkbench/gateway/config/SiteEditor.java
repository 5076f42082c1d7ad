package io.parkbench.gateway.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.config.Configuration.Version;
import io.parkbench.gateway.config.Outcome.Fault;
import io.parkbench.gateway.site.Problem;
import io.parkbench.gateway.site.Problem.Severity;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.gateway.site.SiteTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the site while it is being changed (R-SITE-7). An edit is read by the very reader of site files; what makes no valid site changes
 * nothing. {@link #prepare} takes its time and is for any thread, {@link #commit} is for the gateway's.
 */
public final class SiteEditor {
  private static final String NAME = "site";

  private final Site site;
  private volatile @Nullable Configuration present;

  public SiteEditor(Site site) {
    this.site = site;
  }

  /** What is configured now; the tree is made when somebody first asks, as most gateways run without being asked. */
  public Configuration present() {
    Configuration known = present;
    return known == null ? first() : known;
  }

  private synchronized Configuration first() {
    Configuration known = present;
    if (known == null) {
      known = Configuration.of(site);
      present = known;
    }
    return known;
  }

  /** What {@code edit} would make of {@code base}. */
  public Outcome prepare(Configuration base, Edit edit) {
    ObjectNode tree = edit.on(base.next().tree());
    String text = SiteTree.text(tree);
    Site edited;
    try {
      edited = SiteFile.parse(NAME, text, base.next().site().ownModels());
    } catch (SiteException e) {
      return new Outcome.Refused(faults(edit, tree, e.problems()));
    }
    Version next = new Version(edited, tree);
    Version running = running(base, edit, next);
    List<String> warnings = SiteFile.check(NAME, text, base.next().site().ownModels()).stream()
        .map(problem -> problem.path() + ": " + words(problem)).toList();
    return new Outcome.Ready(base, new Configuration(running == null ? base.running() : running, next), running != null, warnings);
  }

  /** The running site with the edit; null where it has to wait. */
  private static @Nullable Version running(Configuration base, Edit edit, Version next) {
    if (!base.pending()) {
      return Live.reaches(base.running().site(), next.site()) ? next : null;
    }
    ObjectNode tree = edit.on(base.running().tree(), base.next().tree());
    try {
      Site site = SiteFile.parse(NAME, SiteTree.text(tree), base.next().site().ownModels());
      return Live.reaches(base.running().site(), site) ? new Version(site, tree) : null;
    } catch (SiteException e) {
      // it stands on what waits
      return null;
    }
  }

  /** Goes by it from now on; on the gateway's thread, which has made sure that it was made from what is present. */
  public void commit(Configuration after) {
    present = after;
  }

  /** What is there when all that waits is dropped. */
  public static Configuration dropped(Configuration base) {
    return new Configuration(base.running(), base.running());
  }

  private static List<Fault> faults(Edit edit, ObjectNode tree, List<Problem> problems) {
    List<Fault> faults = new ArrayList<>();
    for (Problem problem : problems) {
      if (problem.severity() == Severity.ERROR) {
        String pointer = edit.within(tree, problem.path());
        faults.add(new Fault(pointer, pointer == null ? problem.path() + ": " + words(problem) : words(problem)));
      }
    }
    return faults;
  }

  /** The message without the lines of a file that nobody has seen. */
  private static String words(Problem problem) {
    return problem.message().replaceAll(" \\((first )?(on )?line \\d+\\)", "");
  }
}
