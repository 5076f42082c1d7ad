package io.parkbench.scenarios.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.DataTableType;
import io.cucumber.java.ParameterType;
import io.parkbench.plant.car.CarModel;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of the field that steps take: currents, powers, lengths of time, places, cars. */
public final class Types {
  private static final String NUMBER = "\\d+(?:\\.\\d+)?";
  private static final String DURATION = NUMBER + " (?:ms|s|min|h)";

  /** A. */
  @ParameterType(NUMBER + " A")
  public Amps current(String text) {
    return new Amps(Quantity.number(text));
  }

  /** kW; kVA is the same at unity power factor. */
  @ParameterType(NUMBER + " k(?:W|VA)")
  public Kilowatts power(String text) {
    return new Kilowatts(Quantity.number(text));
  }

  /** kWh. */
  @ParameterType(NUMBER + " kWh")
  public KilowattHours energy(String text) {
    return new KilowattHours(Quantity.number(text));
  }

  @ParameterType(DURATION)
  public Length duration(String text) {
    return new Length(Quantity.micros(text));
  }

  /** When a claim has to hold. */
  @ParameterType("now|(?:within|after|throughout|at no time during) " + DURATION)
  public Span span(String text) {
    return Span.named(text);
  }

  /** A date and a time as the clocks at the site show them. */
  @ParameterType("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d(?::\\d\\d)?")
  public LocalDateTime localTime(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T'));
  }

  /** A time as the clocks at the site show it. */
  @ParameterType("\\d\\d:\\d\\d")
  public LocalTime clock(String text) {
    return LocalTime.parse(text);
  }

  @ParameterType("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")
  public Instant instant(String text) {
    return Instant.parse(text);
  }

  /** A supply phase, 1 to 3. */
  @ParameterType("L[123]|phase [123]")
  public SupplyPhase phase(String text) {
    return new SupplyPhase(text.charAt(text.length() - 1) - '0');
  }

  @ParameterType("[\\w.-]+(?:/\\d+)?")
  public Place connector(String text) {
    return Place.named(text);
  }

  @ParameterType("[\\w.-]+")
  public String station(String identity) {
    return identity;
  }

  /** A car of the catalogue, with its quirks behind it: {@code sedan-22kw+never-wakes}. */
  @ParameterType("[a-z]+(?:-[\\w.]+)+(?:\\+[\\w-]+)*")
  public CarModel car(String name) {
    return CarModel.named(name);
  }

  /** A method and a path below the API's base. */
  @ParameterType("(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE) /\\S*")
  public ApiSteps.Request request(String text) {
    return new ApiSteps.Request(text.substring(0, text.indexOf(' ')), text.substring(text.indexOf(' ') + 1));
  }

  /** A number, truth value, list or text of JSON, or null. */
  @ParameterType("\"[^\"]*\"|-?\\d+(?:\\.\\d+)?|true|false|null|\\[.*\\]")
  public JsonNode json(String text) {
    return Visitors.json(text);
  }

  /** What a building leaves a zone. */
  @ParameterType("-?" + NUMBER + " (?:%|A|kW)")
  public ReductionSteps.Setpoint setpoint(String text) {
    return ReductionSteps.Setpoint.named(text);
  }

  /** How long a reduction holds: for a length of time, until a time at the site, or until an instant. */
  @ParameterType("for " + DURATION + "|until (?:\\d\\d:\\d\\d|\\d{4}-\\d\\d-\\d\\dT\\S+)")
  public ReductionSteps.Validity validity(String text) {
    return ReductionSteps.Validity.named(text);
  }

  /** One station's link, several stations' links, or all. */
  @ParameterType("the link of [\\w.-]+|the links of [\\w.-]+(?:(?:, | and )[\\w.-]+)+|all links")
  public Links links(String text) {
    return text.equals("all links") ? new Links(List.of()) : new Links(List.of(text.split(" of ")[1].split(", | and ")));
  }

  /** One row of a table of cars that plug in. */
  @DataTableType
  public Arriving arriving(Map<String, String> row) {
    String wants = row.get("wants");
    String after = row.get("after");
    return new Arriving(
        Place.named(row.getOrDefault("at", "")), CarModel.named(row.getOrDefault("car", "")),
        wants == null ? null : Quantity.number(wants) * 1_000, row.get("card"), after == null ? 0 : Quantity.micros(after));
  }

  record Amps(double value) {}

  record Kilowatts(double value) {}

  record KilowattHours(double value) {}

  record Length(long micros) {}

  record SupplyPhase(int number) {}

  /** No stations means all. */
  record Links(List<String> stations) {
    boolean touch(String identity) {
      return stations.isEmpty() || stations.contains(identity);
    }
  }

  /** A car that plugs in, {@code after} so many µs. */
  record Arriving(Place at, CarModel car, @Nullable Double wantsWh, @Nullable String card, long after) {}
}
