Feature: A release takes a building's requests
  Reductions, availability, live data and events over the REST API.

  Background:
    Given a zone main of 32 A
    And the settings
      | call_timeout         | 2 s |
      | lease_static         | 6 s |
      | lease_dynamic        | 6 s |
      | ping_interval        | 2 s |
      | ping_grace           | 1 s |
      | meter_value_interval | 2 s |
    And the stations
      | id |
      | a  |
      | b  |
    And "bems" may reduce zones

  @R-BEMS-1 @api @realtime
  Scenario: A reduction lowers the zone, and lifted gives it back
    Given the settings of remote energy management
      | minimum_period | 1 s |
    And a sedan-22kw plugs in at a
    And within 15 s a draws 32 A
    When "bems" sets the reduction of main to 50 %
    Then the answer is 201
    And within 10 s a draws 16 A
    And within 5 s "bems" reads /setpoint_source of GET /zones/{main} with "external_reduction"
    When "bems" lifts the reduction of main
    Then within 20 s a draws 32 A

  @R-BEMS-1 @R-BEMS-2 @api @realtime
  Scenario: A reduction ends by itself
    Given a sedan-22kw plugs in at a
    And within 15 s a draws 32 A
    When "bems" sets the reduction of main to 20 A for 8 s
    Then within 7 s a draws 20 A
    And within 20 s a draws 32 A

  @R-BEMS-3 @api @realtime @short
  Scenario: A second reduction too soon is refused
    When "bems" sets the reduction of main to 20 A
    Then the answer is 201
    When "bems" sets the reduction of main to 25 A
    Then the answer is 429 "setpoint-period"
    And within 5 s the limit of main is 20 A

  @R-BEMS-5 @api @realtime
  Scenario: What flows is shown
    Given a sedan-22kw plugs in at a
    And within 15 s a draws 32 A
    Then within 10 s "bems" reads /rms_current_a/l1 of GET /zones/{main} as 32
    And within 5 s "bems" reads /connectors/0/status of GET /stations/{a} as "charging"
    And within 5 s the gateway has 1 session

  @R-BEMS-5 @api @realtime
  Scenario: A station that is lost is shown as such
    When the link of a is cut
    Then within 15 s "bems" reads /is_connected of GET /stations/{a} as false
    And within 5 s "bems" reads /is_connected of GET /stations/{b} as true
    When the link of a is restored
    Then within 30 s the gateway sees a as connected

  @R-BEMS-7 @api @realtime
  Scenario: A station is taken out of service and back
    When "bems" takes the station a out of service
    Then within 5 s a is called ChangeAvailability with type "Inoperative"
    And within 5 s "bems" reads /is_available of GET /stations/{a} as false
    When a sedan-22kw plugs in at a
    Then throughout 4 s a draws nothing
    When "bems" takes the station a back into service
    Then within 5 s "bems" reads /is_available of GET /stations/{a} as true

  @R-BEMS-8 @api @realtime
  Scenario: What happens is told as it happens
    When "bems" listens to events
    And the link of a is cut
    Then within 15 s "bems" hears "station_disconnected" with
      | /detail/is_connected | false |
    When "bems" sets the reduction of main to 50 %
    Then within 5 s "bems" hears "reduction_set" with
      | /detail/effective_current_a | 16 |
    And "bems" has missed no event

  @R-BEMS-10 @api @realtime
  Scenario: The API describes itself
    When "bems" asks GET /openapi.json
    Then the answer is 200
    And the answer says /openapi contains "3.1"
    When "bems" asks GET /zones/7
    Then the answer is 404 "not-found"
