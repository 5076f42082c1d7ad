Feature: Chargers whose meters are odd
  An implausible sample is no sample, and never confirms a cut; without samples others wait until a lease has run out (R-LEASE-3).

  @R-CHG-2 @strict
  Scenario Outline: <quirk>: shares as if its samples were sound
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "<quirk>"
    And a sedan-22kw plugs in at a
    And within 1 min a draws 32 A
    When a sedan-22kw plugs in at b
    Then within 7 min b draws 16 A
    And now a draws 16 A
    When the car at b leaves
    Then within 2 min a draws 32 A
    And throughout 30 min there is no alarm

    Examples:
      | quirk                  |
      | kWh-labelled-Wh        |
      | power-in-W-labelled-kW |
      | current-on-N           |
      | phase-L1-N             |
      | no-power-when-idle     |
      | register-resets        |
      | metervalues-wrong-txid |

  @R-CHG-2 @bounded
  Scenario: phase-rotated: a one-phase car is learnt on another phase; the excess is what it draws above its count there
    Given a zone main of 40 A
    And the stations
      | id | wiring |
      | a  | TRI123 |
      | b  | MONO1  |
    And the station a has the quirk "phase-rotated"
    And only what a draws above its count may break a limit
    When cars plug in
      | at | car      | after |
      | a  | city-7kw | 10 s  |
      | b  | city-7kw | 5 min |
    Then within 5 min the gateway counts a on 1 phase
    And throughout 30 min phase 2 of main carries 0 A
    And now phase 1 of main carries 64 A

  @R-CHG-2 @R-PLANT-3 @bounded
  Scenario: Wrong wiring: only a meter of the zone could tell; the excess is what the connector draws above its count there
    Given a zone main of 40 A
    And the stations
      | id | wiring |
      | a  | MONO2  |
      | b  | MONO1  |
    And only what a draws above its count may break a limit
    When a is wired MONO1 instead
    And cars plug in
      | at | car      | after |
      | a  | city-7kw | 10 s  |
      | b  | city-7kw | 10 s  |
    Then within 1 min phase 1 of main carries 64 A
    And throughout 30 min phase 2 of main carries 0 A
