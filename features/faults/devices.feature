Feature: Links and devices that fail
  Whatever happens to messages, stations and clocks, no limit is broken, and all is served again when it is over (R-PLANT-3).

  @R-PLANT-3
  Scenario: Every message arrives twice, and no session is doubled
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And 100 % of the messages on all links arrive twice
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 1 min |
    Then within 5 min the connectors may draw
      | a | 16 A |
      | b | 16 A |
    And now the gateway has 2 sessions
    When the car at b leaves
    Then within 2 min a may draw 32 A

  @R-PLANT-3
  Scenario: One message in three is broken for an hour
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 10 s  |
      | b  | sedan-22kw | 10 s  |
    And within 2 min b draws 16 A
    When 33 % of the messages on all links arrive broken
    Then throughout 30 min every phase of main carries at most 32 A
    When the car at b leaves
    And 30 min pass
    And all links are restored
    Then within 10 min the gateway has 1 session
    And within 10 min a draws 32 A

  @R-PLANT-3
  Scenario: Messages of different links overtake each other by seconds
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    And messages on all links take up to 8 s
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 2 min |
      | b  | sedan-22kw | 2 min |
      | c  | sedan-22kw | 2 min |
    Then throughout 1 h every phase of main carries at most 32 A
    When all links are restored
    Then within 30 min the connectors may draw
      | a | 10.6 A |
      | b | 10.6 A |
      | c | 10.6 A |

  @R-PLANT-3
  Scenario: A station freezes, its car goes on, and the others keep clear of it
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And within 1 min a draws 32 A
    When a freezes
    And a sedan-22kw plugs in at b
    Then within 3 min the gateway sees a as lost
    And at no time during 30 s a draws nothing
    When a thaws
    Then within 10 min a draws 16 A
    And within 10 min b draws 16 A
    And now the session at a goes on

  @R-PLANT-3
  Scenario: A station reboots in the middle of a session, and takes a new one up
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 10 s  |
      | b  | sedan-22kw | 10 s  |
    And within 2 min b draws 16 A
    When a reboots
    Then within 2 min b draws 32 A
    And within 2 min a is online
    And throughout 10 min every phase of main carries at most 32 A

  @R-PLANT-3 @R-LEASE-7
  Scenario Outline: A station's clock jumps <way> by an hour while it is offline
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 10 s  |
      | b  | sedan-22kw | 10 s  |
    And within 2 min b draws 16 A
    When the link of a is cut
    And the clock of a goes 1 h <way>
    Then throughout 1 h every phase of main carries at most 32 A
    When the link of a is restored
    Then within 30 min a draws 16 A
    And within 30 min b draws 16 A

    Examples:
      | way    |
      | ahead  |
      | behind |
