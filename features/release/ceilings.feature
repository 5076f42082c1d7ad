Feature: A release keeps to tariffs and contacts
  Periods begin by the clocks of the site; contacts are read from files.

  Background:
    Given a zone main of 32 A
    And the settings
      | call_timeout         | 2 s |
      | lease_static         | 6 s |
      | lease_dynamic        | 6 s |
      | ping_interval        | 2 s |
      | ping_grace           | 1 s |
      | meter_value_interval | 2 s |
    And the stations
      | id |
      | a  |

  @R-TOU-1 @realtime
  Scenario: A tariff period begins
    Given it is 2026-01-05 07:59:40 at the site
    And the tariffs
      | name | max_percent | days                                | slots           |
      | peak | 50          | [mon, tue, wed, thu, fri, sat, sun] | ["08:00-12:00"] |
    And a sedan-22kw plugs in at a
    And within 15 s a draws 32 A
    Then within 25 s a draws 16 A

  @R-TOU-1 @realtime
  Scenario: A tariff period ends
    Given it is 2026-01-05 11:59:40 at the site
    And the tariffs
      | name | max_percent | days                                | slots           |
      | peak | 50          | [mon, tue, wed, thu, fri, sat, sun] | ["08:00-12:00"] |
    And a sedan-22kw plugs in at a
    And within 15 s a draws 16 A
    Then within 25 s a draws 32 A

  @R-DI-1 @R-DI-2 @R-DI-4 @realtime @short
  Scenario: A contact lowers the zone while it is closed
    Given the inputs
      | number | name | max_percent |
      | 1      | Grid | 50          |
    And a sedan-22kw plugs in at a
    And within 15 s a draws 32 A
    When input 1 closes
    Then within 10 s a draws 16 A
    When input 1 opens
    Then within 15 s a draws 32 A

  @R-DI-1 @realtime
  Scenario: Of several contacts the lowest counts
    Given the inputs
      | number | name | max_percent |
      | 1      | Grid | 75          |
      | 2      | Fire | 25          |
    And a sedan-22kw plugs in at a
    And within 15 s a draws 32 A
    When inputs 1 and 2 close
    Then within 10 s a draws 8 A
    When input 2 opens
    Then within 15 s a draws 24 A
