Feature: Active inputs lower all zones
  An input leaves its percentage of each zone's maximum while it is active; of several the lowest counts, and tariffs do not (R-DI-1, 2, 3).

  @R-DI-2
  Scenario: In a static zone an input leaves its percentage of the maximum
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
      | d  |
    And the inputs
      | number | name | max_percent |
      | 1      | Grid | 80          |
    And all bays are taken by sedan-22kw
    And within 2 min phase 1 of main carries 100 A
    When input 1 closes
    Then within 1 s the limit of main is 80 A
    And now main is limited by "input" called "Grid"
    And within 15 s every phase of main carries at most 80 A
    And within 2 min phase 1 of main carries 80 A
    When input 1 opens
    Then within 3 s the limit of main is 100 A
    And within 2 min phase 1 of main carries 100 A

  @R-DI-2
  Scenario Outline: In a dynamic zone the lower of <percent> % and what the building leaves counts
    Given the meters
      | id    | plant      |
      | meter | {class: 0} |
    And the zones
      | id   | max_a | directive | meter |
      | main | 100   | dynamic   | meter |
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
      | d  |
    And the inputs
      | number | name | max_percent |
      | 1      | Grid | <percent>   |
    And the other loads of main become <building> A
    And all bays are taken by sedan-22kw
    And 10 min pass
    When input 1 closes
    Then within 10 s main is limited by "<by>"
    And within 30 s every phase of main carries at most <most> A
    And throughout 5 min every phase of main carries at most <most> A

    Examples:
      | percent | building | by    | most |
      | 70      | 10       | input | 70   |
      | 70      | 50       | meter | 50   |

  @R-DI-2 @R-DYN-6
  Scenario: Without its meter a dynamic zone has the lower of input and degraded setpoint
    Given the meters
      | id    |
      | meter |
    And the zones
      | id   | max_a | directive | meter | degraded_a |
      | main | 100   | dynamic   | meter | 30         |
    And the stations
      | id |
      | a  |
    And the inputs
      | number | name | max_percent |
      | 1      | Grid | 10          |
    And the link of meter is cut
    And 1 min passes
    And now the limit of main is 30 A
    When input 1 closes
    Then within 1 s the limit of main is 10 A
    And now main is limited by "input"

  @R-DI-1
  Scenario: Of several active inputs the lowest counts, for every zone
    Given the zones
      | id   | max_a | parent |
      | main | 100   |        |
      | east | 60    | main   |
      | west | 80    | main   |
    And the stations
      | id | zone |
      | a  | east |
    And the inputs
      | number | name  | max_percent |
      | 1      | Grid  | 80          |
      | 2      | Night | 30          |
      | 3      | Fire  | 0           |
    When inputs 1 and 2 close
    Then within 1 s the limit of main is 30 A
    And now the limit of east is 18 A
    And now the limit of west is 24 A
    And now main is limited by "input" called "Night"
    When input 2 opens
    Then within 3 s the limit of main is 80 A
    When input 3 closes
    Then within 1 s the limit of west is 0 A

  @R-DI-1
  Scenario: An input of zero percent suspends all, a disabled one nobody
    Given a zone main of 64 A
    And the stations
      | id |
      | a  |
      | b  |
    And the inputs
      | number | name | max_percent | enabled |
      | 1      | Off  | 0           | false   |
      | 2      | Fire | 0           | true    |
    And all bays are taken by sedan-22kw
    And within 2 min phase 1 of main carries 64 A
    When input 1 closes
    Then throughout 1 min phase 1 of main carries 64 A
    When input 2 closes
    Then within 15 s every phase of main carries at most 0 A
    And now 2 of the sessions are suspended
    When input 2 opens
    Then within 6 min phase 1 of main carries 64 A

  @R-DI-3
  Scenario: While an input is active the tariff does not count, be it lower
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
    And the inputs
      | number | name | max_percent |
      | 1      | Grid | 80          |
    And the tariffs
      | name | max_percent | days  | slots           |
      | peak | 50          | [mon] | ["08:00-12:00"] |
    When it becomes 08:00 at the site
    Then now the limit of main is 50 A
    When input 1 closes
    Then within 1 s the limit of main is 80 A
    And now main is as low by "input"
    And now the tariff period is "peak"
    When input 1 opens
    Then within 3 s the limit of main is 50 A

  @R-DI-3
  Scenario: By the stricter reading tariffs do not count while any input is enabled
    Given a zone main of 100 A
    And the setting tou_off_when_di_enabled is "true"
    And the stations
      | id |
      | a  |
    And the inputs
      | number | name | max_percent |
      | 1      | Grid | 80          |
    And the tariffs
      | name | max_percent | days  | slots           |
      | peak | 50          | [mon] | ["08:00-12:00"] |
    When it becomes 08:00 at the site
    Then now the limit of main is 100 A
    When input 1 closes
    Then within 1 s the limit of main is 80 A

  @R-DI-1 @R-LEASE-6
  Scenario: What a lost station holds above a soft input is made up for by the others
    Given a zone main of 64 A
    And the stations
      | id |
      | a  |
      | b  |
    And the inputs
      | number | name | max_percent |
      | 1      | Grid | 75          |
    And all bays are taken by sedan-22kw
    And within 2 min phase 1 of main carries 64 A
    And the link of a is cut
    When input 1 closes
    Then within 20 s every phase of main carries at most 48 A
    And now a draws 32 A
    And now b draws 16 A
    And throughout 10 min every phase of main carries at most 48 A

  @R-DI-1 @R-DEG-9
  Scenario: What lies in the stations for a loss follows the input
    Given a zone main of 51 A
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    And the inputs
      | number | name | max_percent |
      | 1      | Grid | 50          |
    And all bays are taken by sedan-22kw
    And 3 min pass
    And input 1 closes
    And 1 min passes
    When all links are cut
    Then throughout 10 min every phase of main carries at most 25.5 A
    And now a draws 8.5 A

  @R-DI-1 @R-SITE-3
  Scenario: A licence without inputs refuses them
    Given the licence EDB
    And a zone main of 64 A
    And the stations
      | id |
      | a  |
    And the inputs
      | number | name | max_percent |
      | 1      | Grid | 50          |
    Then the site is refused because "digital inputs"
