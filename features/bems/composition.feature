Feature: The lowest limit counts, wherever it comes from
  Reduction, maximum, meter, degraded setpoint, tariff, input, and all of the parent's (R-BEMS-1).

  @R-BEMS-1
  Scenario: Of tariff and reduction the lower one, and the zone says which
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
    And the tariffs
      | name | max_percent | days  | slots           |
      | peak | 60          | [mon] | ["08:00-12:00"] |
    And "bems" may reduce zones
    And it is 2026-01-05 07:50 at the site
    When "bems" sets the reduction of main to 80 % for 8 h
    Then now main is limited by "reduction"
    When it becomes 08:00 at the site
    Then now the limit of main is 60 A
    And now main is limited by "tariff" called "peak"
    When "bems" sets the reduction of main to 40 % for 8 h
    Then now the limit of main is 40 A
    When it becomes 12:00 at the site
    Then now the limit of main is 40 A
    And now main is limited by "reduction"

  @R-BEMS-1
  Scenario: All that are as low are named
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
    And the tariffs
      | name | max_percent | days  | slots           |
      | peak | 60          | [mon] | ["08:00-12:00"] |
    And "bems" may reduce zones
    And it is 2026-01-05 08:30 at the site
    When "bems" sets the reduction of main to 60 A for 1 h
    Then now main is as low by "tariff, reduction"
    When "bems" asks GET /zones/1
    Then the answer says
      | /setpoint_current_a | 60                           |
      | /setpoint_source    | ["tou","external_reduction"] |

  @R-BEMS-1 @R-DYN-1
  Scenario: In a dynamic zone what the building leaves counts where it is less
    Given the zones
      | id   | max_a | directive |
      | main | 100   | dynamic   |
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
      | d  |
    And "bems" may reduce zones
    And all bays are taken by sedan-22kw
    And 3 min pass
    When "bems" sets the reduction of main to 60 A for 2 h
    Then within 15 s every phase of main carries at most 60 A
    And now main is limited by "reduction"
    When the other loads of main become 70 A
    Then within 15 s main is limited by "meter"
    And within 30 s every phase of main carries at most 100 A in all

  @R-BEMS-1 @R-DYN-6
  Scenario: Without its meter the degraded setpoint counts where it is less
    Given the zones
      | id   | max_a | directive | degraded_a |
      | main | 100   | dynamic   | 30         |
    And the stations
      | id |
      | a  |
    And "bems" may reduce zones
    When "bems" sets the reduction of main to 50 A for 2 h
    And the link of meter-main goes silent
    Then within 20 s the limit of main is 30 A
    And now main is limited by "degraded"
    When 2 min pass
    And "bems" sets the reduction of main to 20 A for 2 h
    Then now the limit of main is 20 A
    And now main is limited by "reduction"

  @R-BEMS-1 @R-DI-1
  Scenario: An input and a reduction
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
    And the inputs
      | number | name | max_percent |
      | 1      | Grid | 50          |
    And "bems" may reduce zones
    When "bems" sets the reduction of main to 70 A for 2 h
    And input 1 closes
    Then within 1 s the limit of main is 50 A
    And now main is limited by "input"
    When input 1 opens
    Then within 1 s the limit of main is 70 A

  @R-BEMS-1
  Scenario: What is above a zone binds it, what is below does not bind the parent
    Given the zones
      | id   | max_a | parent |
      | main | 100   |        |
      | east | 80    | main   |
      | west | 80    | main   |
    And the stations
      | id | zone |
      | a  | east |
      | b  | west |
    And "bems" may reduce zones
    When "bems" sets the reduction of main to 40 % for 2 h
    And "bems" sets the reduction of east to 25 % for 2 h
    Then now the limit of east is 20 A
    And now east may carry 20 A with all above it
    And now the limit of west is 80 A
    And now west may carry 40 A with all above it
    And now the limit of main is 40 A

  @R-BEMS-1
  Scenario: Percent are of the zone's own maximum, sub-zone by sub-zone
    Given the site "office"
    And "bems" may reduce zones
    When "bems" sets the reduction of p1 to 10 % for 2 h
    Then the answer says /effective_current_a is 25
    And now the limit of p1 is 25 A
    And now p2 may carry 250 A with all above it
