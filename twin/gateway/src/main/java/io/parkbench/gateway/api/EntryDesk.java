package io.parkbench.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.api.web.Call;
import io.parkbench.gateway.api.web.Code;
import io.parkbench.gateway.api.web.Json;
import io.parkbench.gateway.api.web.Operation;
import io.parkbench.gateway.api.web.Paging;
import io.parkbench.gateway.api.web.Problem;
import io.parkbench.gateway.api.web.Rendered;
import io.parkbench.gateway.config.BuiltInModels;
import io.parkbench.gateway.config.Configuration;
import io.parkbench.gateway.config.Edit;
import io.parkbench.gateway.config.Outcome;
import io.parkbench.gateway.config.Part;
import io.parkbench.gateway.config.SiteEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Answers the requests about one list of the site: its entries as the site file has them, with what waits for a restart. */
final class EntryDesk {
  /** Each station is an entry of its own here. */
  private static final List<String> SERIES = List.of("count", "first");

  private final Part part;
  private final SiteEditor editor;
  private final Editing editing;
  private final String parameter;

  EntryDesk(Part part, SiteEditor editor, Editing editing) {
    this.part = part;
    this.editor = editor;
    this.editing = editing;
    parameter = part.title().replace(' ', '_');
  }

  void addTo(Map<String, Operation> operations) {
    String noun = switch (part) {
      case ZONES -> "Zone";
      case STATIONS -> "Station";
      case METERS -> "Meter";
      case METER_MODELS -> "MeterModel";
      case TARIFFS -> "Tariff";
      case INPUTS -> "Input";
      case CARDS -> "Card";
    };
    operations.put("listConfigured" + noun + "s", this::list);
    operations.put("getConfigured" + noun, call -> call.resource(Rendered.of(shown(call))));
    operations.put("create" + noun, this::create);
    operations.put("replace" + noun, this::replace);
    operations.put("delete" + noun, this::delete);
  }

  private List<ObjectNode> builtIn() {
    return part == Part.METER_MODELS ? BuiltInModels.all() : List.of();
  }

  private void list(Call call) {
    List<ObjectNode> items = new ArrayList<>(builtIn());
    items.addAll(part.entries(editor.present().next().tree()));
    call.ok(
        Paging.page(
            call, LongStream.rangeClosed(1, items.size()).boxed().toList(), at -> Json.bytes((Object) items.get(at))));
  }

  private JsonNode shown(Call call) {
    String key = call.text(parameter);
    ObjectNode entry = part.find(editor.present().next().tree(), key);
    if (entry == null) {
      entry = builtIn().stream().filter(each -> part.same(part.keyOf(each), key)).findFirst().orElse(null);
    }
    if (entry == null) {
      throw missing(key);
    }
    return entry;
  }

  private Problem missing(String key) {
    return new Problem(Code.NOT_FOUND, "There is no " + part.title() + " '" + key + "'.");
  }

  private void create(Call call) {
    JsonNode body = call.body();
    checkBody(body);
    String key = part.keyOf(body);
    refuseBuiltIn(key);
    editing.change(call, present -> {
      if (!key.isEmpty() && part.find(present.next().tree(), key) != null) {
        throw new Problem(
            Code.CONFLICT,
            "There is a " + part.title() + " '" + key + "' already: change it by PUT, or choose another " + part.key() + ".");
      }
      return Edit.Put.of(part, key, body);
    }, new Writing(201, key));
  }

  private void replace(Call call) {
    String key = call.text(parameter);
    JsonNode body = call.body();
    refuseBuiltIn(key);
    checkBody(body);
    editing.change(call, present -> {
      ObjectNode entry = present(call, present, key);
      if (body.has(part.key()) && !part.same(part.keyOf(body), key)) {
        throw Problem.invalid(
            "/" + part.key(), "The address says '" + key + "'; to give it another " + part.key() + ", create anew and delete.");
      }
      return Edit.Put.of(part, part.keyOf(entry), body);
    }, new Writing(200, key));
  }

  /** The entry that a conditional request is about. */
  private ObjectNode present(Call call, Configuration present, String key) {
    ObjectNode entry = part.find(present.next().tree(), key);
    if (entry == null) {
      throw missing(key);
    }
    call.requireMatch(Rendered.of(entry).etag());
    return entry;
  }

  private void checkBody(JsonNode body) {
    for (String member : SERIES) {
      if (part == Part.STATIONS && body.has(member)) {
        throw Problem.invalid("/" + member, "Each station is an entry of its own here; leave it out.");
      }
    }
  }

  private void refuseBuiltIn(String key) {
    if (part.isBuiltIn(key)) {
      throw new Problem(
          Code.BUILT_IN, "The meter model '" + key + "' is built in and cannot be changed; create one of another name (R-DYN-4).");
    }
  }

  private void delete(Call call) {
    String key = call.text(parameter);
    refuseBuiltIn(key);
    editing.change(call, present -> {
      present(call, present, key);
      return new Edit.Remove(part, key);
    }, new Deleting(key));
  }

  private final class Writing implements Editing.Kind {
    private final int status;
    private final String key;

    Writing(int status, String key) {
      this.status = status;
      this.key = key;
    }

    @Override
    public Problem refused(List<Outcome.Fault> faults) {
      return Problem.invalid(Editing.violations(faults));
    }

    @Override
    public int status() {
      return status;
    }

    @Override
    public String tag(Configuration after) {
      return Rendered.of(Objects.requireNonNull(part.find(after.next().tree(), key))).etag();
    }
  }

  private final class Deleting implements Editing.Kind {
    private final String key;

    Deleting(String key) {
      this.key = key;
    }

    @Override
    public Problem refused(List<Outcome.Fault> faults) {
      return Problem.conflict(
          "Without the " + part.title() + " '" + key + "' the site would not be valid: " + faults.getFirst().text(),
          Editing.violations(faults));
    }

    @Override
    public int status() {
      return 200;
    }

    @Override
    public @Nullable String tag(Configuration after) {
      return null;
    }
  }
}
