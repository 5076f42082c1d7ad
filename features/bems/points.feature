Feature: Points by the seeds' names
  The flat list of the gateway, and what the building's client computes and keeps (R-BEMS-5, 6, R-PLANT-5).

  @R-BEMS-5
  Scenario: The gateway's points of a zone
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
    And "bems" may reduce zones
    And "bems" sets the reduction of main to 40 % for 2 h
    When "bems" asks GET /points?level=zone&limit=200
    Then the answer is 200
    And the answer says /items contains '{"id":"Zones/Zone-1/ZoneSetPointCurrent(A)","name":"ZoneSetPointCurrent(A)","value":40.0,"unit":"A","writable":false,"state":"good","source":"gateway"'
    And the answer says /items contains '{"id":"Zones/Zone-1/ZoneReduction","name":"ZoneReduction","value":40,"unit":"%","writable":true'
    And the answer says /items contains "ZoneReductionType(Percentage)"
    And the answer says /items contains "external-reduction@bmsApi-1-main"

  @R-BEMS-5
  Scenario: Of a lost station they are offline
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
    And the user "bems" of role WEBSERVICES
    And the link of a is cut
    And 10 s pass
    When "bems" asks GET /points?level=station&station_id=1&limit=200
    Then the answer says /items contains '"name":"StationIsConnected","value":false'
    And the answer says /items contains '"StationStatus","value":"unknown","writable":false,"state":"offline"'

  @R-BEMS-5
  Scenario: A hundred stations, page by page
    Given 100 stations, 4 zones and 1 levels
    And the user "bems" of role WEBSERVICES
    When "bems" asks GET /stations
    Then the answer has 50 items
    When "bems" reads all pages of GET /stations?limit=30
    Then the answer says /pages is 4
    And the answer has 100 items
    And no two items have the same station_id
    When "bems" asks GET /stations?limit=201
    Then the answer is 422 "validation-failed"

  @R-BEMS-5 @R-PLANT-5
  Scenario: The building shows what is so, and what it reduces
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
    And a building that polls the gateway
    And a sedan-22kw plugs in at a
    Then within 3 min the building shows "ConnectorOverallRmsCurrentPhase1" of a/1 as "32"
    And now the building shows "ZoneOverallActivePowerTotal" of main as "22.08"
    And now the building shows "ConnectorState_Charging" of a/1 as "true"
    When the building sets the reduction of main to 50 % for 1 h
    Then the building notes it as "accepted"
    And within 1 min the building shows "ZoneSetPointCurrent(A)" of main as "50"
    And now the building shows "ZoneReduction" of main as "50"
    And now the building shows "ZoneReductionType(Percentage)" of main as "percentage"
    When the building sets the reduction of main to 20 % for 1 h
    Then the building notes it as "refused"

  @R-BEMS-5 @R-PLANT-5
  Scenario: Golden vector G10, averages are sums
    Given a zone main of 100 A
    And the stations
      | id | connectors                                                     |
      | a  | [{max_a: 16, wiring: TRI123}, {max_a: 10, wiring: MONO1}] |
    And a building that polls the gateway
    And a sedan-22kw plugs in at a
    And a city-7kw plugs in at a/2
    Then within 5 min the building shows "StationOverallRmsCurrentPhase1" of a as "26"
    And now the building shows "StationOverallRmsCurrentPhase2" of a as "16"
    And now the building shows "ConnectorOverallRmsCurrentAverage" of a/1 as "16"
    And now the building shows "ConnectorOverallRmsCurrentAverage" of a/2 as "10"
    And now the building shows "StationOverallRmsCurrentAverage" of a as "26"
    And now the building shows "ZoneOverallRmsCurrentAverage" of main as "26"

  @R-BEMS-5 @R-PLANT-5
  Scenario: PME writes percent only
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
    And a building that polls the gateway with
      | persona | pme |
    And 1 min passes
    When the building sets the reduction of main to 40 A for 1 h
    Then the building notes it as "not-sent"
    And now the limit of main is 100 A
    When the building sets the reduction of main to 40 % for 1 h
    Then the building notes it as "accepted"
    And now the limit of main is 40 A

  @R-BEMS-1 @R-PLANT-5
  Scenario: A microgrid controller by its schedule
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
    And a building that polls the gateway with
      | persona  | microgrid                                                              |
      | schedule | [{at: "06:00", zone: main, kw: 30}, {at: "22:00", zone: main, a: 80}] |
    And it is 2026-01-05 05:50 at the site
    When it becomes 06:00 at the site
    Then within 1 min main may take 30 kW with all above it
    When it becomes 22:00 at the site
    Then within 2 min the limit of main is 80 A
