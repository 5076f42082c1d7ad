Feature: A release leaves the building its room
  A building and its meter on the same supply: what the building leaves is shared (R-DYN-1).

  Background:
    Given the meters
      | id    | refresh | plant      |
      | meter | 500ms   | {class: 0} |
    And the zones
      | id   | max_a | directive | meter | degraded_a |
      | main | 40    | dynamic   | meter | 20         |
    And the stations
      | id |
      | a  |
    And the settings
      | call_timeout         | 2 s |
      | lease_static         | 6 s |
      | lease_dynamic        | 6 s |
      | ping_interval        | 2 s |
      | ping_grace           | 1 s |
      | meter_value_interval | 2 s |
      | ramp_a_per_s         | 50  |
      | minimum_pause        | 1 s |
      | pauses_per_hour      | 60  |
    And a sedan-22kw plugs in at a

  @R-DYN-1 @realtime
  Scenario: Charging gives way to the building
    Given within 15 s a draws 20 A
    And 12 s pass
    When the other loads of main become 30 A
    Then within 12 s every phase of main carries at most 10 A
    And throughout 3 s every phase of main carries at most 40 A in all

  @R-DYN-1 @R-DYN-7 @realtime
  Scenario: Cars have what the building leaves
    Given within 15 s a draws 20 A
    And 12 s pass
    Then within 25 s every phase of main carries at least 23 A

  @R-DYN-6 @R-DEG-4 @realtime
  Scenario: Without its meter a zone stands at its degraded setpoint
    Given within 15 s a draws 20 A
    And 12 s pass
    And the other loads of main become 24 A
    And within 12 s every phase of main carries at most 16 A
    When the link of meter is cut
    And the other loads of main become 0 A
    Then within 20 s a draws 20 A
