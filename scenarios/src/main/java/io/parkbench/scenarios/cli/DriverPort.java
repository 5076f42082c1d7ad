package io.parkbench.scenarios.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.RealWorld;
import io.parkbench.kernel.Time;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.plant.pilot.Cable;
import io.parkbench.plant.pilot.PilotReading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An EV simulator in software: takes cars to a simulated charger and away, with what cable they bring and how far they are dialled down, by lines of
 * JSON as a rig's driver speaks them; says what the pilots show (R-RIG-5, R-PLANT-7).
 */
@RealWorld("a bench elsewhere speaks when it likes, on threads that only post")
final class DriverPort {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LOOK = 100 * Micros.MILLISECOND;
  private static final double BATTERY_ON_ARRIVAL = 0.1;
  private static final int CLIENTS_MAX = 4;

  private final Time time;
  private final ChargePoint charger;
  private final ServerSocket server;
  private final CopyOnWriteArrayList<OutputStream> clients = new CopyOnWriteArrayList<>();
  private final Map<Integer, PilotReading> told = new LinkedHashMap<>();

  /** @param port 0 takes a free one; one that is taken fails with {@link IOException} */
  DriverPort(Time time, int port, ChargePoint charger) throws IOException {
    this.time = time;
    this.charger = charger;
    this.server = new ServerSocket(port, CLIENTS_MAX, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().name("parkbench-driver-port").daemon().start(this::accept);
    time.after(LOOK, this::look);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofPlatform().name("parkbench-ev").daemon().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // the process ends
    }
  }

  private void serve(Socket socket) {
    try (socket;
        BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      OutputStream out = socket.getOutputStream();
      clients.add(out);
      time.post(told::clear);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String heard = line;
        time.post(() -> answer(heard, out));
      }
      clients.remove(out);
    } catch (IOException e) {
      // it has gone; another may come
    }
  }

  private void answer(String line, OutputStream out) {
    ObjectNode answer = JSON.createObjectNode();
    try {
      JsonNode asked = JSON.readTree(line);
      answer.set("id", asked.path("id"));
      String error = error(asked);
      if (error == null) {
        answer.put("ok", true);
      } else {
        answer.put("error", error);
      }
    } catch (JsonProcessingException e) {
      answer.put("error", "no JSON: " + e.getOriginalMessage());
    }
    send(out, answer);
  }

  private @Nullable String error(JsonNode asked) {
    try {
      int connector = asked.path("connector").asInt(1);
      switch (asked.path("do").asText()) {
        case "hello" -> {}
        case "plug" -> charger.plug(connector, car(asked), asked.path("card").isTextual() ? asked.path("card").asText() : null);
        case "unplug" -> charger.unplug(connector);
        case "dial" -> charger.dial(connector, asked.path("amps").isNumber() ? asked.path("amps").asDouble() : Double.NaN);
        default -> {
          return "knows hello, plug, dial and unplug, not '" + asked.path("do").asText() + "'";
        }
      }
      return null;
    } catch (IllegalArgumentException | IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Car car(JsonNode asked) {
    Car car = new Car(CarModel.named(asked.path("car").asText()), BATTERY_ON_ARRIVAL, asked.path("wh").asDouble(1e6));
    return asked.hasNonNull("cable") ? car.with(Cable.ofAmps(asked.path("cable").asInt())) : car;
  }

  /** Tells what pilots show where that is news. */
  private void look() {
    for (int connector = 1; connector <= charger.model().connectors().size(); connector++) {
      PilotReading pilot = charger.pilot(connector);
      if (!clients.isEmpty() && !pilot.equals(told.put(connector, pilot))) {
        ObjectNode news = JSON.createObjectNode().put("connector", connector).put("state", pilot.state().name())
            .put("duty", pilot.duty()).put("offered_a", charger.offeredAmps(connector)).put("closed", pilot.closed());
        clients.forEach(client -> send(client, news));
      }
    }
    time.after(LOOK, this::look);
  }

  private void send(OutputStream out, ObjectNode line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      clients.remove(out);
    }
  }
}
