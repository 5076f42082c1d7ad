Feature: Tariff periods by zone
  Each zone keeps to its own percentage, a parent's binds what is below it, and a meter's limit counts where it is lower (R-TOU-2, 3).

  @R-TOU-2 @R-TOU-4
  Scenario: The summary of the guide, two zones of 150 A
    Given the zones
      | id     | max_a |
      | zone-1 | 150   |
      | zone-2 | 150   |
    And the stations
      | id | zone   |
      | a  | zone-1 |
    And the tariffs
      | name     | max_percent | days                      | slots                          | off_in   |
      | on-peak  | 90          | [mon, tue, wed, thu, fri] | ["08:00-12:00", "14:00-19:30"] | [zone-2] |
      | off-peak | 0           | [mon, tue, wed, thu, fri] | ["12:00-14:00"]                | [zone-1] |
      | unnamed  | 0           | [sun]                     | ["00:00-00:00"]                |          |
    Then the tariff summary is
      | zone   | on-peak | off-peak | unnamed |
      | zone-1 | 135     | 150      | 0       |
      | zone-2 | 150     | 0        | 0       |
    When it becomes 08:00 at the site
    Then now the limit of zone-1 is 135 A
    And now the limit of zone-2 is 150 A
    When it becomes 12:00 at the site
    Then now the limit of zone-1 is 150 A
    And now the limit of zone-2 is 0 A

  @R-TOU-2
  Scenario: A zone without the period keeps its limit, its parent's binds all the same
    Given the zones
      | id   | max_a | parent |
      | main | 100   |        |
      | east | 80    | main   |
      | west | 80    | main   |
    And the stations
      | id | zone |
      | a  | east |
      | b  | west |
    And the tariffs
      | name | max_percent | days  | slots           | off_in |
      | peak | 40          | [mon] | ["08:00-12:00"] | [east] |
    When it becomes 08:00 at the site
    Then now the limit of east is 80 A
    And now east may carry 40 A with all above it
    And now the limit of west is 32 A
    And now west may carry 32 A with all above it

  @R-TOU-3
  Scenario: In a dynamic zone the tariff counts where it is lower than what the building leaves
    Given the zones
      | id   | max_a | directive |
      | main | 100   | dynamic   |
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
      | d  |
    And the tariffs
      | name | max_percent | days  | slots           |
      | peak | 60          | [mon] | ["08:00-12:00"] |
    And it is 2026-01-05 07:40 at the site
    And all bays are taken by sedan-22kw
    And the other loads of main become 20 A
    When it becomes 08:00 at the site
    Then within 10 s main is limited by "tariff"
    And within 15 s every phase of main carries at most 60 A
    And within 2 min phase 1 of main carries 60 A
    When the other loads of main become 70 A
    Then within 15 s main is limited by "meter"
    And within 30 s every phase of main carries at most 100 A in all

  @R-TOU-3 @R-DYN-6
  Scenario: Without its meter a dynamic zone has the lower of tariff and degraded setpoint
    Given the meters
      | id    |
      | meter |
    And the zones
      | id   | max_a | directive | meter | degraded_a |
      | main | 100   | dynamic   | meter | 30         |
    And the stations
      | id |
      | a  |
    And the tariffs
      | name  | max_percent | days  | slots           |
      | peak  | 10          | [mon] | ["08:00-12:00"] |
      | other | 40          | [mon] | ["12:00-13:00"] |
    And it is 2026-01-05 07:50 at the site
    And the link of meter is cut
    When it becomes 08:00 at the site
    Then now the limit of main is 10 A
    And now main is limited by "tariff"
    When it becomes 12:00 at the site
    Then now the limit of main is 30 A
    And now main is limited by "degraded"

  @R-TOU-2 @R-SITE-7
  Scenario: A percentage follows the maximum that is set while all runs
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
    And the tariffs
      | name | max_percent | days  | slots           |
      | peak | 50          | [mon] | ["08:00-12:00"] |
    When it becomes 08:00 at the site
    Then now the limit of main is 50 A
    When the maximum of main becomes 60 A
    Then within 1 s the limit of main is 30 A
    And now main is limited by "tariff"

  @R-TOU-2 @R-ALLOC-14
  Scenario: The percentage holds for a zone's power, too
    Given a zone main of 100 A and 60 kW
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    And the tariffs
      | name | max_percent | days  | slots           |
      | peak | 50          | [mon] | ["08:00-12:00"] |
    And it is 2026-01-05 07:50 at the site
    And all bays are taken by sedan-22kw
    When it becomes 08:00 at the site
    Then within 15 s main takes at most 30 kW
    And now main may take 30 kW with all above it
