package io.parkbench.scenarios.campaign.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Rare states that a campaign must have reached to have proved anything. */
public enum Probe {
  LIMIT_CUT_WHILE_OFFLINE("a limit was cut while a station below it was offline"),
  LEASE_RUN_OUT_IN_PARTITION("a session outlived its lease in a partition"),
  RAISE_HELD_BACK("a raise waited for room"),
  CONFIRMED_BY_EXPIRY("room came free because a lost station's lease ran out"),
  VIP_IN_FULL_ZONE("a VIP charged in a full zone"),
  SHED("a session was suspended"),
  SHED_RESUMED("a suspended session was resumed"),
  RECONNECT_TAKES_UP_SESSION("a reconnect took a session up where it was"),
  BEGUN_OFFLINE("a session began while its station was offline"),
  ENDED_OFFLINE("a session ended while its station was offline"),
  SECOND_SOCKET("both sockets of a station charged at once"),
  FRAME_LOST_AT_CUT("a frame was lost in flight at a cut"),
  SETPOINT_LOST("a setpoint got lost on the way"),
  ANSWER_LOST("the answer to a setpoint got lost on the way"),
  HALF_OPEN_FOUND("a half-open link was found out"),
  PARENT_BINDS("a zone above the session's own held it back"),
  POWER_LIMIT_BINDS("a power limit held a session back"),
  REBOOT_IN_SESSION("a station restarted in mid-session");

  private final String text;

  Probe(String text) {
    this.text = text;
  }

  /** What was reached, in words. */
  public String text() {
    return text;
  }

  /** How files call it. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
