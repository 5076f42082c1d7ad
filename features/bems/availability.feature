Feature: A building takes stations and connectors out of service
  Connector 0 is the whole station; during a session it takes effect after it; a lost station is not told later (R-BEMS-7).

  Background:
    Given a zone main of 100 A
    And the stations
      | id | connectors           |
      | a  | [{max_a: 32}, {max_a: 32}] |
      | b  |                      |
    And "bems" may reduce zones

  @R-BEMS-7
  Scenario: One connector, and back
    When "bems" takes the connector a/2 out of service
    Then the answer is 200
    And the answer says /state is "applied"
    When 1 s passes
    And "bems" asks GET /stations/1
    Then the answer says
      | /connectors/0/status | "available"   |
      | /connectors/1/status | "unavailable" |
      | /is_available        | true          |
    When a sedan-22kw plugs in at a/2
    Then throughout 2 min a/2 draws nothing
    When the car at a/2 leaves
    And "bems" takes the connector a/2 back into service
    Then the answer is 200

  @R-BEMS-7
  Scenario: The whole station
    When "bems" takes the station a out of service
    Then the answer is 200
    When 1 s passes
    And "bems" asks GET /stations/1
    Then the answer says
      | /connectors/0/status | "unavailable" |
      | /connectors/1/status | "unavailable" |
      | /is_available        | false         |
    When "bems" takes the station a back into service
    And 1 s passes
    And "bems" asks GET /stations/1
    Then the answer says /is_available is true

  @R-BEMS-7
  Scenario: During a session it takes effect after it
    Given a sedan-22kw plugs in at b
    And 3 min pass
    When "bems" takes the connector b out of service
    Then the answer is 202
    And the answer says /state is "scheduled"
    When "bems" asks GET /stations/2/connectors/1
    Then the answer says
      | /status               | "charging" |
      | /pending_availability | "unavailable" |
    And throughout 10 min b draws 32 A
    When the car at b leaves
    And 30 s pass
    And "bems" asks GET /stations/2/connectors/1
    Then the answer says /status is "unavailable"

  @R-BEMS-7
  Scenario: A lost station is not told, and not later either
    Given the link of b is cut
    And 10 s pass
    When "bems" takes the station b out of service
    Then the answer is 409 "station-disconnected"
    When the link of b is restored
    And 5 min pass
    And "bems" asks GET /stations/2
    Then the answer says
      | /is_connected | true |
      | /is_available | true |

  @R-BEMS-7
  Scenario: One that says nothing
    Given the link of b goes silent
    When "bems" takes the station b out of service
    Then the answer is 504 "station-timeout"

  @R-BEMS-7
  Scenario: What is not there
    When "bems" takes the connector b/2 out of service
    Then the answer is 404 "not-found"
    When "bems" asks PUT /stations/9/connectors/0/availability with
      """
      {"available": false}
      """
    Then the answer is 404 "not-found"
