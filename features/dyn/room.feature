Feature: What the building leaves is for the cars
  The room of a dynamic zone is its maximum less what its other loads draw, phase by phase; the meter alone tells (R-DYN-1).

  Background:
    Given the meters
      | id    | plant      |
      | meter | {class: 0} |
    And the zones
      | id   | max_a | directive | meter |
      | main | 63    | dynamic   | meter |

  @R-DYN-1
  Scenario: The cars get what the building leaves, less a guard
    Given the stations
      | id |
      | a  |
      | b  |
    And the loads
      | zone | name  | type     | a  |
      | main | house | constant | 20 |
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And 2 min pass
    Then within 1 min a draws 20.9 A
    And now b draws 20.9 A
    And now main is limited by "meter"
    And throughout 10 min every phase of main carries at most 61.9 A in all

  @R-DYN-1
  Scenario: Each phase has room of its own
    Given the stations
      | id | wiring |
      | a  | MONO1  |
      | b  | MONO2  |
      | c  | MONO3  |
    And the loads
      | zone | name  | type     | a            |
      | main | house | constant | [50, 36, 10] |
    When cars plug in
      | at | car      | after |
      | a  | city-7kw | 1 min |
      | b  | city-7kw | 10 s  |
      | c  | city-7kw | 10 s  |
    Then within 3 min c draws 32 A
    And now a draws 11.8 A
    And now b draws 25.8 A
    And now the gateway explains a by "share" on phase 1 of main

  @R-DYN-1
  Scenario: A building that takes it all leaves nothing
    Given the stations
      | id |
      | a  |
    And the loads
      | zone | name  | type     | a  |
      | main | house | constant | 60 |
    When a sedan-22kw plugs in at a
    Then throughout 10 min a draws nothing
    And now the limit of main is at most 2 A

  @R-DYN-1
  Scenario: What falls below the floor is given to nobody
    Given the stations
      | id |
      | a  |
    And a sedan-22kw plugs in at a
    And within 3 min a draws 32 A
    When the other loads of main become 58 A
    Then within 18 s a draws nothing
    And throughout 10 min a draws nothing

  @R-DYN-1 @R-LEASE-6
  Scenario: The excess is cut in full at once, and phase by phase
    Given the stations
      | id | wiring |
      | a  | MONO1  |
      | b  | MONO2  |
    And cars plug in
      | at | car      | after |
      | a  | city-7kw | 1 min |
      | b  | city-7kw | 10 s  |
    And within 3 min b draws 32 A
    And 1 min passes
    When the other loads of main become 45 A, 10 A and 10 A
    Then within 5 s the limit of main is at most 63 A
    And within 10 s every phase of main carries at most 63 A in all
    And throughout 10 min every phase of main carries at most 63 A in all
    And now b draws 32 A
    And now a draws 16.8 A

  @R-DYN-1
  Scenario: A zone's power is limited likewise
    Given a zone hall of 63 A and 20 kW
    And the stations
      | id | zone |
      | a  | hall |
      | b  | hall |
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    Then within 3 min hall takes 20 kW

  @R-DYN-1 @R-DYN-5 @R-PLANT-1
  Scenario: Production makes no more room than the maximum
    Given the meters
      | id   | role       |
      | roof | production |
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
      | c  | sedan-22kw | 10 s  |
    And 3 min pass
    When the other loads of main begin to feed in 30 A
    Then throughout 20 min the limit of main is at most 63 A
    And now every phase of main carries at least 60 A
    And throughout 10 min every phase of main carries at most 63 A
    And now main is limited by "meter"

  @R-DYN-1 @R-DYN-6
  Scenario: Production that the site does not declare makes the meter doubtful, and gives nobody more
    Given the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And 3 min pass
    When the other loads of main begin to feed in 30 A
    Then within 30 s the gateway notes of meter "it shows less than the cars behind it draw"
    And throughout 20 min every phase of main carries at most 63 A
    And now the limit of main is at most 63 A

  @R-DYN-1
  Scenario: Stations under a dynamic zone report every 10 s, whatever is usual
    Given the zones
      | id   | max_a |
      | hall | 63    |
    And the setting meter_value_interval is "60s"
    And the stations
      | id | zone |
      | a  | main |
      | b  | hall |
    When b reboots
    And a reboots
    Then within 30 s a is called ChangeConfiguration with value "10"
    And within 30 s b is called ChangeConfiguration with value "60"

  @R-DYN-1
  Scenario: What a station draws that does not report counts twice, and is told of
    Given the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "current-on-N"
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    Then within 3 min the gateway notes of a "does not report its currents every 10 s: what it draws counts twice"
    And throughout 10 min every phase of main carries at most 63 A in all
    And now the gateway notes of a "counts twice"
