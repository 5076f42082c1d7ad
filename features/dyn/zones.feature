Feature: Dynamic zones in a tree
  Several dynamic zones at once, static ones below and above them, dynamic ones in each other: each keeps its own limit (R-DYN-8).

  @R-DYN-8
  Scenario: The office: the building leaves 630 A less its load to two car parks of 250 A each
    Given the site "office-dynamic"
    When cars plug in
      | at    | car        | after |
      | p1-01 | sedan-22kw | 1 min |
      | p1-02 | sedan-22kw | 0 s   |
      | p2-01 | sedan-22kw | 0 s   |
      | p2-02 | sedan-22kw | 0 s   |
    Then within 3 min p1-01 draws 32 A
    And within 1 min p2-02 draws 32 A
    And now main is limited by "meter"
    And now p1 is limited by "maximum"
    And throughout 30 min every phase of main carries at least 64 A

  @R-DYN-8
  Scenario: A full office at noon: the main zone binds, and both car parks share it
    Given the site "office-dynamic"
    When all bays are taken by sedan-22kw
    Then within 10 min every phase of main carries at least 380 A
    And now every phase of p1 carries at most 250 A
    And now every phase of p2 carries at most 250 A
    When the other loads of main become 300 A
    Then within 18 s every phase of main carries at most 630 A in all
    When 2 min pass
    Then throughout 10 min every phase of main carries at least 100 A
    When the link of incomer goes silent
    Then within 20 s every phase of main carries at most 0 A

  @R-DYN-8
  Scenario: Two dynamic zones beside each other know nothing of each other
    Given the zones
      | id   | max_a | directive |
      | hall | 63    | dynamic   |
      | yard | 63    | dynamic   |
    And the stations
      | id | zone |
      | a  | hall |
      | b  | yard |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And within 3 min b draws 32 A
    And 1 min passes
    When the other loads of hall become 50 A
    Then within 10 s every phase of hall carries at most 63 A in all
    And throughout 5 min b draws 32 A
    When the link of meter-yard goes silent
    Then within 20 s b draws nothing
    And now every phase of hall carries at least 6 A

  @R-DYN-8
  Scenario: A dynamic zone in a dynamic zone keeps both limits
    Given the zones
      | id   | max_a | directive | parent |
      | main | 100   | dynamic   |        |
      | row  | 63    | dynamic   | main   |
      | lot  | 63    |           | main   |
    And the stations
      | id | zone |
      | a  | row  |
      | b  | row  |
      | c  | lot  |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
      | c  | sedan-22kw | 10 s  |
    And 3 min pass
    When the other loads of row become 30 A
    Then within 18 s every phase of row carries at most 63 A in all
    And within 2 min c draws 32 A
    When the other loads of main become 40 A
    Then within 18 s every phase of main carries at most 100 A in all
    And throughout 10 min every phase of main carries at most 100 A in all
    And now every phase of main carries at least 26 A

  @R-DYN-8 @R-DYN-6 @R-DEG-4
  Scenario: The meter of the lower of two dynamic zones is lost: those beside it go on
    Given the zones
      | id   | max_a | directive | parent |
      | main | 100   | dynamic   |        |
      | row  | 63    | dynamic   | main   |
      | lot  | 63    |           | main   |
    And the stations
      | id | zone |
      | a  | row  |
      | c  | lot  |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | c  | sedan-22kw | 10 s  |
    And within 3 min c draws 32 A
    When the link of meter-row goes silent
    Then within 20 s a draws nothing
    And now row is limited by "degraded"
    And throughout 5 min c draws 32 A
    And now main is limited by "meter"

  @R-DYN-8 @R-DYN-6 @R-DEG-4
  Scenario: The meter of the upper of two dynamic zones is lost: all below it stop
    Given the zones
      | id   | max_a | directive | parent |
      | main | 100   | dynamic   |        |
      | row  | 63    | dynamic   | main   |
    And the stations
      | id | zone |
      | a  | row  |
    And a sedan-22kw plugs in at a
    And within 3 min a draws 32 A
    When the link of meter-main goes silent
    Then within 20 s a draws nothing
    And now row is limited by "meter"
    And now main is limited by "degraded"

  @R-DYN-8
  Scenario: A dynamic zone under a static one
    Given the zones
      | id   | max_a | directive | parent |
      | main | 40    |           |        |
      | row  | 40    | dynamic   | main   |
      | lot  | 40    |           | main   |
    And the stations
      | id | zone |
      | a  | row  |
      | c  | lot  |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | c  | sedan-22kw | 10 s  |
    And 3 min pass
    Then now every phase of main carries at least 39 A
    When the other loads of row become 28 A
    Then within 15 s every phase of row carries at most 40 A in all
    And within 2 min every phase of main carries at least 39 A
    And throughout 5 min every phase of main carries at most 40 A
