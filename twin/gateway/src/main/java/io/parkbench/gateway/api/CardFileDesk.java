package io.parkbench.gateway.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.api.web.Call;
import io.parkbench.gateway.api.web.Operation;
import io.parkbench.gateway.api.web.Problem;
import io.parkbench.gateway.api.web.Problem.Violation;
import io.parkbench.gateway.api.web.Rendered;
import io.parkbench.gateway.config.CardFile;
import io.parkbench.gateway.config.CardFile.CardFileException;
import io.parkbench.gateway.config.Configuration;
import io.parkbench.gateway.config.Edit;
import io.parkbench.gateway.config.Outcome;
import io.parkbench.gateway.config.Part;
import io.parkbench.gateway.config.SiteEditor;
import io.parkbench.kernel.WebHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers the requests for all cards as a table, and for another table in its place (R-AUTH-3). */
final class CardFileDesk implements Editing.Kind {
  private final SiteEditor editor;
  private final Editing editing;

  CardFileDesk(SiteEditor editor, Editing editing) {
    this.editor = editor;
    this.editing = editing;
  }

  void addTo(Map<String, Operation> operations) {
    operations.put("exportCards", call -> {
      String table = table(editor.present());
      call.csv(table.getBytes(StandardCharsets.UTF_8), WebHeaders.of("ETag", Rendered.tag(table)));
    });
    operations.put("importCards", this::replaceAll);
  }

  private static String table(Configuration configuration) {
    return CardFile.write(Part.CARDS.entries(configuration.next().tree()));
  }

  private void replaceAll(Call call) {
    List<ObjectNode> cards;
    try {
      cards = CardFile.read(call.body().asText());
    } catch (CardFileException e) {
      throw Problem.invalid(e.problems().stream().map(text -> new Violation(null, null, text)).toList());
    }
    editing.change(call, present -> {
      call.requireMatch(tag(present));
      return new Edit.All(Part.CARDS, cards);
    }, this);
  }

  @Override
  public Problem refused(List<Outcome.Fault> faults) {
    List<Violation> violations = new ArrayList<>();
    for (Outcome.Fault fault : faults) {
      violations.add(new Violation(null, null, inTable(fault)));
    }
    return Problem.invalid(violations);
  }

  /** A pointer such as {@code /4/zones/0} says nothing about a table. */
  private static String inTable(Outcome.Fault fault) {
    String pointer = fault.pointer();
    if (pointer == null || !pointer.matches("/[0-9]+(/.*)?")) {
      return fault.text();
    }
    String[] steps = pointer.split("/", -1);
    String column = steps.length < 3 ? "" : steps[2].equals("id") ? "id_tag: " : steps[2] + ": ";
    return "card " + (Integer.parseInt(steps[1]) + 1) + ": " + column + fault.text().replace("cards[", "entry [");
  }

  @Override
  public int status() {
    return 200;
  }

  @Override
  public @Nullable String tag(Configuration after) {
    return Rendered.tag(table(after));
  }
}
