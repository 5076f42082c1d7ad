Feature: The 15-minute rule
  A newly plugged car is served at once; otherwise nobody is swapped for fairness alone within 15 minutes.

  @R-ALLOC-5
  Scenario: A new arrival has its floor at once, at the cost of who has received most
    Given a zone main of 12 A
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    And cars plug in
      | at | car        | after  |
      | a  | sedan-22kw | 0 s    |
      | b  | sedan-22kw | 10 min |
    And 5 min pass
    And now the connectors may draw
      | a | 6 A |
      | b | 6 A |
    When a sedan-22kw plugs in at c
    Then within 15 s c may draw 6 A
    And now a may draw nothing
    And nothing else changed

  @R-ALLOC-5
  Scenario: Who waits stays waiting for 15 minutes, then it is the other's turn
    Given a zone main of 10 A
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 0 s   |
      | b  | sedan-22kw | 5 min |
    And within 15 s b may draw 10 A
    Then throughout 14 min b may draw 10 A
    And within 2 min a may draw 10 A
    And now b may draw nothing
    And throughout 14 min b may draw nothing
    And within 2 min b may draw 10 A

  @R-ALLOC-5
  Scenario: A departure makes room at once, whatever the clock says
    Given a zone main of 10 A
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 0 s   |
      | b  | sedan-22kw | 5 min |
    And 6 min pass
    And now a may draw nothing
    When the car at b leaves
    Then within 10 s a may draw 10 A
    And now the session at a goes on
    And now the gateway has 1 session

  @R-ALLOC-5 @R-ALLOC-4
  Scenario: Three cars take turns on one floor, and none is forgotten
    Given a zone main of 7 A
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    When cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
      | c  | sedan-22kw |
    And 3 h pass
    Then now 2 of the sessions are suspended
    And now a has given at least 3 kWh
    And now b has given at least 3 kWh
    And now c has given at least 3 kWh
    And throughout 1 h every phase of main carries at most 7 A
