package io.parkbench.rigs.hardware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Time;
import io.parkbench.rigs.file.Driver;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A driver that takes lines of JSON: {@code {"id":1,"do":"plug","connector":1,"car":"compact-11kw","wh":9000,"card":"C"}}, {@code unplug},
 * {@code {"id":2,"do":"contact","input":1,"closed":true}}; answers {@code {"id":1,"ok":true}} or {@code {"id":1,"error":"…"}}; and says by
 * itself {@code {"connector":1,"state":"C","offered_a":16}} whenever that changes.
 */
final class LineDriver implements EvSimulator, LineChannel.Hearer {
  private final Time time;
  private final Duration patience;
  private final Consumer<String> told;
  private final LineChannel channel;
  private final Map<Integer, Done> open = new LinkedHashMap<>();
  private final Map<Integer, Double> offers = new TreeMap<>();
  private @Nullable String lost;
  private boolean closed;
  private int last;

  /**
   * @param told hears that it is lost
   * @throws IOException where there is no such driver; the message says what to do
   */
  LineDriver(Time time, Driver driver, Duration patience, Consumer<String> told) throws IOException {
    this.time = time;
    this.patience = patience;
    this.told = told;
    this.channel = LineChannel.open(time, driver, this);
  }

  @Override
  public void plug(int connector, Car car, Done done) {
    ObjectNode line = LineChannel.line("plug").put("connector", connector).put("car", car.model()).put("wh", car.wh());
    if (car.card() != null) {
      line.put("card", car.card());
    }
    send(line, done);
  }

  @Override
  public void unplug(int connector, Done done) {
    send(LineChannel.line("unplug").put("connector", connector), done);
  }

  void contact(int input, boolean close, Done done) {
    send(LineChannel.line("contact").put("input", input).put("closed", close), done);
  }

  /** Asks whether it is there. */
  void hello(Done done) {
    send(LineChannel.line("hello"), done);
  }

  private void send(ObjectNode line, Done done) {
    int id = ++last;
    open.put(id, done);
    if (lost != null || !channel.send(line.put("id", id))) {
      end(id, "the driver is gone" + (lost == null ? "" : ": " + lost));
      return;
    }
    time.after(Micros.of(patience), () -> end(id, "the driver has not answered within " + patience.toSeconds() + " s"));
  }

  private void end(int id, @Nullable String failure) {
    Done waiting = open.remove(id);
    if (waiting != null) {
      waiting.done(failure);
    }
  }

  @Override
  public void heard(JsonNode line) {
    if (line.has("id")) {
      String error = LineChannel.text(line, "error");
      end(line.path("id").asInt(), error != null || line.path("ok").asBoolean() ? error : "the driver said neither ok nor error");
    } else if (line.path("offered_a").isNumber()) {
      offers.put(line.path("connector").asInt(1), line.path("offered_a").asDouble());
    }
  }

  @Override
  public void lost(String why) {
    if (closed) {
      return;
    }
    lost = why;
    offers.clear();
    List.copyOf(open.keySet()).forEach(id -> end(id, "the driver is gone: " + why));
    told.accept(why);
  }

  @Override
  public double offeredAmps(int connector) {
    return offers.getOrDefault(connector, Double.NaN);
  }

  @Override
  public void close() {
    closed = true;
    channel.close();
  }
}
