Feature: Tariff periods lower what a zone may carry
  A period's percentage is what remains of a zone's maximum (R-TOU-1, 2): a soft limit, so setpoints keep it, and worst cases need not.

  Background:
    Given the zones
      | id   | max_a |
      | main | 100   |
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
      | d  |
    And it is 2026-01-05 07:50 at the site

  @R-TOU-1 @R-TOU-2
  Scenario: While a period lasts, its percentage of the maximum is shared
    Given the tariffs
      | name | max_percent | days                      | slots           |
      | peak | 80          | [mon, tue, wed, thu, fri] | ["08:00-12:00"] |
    And all bays are taken by sedan-22kw
    And within 2 min phase 1 of main carries 100 A
    When it becomes 08:00 at the site
    Then now the limit of main is 80 A
    And now main is limited by "tariff" called "peak"
    And within 15 s every phase of main carries at most 80 A
    And within 2 min phase 1 of main carries 80 A
    When it becomes 12:00 at the site
    Then now the limit of main is 100 A
    And within 2 min phase 1 of main carries 100 A

  @R-TOU-1
  Scenario: Zero percent suspends all, and they go on by themselves afterwards
    Given the tariffs
      | name  | max_percent | days  | slots           |
      | never | 0           | [mon] | ["08:00-08:30"] |
    And all bays are taken by sedan-22kw
    When it becomes 08:00 at the site
    Then within 15 s every phase of main carries at most 0 A
    And throughout 29 min every phase of main carries at most 0 A
    When it becomes 08:30 at the site
    Then within 2 min phase 1 of main carries 100 A

  @R-TOU-2
  Scenario: Outside all periods the maximum holds
    Given the tariffs
      | name | max_percent | days  | slots           |
      | peak | 50          | [tue] | ["08:00-12:00"] |
    When it becomes 08:00 at the site
    Then now the limit of main is 100 A
    And now the tariff period is "none"
    And now main is limited by "maximum"

  @R-TOU-2
  Scenario: Where periods overlap the lowest percentage counts
    Given the tariffs
      | name | max_percent | days  | slots           |
      | day  | 80          | [mon] | ["08:00-18:00"] |
      | noon | 30          | [mon] | ["11:00-13:00"] |
      | wide | 90          | [mon] | ["07:00-20:00"] |
    When it becomes 11:00 at the site
    Then now the limit of main is 30 A
    And now the tariff period is "day, noon, wide"
    And now main is limited by "tariff" called "noon"
    When it becomes 13:00 at the site
    Then now the limit of main is 80 A
    When it becomes 18:00 at the site
    Then now the limit of main is 90 A

  @R-TOU-2
  Scenario: A slot may pass midnight
    Given the tariffs
      | name  | max_percent | days  | slots           |
      | night | 40          | [mon] | ["22:00-06:00"] |
    When it becomes 22:00 at the site
    Then now the limit of main is 40 A
    When it becomes 05:59 at the site
    Then now the limit of main is 40 A
    When it becomes 06:00 at the site
    Then now the limit of main is 100 A
    When it becomes 22:00 at the site
    Then now the limit of main is 100 A

  @R-TOU-2
  Scenario: From midnight to midnight is the whole day
    Given the tariffs
      | name | max_percent | days  | slots           |
      | rest | 25          | [tue] | ["00:00-00:00"] |
    When it becomes 23:59 at the site
    Then now the limit of main is 100 A
    When it becomes 00:00 at the site
    Then now the limit of main is 25 A
    And throughout 23 h the limit of main is 25 A
    When it becomes 00:00 at the site
    Then now the limit of main is 100 A

  @R-TOU-4
  Scenario: A period that is disabled keeps its settings and limits nothing
    Given the tariffs
      | name | max_percent | days  | slots           | enabled |
      | peak | 50          | [mon] | ["08:00-12:00"] | false   |
    When it becomes 08:00 at the site
    Then now the limit of main is 100 A
    And the tariff summary is
      | zone | peak |
      | main | 100  |

  @R-TOU-2 @R-BEMS-1
  Scenario: When the limit will change next is known beforehand
    Given the tariffs
      | name | max_percent | days  | slots                            |
      | peak | 50          | [mon] | ["08:00-12:00", "14:00-19:30"]   |
      | high | 100         | [mon] | ["09:00-10:00"]                  |
    When 1 min passes
    Then now the limit of main is known to change at 2026-01-05 08:00
    When it becomes 08:00 at the site
    Then now the limit of main is known to change at 2026-01-05 12:00
    When it becomes 19:30 at the site
    Then now the limit of main is known to change at 2026-01-12 08:00

  @R-TOU-1 @R-LEASE-6
  Scenario: What a lost station holds above the tariff is made up for by the others
    Given the tariffs
      | name | max_percent | days  | slots           |
      | peak | 50          | [mon] | ["08:00-12:00"] |
    And all bays are taken by sedan-22kw
    And it becomes 07:59 at the site
    And the link of a is cut
    When it becomes 08:00 at the site
    Then within 15 s every phase of main carries at most 50 A
    And now a draws 25 A
    And throughout 1 min every phase of main carries at most 50 A
    And within 10 min a draws 12.5 A
    And within 1 min phase 1 of main carries 50 A

  @R-TOU-1 @R-ALLOC-3
  Scenario: A tariff under the floors of all suspends some of them
    Given the tariffs
      | name | max_percent | days  | slots           |
      | peak | 15          | [mon] | ["08:00-12:00"] |
    And all bays are taken by sedan-22kw
    When it becomes 08:00 at the site
    Then within 15 s every phase of main carries at most 15 A
    And within 1 min 2 of the sessions are suspended
    And throughout 10 min every phase of main carries at most 15 A
