Feature: What a building knows of energy
  The gateway tells it during sessions only; the building's client keeps the last value, as SmartConnector does (R-BEMS-6).

  Background:
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    And a building that polls the gateway

  @R-BEMS-6
  Scenario: Golden vector G7, the session ends while the building is cut off
    Given a sedan-22kw plugs in at a wanting 32 kWh
    And within 2 h the building shows "StationActiveEnergy" of a as "32"
    When the link of bems is cut
    And the car at a leaves
    And a sedan-22kw plugs in at a wanting 8 kWh
    And 40 min pass
    And the car at a leaves
    And the link of bems is restored
    Then within 2 min the building has no alarm
    And throughout 1 h the building shows "StationActiveEnergy" of a as "32"
    When the maximum of main becomes 0 A
    And a sedan-22kw plugs in at a
    Then within 2 min the building shows "StationActiveEnergy" of a as "40"

  @R-BEMS-6
  Scenario: Golden vector G7, the link is back during the session
    Given a sedan-22kw plugs in at a wanting 32 kWh
    And it becomes 01:55 at the site
    And the car at a leaves
    And the maximum of main becomes 0 A
    And a sedan-22kw plugs in at a wanting 8 kWh
    When it becomes 02:05 at the site
    And the link of bems is cut
    And the maximum of main becomes 32 A
    And it becomes 02:50 at the site
    And the link of bems is restored
    And it becomes 03:01 at the site
    Then the building's history of a has the energies "5.139, 10.659, 16.179, 21.699, 27.219, 32, 32, 32, –, –, –, 40"
    And the building's history of a has the gaps "3 link-down"

  @R-BEMS-6
  Scenario: A station that is lost keeps its last value, and it says so
    Given a sedan-22kw plugs in at a wanting 5 kWh
    And within 1 h the building shows "StationActiveEnergy" of a as "5"
    And the car at a leaves
    And 1 min passes
    When the link of a is cut
    Then within 1 min the building is alarmed of "Station-a_Alarm"
    And now the building shows "StationActiveEnergy" of a as "5"
    And now the building shows "StationActiveEnergy" of a as offline
    When 30 min pass
    And the link of a is restored
    Then within 5 min the building has no alarm
    And throughout 30 min the building shows "StationActiveEnergy" of a as "5"
    And the building's history of a has the gaps "2 station-disconnected, 2 no-session-since-restart"

  @R-BEMS-6
  Scenario: After a restart of the gateway the last value stands until the next session
    Given a sedan-22kw plugs in at a wanting 5 kWh
    And within 1 h the building shows "StationActiveEnergy" of a as "5"
    And the car at a leaves
    When the gateway restarts within 1 min
    And 45 min pass
    Then now the building shows "StationActiveEnergy" of a as "5"
    And the building's history of a has the gaps "1 gateway-restart, 3 no-session-since-restart"
    When a sedan-22kw plugs in at a wanting 1 kWh
    Then within 10 min the building shows "StationActiveEnergy" of a as "6"
    When 30 min pass
    Then the building's history of a has the gaps "1 gateway-restart, 3 no-session-since-restart"

  @R-BEMS-6 @R-BEMS-8
  Scenario: The gateway cannot be heard
    Given 20 min pass
    When the link of bems is cut
    Then within 1 min the building is alarmed of "gateway"
    When 40 min pass
    And the link of bems is restored
    Then within 2 min the building has no alarm
    And the building's history of main has the gaps "3 link-down"
    When 2 h pass
    Then the building's history of main has the gaps "3 link-down"

  @R-BEMS-6 @R-PLANT-5
  Scenario: The building's computer restarts and knows what it knew
    Given a sedan-22kw plugs in at a wanting 5 kWh
    And within 1 h the building shows "StationActiveEnergy" of a as "5"
    And the car at a leaves
    When the building restarts
    And 1 min passes
    Then now the building shows "StationActiveEnergy" of a as "5"
