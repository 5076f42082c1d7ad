Feature: DC stations are limited in power, and count on three phases with what they lose

  A DC station is told W. It takes from each supply phase W / efficiency / power factor / (3 x voltage), and its standby all the time; the
  gateway counts it at 0.9 of the nominal voltage, so that at the nominal one it takes less than it counts as. A dc-24 at its rating
  counts 41.6 A and takes 37.4 A. What "may draw" says of DC is the power given, as if it came from three phases.

  @R-ALLOC-12 @R-ALLOC-14
  Scenario: A DC station alone takes its rating, its losses and its standby
    Given a zone main of 100 A
    And the stations
      | id | model |
      | dc | dc-24 |
    Then within 1 min phase 1 of main carries 0.1 A
    When a sedan-22kw plugs in at dc
    Then within 1 min dc may draw 34.8 A
    And within 1 min dc draws 37.4 A
    And within 1 min phase 3 of main carries 37.5 A
    And within 1 h dc has given at least 23 kWh

  @R-ALLOC-12 @R-ALLOC-14
  Scenario: A car with a small onboard charger loads three phases at a DC station
    Given a zone main of 30 A
    And the stations
      | id | model |
      | dc | dc-60 |
    When a city-7kw plugs in at dc
    Then within 1 min dc draws 26.8 A
    And throughout 10 min every phase of main carries at most 30 A
    And now the gateway explains dc by "share" on phase 1 of main

  @R-ALLOC-12 @R-ALLOC-2
  Scenario: AC and DC share a zone's current by one percentage
    Given a zone main of 60 A
    And the stations
      | id | model | max_a |
      | dc | dc-24 |       |
      | ac |       | 32    |
    When cars plug in
      | at | car        |
      | dc | sedan-22kw |
      | ac | sedan-22kw |
    Then within 5 min ac draws 26 A
    And within 1 min dc draws 30.4 A
    And throughout 30 min every phase of main carries at most 60 A

  @R-ALLOC-12 @R-ALLOC-14
  Scenario: AC and DC share a power limit by what they take
    Given a zone main of 100 A and 30 kW
    And the stations
      | id | model | max_a |
      | dc | dc-24 |       |
      | ac |       | 32    |
    When cars plug in
      | at | car        |
      | dc | sedan-22kw |
      | ac | sedan-22kw |
    Then within 5 min the gateway explains dc by "share" on the power of main
    And throughout 30 min main takes at most 30 kW

  @R-ALLOC-12 @R-ALLOC-6
  Scenario: A VIP at a DC station leaves the AC ones what it does not take
    Given a zone main of 63 A
    And a VIP card "VIP-1"
    And the stations
      | id | model | max_a |
      | dc | dc-24 |       |
      | ac |       | 32    |
    When cars plug in
      | at | car        | card  |
      | ac | sedan-22kw | C-1   |
      | dc | sedan-22kw | VIP-1 |
    Then within 5 min dc may draw 34.8 A
    And within 1 min ac may draw 21.2 A
    And throughout 10 min every phase of main carries at most 63 A

  @R-DEG-5 @R-LEASE-4
  Scenario: A lost DC station keeps its last setpoint while AC ones come and go
    Given a zone main of 60 A
    And the stations
      | id | model | max_a |
      | dc | dc-24 |       |
      | ac |       | 32    |
    And a sedan-22kw plugs in at dc
    And within 1 min dc draws 37.4 A
    When the link of dc is cut
    And a sedan-22kw plugs in at ac
    Then within 1 min ac may draw 18.2 A
    And throughout 30 min dc draws 37.4 A
    And throughout 10 min every phase of main carries at most 60 A
    When the link of dc is restored
    Then within 5 min ac draws 26 A
    And within 5 min dc draws 30.4 A
    And now the session at dc goes on

  @R-LEASE-4 @R-DEG-5
  Scenario: What DC stations keep under a dynamic zone must fit beside the building's peak
    Given the zones
      | id   | max_a | directive | degraded_a | building_peak_a |
      | main | 100   | dynamic   | 30         | 60              |
    And the stations
      | id | model | max_kw |
      | dc | dc-60 | 23     |
    Then the site is accepted
    Given the stations
      | id | model | max_kw |
      | d2 | dc-24 | 24     |
    Then the site is refused because "what keeps its last setpoint when it is lost (dc 40 A, d2 41.8 A)"

  @R-DEG-9 @R-DEG-3
  Scenario: By its setting, stations under a dynamic zone share its degraded setpoint when they are lost
    Given the setting share_degraded is "true"
    And the zones
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
    And 2 min pass
    When the link of a is cut
    Then within 40 s a draws 16 A
    And throughout 10 min a draws 16 A
    And now b may draw 32 A

  @R-ALLOC-14
  Scenario: At nine tenths of the nominal voltage a zone full of DC is just full
    Given a site file:
      """
      licence: EDL
      zones:
        - {id: main, max_a: 60, auth: all}
      stations:
        - {id: dc, model: dc-60, zone: main}
      plant:
        voltage: {"00:00": 230, "00:10": 207}
      """
    When a sedan-22kw plugs in at dc
    Then within 1 min dc draws 53.8 A
    When 12 min pass
    Then now dc draws 59.8 A
    And throughout 10 min every phase of main carries at most 60 A
