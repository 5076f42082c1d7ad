Feature: A release keeps what zones may carry
  Trees, phases and powers, by what truly flows.

  Background:
    Given the settings
      | call_timeout         | 2 s |
      | lease_static         | 6 s |
      | lease_dynamic        | 6 s |
      | ping_interval        | 2 s |
      | ping_grace           | 1 s |
      | meter_value_interval | 2 s |

  @R-ALLOC-2 @realtime
  Scenario: What a full branch cannot use, the other one gets
    Given the zones
      | id    | max_a | parent |
      | main  | 40    |        |
      | left  | 10    | main   |
      | right | 40    | main   |
    And the stations
      | id | zone  |
      | a  | left  |
      | b  | right |
    When cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    Then within 20 s the connectors may draw
      | a | 10 A |
      | b | 30 A |
    And within 5 s every phase of main carries at most 40 A

  @R-ALLOC-4 @realtime
  Scenario: When even the floors do not fit, somebody waits
    Given a zone main of 10 A
    And the stations
      | id |
      | a  |
      | b  |
    When a sedan-22kw plugs in at a
    And within 15 s a draws 10 A
    And a sedan-22kw plugs in at b
    Then throughout 8 s every phase of main carries at most 10 A
    And within 15 s phase 1 of main carries 10 A

  @R-ALLOC-1 @realtime
  Scenario: Cars on different phases do not take each other's room
    Given a zone main of 16 A
    And the stations
      | id | wiring |
      | a  | MONO1  |
      | b  | MONO2  |
    When cars plug in
      | at | car        |
      | a  | city-7kw   |
      | b  | city-7kw   |
    Then within 20 s the connectors may draw
      | a | 16 A |
      | b | 16 A |
    And within 5 s phase 2 of main carries 16 A

  @R-ALLOC-2 @realtime
  Scenario: A zone is limited in kilowatts too
    Given a zone main of 64 A and 22 kW
    And the stations
      | id |
      | a  |
      | b  |
    When cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    Then within 20 s the connectors may draw
      | a | 15.9 A |
      | b | 15.9 A |
    And within 5 s main takes at most 22 kW

  @R-SITE-7 @api @realtime
  Scenario: A lower maximum takes effect at once, and a higher one gives back
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    And a sedan-22kw plugs in at a
    And within 15 s a draws 32 A
    When the maximum of main becomes 20 A
    Then within 10 s a draws 20 A
    And within 5 s the limit of main is 20 A
    And now the session at a goes on
    When the maximum of main becomes 32 A
    Then within 12 s a draws 32 A
