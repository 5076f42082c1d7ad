Feature: VIPs and priority classes
  A higher class is filled as if no lower one existed, and suspended last.

  @R-ALLOC-6
  Scenario: A VIP card has the maximum, the other what is left
    Given a zone main of 40 A
    And a VIP card "BOSS"
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    When a sedan-22kw plugs in at b with card "BOSS"
    Then within 30 s the connectors may draw
      | a | 8 A  |
      | b | 32 A |
    And now the gateway explains b by "vip"
    And throughout 10 min every phase of main carries at most 40 A

  @R-ALLOC-6
  Scenario: At a VIP station every session is a VIP's, and the other is suspended if need be
    Given a zone main of 32 A
    And the stations
      | id | vip  |
      | a  |      |
      | v  | true |
    And a sedan-22kw plugs in at a
    And within 30 s a draws 32 A
    When a sedan-22kw plugs in at v
    Then within 30 s the connectors may draw
      | a | 0 A  |
      | v | 32 A |
    And now the gateway explains a by "shed" on phase 1 of main

  @R-ALLOC-6
  Scenario: VIPs share among themselves by equal percentage
    Given a zone main of 30 A
    And the stations
      | id | vip  | max_a |
      | v  | true | 32    |
      | w  | true | 16    |
      | a  |      | 32    |
    When cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | v  | sedan-22kw |
      | w  | sedan-22kw |
    Then within 60 s the connectors may draw
      | v | 20 A |
      | w | 10 A |
      | a | 0 A  |

  @R-ALLOC-6
  Scenario: VIPs break no limit, even if one of them has to wait
    Given a zone main of 10 A
    And the stations
      | id | vip  |
      | v  | true |
      | w  | true |
    When cars plug in
      | at | car        |
      | v  | sedan-22kw |
      | w  | sedan-22kw |
    Then within 60 s 1 of the sessions is suspended
    And throughout 20 min every phase of main carries at most 10 A

  @R-ALLOC-10
  Scenario: Priority classes are filled one after another
    Given a zone main of 60 A
    And a card "HIGH" of priority 2
    And a card "MIDDLE" of priority 1
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    When cars plug in
      | at | car        | card   |
      | a  | sedan-22kw | LOW    |
      | b  | sedan-22kw | MIDDLE |
      | c  | sedan-22kw | HIGH   |
    Then within 60 s the connectors may draw
      | c | 32 A |
      | b | 28 A |
      | a | 0 A  |
