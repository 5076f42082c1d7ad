package io.parkbench.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.access.Change;
import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.api.web.Call;
import io.parkbench.gateway.api.web.Code;
import io.parkbench.gateway.api.web.Operation;
import io.parkbench.gateway.api.web.Problem;
import io.parkbench.gateway.api.web.Rendered;
import io.parkbench.gateway.config.Configuration;
import io.parkbench.gateway.config.Edit;
import io.parkbench.gateway.config.Outcome;
import io.parkbench.gateway.config.Part;
import io.parkbench.gateway.config.SiteEditor;
import io.parkbench.gateway.config.Waiting;
import io.parkbench.gateway.limits.TariffSummary;
import io.parkbench.gateway.site.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Answers the requests about the configuration as a whole: what it is, what waits, settings, restart (R-SITE-3, R-SITE-7, R-TOU-4). */
final class SiteDesk {
  private static final List<String> OF_THE_SITE = List.of("name", "licence", "nominal_v", "time_zone", "cpo");
  private static final String SETTINGS = "settings";

  private final SiteEditor editor;
  private final Editing editing;
  private final Commands commands;
  private final Gatekeeper keeper;
  private final LongSupplier now;

  SiteDesk(SiteEditor editor, Editing editing, Commands commands, Gatekeeper keeper, LongSupplier now) {
    this.editor = editor;
    this.editing = editing;
    this.commands = commands;
    this.keeper = keeper;
    this.now = now;
  }

  private record Whole(boolean pending, List<Waiting> changes, ObjectNode site) {}

  private record Period(String tariff, double l1, double l2, double l3) {}

  private record Row(String zone, List<Period> maxCurrentA) {}

  private record Rows(List<Row> items) {}

  private record Restart(boolean restarting, int changes) {}

  void addTo(Map<String, Operation> operations) {
    operations.put("getConfiguration", call -> call.resource(Rendered.of(whole(editor.present()))));
    operations.put("dropPending", editing::drop);
    operations.put("restart", this::restart);
    operations.put("getTariffSummary", call -> call.answer(200, summary(editor.present().next().site())));
    operations.put("getSiteConfiguration", call -> call.resource(Rendered.of(site(editor.present()))));
    operations.put("setSiteConfiguration", this::setSite);
    operations.put("getSettings", call -> call.resource(Rendered.of(settings(editor.present()))));
    operations.put("setSettings", this::setSettings);
  }

  /** Without the cards, whose tags would let anybody charge who reads them: an administrator reads them at their own address. */
  private static Whole whole(Configuration configuration) {
    ObjectNode site = configuration.next().tree().deepCopy();
    site.remove(Part.CARDS.list());
    List<Waiting> changes = Waiting.in(configuration).stream().filter(each -> !each.path().startsWith(Part.CARDS.list() + "/"))
        .toList();
    return new Whole(configuration.pending(), changes, site);
  }

  private static Rows summary(Site site) {
    List<Row> rows = new ArrayList<>();
    for (TariffSummary.Row row : TariffSummary.of(site)) {
      List<Period> periods = new ArrayList<>();
      row.byPeriod()
          .forEach((name, da) -> periods.add(new Period(name, da.l1Da() / 10.0, da.l2Da() / 10.0, da.l3Da() / 10.0)));
      rows.add(new Row(row.zone(), periods));
    }
    return new Rows(rows);
  }

  private static ObjectNode site(Configuration configuration) {
    ObjectNode tree = configuration.next().tree();
    ObjectNode site = JsonNodeFactory.instance.objectNode();
    for (String member : OF_THE_SITE) {
      if (tree.has(member)) {
        site.set(member, tree.get(member));
      }
    }
    return site;
  }

  private static JsonNode settings(Configuration configuration) {
    return configuration.next().tree().has(SETTINGS)
        ? configuration.next().tree().get(SETTINGS) : JsonNodeFactory.instance.objectNode();
  }

  private void setSite(Call call) {
    JsonNode body = call.body();
    List<Problem.Violation> unknown = new ArrayList<>();
    body.fieldNames().forEachRemaining(member -> {
      if (!OF_THE_SITE.contains(member)) {
        unknown.add(Problem.Violation.at("/" + member.replace("~", "~0").replace("/", "~1"),
            "is not known here; known are " + String.join(", ", OF_THE_SITE)));
      }
    });
    if (!body.has("name")) {
      unknown.add(Problem.Violation.at("/name", "missing; say what people call the site"));
    }
    if (!unknown.isEmpty()) {
      throw Problem.invalid(unknown);
    }
    Map<String, @Nullable JsonNode> values = new LinkedHashMap<>();
    OF_THE_SITE.forEach(member -> values.put(member, body.get(member)));
    editing.change(call, present -> {
      call.requireMatch(Rendered.of(site(present)).etag());
      return new Edit.Members(values, "");
    }, new Whatever(after -> Rendered.of(site(after)).etag()));
  }

  private void setSettings(Call call) {
    JsonNode body = call.body();
    Map<String, @Nullable JsonNode> values = new LinkedHashMap<>();
    values.put(SETTINGS, body);
    editing.change(call, present -> {
      call.requireMatch(Rendered.of(settings(present)).etag());
      return new Edit.Members(values, SETTINGS);
    }, new Whatever(after -> Rendered.of(settings(after)).etag()));
  }

  private record Whatever(Function<Configuration, String> tags) implements Editing.Kind {
    @Override
    public Problem refused(List<Outcome.Fault> faults) {
      return Problem.invalid(Editing.violations(faults));
    }

    @Override
    public int status() {
      return 200;
    }

    @Override
    public String tag(Configuration after) {
      return tags.apply(after);
    }
  }

  private void restart(Call call) {
    Change proof = keeper.users()
        .prove(now.getAsLong(), ReductionDesk.origin(call), call.caller(), call.body().get("password").asText(), "restart");
    if (proof instanceof Change.Refused refused) {
      throw LoginDesk.problem(refused);
    }
    call.onLoop(() -> {
      Configuration present = editor.present();
      if (!commands.restart(present.next().site())) {
        throw new Problem(Code.CONFLICT, "Nothing here can restart this gateway; stop and start its process.");
      }
      keeper.changed(now.getAsLong(), ReductionDesk.origin(call), call.caller(), "restart of the gateway");
      call.answer(202, new Restart(true, Waiting.in(present).size()));
    });
  }
}
