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
  REBOOT_IN_SESSION("a station restarted in mid-session"),
  ROOM_FELL_WHILE_LOST("a dynamic zone's room fell while a station below it that may be charging was offline"),
  DYNAMIC_LEASE_RUN_OUT("a session below a dynamic zone outlived its lease in a partition"),
  METER_LOST_WHILE_CHARGING("a meter was lost while cars below it charged"),
  METER_AND_STATION_LOST("a meter was lost while a station below it was offline"),
  TOWARDS_ZERO_WHILE_RISING("a meter began to show nothing while the limit was rising"),
  DISBELIEVED("a meter's plausible readings were found to contradict the cars' draw"),
  LATCHED("a meter showed good readings and was not believed yet"),
  DEGRADED_IN_FORCE("a degraded setpoint above 0 A shared out what charged"),
  BUILDING_ALONE_ABOVE("the building alone was above a zone's maximum"),
  EXPORTS("a meter showed that a phase exports"),
  JUMP_WHILE_RISING("a load jumped up while the limit was rising"),
  CHILD_BINDS("a dynamic zone below another one held a session back"),
  STATIC_HELD_FROM_ABOVE("a dynamic zone held back a session of a static zone below it"),
  TARIFF_EDGE_WHILE_LOST("a tariff period began or ended while a station that charged was offline"),
  HARD_INPUT_WHILE_LOST("an input marked hard limited while a station that charged was offline"),
  REDUCTION_ENDED_UNDER_INPUT("a reduction ended while an input was active"),
  TARIFF_IGNORED_UNDER_INPUT("a tariff period was out of force because an input was active"),
  TARIFF_AND_REDUCTION("a tariff period and a reduction limited the same zone"),
  INPUT_IN_DYNAMIC_ZONE("an input held a dynamic zone below what its meter left"),
  INPUT_LOST_AND_ACTIVE("an input limited because its source was lost"),
  CLOCKS_CHANGED("the clocks were changed while cars charged by tariffs"),
  ZERO_BY_TARIFF("a tariff period left nothing to cars that wanted energy"),
  ZERO_BY_INPUT("an input left nothing to cars that wanted energy"),
  ZERO_BY_REDUCTION("a reduction left nothing to cars that wanted energy"),
  UPDATE_TOO_SOON("an update of a reduction was refused for coming too soon"),
  STORM_DURING_CUT("a storm of requests raged while a limit fell");

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
