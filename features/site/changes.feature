Feature: A site that changes
  A zone's maximum applies live; stations that nobody announced are treated as the site says.

  @R-SITE-7 @realtime
  Scenario: A lower maximum takes effect at once, and a higher one gives back
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    And within 10 s phase 1 of main carries 32 A
    When the maximum of main becomes 20 A
    Then within 5 s every phase of main carries at most 20 A
    And now the session at a goes on
    When the maximum of main becomes 32 A
    Then within 10 s the connectors may draw
      | a | 16 A |
      | b | 16 A |

  @R-SITE-7
  Scenario: A branch is lowered, the other branch gets what that frees
    Given the zones
      | id   | max_a | parent |
      | main | 32    |        |
      | east | 32    | main   |
      | west | 32    | main   |
    And the stations
      | id | zone |
      | e  | east |
      | w  | west |
    And cars plug in
      | at | car        |
      | e  | sedan-22kw |
      | w  | sedan-22kw |
    And 1 min passes
    And now e draws 16 A
    When the maximum of east becomes 10 A
    Then within 30 s the connectors may draw
      | e | 10 A |
      | w | 22 A |
    And throughout 10 min every phase of main carries at most 32 A

  @R-SITE-8
  Scenario: A stranger is refused
    Given a zone main of 32 A
    And the setting unknown_stations is "refuse"
    And the stations
      | id |
      | a  |
    When a station "stranger" that the site does not know connects
    Then throughout 10 min the gateway sees stranger as unknown
    And now the gateway sees a as connected

  @R-SITE-8
  Scenario: A stranger is listed for commissioning, and does not charge
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    When a station "stranger" that the site does not know connects
    Then within 30 s the gateway sees stranger as discovered
    And throughout 10 min the gateway has 0 sessions

  @R-SITE-8
  Scenario: A stranger is taken into a zone
    Given a zone main of 32 A
    And the setting unknown_stations is "{accept: {zone: main, model: pro-ac}}"
    And the stations
      | id |
      | a  |
    When a station "stranger" that the site does not know connects
    Then within 30 s the gateway sees stranger as connected
    And within 30 s stranger is online

  @R-AUTH-1 @R-AUTH-3
  Scenario: Where only known cards may charge, an unknown one does not
    Given known cards only
    And a zone main of 32 A
    And a card "KNOWN" of priority 0
    And the stations
      | id |
      | a  |
      | b  |
    When cars plug in
      | at | car        | card   |
      | a  | sedan-22kw | KNOWN  |
      | b  | sedan-22kw | FORGED |
    Then within 30 s a may draw 32 A
    And throughout 10 min b may draw nothing
    And now the gateway has 1 session
