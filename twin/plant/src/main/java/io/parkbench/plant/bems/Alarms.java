package io.parkbench.plant.bems;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Recording;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The alarms that stand, one at most per source; raising and clearing are recorded. */
final class Alarms {
  private final Loop loop;
  private final Recording recording;
  private final Map<String, Alarm> active = new TreeMap<>();

  Alarms(Loop loop, Recording recording) {
    this.loop = loop;
    this.recording = recording;
  }

  List<Alarm> active() {
    return List.copyOf(active.values());
  }

  /** The gateway does not answer; also while only its REST service restarts. */
  void linkDown(String why) {
    set(Alarm.GATEWAY, new Alarm(Alarm.GATEWAY, 1, Alarm.Category.COMMUNICATION, why, loop.now()), "");
  }

  /** @param why what is known of it, for the recording */
  void linkUp(String why) {
    set(Alarm.GATEWAY, null, why);
  }

  void look(SiteMap map, SiteStatus status) {
    for (SiteMap.Station station : map.stations()) {
      set(Alarm.sourceOf(station), Alarm.of(station, status.station(station.id()), loop.now()), "");
    }
  }

  private void set(String source, @Nullable Alarm now, String why) {
    Alarm before = active.get(source);
    if (now == null) {
      if (active.remove(source) != null) {
        line("cleared", before, why);
      }
    } else if (before == null) {
      active.put(source, now);
      line("raised", now, now.text());
    } else if (before.category() != now.category()) {
      active.put(source, now);
      line("changed", now, now.text());
    }
  }

  private void line(String event, @Nullable Alarm alarm, String text) {
    if (alarm != null) {
      recording.line(loop.now(), "bems", json -> {
        json.writeStringField("e", "alarm-" + event);
        json.writeStringField("what", alarm.source());
        json.writeNumberField("priority", alarm.priority());
        json.writeStringField("category", alarm.category().word());
        json.writeStringField("text", text);
      });
    }
  }
}
