package io.parkbench.gateway.lease;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.gateway.lease.DegradedValues.Connectors;
import io.parkbench.gateway.lease.DegradedValues.Zones;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** R-DEG-1, 2, 3, 9: PARK1 (two double T2 Parking, one T2/TE Smart Wallbox) and what follows from it; trees; dynamic zones. */
class DegradedValuesTest {
  private static final int WHOLE_AMPS = 10;
  private static final int TENTHS = 1;

  private static int[] park1(int zoneDa, int parkingFloorDa, int stepDa) {
    return DegradedValues.of(
        new Zones(new int[] {-1}, new int[] {zoneDa}, new boolean[] {false}),
        new Connectors(
            new int[5],
            new int[] {parkingFloorDa, parkingFloorDa, parkingFloorDa, parkingFloorDa, 100},
            new int[] {320, 320, 320, 320, 320},
            filled(stepDa)),
        false);
  }

  private static int[] filled(int value) {
    int[] all = new int[5];
    Arrays.fill(all, value);
    return all;
  }

  private static int[] values(int parkingDa, int wallboxDa) {
    return new int[] {parkingDa, parkingDa, parkingDa, parkingDa, wallboxDa};
  }

  @Test
  void of51AmpsEachParkingConnectorHas9AndTheWallbox15() {
    assertArrayEquals(values(90, 150), park1(510, 60, WHOLE_AMPS));
    assertEquals(510, Arrays.stream(park1(510, 60, TENTHS)).sum());
  }

  @Test
  void lostStationsLeaveTheRestToTheOthers() {
    int[] lost = park1(510, 60, WHOLE_AMPS);
    assertEquals(330, 510 - lost[0] - lost[1], "one Parking lost");
    assertEquals(150, 510 - lost[0] - lost[1] - lost[2] - lost[3], "both Parking lost");
    assertEquals(360, 510 - lost[4], "the Wallbox lost");
  }

  @Test
  void floorsThatJustFitAreTheDegradedValues() {
    assertArrayEquals(values(60, 100), park1(340, 60, WHOLE_AMPS));
  }

  @Test
  void floorsThatDoNotFitLeaveNothing() {
    assertArrayEquals(values(0, 0), park1(330, 60, WHOLE_AMPS));
    assertArrayEquals(values(0, 0), park1(339, 60, TENTHS));
  }

  @Test
  void roundedDownToWhatTheStationAccepts() {
    assertArrayEquals(values(88, 147), park1(500, 60, TENTHS));
    assertArrayEquals(values(80, 140), park1(500, 60, WHOLE_AMPS));
  }

  @Test
  void higherFloorsOfTheOtherStandard() {
    assertArrayEquals(values(97, 121), park1(510, 80, TENTHS));
    assertArrayEquals(values(0, 0), park1(510, 140, TENTHS));
  }

  @Test
  void neverAboveTheConnectorsMaximum() {
    assertArrayEquals(values(320, 320), park1(5100, 60, TENTHS));
  }

  @Test
  void inATreeTheSmallestScaleOnTheWayUpHolds() {
    int[] parents = {-1, 0, 0};
    Connectors connectors = new Connectors(
        new int[] {1, 1, 2, 2}, new int[] {60, 60, 60, 60}, new int[] {320, 320, 320, 320}, new int[] {1, 1, 1, 1});
    boolean[] allStatic = new boolean[3];
    assertArrayEquals(
        new int[] {80, 80, 90, 90},
        DegradedValues.of(new Zones(parents, new int[] {360, 160, 300}, allStatic), connectors, false));
    assertArrayEquals(
        new int[] {0, 0, 90, 90},
        DegradedValues.of(new Zones(parents, new int[] {360, 110, 300}, allStatic), connectors, false),
        "floors that do not fit their own zone");
    assertArrayEquals(
        new int[4],
        DegradedValues.of(new Zones(parents, new int[] {230, 230, 230}, allStatic), connectors, false),
        "floors that do not fit the root");
  }

  @Test
  void underADynamicZoneAtAnyLevelThereIsNothing() {
    int[] parents = {-1, 0};
    int[] maxima = {510, 400};
    Connectors connectors = new Connectors(new int[] {1, 1}, new int[] {60, 60}, new int[] {320, 320}, new int[] {1, 1});
    Zones zones = new Zones(parents, maxima, new boolean[] {true, false});
    assertArrayEquals(new int[] {0, 0}, DegradedValues.of(zones, connectors, false));
    assertArrayEquals(new int[] {200, 200}, DegradedValues.of(zones, connectors, true), "the setting shares its degraded setpoint");
  }
}
