Feature: What a site draws besides charging
  Other loads of every kind flow on the phases they are on, through all zones above them, whoever charges (R-PLANT-1).

  @R-PLANT-1
  Scenario: A constant load is on the phases it is said to be on, and the cars' current comes on top
    Given the zones
      | id   | max_a | parent |
      | main | 63    |        |
      | hall | 32    | main   |
    And the stations
      | id | zone | wiring |
      | a  | hall | MONO2  |
    And the loads
      | zone | name    | type     | a            |
      | hall | servers | constant | [12, 10, 14] |
      | main | light   | constant | 3            |
    When a city-7kw plugs in at a
    Then within 1 min a draws 32 A
    And now the other loads of hall draw 14 A on L3
    And now the other loads of main draw 15 A on L1
    And now phase 2 of main carries 45 A in all
    And now phase 2 of main carries 32 A

  @R-PLANT-1
  Scenario: A step comes when it is said to come
    Given a zone main of 63 A
    And the stations
      | id |
      | a  |
    And the loads
      | zone | name   | type | a | to | at    |
      | main | heater | step | 4 | 20 | 5 min |
    Then throughout 4 min the other loads of main draw 4 A
    And within 61 s the other loads of main draw 20 A
    And throughout 1 h the other loads of main draw 20 A

  @R-PLANT-1
  Scenario: A profile of a day follows the clock of the site
    Given a zone main of 63 A
    And the stations
      | id |
      | a  |
    And the loads
      | zone | name    | type    | day                                               |
      | main | offices | profile | {"00:00": 9, "06:30": 40, "19:00": [12, 12, 9]}   |
    Then within 24 h the other loads of main draw 40 A
    And within 24 h the other loads of main draw 12 A on L1
    And now the other loads of main draw 9 A on L3
    And within 24 h the other loads of main draw 9 A

  @R-PLANT-1
  Scenario: A motor starts with its inrush, and runs and rests
    Given a zone main of 200 A
    And the stations
      | id |
      | a  |
    And the loads
      | zone | name | type  | a  | inrush | decay | runs | every | spread |
      | main | lift | motor | 15 | 6      | 2s    | 25s  | 3 min | 0      |
    Then within 4 min the other loads of main draw at least 80 A on L1
    And within 15 s the other loads of main draw 15 A
    And within 30 s the other loads of main draw 0 A
    And within 4 min the other loads of main draw at least 80 A on L2

  @R-PLANT-1
  Scenario: Noise moves, and is the same in every run of a seed
    Given a zone main of 63 A
    And the stations
      | id |
      | a  |
    And the loads
      | zone | name    | type  | a  | deviation_a | every |
      | main | sockets | noise | 20 | 4           | 30s   |
    Then within 1 h the other loads of main draw at least 23 A on L1
    And within 1 h the other loads of main draw at least 23 A on L3

  @R-PLANT-1
  Scenario: The sun feeds in by day and not by night
    Given a zone main of 63 A
    And the stations
      | id |
      | a  |
    And the loads
      | zone | name  | type       | peak_kw | latitude | a |
      | main | roof  | production | 30      | 45       |   |
      | main | house | constant   |         |          | 6 |
    Then within 24 h the other loads of main feed in at least 4 A
    And within 24 h the other loads of main draw 6 A

  @R-PLANT-2
  Scenario: Cars on one phase make the phases differ, and that is seen
    Given a zone main of 63 A
    And the stations
      | id | wiring |
      | a  | MONO1  |
      | b  | MONO2  |
    And the loads
      | zone | name  | type     | a         |
      | main | house | constant | [5, 5, 2] |
    When a city-7kw plugs in at a
    Then within 1 min the phases of main differ by 35 A
    When a city-7kw plugs in at b
    Then within 1 min phase 2 of main carries 37 A in all
    And now the phases of main differ by 35 A

  @R-PLANT-1 @R-PLANT-2
  Scenario: Other loads of a dark zone draw nothing until it is live again
    Given the zones
      | id   | max_a | parent | plant                               |
      | main | 100   |        |                                     |
      | row  | 63    | main   | {breaker: {rating_a: 40, curve: C}} |
    And the stations
      | id | zone |
      | a  | row  |
    When the other loads of row become 90 A
    Then within 5 min the breaker of row has tripped
    And within 10 s the breaker of row would have tripped without cars
    And now the other loads of main draw 0 A
    When the other loads of row become 20 A
    And the breaker of row is closed
    Then within 1 s the other loads of main draw 20 A
