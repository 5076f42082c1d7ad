Feature: Networks that break
  A broken switch or cable takes all stations behind it away at once; what they hold is reserved, and the rest is shared (R-PLANT-6).

  Background:
    Given a zone main of 48 A
    And the stations
      | id |
      | a  |
      | b  |
      | c  |

  @R-PLANT-6
  Scenario: A star: its switch takes all away, a cable only one
    Given the network
      | name | shape | stations  |
      | hall | star  | [a, b, c] |
    And a sedan-22kw plugs in at a
    And within 1 min a draws 32 A
    When "hall/2" of the network breaks
    Then within 2 min the gateway sees b as lost
    And now the gateway sees a as connected
    When "hall" of the network breaks
    Then within 2 min the gateway sees a as lost
    And now the gateway sees c as lost
    When "hall" of the network is repaired
    Then within 5 min the gateway sees a as connected
    And now the gateway sees b as lost

  @R-PLANT-6
  Scenario: A chain: a broken cable takes away what is behind it, and the rest goes on
    Given the network
      | name | shape | stations  |
      | row  | chain | [a, b, c] |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 10 s  |
      | b  | sedan-22kw | 10 s  |
      | c  | sedan-22kw | 10 s  |
    And within 2 min c draws 16 A
    When "row/2" of the network breaks
    Then within 2 min the gateway sees b as lost
    And within 2 min the gateway sees c as lost
    And now the gateway sees a as connected
    When "row/2" of the network is repaired
    Then within 10 min the gateway sees c as connected
    And throughout 30 min every phase of main carries at most 48 A

  @R-PLANT-6
  Scenario: A ring heals: one broken cable takes nobody away, a second one those between
    Given the network
      | name | shape | stations  |
      | ring | ring  | [a, b, c] |
    When "ring/1" of the network breaks
    Then throughout 5 min the gateway sees a as connected
    And now the gateway sees c as connected
    When "ring/3" of the network breaks
    Then within 3 min the gateway sees a as lost
    And within 1 min the gateway sees b as lost
    And now the gateway sees c as connected
    When "ring/1" of the network is repaired
    Then within 15 min the gateway sees b as connected

  @R-PLANT-6 @R-DEG-1
  Scenario: A switch behind a switch: half of the site is lost in full load, and the limit holds
    Given the network
      | name  | shape | behind | stations |
      | hall  | star  |        | [a]      |
      | floor | star  | hall   | [b, c]   |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 10 s  |
      | b  | sedan-22kw | 10 s  |
      | c  | sedan-22kw | 10 s  |
    And within 2 min c draws 16 A
    When "floor" of the network breaks
    And the car at a leaves
    And 10 min pass
    And a sedan-22kw plugs in at a
    Then within 2 min a draws 16 A
    And throughout 30 min every phase of main carries at most 48 A
    When "floor" of the network is repaired
    Then within 5 min the gateway sees b as connected
