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

  @R-ALLOC-4 @R-ALLOC-14
  Scenario: 7.5 kW is too little for four floors: the one that has received most waits
    Given the site "shedding-example"
    And a hybrid-3.7kw plugs in at cp-1
    When the car at cp-1 has received 1 kWh
    And cars plug in
      | at   | car          |
      | cp-2 | hybrid-3.7kw |
      | cp-3 | hybrid-3.7kw |
      | cp-4 | sedan-22kw   |
    And the maximum of main becomes 7.5 kW
    Then within 90 s the connectors may draw
      | cp-1 | 0 A   |
      | cp-2 | 6 A   |
      | cp-3 | 6 A   |
      | cp-4 | 6.8 A |
    And within 5 min the gateway explains cp-1 by "shed" on the power of main
    And within 10 s main takes 7.45 kW

  @R-ALLOC-1 @R-ALLOC-2
  Scenario Outline: The same cars under <limit> per phase
    Given a zone main of <limit>
    And the stations
      | id | wiring | max_a |
      | a  | MONO1  | 16    |
      | b  | MONO2  | 16    |
      | c  | MONO3  | 16    |
      | d  | TRI123 | 32    |
    When cars plug in
      | at | car          |
      | a  | hybrid-3.7kw |
      | b  | hybrid-3.7kw |
      | c  | hybrid-3.7kw |
      | d  | sedan-22kw   |
    Then within 60 s the connectors may draw
      | a | <small> |
      | b | <small> |
      | c | <small> |
      | d | <large> |
    And throughout 10 min every phase of main carries at most <limit>

    Examples: the per-phase reading of 33.1, 17 and 12 kW
      | limit  | small | large  |
      | 48 A   | 16 A  | 32 A   |
      | 24.6 A | 8.2 A | 16.4 A |
      | 17.4 A | 6 A   | 11.4 A |

  @R-ALLOC-2 @realtime
  Scenario: When all demand fits, everyone has its maximum
    Given a zone main of 64 A
    And the stations
      | id |
      | a  |
      | b  |
    When cars plug in
      | at | car          |
      | a  | sedan-22kw   |
      | b  | compact-11kw |
    Then within 10 s the connectors may draw
      | a | 32 A |
      | b | 32 A |
    And within 5 s a draws 32 A
    And within 5 s b draws 16 A
    And now the gateway explains a by "full"

  @R-ALLOC-2 @realtime
  Scenario: A second car halves the first one's share, and gives it back when it leaves
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And within 10 s a draws 32 A
    When a sedan-22kw plugs in at b
    Then within 10 s the connectors may draw
      | a | 16 A |
      | b | 16 A |
    And now the gateway explains b by "share" on phase 1 of main
    When the car at b leaves
    Then within 10 s a may draw 32 A

  @R-ALLOC-2
  Scenario: Weights are maxima, so a small station has the smaller part
    Given a zone main of 36 A
    And the stations
      | id | max_a |
      | a  | 16    |
      | b  | 32    |
      | c  | 24    |
    When cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
      | c  | sedan-22kw |
    Then within 60 s the connectors may draw
      | a | 8 A  |
      | b | 16 A |
      | c | 12 A |
    And throughout 30 min every phase of main carries at most 36 A
