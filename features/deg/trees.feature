Feature: Degraded setpoints in trees, and when something changes
  All degraded setpoints together fit every zone on the way up, and a later loss finds the ones of today.

  @R-DEG-9 @R-DEG-1
  Scenario: The smallest scale on the way up counts
    Given the zones
      | id   | max_a | parent |
      | main | 30    |        |
      | east | 30    | main   |
      | west | 20    | main   |
    And the stations
      | id | zone |
      | e1 | east |
      | e2 | east |
      | w1 | west |
      | w2 | west |
    And a sedan-22kw plugs in at e1
    And a sedan-22kw plugs in at w1
    Then within 1 min e1 is leased 15 A for 300 s, then 7.5 A
    And within 1 min w1 is leased 15 A for 300 s, then 7.5 A
    When all links are cut
    Then within 6 min e1 may draw 7.5 A
    And within 10 s w1 may draw 7.5 A
    And throughout 30 min every phase of main carries at most 30 A

  @R-DEG-9 @R-DEG-1
  Scenario: Floors that do not fit in one branch leave the other its own
    Given the zones
      | id   | max_a | parent |
      | main | 60    |        |
      | east | 11    | main   |
      | west | 49    | main   |
    And the stations
      | id | zone |
      | e1 | east |
      | e2 | east |
      | w1 | west |
      | w2 | west |
    When cars plug in
      | at | car        |
      | e1 | sedan-22kw |
      | w1 | sedan-22kw |
    Then within 1 min e1 is leased 11 A for 300 s, then 0 A
    And within 1 min w1 is leased 32 A for 300 s, then 15 A
    When all links are cut
    Then within 6 min e1 may draw nothing
    And within 10 s w1 may draw 15 A
    And throughout 10 min e1 draws nothing

  @R-DEG-1
  Scenario: Floors that do not fit leave nothing to anybody
    Given a zone main of 17 A
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    And a sedan-22kw plugs in at a
    And within 1 min a is leased 17 A for 300 s, then 0 A
    And within 10 s a draws 17 A
    When the link of a is cut
    Then throughout 4 min a draws 17 A
    And within 2 min a draws nothing
    And throughout 30 min a may draw nothing

  @R-DEG-1
  Scenario: No degraded setpoint is above its connector's maximum, and all are rounded down
    Given a zone main of 100 A
    And the stations
      | id    | max_a |
      | small | 16    |
      | large | 63    |
      | third | 63    |
    When cars plug in
      | at    | car        |
      | small | sedan-22kw |
      | large | sedan-22kw |
    Then within 1 min small is leased 16 A for 300 s, then 16 A
    And within 1 min large is leased 63 A for 300 s, then 33.3 A

  @R-DEG-9 @R-SITE-7
  Scenario: Degraded setpoints are told again when a zone's maximum changes
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And within 1 min a is leased 32 A for 300 s, then 16 A
    When the maximum of main becomes 24 A
    Then within 5 s a is leased 24 A, then 12 A
    When the maximum of main becomes 40 A
    Then within 30 s a is leased 32 A, then 20 A
    When the link of a is cut
    Then within 6 min a draws 20 A
    And throughout 10 min a draws 20 A

  @R-DEG-9 @R-SITE-7
  Scenario: A branch learns of a change above it, though nothing else changes for it
    Given the zones
      | id   | max_a | parent |
      | main | 63    |        |
      | east | 32    | main   |
      | west | 31    | main   |
    And the stations
      | id | zone |
      | e1 | east |
      | w1 | west |
    And a city-7kw plugs in at e1
    And within 1 min e1 is leased 32 A, then 31.5 A
    When the maximum of main becomes 50 A
    Then within 30 s e1 is leased 32 A, then 25 A
    And within 10 s e1 draws 32 A
