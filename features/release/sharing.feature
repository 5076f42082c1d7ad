Feature: A release shares the current
  What any gateway with load management shows from outside: what chargers may draw and what truly flows, in seconds of wall clock.

  Background:
    Given a zone main of 32 A
    And the settings
      | call_timeout         | 2 s |
      | lease_static         | 6 s |
      | lease_dynamic        | 6 s |
      | ping_interval        | 2 s |
      | ping_grace           | 1 s |
      | meter_value_interval | 2 s |

  @R-ALLOC-2 @realtime @short
  Scenario: Two cars have half each
    Given the stations
      | id |
      | a  |
      | b  |
    When cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    Then within 20 s the connectors may draw
      | a | 16 A |
      | b | 16 A |
    And within 8 s every phase of main carries at least 31 A

  @R-ALLOC-2 @realtime
  Scenario: Who leaves gives its share back
    Given the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    And within 20 s a draws 16 A
    When the car at b leaves
    Then within 12 s a draws 32 A

  @R-ALLOC-2 @realtime
  Scenario: By the same percentage, a small station has the smaller part
    Given the stations
      | id | max_a |
      | a  | 32    |
      | b  | 16    |
    And a sedan-22kw plugs in at a
    And within 15 s a draws 32 A
    When a sedan-22kw plugs in at b
    Then within 20 s the connectors may draw
      | a | 21.3 A |
      | b | 10.6 A |

  @R-ALLOC-1 @realtime
  Scenario: A new car draws nothing before room was made for it
    Given the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And within 15 s a draws 32 A
    When messages on the link of a are held
    And a sedan-22kw plugs in at b
    Then throughout 4 s b draws nothing
    When the link of a is restored
    Then within 15 s b may draw 16 A

  @R-ALLOC-6 @realtime
  Scenario: A VIP keeps its maximum, the other waits
    Given the stations
      | id | vip  |
      | a  |      |
      | v  | true |
    And a sedan-22kw plugs in at v
    And within 15 s v draws 32 A
    When a sedan-22kw plugs in at a
    Then within 60 s a sends StartTransaction
    And throughout 8 s a draws nothing
    And now v draws 32 A
