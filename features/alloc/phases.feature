Feature: Phases and wiring
  A session counts on the supply phases that its conductors reach.

  @R-ALLOC-1
  Scenario Outline: A one-phase car on <wiring> loads phase <phase> only
    Given a zone main of 20 A
    And the stations
      | id | wiring   | max_a |
      | a  | <wiring> | 32    |
    When a city-7kw plugs in at a
    Then within 30 s a may draw 20 A
    And within 10 s phase <phase> of main carries 20 A
    And now the gateway counts a on 1 phase

    Examples:
      | wiring | phase |
      | MONO1  | 1     |
      | MONO2  | 2     |
      | MONO3  | 3     |

  @R-ALLOC-1 @R-SITE-5
  Scenario: A two-conductor car on TRI231 counts on supply phases 2 and 3
    Given a zone main of 16 A
    And the stations
      | id   | wiring | max_a |
      | two  | TRI231 | 16    |
      | mono | MONO1  | 16    |
    And cars plug in
      | at   | car              |
      | two  | two-phase-7.4kw  |
      | mono | hybrid-3.7kw     |
    And within 30 s two may draw 8 A
    When 4 min pass
    Then now the gateway counts two on phases 2 and 3
    And now the connectors may draw
      | two  | 16 A |
      | mono | 16 A |
    And now phase 1 of main carries 16 A
    And now phase 2 of main carries 16 A
    And now phase 3 of main carries 16 A

  @R-ALLOC-1
  Scenario: Three conductors are assumed until a minute of draw shows one
    Given a zone main of 16 A
    And the stations
      | id | wiring | max_a |
      | a  | TRI123 | 16    |
      | b  | MONO2  | 16    |
    And cars plug in
      | at | car          |
      | a  | city-7kw     |
      | b  | hybrid-3.7kw |
    And within 30 s the connectors may draw
      | a | 8 A |
      | b | 8 A |
    And now the gateway counts a on 3 phases
    When 4 min pass
    Then now the gateway counts a on 1 phase
    And within 10 s the connectors may draw
      | a | 16 A |
      | b | 16 A |

  @R-ALLOC-1
  Scenario: Rotated wiring spreads one-phase cars, so that three have what one has
    Given a zone main of 32 A
    And the stations
      | id | wiring |
      | a  | TRI123 |
      | b  | TRI231 |
      | c  | TRI312 |
    When cars plug in
      | at | car      |
      | a  | city-7kw |
      | b  | city-7kw |
      | c  | city-7kw |
    Then within 5 min the connectors may draw
      | a | 32 A |
      | b | 32 A |
      | c | 32 A |
    And within 10 s phase 1 of main carries 32 A
    And within 10 s phase 2 of main carries 32 A
    And within 10 s phase 3 of main carries 32 A

  @R-ALLOC-1
  Scenario: A phase with a lower maximum binds only who is on it
    Given the zones
      | id   | max_a        |
      | main | [32, 32, 10] |
    And the stations
      | id | wiring |
      | a  | MONO1  |
      | c  | MONO3  |
    When cars plug in
      | at | car      |
      | a  | city-7kw |
      | c  | city-7kw |
    Then within 30 s the connectors may draw
      | a | 32 A |
      | c | 10 A |
    And now the gateway explains c by "share" on phase 3 of main
