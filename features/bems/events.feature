Feature: What happens is told, as a stream and as a list
  Each event once and in order; who was away is told what they missed, or that they cannot be (R-BEMS-8).

  Background:
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
      | b  |
    And "bems" may reduce zones

  @R-BEMS-8
  Scenario: A reduction is set and ends
    When "bems" listens to events
    Then the answer is 200
    And the header Content-Type of the answer is "text/event-stream"
    When "bems" sets the reduction of main to 50 % for 10 min
    Then within 5 s "bems" hears "reduction_set" with
      | /zone_id                    | 1      |
      | /detail/effective_current_a | 50     |
      | /detail/accepted_by         | "bems" |
    And within 1 s "bems" hears "setpoint_changed" with
      | /detail/setpoint_current_a | 50                     |
      | /detail/setpoint_source    | ["external_reduction"] |
    And at no time during 9 min "bems" hears "reduction_expired"
    And within 1 min "bems" hears "reduction_expired"
    And within 1 s "bems" hears "setpoint_changed" with
      | /detail/setpoint_current_a | 100 |
    And "bems" has missed no event

  @R-BEMS-8
  Scenario: A station is lost and comes back
    When "bems" listens to events
    And the link of a is cut
    Then within 10 s "bems" hears "station_disconnected" with
      | /station_id          | 1     |
      | /detail/is_connected | false |
    And within 1 s "bems" hears "connector_status" with
      | /detail/status          | "unknown"   |
      | /detail/previous_status | "available" |
    And within 1 s "bems" hears "alarm_raised" with
      | /detail/code | "station-communication-fault" |
    When the link of a is restored
    Then within 5 min "bems" hears "station_connected" with
      | /station_id | 1 |
    And within 1 min "bems" hears "alarm_cleared" with
      | /detail/code | "station-communication-fault" |

  @R-BEMS-8
  Scenario: Availability and sessions
    When "bems" listens to events
    And "bems" takes the station a out of service
    Then within 5 s "bems" hears "availability_changed" with
      | /station_id | 1 |
    When a sedan-22kw plugs in at b
    Then within 1 min "bems" hears "transaction_started" with
      | /station_id | 2 |
    And within 2 min "bems" hears "connector_status" with
      | /detail/status | "charging" |
    When the car at b leaves
    Then within 1 min "bems" hears "transaction_ended" with
      | /station_id | 2 |

  @R-BEMS-8
  Scenario: A connector reports a fault
    Given "bems" asks GET /alarms
    And the connector a reports the fault "GroundFailure"
    And 5 s pass
    When "bems" asks GET /alarms?state=active
    Then the answer says
      | /items/0/code       | "connector-faulted" |
      | /items/0/station_id | 1                   |

  @R-BEMS-8
  Scenario: Only what one asked for
    When "bems" listens to events of "station"
    And "bems" sets the reduction of main to 50 % for 10 min
    And the link of b is cut
    Then within 10 s "bems" hears "station_disconnected"
    And at no time during 1 min "bems" hears "reduction_set"
    And at no time during 1 min "bems" hears "connector_status"

  @R-BEMS-8
  Scenario: Who was away is told what happened meanwhile
    When "bems" listens to events
    And "bems" sets the reduction of main to 50 % for 5 min
    Then within 5 s "bems" hears "reduction_set"
    When "bems" stops listening
    And 10 min pass
    And "bems" listens to events after the last one heard
    Then within 5 s "bems" hears "reduction_expired"
    And "bems" has missed no event

  @R-BEMS-8 @R-BEMS-2
  Scenario: Who was away during a restart is told that there is a gap
    When "bems" listens to events
    And "bems" sets the reduction of main to 50 % for 8 h
    Then within 5 s "bems" hears "reduction_set"
    When the gateway restarts within 10 s
    Then within 5 s the event stream of "bems" is over
    When "bems" logs in
    And "bems" listens to events after the last one heard
    Then within 5 s "bems" hears "gap"
    And within 5 s "bems" hears "boot"

  @R-BEMS-8
  Scenario: The list says the same as the stream, and is read in pages
    Given "bems" sets the reduction of main to 50 % for 5 min
    And 10 min pass
    When "bems" reads all pages of GET /events?limit=2
    Then no two items have the same id
    And the answer says /items contains "reduction_set"
    And the answer says /items contains "reduction_expired"

  @R-BEMS-8
  Scenario: A fifth stream of one login is one too many
    When "bems" listens to events
    And "bems" listens to events
    And "bems" listens to events
    And "bems" listens to events
    Then the answer is 200
    When "bems" listens to events
    Then the answer is 429 "rate-limited"
