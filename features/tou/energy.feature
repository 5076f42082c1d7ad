Feature: Energy by tariff period
  Each session's energy is split by the periods it flowed in (R-TOU-5).

  Background:
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    And it is 2026-01-05 07:30 at the site

  @R-TOU-5
  Scenario: What flows before, in and after a period is told apart
    Given the tariffs
      | name | max_percent | days  | slots           |
      | peak | 50          | [mon] | ["08:00-09:00"] |
    And a sedan-22kw plugs in at a
    When it becomes 08:00 at the site
    And 10 min pass
    Then within 2 min the energy of a by period is
      | NoPeriod | 11.0 kWh |
      | peak     | 2.0 kWh  |
    When it becomes 10:00 at the site
    And the car at a leaves
    Then within 2 min the last session at a had by period
      | NoPeriod | 33.1 kWh |
      | peak     | 11.0 kWh |

  @R-TOU-5
  Scenario: Where periods overlap, energy is of the one that leaves least
    Given the tariffs
      | name | max_percent | days  | slots           |
      | day  | 80          | [mon] | ["07:00-20:00"] |
      | noon | 50          | [mon] | ["08:00-09:00"] |
    And a sedan-22kw plugs in at a
    When it becomes 10:00 at the site
    And the car at a leaves
    Then within 2 min the last session at a had by period
      | day  | 26.5 kWh |
      | noon | 11.0 kWh |

  @R-TOU-5
  Scenario: What a lost station hands in later goes to the periods it flowed in
    Given the tariffs
      | name | max_percent | days  | slots           |
      | peak | 100         | [mon] | ["08:00-09:00"] |
    And a sedan-22kw plugs in at a
    And it becomes 07:50 at the site
    When the link of a is cut
    And it becomes 08:30 at the site
    And the link of a is restored
    And it becomes 08:45 at the site
    And the car at a leaves
    Then within 2 min the last session at a had by period
      | NoPeriod | 11.0 kWh |
      | peak     | 16.6 kWh |
