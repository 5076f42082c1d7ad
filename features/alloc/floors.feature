Feature: Floors
  A setpoint is either nothing or at least the floor of its standard, socket and model.

  @R-ALLOC-3
  Scenario Outline: A <model> on <wiring> under <floors> holds at <floor>
    Given a zone main of <limit>
    And the setting floors is "<floors>"
    And the stations
      | id   | model   | wiring   | max_a |
      | held | <model> | <wiring> | <max> |
      | free |         | TRI123   | 63    |
    When cars plug in
      | at   | car        |
      | held | <car>      |
      | free | sedan-22kw |
    Then within 60 s held may draw <floor>
    And now the gateway explains held by "floor" on phase 1 of main
    And throughout 5 min every phase of main carries at most <limit>

    Examples:
      | floors | model            | wiring | max | car        | limit | floor |
      | IEC    | pro-ac           | MONO1  | 16  | city-7kw   | 20 A  | 6 A   |
      | IEC    | pro-ac           | TRI123 | 16  | sedan-22kw | 20 A  | 6 A   |
      | EV/ZE  | pro-ac           | MONO1  | 16  | city-7kw   | 30 A  | 8 A   |
      | EV/ZE  | pro-ac           | TRI123 | 16  | sedan-22kw | 40 A  | 14 A  |
      | IEC    | smart-wallbox-te | TRI123 | 16  | sedan-22kw | 30 A  | 10 A  |
      | IEC    | city             | TRI123 | 16  | sedan-22kw | 40 A  | 14 A  |

  @R-ALLOC-3 @R-ALLOC-4
  Scenario: Below the floor there is only nothing
    Given a zone main of 27 A
    And the stations
      | id | model |
      | a  | city  |
      | b  | city  |
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 0 s   |
      | b  | sedan-22kw | 10 s  |
    Then within 30 s 1 of the sessions is suspended
    And at no time during 10 min 0 of the sessions are suspended

  @R-ALLOC-3
  Scenario: A car that needs 14 A gets no energy from a floor of 6 A, and none is lost to the others
    Given a zone main of 14 A
    And the stations
      | id | max_a |
      | a  | 16    |
      | b  | 16    |
    When cars plug in
      | at | car          |
      | a  | fourteen-amp |
      | b  | compact-11kw |
    Then within 60 s the connectors may draw
      | a | 7 A |
      | b | 7 A |
    And throughout 90 s a draws nothing
    And now b draws 7 A
