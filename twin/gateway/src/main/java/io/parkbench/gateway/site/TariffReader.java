package io.parkbench.gateway.site;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the tariff periods: at most 5, with at most 20 slots over all of them (R-TOU-1). */
final class TariffReader {
  private static final int MOST_PERIODS = 5;
  private static final int MOST_SLOTS = 20;
  private static final Pattern SLOT = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d) ?- ?(?:([01]\\d|2[0-3]):([0-5]\\d)|24:00)");

  private TariffReader() {}

  static List<Tariff> read(@Nullable Value list, Names zones) {
    List<Tariff> tariffs = new ArrayList<>();
    if (list == null) {
      return tariffs;
    }
    Names names = new Names("tariff name");
    List<Value> items = list.items();
    if (items.size() > MOST_PERIODS) {
      items.get(MOST_PERIODS).error("there are " + items.size() + " tariff periods; " + MOST_PERIODS + " at most: remove some");
    }
    int slots = 0;
    for (Value item : items) {
      Block block = item.block(Keys.TARIFF);
      if (block != null) {
        Tariff tariff = one(block, names, zones);
        slots += tariff.slots().size();
        if (slots > MOST_SLOTS) {
          block.place("slots").error("the tariffs have more than " + MOST_SLOTS + " slots over all periods; remove some");
        }
        tariffs.add(tariff);
      }
    }
    return tariffs;
  }

  private static Tariff one(Block block, Names names, Names zones) {
    String name = block.need("name", "give the period a unique name", v -> v.text(50));
    names.take(name, block.place("name"));
    if ("NoPeriod".equalsIgnoreCase(name)) {
      block.place("name").error("'NoPeriod' is what is outside all periods; choose another name");
    }
    Integer percent = block.need("max_percent", "say what remains of the zones' maxima, in percent", v -> v.integer(0, 100));
    TreeSet<DayOfWeek> days = new TreeSet<>();
    List<Tariff.Slot> slots = new ArrayList<>();
    for (Value item : nonEmpty(block, "days", "list the weekdays, like [mon, tue]")) {
      DayOfWeek day = item.oneOf(DayOfWeek.values(), d -> d.name().substring(0, 3).toLowerCase(Locale.ROOT));
      if (day != null) {
        days.add(day);
      }
    }
    for (Value item : nonEmpty(block, "slots", "list the times, like [\"08:00-12:00\"]")) {
      Tariff.Slot slot = slot(item);
      if (slot != null) {
        slots.add(slot);
      }
    }
    List<String> off = new ArrayList<>();
    Value offIn = block.at("off_in");
    for (Value item : offIn == null ? List.<Value>of() : offIn.items()) {
      String zone = zones.refer(item);
      if (zone != null) {
        off.add(zone);
      }
    }
    return new Tariff(name == null ? "" : name, block.get("enabled", true, Value::flag), percent == null ? 0 : percent,
        List.copyOf(days), slots, off);
  }

  private static List<Value> nonEmpty(Block block, String key, String remedy) {
    List<Value> items = block.need(key, remedy, Value::items);
    Value value = block.at(key);
    if (value != null && value.isList() && items != null && items.isEmpty()) {
      value.error("is empty; " + remedy);
    }
    return items == null ? List.of() : items;
  }

  private static Tariff.@Nullable Slot slot(Value value) {
    String text = value.text(20);
    if (text == null) {
      return null;
    }
    Matcher matcher = SLOT.matcher(text);
    if (!matcher.matches()) {
      value.error("'" + text + "' is not a time slot; write it like \"08:00-12:00\"");
      return null;
    }
    LocalTime start = LocalTime.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    LocalTime end = matcher.group(3) == null ? LocalTime.MIDNIGHT
        : LocalTime.of(Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(4)));
    return new Tariff.Slot(start, end);
  }
}
