Feature: Tariff periods go by the clocks of the site
  A slot is while local time is in it: absent where clocks go forward over it, there twice where they go back (R-TOU-4).

  Background:
    Given the time zone "Europe/Paris"
    And a zone main of 100 A
    And the stations
      | id |
      | a  |

  @R-TOU-4
  Scenario: In summer the site's eight o'clock is two hours before that of the world
    Given the tariffs
      | name | max_percent | days                                | slots           |
      | peak | 50          | [mon, tue, wed, thu, fri, sat, sun] | ["08:00-12:00"] |
    And it is 2026-07-06 07:00 at the site
    When it becomes 2026-07-06T05:59:59Z
    Then now the limit of main is 100 A
    When it becomes 2026-07-06T06:00:00Z
    Then now the limit of main is 50 A

  @R-TOU-4
  Scenario: On the day on which clocks go forward a slot is absent, and that is told
    Given the tariffs
      | name  | max_percent | days                                | slots           |
      | night | 50          | [mon, tue, wed, thu, fri, sat, sun] | ["02:00-03:00"] |
    And it is 2026-03-28 01:00 at the site
    When it becomes 02:00 at the site
    Then now the limit of main is 50 A
    When it becomes 03:00 at the site
    Then throughout 22 h the limit of main is 100 A
    And throughout 3 h the limit of main is 100 A
    And now the gateway notes of tariffs "night: 02:00–03:00 does not exist on 2026-03-29"
    And now the limit of main is known to change at 2026-03-30 02:00

  @R-TOU-4
  Scenario: On the day on which clocks go back a slot comes twice, and that is told
    Given the tariffs
      | name  | max_percent | days                                | slots           |
      | night | 50          | [mon, tue, wed, thu, fri, sat, sun] | ["02:10-02:50"] |
    And it is 2026-10-25 01:50 at the site
    When it becomes 2026-10-25T00:10:00Z
    Then now the limit of main is 50 A
    When it becomes 2026-10-25T00:50:00Z
    Then now the limit of main is 100 A
    When it becomes 2026-10-25T01:10:00Z
    Then now the limit of main is 50 A
    And now the gateway notes of tariffs "night: 02:10–02:50 comes twice on 2026-10-25"
    When it becomes 2026-10-25T01:50:00Z
    Then now the limit of main is 100 A

  @R-TOU-4
  Scenario: A night that lasts through the change of clocks is an hour shorter or longer
    Given the tariffs
      | name  | max_percent | days                                | slots           |
      | night | 50          | [mon, tue, wed, thu, fri, sat, sun] | ["22:00-06:00"] |
    And it is 2026-03-28 21:59 at the site
    When it becomes 22:00 at the site
    Then throughout 6 h the limit of main is 50 A
    And within 1 h the limit of main is 100 A
    When it becomes 2026-03-29T04:00:00Z
    Then now the limit of main is 100 A
