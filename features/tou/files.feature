Feature: What a site may say of tariffs
  Five periods, twenty slots, a weekday at least, percentages from 0 to 100 (R-TOU-1).

  Background:
    Given a zone main of 64 A
    And the stations
      | id |
      | a  |

  @R-TOU-1
  Scenario: Five periods are taken, the sixth is refused
    Given the tariffs
      | name  | max_percent | days  | slots           |
      | one   | 10          | [mon] | ["01:00-02:00"] |
      | two   | 20          | [mon] | ["02:00-03:00"] |
      | three | 30          | [mon] | ["03:00-04:00"] |
      | four  | 40          | [mon] | ["04:00-05:00"] |
      | five  | 50          | [mon] | ["05:00-06:00"] |
    Then the site is accepted
    Given the tariffs
      | name | max_percent | days  | slots           |
      | six  | 60          | [mon] | ["06:00-07:00"] |
    Then the site is refused because "there are 6 tariff periods; 5 at most"

  @R-TOU-1
  Scenario: Twenty slots over all periods are taken, the next is refused
    Given the tariffs
      | name | max_percent | days  | slots                                                                                                                                                                     |
      | one  | 10          | [mon] | ["00:00-00:30", "01:00-01:30", "02:00-02:30", "03:00-03:30", "04:00-04:30", "05:00-05:30", "06:00-06:30", "07:00-07:30", "08:00-08:30", "09:00-09:30"] |
      | two  | 20          | [mon] | ["10:00-10:30", "11:00-11:30", "12:00-12:30", "13:00-13:30", "14:00-14:30", "15:00-15:30", "16:00-16:30", "17:00-17:30", "18:00-18:30", "19:00-19:30"] |
    Then the site is accepted
    Given the tariffs
      | name  | max_percent | days  | slots           |
      | three | 30          | [mon] | ["20:00-20:30"] |
    Then the site is refused because "more than 20 slots over all periods"

  @R-TOU-1
  Scenario Outline: <what> is refused
    Given the tariffs
      | name | max_percent | days   | slots   |
      | peak | <percent>   | <days> | <slots> |
    Then the site is refused because "<why>"

    Examples:
      | what           | percent | days     | slots           | why                         |
      | No weekday     | 50      | []       | ["08:00-12:00"] | list the weekdays           |
      | No slot        | 50      | [mon]    | []              | list the times              |
      | Above 100 %    | 101     | [mon]    | ["08:00-12:00"] | 100                         |
      | Below 0 %      | -1      | [mon]    | ["08:00-12:00"] | 0                           |
      | A 25th hour    | 50      | [mon]    | ["08:00-25:00"] | is not a time slot          |
      | A strange day  | 50      | [monday] | ["08:00-12:00"] | monday                      |

  @R-TOU-1 @R-SITE-3
  Scenario: A licence without tariffs refuses them
    Given the licence ESS
    And the tariffs
      | name | max_percent | days  | slots           |
      | peak | 50          | [mon] | ["08:00-12:00"] |
    Then the site is refused because "ESS"
