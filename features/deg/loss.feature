Feature: Stations that are lost, and come back
  Lost is a station whose link closes, and one of which nothing, not even a pong, is heard for the ping interval and a grace.

  @R-DEG-8
  Scenario: A link that closes is a loss at once
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    And a sedan-22kw plugs in at a
    And within 30 s a draws 32 A
    When the link of a is cut
    Then within 1 s the gateway sees a as lost
    And within 1 s the gateway explains a by "lost"

  @R-DEG-8
  Scenario: Half-open is a loss after the ping interval and the grace
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    And a sedan-22kw plugs in at a
    And within 30 s a draws 32 A
    When the link of a goes silent
    Then throughout 29 s the gateway sees a as connected
    And within 62 s the gateway sees a as lost

  @R-DEG-8
  Scenario: A silence that ends within the grace is none
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    And a sedan-22kw plugs in at a
    And within 30 s a draws 32 A
    When the link of a goes silent
    And 25 s pass
    And the link of a is restored
    Then at no time during 5 min the gateway sees a as lost
    And now a draws 32 A

  @R-DEG-8 @R-LEASE-1
  Scenario: An idle link is kept alive by pings, and a dead idle one is found
    Given a zone main of 32 A
    And the setting heartbeat_interval is "24 h"
    And the stations
      | id |
      | a  |
    Then at no time during 2 h the gateway sees a as lost
    When the link of a goes silent
    Then within 91 s the gateway sees a as lost

  @R-DEG-8 @R-DEG-1
  Scenario: Reconnected stations take their sessions up, none lost and none doubled
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    And 2 min pass
    When all links go silent
    And 20 min pass
    And all links are restored
    Then within 5 min the gateway sees a as connected
    And within 5 min the gateway sees b as connected
    And now the session at a goes on
    And now the session at b goes on
    And now the gateway has 2 sessions
    And within 1 min the connectors may draw
      | a | 16 A |
      | b | 16 A |

  @R-DEG-1 @R-LEASE-1
  Scenario: A car newly plugged in at a lost station gets the base
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    And within 30 s a draws 16 A
    When the link of a is cut
    And the car at a leaves
    And a sedan-22kw plugs in at a
    Then throughout 20 min a draws nothing
    And now b draws 16 A
    When the link of a is restored
    Then within 5 min the connectors may draw
      | a | 16 A |
      | b | 16 A |
    And now the gateway has 2 sessions

  @R-DEG-5 @R-LEASE-4
  Scenario: A DC station keeps its last setpoint when it is lost, and counts so
    Given a zone main of 60 A
    And the stations
      | id | model | max_a |
      | dc | dc-24 |       |
      | ac |       | 32    |
      | a2 |       | 32    |
    And cars plug in
      | at | car        |
      | dc | sedan-22kw |
      | ac | sedan-22kw |
    And within 1 min dc is told a setpoint without an end
    And 5 min pass
    When the link of dc is cut
    Then throughout 30 min dc may draw 28.3 A
    And now the gateway explains dc by "lost"
    And throughout 10 min every phase of main carries at most 60 A
    When the link of dc is restored
    Then within 3 min dc is online
    And now the session at dc goes on

  @R-DEG-3 @R-DEG-9
  Scenario: Under a dynamic zone a lost station falls to 0 A and the rest share the limit
    Given the zones
      | id   | max_a | directive | degraded_a |
      | main | 63    | dynamic   | 32         |
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    And within 1 min a is leased 16 A for 30 s, then 0 A
    And 1 min passes
    When the link of a is cut
    Then within 35 s a draws nothing
    And within 30 s b draws 32 A
    And throughout 10 min every phase of main carries at most 32 A

  @R-DEG-3 @R-DEG-9
  Scenario: A static zone under a dynamic one degrades to 0 A too
    Given the zones
      | id   | max_a | directive | degraded_a | parent |
      | main | 63    | dynamic   | 40         |        |
      | hall | 32    |           |            | main   |
    And the stations
      | id | zone |
      | a  | hall |
    When a sedan-22kw plugs in at a
    Then within 1 min a is leased 32 A for 30 s, then 0 A
