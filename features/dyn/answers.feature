Feature: How a dynamic zone answers its building
  A rise of the building's load is answered within B of R-LEASE-5, 18.5 s here and usually much less; a fall is followed by a ramp
  (R-DYN-7).

  Background:
    Given the meters
      | id    | plant      |
      | meter | {class: 0} |
    And the zones
      | id   | max_a | directive | meter |
      | main | 63    | dynamic   | meter |
    And the stations
      | id |
      | a  |
      | b  |

  @R-DYN-7 @R-LEASE-5
  Scenario Outline: The building takes <step> A more while all charge at full current
    Given cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And within 3 min every phase of main carries at least 61 A
    And 1 min passes
    When the other loads of main become <step> A
    Then within 10 s every phase of main carries at most 63 A in all
    And throughout 10 min every phase of main carries at most 63 A in all

    Examples:
      | step |
      | 5    |
      | 20   |
      | 32   |
      | 55   |

  @R-DYN-7 @R-LEASE-5
  Scenario: The building alone takes more than the maximum: the cars have nothing
    Given cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And within 3 min every phase of main carries at least 61 A
    When the other loads of main become 80 A
    Then within 10 s every phase of main carries at most 0 A
    And throughout 10 min every phase of main carries at most 0 A
    When the other loads of main become 10 A
    Then within 7 min every phase of main carries at least 50 A
    And throughout 10 min every phase of main carries at most 63 A in all

  @R-DYN-7
  Scenario: A fall of the building's load is followed by a ramp
    Given the setting ramp_a_per_s is "1"
    And the other loads of main become 50 A
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And 3 min pass
    When the other loads of main become 0 A
    Then throughout 20 s the limit of main is at most 40 A
    And within 70 s the limit of main is at least 60 A
    And within 6 min every phase of main carries at least 60 A

  @R-DYN-7
  Scenario: The ramp is a setting
    Given the setting ramp_a_per_s is "10"
    And the other loads of main become 50 A
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And 3 min pass
    When the other loads of main become 0 A
    Then within 30 s the limit of main is at least 60 A

  @R-DYN-7 @R-ALLOC-7
  Scenario: A load that comes and goes is answered, and then there is rest
    Given cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And 3 min pass
    When the other loads of main become 30 A
    And 5 min pass
    And the other loads of main become 10 A
    And 15 min pass
    Then the limit of main turned at most 0 times in the last 10 min
    And now every phase of main carries at least 50 A
    And throughout 10 min every phase of main carries at most 63 A in all

  @R-DYN-7 @R-PLANT-1
  Scenario: A motor's inrush is followed, and its room comes back
    Given the loads
      | zone | name | type  | a  | inrush | decay | runs | every  | spread |
      | main | lift | motor | 12 | 6      | 2s    | 25s  | 10 min | 0      |
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    Then within 12 min the other loads of main draw at least 60 A on L1
    And within 19 s every phase of main carries at most 63 A in all
    And within 6 min every phase of main carries at least 60 A
