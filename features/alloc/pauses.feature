Feature: Pauses, and cars that draw nothing
  Contactors wear and some cars give up: nobody is paused and resumed fast or often, and nobody keeps a reserve that is not used.

  @R-ALLOC-15
  Scenario: A session that was paused rests for five minutes, though there is room
    Given a zone main of 10 A
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        | after  |
      | a  | sedan-22kw | 0 s    |
      | b  | sedan-22kw | 10 min |
    And within 30 s a may draw nothing
    When the car at b leaves
    Then throughout 4 min a may draw nothing
    And now the gateway explains a by "resting"
    And within 70 s a may draw 10 A
    And now the session at a goes on

  @R-ALLOC-15
  Scenario: The length of a rest is a setting
    Given a zone main of 10 A
    And the setting minimum_pause is "30 s"
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        | after  |
      | a  | sedan-22kw | 0 s    |
      | b  | sedan-22kw | 10 min |
    And within 30 s a may draw nothing
    When the car at b leaves
    Then within 40 s a may draw 10 A

  @R-ALLOC-15
  Scenario: Nobody is paused more often than so many times an hour
    Given a zone main of 10 A
    And the setting pauses_per_hour is "1"
    And the setting minimum_pause is "1 min"
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And 10 min pass
    And a sedan-22kw plugs in at b
    And 5 min pass
    When the car at b leaves
    Then throughout 50 min a may draw nothing
    And within 10 min a may draw 10 A

  @R-ALLOC-15
  Scenario: A hard limit pauses whom it must, rested or not
    Given a zone main of 20 A
    And the stations
      | id |
      | a  |
    And a sedan-22kw plugs in at a
    And within 1 min a draws 20 A
    When the maximum of main becomes 5 A
    Then within 5 s a draws nothing
    When the maximum of main becomes 20 A
    Then within 6 min a draws 20 A
    When the maximum of main becomes 5 A
    Then within 5 s a draws nothing

  @R-ALLOC-15
  Scenario: A car that needs more than the floor is offered that once it has drawn nothing for a while, and charges
    Given a zone main of 24 A
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    When cars plug in
      | at | car          |
      | a  | fourteen-amp |
      | b  | sedan-22kw   |
    And 1 min passes
    Then now a draws nothing
    And within 20 min a draws 14 A
    And within 1 min b draws 10 A
    And throughout 30 min a draws 14 A

  @R-ALLOC-15
  Scenario: The reserve of a car that draws nothing is released, with the reason shown
    Given a zone main of 40 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a wanting 1 kWh
    And a sedan-22kw plugs in at b
    And within 30 s b draws 20 A
    When the car at a has received 1 kWh
    Then within 3 min the gateway explains a by "idle"
    And within 30 s b draws 32 A
    And now a may draw 6 A
    And within 12 min the gateway explains a by "paused"
    And now a may draw 6 A
    And now the session at a goes on

  @R-ALLOC-15
  Scenario: Who has suspended itself for long makes way for who charges
    Given a zone main of 10 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a wanting 0.5 kWh
    And 25 min pass
    And now the gateway explains a by "paused"
    When a sedan-22kw plugs in at b
    Then within 20 s b may draw 10 A
    And throughout 1 h b may draw 10 A
