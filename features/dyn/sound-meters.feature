Feature: Meters that are sound are trusted
  What the cars are proven to draw is held against the meter (R-DYN-6), and must not make a sound one lost.

  @R-DYN-6 @R-ALLOC-14
  Scenario: DC counts at 0.9 of the nominal voltage, and a meter that sees it draw less is right
    Given the zones
      | id   | max_a | directive |
      | main | 300   | dynamic   |
    And the stations
      | id | model  | zone |
      | dc | dc-180 | main |
    When 1 min passes
    And a sedan-22kw plugs in at dc
    Then within 5 min every phase of main carries at least 30 A
    And throughout 20 min main is limited by "meter"

  @R-DYN-6 @R-DYN-7
  Scenario: A meter that refreshes each 15 s is not frozen because it shows later than the samples
    Given the meters
      | id    | model | refresh |
      | meter | NSX   | 15s     |
    And the zones
      | id   | max_a | directive | meter |
      | main | 100   | dynamic   | meter |
    And the stations
      | id | zone |
      | a  | main |
      | b  | main |
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 2 min |
      | b  | sedan-22kw | 33 s  |
    And 4 min pass
    And the car at a leaves
    Then throughout 5 min main is limited by "meter"
    When the car at b leaves
    Then throughout 5 min main is limited by "meter"
