Feature: Levels of zones
  A session is held back only by the zones above it that are full; what one branch cannot use, the others get.

  @R-ALLOC-1 @R-ALLOC-2
  Scenario: Two levels: the parent binds both branches alike
    Given the zones
      | id   | max_a | parent |
      | main | 40    |        |
      | east | 32    | main   |
      | west | 32    | main   |
    And the stations
      | id | zone |
      | e  | east |
      | w  | west |
    When cars plug in
      | at | car        |
      | e  | sedan-22kw |
      | w  | sedan-22kw |
    Then within 60 s the connectors may draw
      | e | 20 A |
      | w | 20 A |
    And now the gateway explains e by "share" on phase 1 of main
    And throughout 10 min every phase of main carries at most 40 A

  @R-ALLOC-2
  Scenario: What one branch cannot use, the other gets
    Given the zones
      | id   | max_a | parent |
      | main | 40    |        |
      | east | 10    | main   |
      | west | 32    | main   |
    And the stations
      | id | zone |
      | e  | east |
      | w  | west |
    When cars plug in
      | at | car        |
      | e  | sedan-22kw |
      | w  | sedan-22kw |
    Then within 60 s the connectors may draw
      | e | 10 A |
      | w | 30 A |
    And now the gateway explains e by "share" on phase 1 of east
    And now the gateway explains w by "share" on phase 1 of main

  @R-ALLOC-1 @R-ALLOC-2
  Scenario: Three levels, each full for somebody else
    Given the zones
      | id    | max_a | parent |
      | main  | 60    |        |
      | floor | 50    | main   |
      | row   | 20    | floor  |
      | desk  | 40    | floor  |
      | yard  | 40    | main   |
    And the stations
      | id | zone |
      | r1 | row  |
      | r2 | row  |
      | d  | desk |
      | y  | yard |
    When cars plug in
      | at | car        |
      | r1 | sedan-22kw |
      | r2 | sedan-22kw |
      | d  | sedan-22kw |
      | y  | sedan-22kw |
    Then within 60 s the connectors may draw
      | r1 | 10 A |
      | r2 | 10 A |
      | d  | 20 A |
      | y  | 20 A |
    And now the gateway explains r1 by "share" on phase 1 of row
    And throughout 10 min every phase of main carries at most 60 A

  @R-ALLOC-14
  Scenario: A power limit of the whole above current limits of the parts
    Given the zones
      | id   | max_a | max_kw | parent |
      | main | 63    | 22.08  |        |
      | east | 32    |        | main   |
      | west | 32    |        | main   |
    And the stations
      | id | zone |
      | e  | east |
      | w  | west |
    When cars plug in
      | at | car        |
      | e  | sedan-22kw |
      | w  | sedan-22kw |
    Then within 60 s the connectors may draw
      | e | 16 A |
      | w | 16 A |
    And now the gateway explains e by "share" on the power of main
    And throughout 10 min main takes at most 22.08 kW
