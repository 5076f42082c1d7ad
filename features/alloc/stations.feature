Feature: Stations with a maximum of their own
  Two sockets on one feeder, or sockets that exclude each other, are further rows of the same allocation.

  @R-ALLOC-16
  Scenario: Two sockets share their station's feeder
    Given a zone main of 100 A
    And the stations
      | id | model   | feeder_a |
      | a  | parking | 32       |
      | b  | parking |          |
    When cars plug in
      | at  | car        |
      | a   | sedan-22kw |
      | a/2 | sedan-22kw |
      | b   | sedan-22kw |
      | b/2 | sedan-22kw |
    Then within 1 min the connectors may draw
      | a   | 16 A |
      | a/2 | 16 A |
      | b   | 32 A |
      | b/2 | 32 A |
    And now the gateway explains a by "share" on phase 1 of a

  @R-ALLOC-16 @R-LEASE-3
  Scenario: On the feeder too, the cut comes before the raise
    Given a zone main of 100 A
    And the stations
      | id | model   | feeder_a |
      | a  | parking | 32       |
    And a sedan-22kw plugs in at a
    And 1 min passes
    When a sedan-22kw plugs in at a/2
    Then within 1 s the gateway holds a/2 back by "waiting_for_cut" of a
    And within 20 s the connectors may draw
      | a   | 16 A |
      | a/2 | 16 A |

  @R-ALLOC-16 @R-DEG-9
  Scenario: The degraded setpoints of a station's sockets fit its feeder
    Given a zone main of 100 A
    And the stations
      | id | model   | feeder_a |
      | a  | parking | 20       |
      | b  | parking |          |
    And cars plug in
      | at  | car        |
      | a   | sedan-22kw |
      | b   | sedan-22kw |
    Then within 1 min a is leased 20 A for 300 s, then 10 A
    And within 1 min b is leased 32 A for 300 s, then 25 A
    When all links are cut
    Then within 6 min a draws 10 A
    And within 10 s b draws 25 A

  @R-ALLOC-16
  Scenario: Sockets that exclude each other serve one car at a time
    Given a zone main of 100 A
    And the stations
      | id | model   | one_at_a_time |
      | a  | parking | true          |
    And a sedan-22kw plugs in at a
    And within 1 min a draws 32 A
    When a sedan-22kw plugs in at a/2
    Then throughout 20 min a/2 may draw nothing
    And now the gateway explains a/2 by "excluded"
    When the car at a leaves
    Then within 30 s a/2 may draw 32 A

  @R-ALLOC-16 @R-ALLOC-12
  Scenario: Two DC cables share what their converter can give
    Given a zone main of 400 A
    And the stations
      | id | model  |
      | dc | dc-180 |
    When cars plug in
      | at   | car        |
      | dc   | sedan-22kw |
      | dc/2 | sedan-22kw |
    Then within 1 min the gateway explains dc by "share" on phase 1 of dc
    And within 1 min the gateway explains dc/2 by "share" on phase 1 of dc
