Feature: Lost stations follow the tariff
  What a station falls back to lies in it beforehand, tariff by tariff, as far ahead as it takes periods (R-DEG-1, 9).

  Background:
    Given a zone main of 51 A
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    And the tariffs
      | name | max_percent | days                                | slots           |
      | peak | 50          | [mon, tue, wed, thu, fri, sat, sun] | ["08:00-12:00"] |
      | stop | 0           | [mon, tue, wed, thu, fri, sat, sun] | ["13:00-14:00"] |
    And it is 2026-01-05 07:00 at the site

  @R-TOU-2 @R-DEG-9 @R-DEG-1
  Scenario: Its degraded setpoint changes with the periods though nobody can tell it
    Given all bays are taken by sedan-22kw
    And 10 min pass
    And the link of a is cut
    When it becomes 08:00 at the site
    Then within 10 s a draws 8.5 A
    When it becomes 12:00 at the site
    Then within 10 s a draws 17 A
    When it becomes 13:00 at the site
    Then within 10 s a draws nothing
    When it becomes 14:00 at the site
    Then within 10 s a draws 17 A
    And throughout 19 h every phase of main carries at most 51 A

  @R-TOU-2 @R-DEG-9
  Scenario: All lost together keep to the tariff
    Given all bays are taken by sedan-22kw
    And 10 min pass
    And all links are cut
    And it becomes 07:30 at the site
    When it becomes 08:00 at the site
    Then within 10 s every phase of main carries at most 25.5 A
    And throughout 3 h every phase of main carries at most 25.5 A
