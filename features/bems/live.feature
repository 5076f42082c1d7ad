Feature: What the gateway tells of zones, stations and connectors
  Currents and powers by conductor and by supply phase, setpoints, counts, demand and capacity; energy only during a session (R-BEMS-5, 6).

  @R-BEMS-5
  Scenario: A connector that charges
    Given a zone main of 100 A
    And the stations
      | id | wiring |
      | a  | TRI231 |
    And the user "bems" of role WEBSERVICES
    And a sedan-22kw plugs in at a
    And 5 min pass
    When "bems" asks GET /stations/1/connectors/1
    Then the answer is 200
    And the answer says
      | /status              | "charging" |
      | /setpoint_current_a  | 32         |
      | /setpoint_power_kw   | 22.08      |
      | /rms_current_a/1     | 32         |
      | /active_power_kw/3   | 7.36       |
      | /grid_current_a/l2   | 32         |
      | /phase_connection    | "tri231"   |
      | /max_current_or_power/value | 32  |

  @R-BEMS-5
  Scenario: On one phase, the conductor is the first and the supply phase the second
    Given a zone main of 100 A
    And the stations
      | id | wiring |
      | a  | MONO2  |
    And the user "bems" of role WEBSERVICES
    And a city-7kw plugs in at a
    And 5 min pass
    When "bems" asks GET /stations/1/connectors/1
    Then the answer says
      | /rms_current_a/1   | 32 |
      | /grid_current_a/l2 | 32 |
    And the answer says nothing of /rms_current_a/2
    And the answer says nothing of /grid_current_a/l1
    When "bems" asks GET /zones/1
    Then the answer says
      | /rms_current_a/l1 | 0  |
      | /rms_current_a/l2 | 32 |

  @R-BEMS-5
  Scenario: Zones add up what is below them, and the site what its root zones have
    Given the zones
      | id   | max_a | parent |
      | main | 100   |        |
      | east | 40    | main   |
      | west | 80    | main   |
    And the stations
      | id | zone |
      | a  | east |
      | b  | west |
    And the user "bems" of role WEBSERVICES
    And a sedan-22kw plugs in at a
    And a city-7kw plugs in at b
    And 5 min pass
    When "bems" asks GET /zones/1
    Then the answer says
      | /number_of_stations     | 2     |
      | /number_of_transactions | 2     |
      | /rms_current_a/l1       | 64    |
      | /rms_current_a/l3       | 32    |
      | /active_power_kw/total  | 29.44 |
    When "bems" asks GET /zones/2
    Then the answer says
      | /parent_id              | 1     |
      | /number_of_stations     | 1     |
      | /active_power_kw/total  | 22.08 |
    When "bems" asks GET /site
    Then the answer says
      | /ev_demand_kw   | 29.44 |
      | /ev_capacity_kw | 69    |

  @R-BEMS-6
  Scenario: Energy is told during a session only
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
    And the user "bems" of role WEBSERVICES
    When "bems" asks GET /stations/1/connectors/1
    Then the answer says nothing of /active_energy
    When a sedan-22kw plugs in at a wanting 2 kWh
    And 15 min pass
    And "bems" asks GET /stations/1/connectors/1
    Then the answer says /active_energy is 2
    When the car at a leaves
    And 1 min passes
    And "bems" asks GET /stations/1/connectors/1
    Then the answer says nothing of /active_energy
    And the answer says /status is "available"

  @R-BEMS-5 @R-BEMS-6 @R-BEMS-8
  Scenario: Of a lost station nothing is told that nobody knows
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
    And the user "bems" of role WEBSERVICES
    And a sedan-22kw plugs in at a
    And 5 min pass
    When the link of a is cut
    And 10 s pass
    And "bems" asks GET /stations/1
    Then the answer says
      | /is_connected        | false     |
      | /station_status      | "unknown" |
      | /connectors/0/status | "unknown" |
    And the answer says nothing of /connectors/0/rms_current_a
    And the answer says nothing of /connectors/0/active_energy
    When the link of a is restored
    And 2 min pass
    And "bems" asks GET /stations/1
    Then the answer says
      | /is_connected        | true       |
      | /connectors/0/status | "charging" |

  @R-BEMS-5
  Scenario: A suspended connector, by the new word and the old
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
    And "bems" may reduce zones
    And a sedan-22kw plugs in at a
    And 3 min pass
    When "bems" sets the reduction of main to 0 A for 1 h
    And 1 min passes
    And "bems" asks GET /stations/1/connectors/1
    Then the answer says
      | /status             | "suspended_evse" |
      | /legacy_status      | "suspended"      |
      | /setpoint_current_a | 0                |

  @R-BEMS-5
  Scenario: What is configured
    Given the site "office"
    And the user "bems" of role WEBSERVICES
    When "bems" asks GET /zones/2
    Then the answer says
      | /zone_name          | "P1 indoor" |
      | /parent_id          | 1           |
      | /zone_type          | "static"    |
      | /max_current_a      | 250         |
      | /number_of_stations | 13          |
    When "bems" asks GET /stations/14
    Then the answer says
      | /station_ocpp_identifier     | "p2-01"     |
      | /station_friendly_name       | "P2 bay 1"  |
      | /zone_id                     | 3           |
      | /station_type                | "ocpp1.6"   |
      | /station_authentication_mode | "allow_all" |
    When "bems" asks GET /zones/3/stations?limit=200
    Then the answer has 12 items

  @R-BEMS-5 @R-ALLOC-12
  Scenario: Cards are told in part only
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
    And the user "bems" of role WEBSERVICES
    And a sedan-22kw plugs in at a with card "DEADBEEF4711"
    And 2 min pass
    When "bems" asks GET /transactions?state=open
    Then the answer has 1 items
    And the answer says /items/0/id_tag is "****4711"
