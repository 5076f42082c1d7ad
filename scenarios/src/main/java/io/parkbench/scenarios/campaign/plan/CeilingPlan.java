package io.parkbench.scenarios.campaign.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What lowers a case's zones below their own limits, and what comes over the REST API (R-TOU-1, R-DI-1, R-BEMS-1): the site's tariffs and
 * inputs, what their contacts do, what a building's client asks for, and storms of requests.
 *
 * @param timeZone of the site
 * @param start when the run begins, RFC 3339; null: at the usual midnight
 * @param touOffWithInputs whether tariffs are off while any input is enabled
 * @param reductionsCut whether a reduction is what is taken off
 * @param minimumPeriodS between two setpoints of a zone, s
 */
public record CeilingPlan(
    String timeZone,
    @Nullable String start,
    boolean touOffWithInputs,
    boolean reductionsCut,
    int minimumPeriodS,
    List<TariffPlan> tariffs,
    List<InputPlan> inputs,
    List<ContactPlan> contacts,
    List<RequestPlan> requests,
    List<StormPlan> storms) {
  /** The login that may set reductions. */
  public static final String WRITER = "building";

  /** One that may only read. */
  public static final String READER = "visitor";

  public CeilingPlan {
    tariffs = List.copyOf(tariffs);
    inputs = List.copyOf(inputs);
    contacts = List.copyOf(contacts);
    requests = List.copyOf(requests);
    storms = List.copyOf(storms);
  }

  /**
   * A tariff period.
   *
   * @param days as in a site file
   * @param slots likewise, like {@code 22:00-06:00}
   */
  public record TariffPlan(
      String name, boolean enabled, int percent, List<String> days, List<String> slots, List<String> offIn) {
    public TariffPlan {
      days = List.copyOf(days);
      slots = List.copyOf(slots);
      offIn = List.copyOf(offIn);
    }

    TariffPlan with(List<String> otherOffIn) {
      return new TariffPlan(name, enabled, percent, days, slots, otherOffIn);
    }
  }

  /**
   * A digital input.
   *
   * @param pollMs how often a remote module is asked for it, ms; 0: its contact is wired to a pin
   * @param activeLow whether it is wired so that a closed contact, or a broken wire, is low and limits
   * @param lost what it counts as while its source is lost, as in a site file
   */
  public record InputPlan(
      int number, boolean enabled, int percent, boolean hard, int pollMs, boolean activeLow, int debounceMs, int holdMs,
      int lostAfterMs, String lost) {}

  /** What happens to a contact or its wire. */
  public enum ContactKind {
    /** It is closed for a while, so that its input limits. */
    CLOSED,
    /** It bounces, and is then where it was. */
    BOUNCE,
    /** It touches and lets go; the amount is how often a second. */
    CHATTER,
    /** Its wire is broken. */
    BROKEN_WIRE,
    /** Its level cannot be read: the way to the pin, or to the module, is cut. */
    CUT;

    /** How files call it. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Something happens to an input's contact for a while. */
  public record ContactPlan(int input, ContactKind what, double atS, double forS, double amount) {
    public ContactPlan lasting(double seconds) {
      return new ContactPlan(input, what, atS, seconds, amount);
    }
  }

  /** What somebody asks of the API about a zone's reduction. */
  public enum RequestKind {
    /** Sets it, as the one who may. */
    SET,
    /** Lifts it. */
    LIFT,
    /** Sets it, as one who may only read. */
    WRONG_LOGIN,
    /** Sets it, as nobody. */
    NO_LOGIN,
    /** Sets it with a body that says nothing sensible; the value says which. */
    MALFORMED,
    /** Sets it by a tag that was never given. */
    STALE_TAG;

    /** How files call it. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A request.
   *
   * @param unit {@code percentage}, {@code current} (A) or {@code power} (kW)
   * @param validS for how long, s; 0 for until it is lifted
   * @param absolute whether its end is told as an instant
   */
  public record RequestPlan(
      RequestKind what, double atS, String zone, String unit, double value, double validS, boolean absolute) {
    RequestPlan at(double seconds) {
      return new RequestPlan(what, seconds, zone, unit, value, validS, absolute);
    }
  }

  /** What a storm consists of. */
  public enum StormKind {
    /** Many read with a login, more often than they may. */
    READS,
    /** Many try to log in with wrong passwords. */
    LOGINS,
    /** Many send what is no sensible request, with and without a login. */
    GARBAGE,
    /** Event streams are opened and dropped. */
    STREAMS;

    /** How files call it. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** So many requests within so many seconds. */
  public record StormPlan(StormKind what, double atS, double forS, int count) {}

  /** When the run begins, or null for the usual midnight; a text that is no instant throws. */
  public @Nullable Instant begins() {
    return start == null ? null : Instant.parse(start);
  }

  /** Whether a hard limit may come from a contact. */
  public boolean hasHardInput() {
    return inputs.stream().anyMatch(input -> input.hard() && input.enabled());
  }

  /** With other parts of what happens; contacts of inputs that are not there any more are left out. */
  public CeilingPlan with(List<TariffPlan> otherTariffs, List<InputPlan> otherInputs, List<ContactPlan> otherContacts) {
    List<Integer> numbers = otherInputs.stream().map(InputPlan::number).toList();
    return new CeilingPlan(
        timeZone, start, touOffWithInputs, reductionsCut, minimumPeriodS, otherTariffs, otherInputs,
        otherContacts.stream().filter(contact -> numbers.contains(contact.input())).toList(), requests, storms);
  }

  /** With other requests. */
  public CeilingPlan asking(List<RequestPlan> otherRequests, List<StormPlan> otherStorms) {
    return new CeilingPlan(
        timeZone, start, touOffWithInputs, reductionsCut, minimumPeriodS, tariffs, inputs, contacts, otherRequests, otherStorms);
  }

  /** Until {@code horizon}, s: what would begin later is left out, what would last longer ends with it. */
  public CeilingPlan until(double horizon) {
    List<ContactPlan> sooner = contacts.stream().filter(contact -> contact.atS() < horizon)
        .map(contact -> contact.lasting(Math.min(contact.forS(), horizon - contact.atS()))).toList();
    return with(tariffs, inputs, sooner).asking(
        requests.stream().filter(request -> request.atS() < horizon).toList(),
        storms.stream().filter(storm -> storm.atS() < horizon).toList());
  }

  /** Without a zone. */
  public CeilingPlan without(String zone) {
    List<TariffPlan> rest = tariffs.stream()
        .map(tariff -> tariff.with(tariff.offIn().stream().filter(off -> !off.equals(zone)).toList())).toList();
    return with(rest, inputs, contacts).asking(requests.stream().filter(request -> !request.zone().equals(zone)).toList(), storms);
  }

  /** Whether nothing is left that could lower or ask anything. */
  @JsonIgnore
  public boolean isEmpty() {
    return tariffs.isEmpty() && inputs.isEmpty() && requests.isEmpty() && storms.isEmpty();
  }
}
