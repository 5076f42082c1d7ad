Feature: Equal percentage
  When not everything fits, every session has the same percentage of its maximum, and none less than its floor.

  @R-ALLOC-2 @R-ALLOC-3 @R-ALLOC-14
  Scenario Outline: <power> shared by three cars of 3.7 kW and one of 22 kW
    Given the site "shedding-example"
    When the maximum of main becomes <power>
    And cars plug in
      | at   | car          |
      | cp-1 | hybrid-3.7kw |
      | cp-2 | hybrid-3.7kw |
      | cp-3 | hybrid-3.7kw |
      | cp-4 | sedan-22kw   |
    Then within 90 s the connectors may draw
      | cp-1 | <small> |
      | cp-2 | <small> |
      | cp-3 | <small> |
      | cp-4 | <large> |
    And within 10 s main takes <taken>

    Examples:
      | power   | small  | large  | taken    |
      | 33.1 kW | 15.9 A | 31.9 A | 32.98 kW |
      | 17 kW   | 8.2 A  | 16.4 A | 16.97 kW |
      | 12 kW   | 6 A    | 11.3 A | 11.94 kW |
