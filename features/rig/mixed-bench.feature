Feature: A real charger among simulated ones
  The same in memory, over sockets, and on a rig where cp-1, the meter and the input are real (rigs/mixed-bench.yaml).

  Background:
    Given the site "mixed-bench"

  @R-ALLOC-4 @R-BENCH-2 @rig
  Scenario: When the floors do not fit, one waits
    When cars plug in
      | at   | car          | after |
      | v-01 | compact-11kw | 0 s   |
      | cp-1 | compact-11kw | 2 s   |
    Then within 20 s the connectors may draw
      | v-01 | 32 A |
      | cp-1 | 32 A |
    And within 10 s cp-1 draws 16 A
    When the maximum of main becomes 11 A
    Then within 15 s 1 of the sessions is suspended
    And within 10 s every phase of main carries at most 11 A

  @R-DEG-1 @R-DEG-8 @R-BENCH-2 @rig
  Scenario: A lost station falls back by itself, the real one goes on
    When cars plug in
      | at   | car          | after |
      | v-01 | compact-11kw | 0 s   |
      | cp-1 | compact-11kw | 1 s   |
    And within 20 s v-01 draws 16 A
    And within 10 s cp-1 draws 16 A
    When the link of v-01 is cut
    Then within 1 s the gateway sees v-01 as lost
    And within 25 s v-01 draws at most 15 A
    And now cp-1 draws 16 A
    When the link of v-01 is restored
    Then within 15 s the gateway sees v-01 as connected

  @R-TOU-1 @R-TOU-2 @R-BENCH-2 @rig
  Scenario: A tariff period lowers what the real one may draw
    Given it is 2026-01-05 07:59:20 at the site
    When a compact-11kw plugs in at cp-1
    And within 20 s cp-1 draws 16 A
    When it becomes 08:00 at the site
    Then within 2 s the limit of desk is 12.8 A
    And within 15 s cp-1 may draw 12.8 A
    And within 10 s cp-1 draws 12.8 A

  @R-DI-2 @R-BENCH-2 @rig
  Scenario: A contact closes, and the real one gives way
    When a compact-11kw plugs in at cp-1
    And within 20 s cp-1 draws 16 A
    When input 1 closes
    Then within 2 s input 1 is active
    And within 15 s cp-1 may draw 12.8 A
    And within 10 s cp-1 draws 12.8 A
    When input 1 opens
    Then within 5 s input 1 is inactive
    And within 20 s cp-1 draws 16 A
    And within 15 s the gateway trusts the meter meter-hall

  @R-PLANT-3 @R-RIG-5 @rig
  Scenario: What only a simulated charger does is not for a rig
    When a compact-11kw plugs in at cp-1
    And within 20 s cp-1 draws 16 A
    And cp-1 loses power
    Then within 2 s cp-1 draws nothing
