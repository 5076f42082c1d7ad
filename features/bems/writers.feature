Feature: One login controls energy, and not too often
  Others read; the first setpoint of a period counts; the switch is off unless somebody turns it on (R-BEMS-3).

  Background:
    Given a zone main of 100 A
    And a zone yard of 80 A
    And the stations
      | id | zone |
      | a  | main |
      | b  | yard |

  @R-BEMS-3
  Scenario: Within the minimum period the first one counts, and the answer says when the next one does
    Given "bems" may reduce zones
    When "bems" sets the reduction of main to 50 A for 1 h
    And "bems" sets the reduction of main to 30 A for 1 h
    Then the answer is 429 "setpoint-period"
    And the header Retry-After of the answer is "60"
    And now the limit of main is 50 A
    When 58 s pass
    And "bems" sets the reduction of main to 30 A for 1 h
    Then the answer is 429 "setpoint-period"
    When 3 s pass
    And "bems" sets the reduction of main to 30 A for 1 h
    Then the answer is 200
    And now the limit of main is 30 A

  @R-BEMS-3
  Scenario: One that was refused does not lengthen the period
    Given "bems" may reduce zones
    And "bems" sets the reduction of main to 50 A for 1 h
    And 50 s pass
    And "bems" sets the reduction of main to 30 A for 1 h
    When 11 s pass
    And "bems" sets the reduction of main to 20 A for 1 h
    Then the answer is 200

  @R-BEMS-3
  Scenario: Lifting counts as a setpoint, and each zone has a period of its own
    Given "bems" may reduce zones
    When "bems" sets the reduction of main to 50 A for 1 h
    And "bems" lifts the reduction of main
    Then the answer is 429 "setpoint-period"
    When "bems" sets the reduction of yard to 40 A for 1 h
    Then the answer is 201
    And now the limit of main is 50 A
    And now the limit of yard is 40 A

  @R-BEMS-3
  Scenario: The period is a setting
    Given "bems" may reduce zones
    And the settings of remote energy management
      | minimum_period | 10 min |
    When "bems" sets the reduction of main to 50 A for 1 h
    And 9 min pass
    And "bems" sets the reduction of main to 30 A for 1 h
    Then the answer is 429 "setpoint-period"
    When 1 min passes
    And "bems" sets the reduction of main to 30 A for 1 h
    Then the answer is 200

  @R-BEMS-3
  Scenario: In silent mode the second one is answered with the first
    Given "bems" may reduce zones
    And the settings of remote energy management
      | period_mode | silent |
    And "bems" listens to events
    When "bems" sets the reduction of main to 50 A for 1 h
    And "bems" sets the reduction of main to 30 A for 1 h
    Then the answer is 200
    And the answer says
      | /applied        | false |
      | /zone_reduction | 50    |
    And now the limit of main is 50 A
    And within 5 s "bems" hears "reduction_rejected"

  @R-BEMS-3
  Scenario: Another login of the same role only reads
    Given "bems" may reduce zones
    And the user "other" of role WEBSERVICES
    And "other" logs in
    When "other" sets the reduction of main to 50 A for 1 h
    Then the answer is 403 "not-energy-writer"
    And now the limit of main is 100 A
    When "other" gives a sign of life
    Then the answer is 403 "not-energy-writer"
    When "other" asks GET /zones/1
    Then the answer is 200

  @R-BEMS-3
  Scenario: Administrators set no reductions either
    Given "bems" may reduce zones
    And the user "chief" of role ADMIN
    And "chief" logs in
    When "chief" sets the reduction of main to 50 A for 1 h
    Then the answer is 403 "not-energy-writer"
    And now the limit of main is 100 A

  @R-BEMS-3
  Scenario: The switch is off
    Given "bems" may reduce zones
    And the settings of remote energy management
      | enabled | false |
    When "bems" sets the reduction of main to 50 A for 1 h
    Then the answer is 403 "remote-em-disabled"
    And now the limit of main is 100 A

  @R-BEMS-3
  Scenario: Who writes over a reduction says which one is meant
    Given "bems" may reduce zones
    And "bems" sets the reduction of main to 50 A for 1 h
    And 2 min pass
    When "bems" asks PUT /zones/1/reduction with
      """
      {"zone_reduction": 30, "zone_reduction_type": "current"}
      """
    Then the answer is 428 "precondition-required"
    When "bems" asks PUT /zones/1/reduction with the header 'If-Match: "stale"' and
      """
      {"zone_reduction": 30, "zone_reduction_type": "current"}
      """
    Then the answer is 412 "stale-etag"
    And now the limit of main is 50 A

  @R-BEMS-4
  Scenario: When the heartbeat stops it is told, and reductions run to their validity
    Given "bems" may reduce zones
    And "bems" listens to events of "alarm"
    And "bems" sets the reduction of main to 50 A for 1 h
    When "bems" gives a sign of life
    Then the answer is 204
    When "bems" asks GET /site
    Then the answer says /remote_energy_management_active is true
    When 598 s pass
    Then at no time during 1 s "bems" hears "alarm_raised"
    And within 2 s "bems" hears "alarm_raised" with
      | /detail/code | "bems-heartbeat-lost" |
    And throughout 40 min the limit of main is 50 A
    And within 15 min the limit of main is 100 A

  @R-BEMS-4
  Scenario: Where the site says so, they are released
    Given "bems" may reduce zones
    And the settings of remote energy management
      | on_heartbeat_loss | release |
      | heartbeat         | 2 min   |
    And "bems" sets the reduction of main to 50 A for 8 h
    When "bems" gives a sign of life
    And 118 s pass
    Then now the limit of main is 50 A
    And within 3 s the limit of main is 100 A
    When "bems" asks GET /site
    Then the answer says /remote_energy_management_active is false

  @R-BEMS-4
  Scenario: The heartbeat is back, and the alarm is over
    Given "bems" may reduce zones
    And "bems" gives a sign of life
    And 11 min pass
    And "bems" asks GET /alarms?state=active
    And the answer says /items/0/code is "bems-heartbeat-lost"
    When "bems" gives a sign of life
    And 1 s passes
    And "bems" asks GET /alarms?state=active
    Then the answer has 0 items
    When "bems" asks GET /site
    Then the answer says /remote_energy_management_active is true
