Feature: Suspension
  When even the floors do not fit, sessions wait with nothing; who waits is decided by what each has received.

  @R-ALLOC-4
  Scenario: By energy, the one that has received the most waits first
    Given a zone main of 32 A
    And the stations
      | id | max_a |
      | a  | 16    |
      | b  | 16    |
    And cars plug in
      | at | car          | after  |
      | a  | compact-11kw | 0 s    |
      | b  | compact-11kw | 20 min |
    And 5 min pass
    When the maximum of main becomes 11 A
    Then within 30 s the connectors may draw
      | a | 0 A  |
      | b | 11 A |
    And within 5 s b draws 11 A
    And now the gateway explains a by "shed" on phase 1 of main
    And throughout 10 min every phase of main carries at most 11 A

  @R-ALLOC-4
  Scenario Outline: By <priority>, of a slow car that came first and a fast one that came second, <waits> waits
    Given a zone main of 40 A
    And the setting shed_priority is "<priority>"
    And the stations
      | id   | wiring | max_a |
      | slow | MONO1  | 16    |
      | fast | TRI123 | 16    |
    And cars plug in
      | at   | car          | after  |
      | slow | hybrid-3.7kw | 0 s    |
      | fast | compact-11kw | 10 min |
    And 10 min pass
    When the maximum of main becomes 10 A
    Then within 30 s <waits> may draw nothing
    And within 30 s <goes on> may draw 10 A

    Examples:
      | priority | waits | goes on |
      | energy   | fast  | slow    |
      | duration | slow  | fast    |

  @R-ALLOC-4
  Scenario: A tie goes to the younger session
    Given a zone main of 10 A
    And the stations
      | id |
      | a  |
      | b  |
    When a sedan-22kw plugs in at b
    And a sedan-22kw plugs in at a
    Then within 60 s b may draw nothing
    And within 10 s a may draw 10 A

  @R-ALLOC-4
  Scenario: Nobody is suspended whose current frees nothing
    Given the zones
      | id    | max_a | parent |
      | main  | 63    |        |
      | east  | 32    | main   |
      | west  | 32    | main   |
    And the stations
      | id | zone | max_a |
      | e1 | east | 32    |
      | e2 | east | 32    |
      | w1 | west | 32    |
    And cars plug in
      | at | car        | after |
      | w1 | sedan-22kw | 0 s   |
      | e1 | sedan-22kw | 5 min |
      | e2 | sedan-22kw | 1 min |
    And 2 min pass
    When the maximum of east becomes 10 A
    Then within 30 s 1 of the sessions is suspended
    And within 20 s w1 draws 32 A
    And throughout 14 min w1 draws 32 A

  @R-ALLOC-4
  Scenario: Room that comes back is given to who waits at once
    Given a zone main of 10 A
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 0 s   |
      | b  | sedan-22kw | 60 s  |
    And within 30 s a may draw nothing
    And 5 min pass
    When the maximum of main becomes 24 A
    Then within 30 s the connectors may draw
      | a | 12 A |
      | b | 12 A |
    And now the session at a goes on
