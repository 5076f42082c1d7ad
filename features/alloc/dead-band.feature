Feature: Dead band and launch current
  A setpoint does not move by less than is worth a message unless a limit needs it (R-ALLOC-8), and a new session reserves what it
  usually needs until its meter values show what it takes (R-ALLOC-9).

  @R-ALLOC-8
  Scenario: A rise of the limit by less than the dead band is left out
    Given a zone main of 30 A
    And the setting dead_band_a is "1"
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    And within 1 min b draws 15 A
    When the maximum of main becomes 31 A
    Then throughout 10 min b may draw 15 A
    When the maximum of main becomes 32 A
    Then within 30 s the connectors may draw
      | a | 16 A |
      | b | 16 A |

  @R-ALLOC-8
  Scenario: A fall of the limit by less than the dead band is followed, for the limit is hard
    Given a zone main of 32 A
    And the setting dead_band_a is "2"
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    And within 1 min b draws 16 A
    When the maximum of main becomes 31 A
    Then within 10 s every phase of main carries at most 31 A
    And throughout 10 min every phase of main carries at most 31 A

  @R-ALLOC-8
  Scenario: Without a dead band every tenth of an ampere is told
    Given a zone main of 30 A
    And the setting dead_band_a is "0"
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    And within 1 min b draws 15 A
    When the maximum of main becomes 30.2 A
    Then within 30 s b may draw 15.1 A

  @R-ALLOC-9
  Scenario: A session that starts reserves the launch current until its meter values show what it takes
    Given a zone main of 60 A
    And the setting launch_a is "10"
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And 5 min pass
    When a sedan-22kw plugs in at b
    Then within 30 s b may draw 10 A
    And now a may draw 32 A
    And within 3 min the connectors may draw
      | a | 30 A |
      | b | 30 A |

  @R-ALLOC-9
  Scenario: Without a launch current a new session claims its share from the start
    Given a zone main of 60 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And 5 min pass
    When a sedan-22kw plugs in at b
    Then within 20 s b may draw 30 A
