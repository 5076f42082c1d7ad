Feature: Stations that draw above their setpoint
  Who draws too much is alarmed, counts at what it draws, and what is done to it grows for as long as it draws on.

  @R-ALLOC-11
  Scenario: What is done grows, step by step, up to the alarm to open the feeder
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And 1 min passes
    When the contactor of a welds
    And a sedan-22kw plugs in at b
    Then within 5 s a is called SetChargingProfile
    And within 1 min a is called RemoteStopTransaction
    And within 1 min a is called ChangeAvailability with type "Inoperative"
    And within 1 min a is called Reset with type "Hard"
    And within 3 min the gateway notes of a "open the feeder"

  @R-ALLOC-11
  Scenario: Its excess is taken from the others, so that the limit holds physically
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And 1 min passes
    When the contactor of a welds
    And a sedan-22kw plugs in at b
    Then throughout 30 min b may draw nothing
    And now a draws 32 A
    When the car at a leaves
    Then within 2 min b draws 32 A

  @R-ALLOC-11
  Scenario: The first thing that is said is the alarm, and 0 A; the others have what its rating leaves
    Given a zone main of 40 A
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    And cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    And 1 min passes
    When the contactor of a welds
    And a sedan-22kw plugs in at c
    Then within 30 s the gateway notes of a "alarm: connector 1 draws 20.0 A, more than it may: it is cut off"
    And within 2 s a may draw nothing
    And within 2 s the gateway explains a by "overdrawn"
    And throughout 30 min every phase of main carries at most 40 A
    And now the gateway reserves at most 40 A of main
    When the car at a leaves
    Then within 5 min the gateway reserves 40 A of main

  @R-ALLOC-11
  Scenario: A cut that is still being followed is no offence
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And 1 min passes
    When a sedan-22kw plugs in at b
    Then at no time during 30 min a is called RemoteStopTransaction
    And at no time during 1 min the gateway notes of a "alarm"
    And now the connectors may draw
      | a | 16 A |
      | b | 16 A |
