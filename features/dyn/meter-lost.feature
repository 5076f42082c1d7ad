Feature: A dynamic zone without a meter to trust
  No raise from the first reading that is missed; without one to trust for 10 s the zone stands at its degraded setpoint, and distrust
  lasts until good readings have held (R-DYN-6, R-DEG-4).

  Background:
    Given the stations
      | id | zone |
      | a  | main |
      | b  | main |

  @R-DYN-6 @R-DEG-4
  Scenario: A meter that is silent makes the zone stand at 0 A after 10 s
    Given the zones
      | id   | max_a | directive |
      | main | 63    | dynamic   |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And within 3 min every phase of main carries at least 60 A
    When the link of meter-main goes silent
    Then throughout 8 s main is limited by "meter"
    And within 3 s main is limited by "degraded"
    And now the limit of main is 0 A
    And within 10 s every phase of main carries at most 0 A
    And now the gateway sees the meter meter-main as not-connected
    And now the gateway notes of meter-main "is lost: it does not answer"
    And throughout 10 min every phase of main carries at most 0 A

  @R-DYN-6 @R-DEG-4
  Scenario: The degraded setpoint is the zone's to set
    Given the zones
      | id   | max_a | directive | degraded_a |
      | main | 63    | dynamic   | 20         |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And within 3 min every phase of main carries at least 60 A
    When the link of meter-main is cut
    Then within 11 s the limit of main is 20 A
    And within 10 s the connectors may draw
      | a | 10 A |
      | b | 10 A |
    And within 5 s every phase of main carries at most 20 A
    And throughout 10 min every phase of main carries at most 20 A

  @R-DYN-6
  Scenario: How long a meter may be silent is a setting of it
    Given the meters
      | id    | freshness |
      | meter | 60s       |
    And the zones
      | id   | max_a | directive | meter |
      | main | 63    | dynamic   | meter |
    And a sedan-22kw plugs in at a
    And within 3 min a draws 32 A
    When the link of meter goes silent
    Then throughout 58 s main is limited by "meter"
    And within 4 s main is limited by "degraded"

  @R-DYN-6
  Scenario: Nothing is raised from the first reading that is missed, and a short silence is none
    Given the zones
      | id   | max_a | directive |
      | main | 63    | dynamic   |
    And the other loads of main become 40 A
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And 3 min pass
    When the other loads of main become 0 A
    And the link of meter-main goes silent
    Then throughout 8 s the limit of main does not rise
    When the link of meter-main is restored
    Then throughout 5 min main is limited by "meter"
    And now every phase of main carries at least 60 A

  @R-DYN-6
  Scenario: Distrust lasts until the meter has been good for a while
    Given the zones
      | id   | max_a | directive |
      | main | 63    | dynamic   |
    And a sedan-22kw plugs in at a
    And within 3 min a draws 32 A
    When the link of meter-main goes silent
    And 1 min passes
    And the link of meter-main is restored
    Then throughout 9 s the limit of main is 0 A
    And within 5 s main is limited by "meter"
    And now the gateway sees the meter meter-main as connected
    And within 7 min a draws 32 A

  @R-DYN-6
  Scenario: A meter that comes and goes never makes a zone rise
    Given the zones
      | id   | max_a | directive |
      | main | 63    | dynamic   |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And within 3 min every phase of main carries at least 60 A
    When 70 % of the messages on the link of meter-main are lost
    Then throughout 15 min every phase of main carries at most 63 A in all
    When the other loads of main become 40 A
    Then within 30 s every phase of main carries at most 63 A in all
    And throughout 10 min every phase of main carries at most 63 A in all

  @R-DEG-3 @R-DYN-6
  Scenario: A station is lost while the meter is: it falls to 0 A all the same
    Given the zones
      | id   | max_a | directive | degraded_a |
      | main | 63    | dynamic   | 20         |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And within 3 min every phase of main carries at least 60 A
    When the link of a is cut
    And the link of meter-main goes silent
    Then within 35 s a draws nothing
    And within 7 min b draws 20 A
    And throughout 10 min every phase of main carries at most 20 A

  @R-DEG-3 @R-DYN-1
  Scenario: A station that is lost falls to 0 A, and the rest share what the meter leaves
    Given the zones
      | id   | max_a | directive |
      | main | 40    | dynamic   |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And within 3 min every phase of main carries at least 38 A
    When the link of a is cut
    Then within 35 s a draws nothing
    And within 2 min b draws 32 A
    And throughout 10 min a draws nothing

  @R-LEASE-6
  Scenario: The building takes the room of a lost station: the excess ends with its lease
    Given the zones
      | id   | max_a | directive |
      | main | 63    | dynamic   |
    And what lost stations hold of main may be in excess until their leases end
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And within 3 min every phase of main carries at least 60 A
    When the link of a goes silent
    And the other loads of main become 45 A
    Then within 10 s b draws nothing
    And within 50 s every phase of main carries at most 63 A in all
    And throughout 10 min every phase of main carries at most 63 A in all
