Feature: Breakers and other loads
  Breakers are warmed by all that flows through them, and a trip because of cars is the worst that can happen (R-PLANT-2).

  @R-PLANT-2 @R-LEASE-5
  Scenario: A zone kept at its maximum does not trip its breaker
    Given the zones
      | id   | max_a | plant                               |
      | main | 63    | {breaker: {rating_a: 63, curve: B}} |
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 10 s  |
      | b  | sedan-22kw | 10 s  |
      | c  | sedan-22kw | 10 s  |
    And 2 min pass
    Then throughout 2 h the breaker of main trips in 90 s or more, if at all
    And no breaker has tripped

  @R-PLANT-2
  Scenario: A trip makes all below dark, until somebody closes the breaker
    Given the zones
      | id   | max_a | parent | plant                               |
      | main | 100   |        |                                     |
      | row  | 63    | main   | {breaker: {rating_a: 40, curve: C}} |
    And the stations
      | id | zone |
      | a  | row  |
      | b  | row  |
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 10 s  |
      | b  | sedan-22kw | 10 s  |
    Then within 5 min the breaker of row has tripped
    And now every phase of main carries at most 0 A
    And within 5 min the gateway sees a as lost
    When the car at b leaves
    And the car at a leaves
    And the breaker of row is closed
    And 2 min pass
    And a sedan-22kw plugs in at a
    Then within 2 min a draws 32 A

  @R-PLANT-1 @R-PLANT-2 @R-LEASE-5
  Scenario: A trip that the building alone would have caused is not the gateway's
    Given the zones
      | id   | max_a | plant                               |
      | main | 63    | {breaker: {rating_a: 63, curve: C}} |
    And the stations
      | id |
      | a  |
    When a sedan-22kw plugs in at a
    And 1 min pass
    And the other loads of main become 110 A
    Then within 10 min the breaker of main has tripped
    And within 10 min the breaker of main would have tripped without cars

  @R-PLANT-2 @R-DYN-7
  Scenario: A dynamic zone keeps the breaker of a house from tripping
    Given the zones
      | id   | max_a | directive | plant                               |
      | main | 63    | dynamic   | {breaker: {rating_a: 63, curve: C}} |
    And the stations
      | id |
      | a  |
      | b  |
    And the other loads of main become 30 A
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And 5 min pass
    And the other loads of main become 45 A
    Then throughout 2 h the breaker of main trips in 60 s or more, if at all
    And no breaker has tripped

  @R-PLANT-2
  Scenario: The same house without load management: the breaker trips, and the verdict names it, the instant and the current
    Given the zones
      | id   | max_a | plant                               |
      | main | 250   | {breaker: {rating_a: 63, curve: C}} |
    And the stations
      | id |
      | a  |
      | b  |
    And the other loads of main become 30 A
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    Then within 2 h the breaker of main has tripped
    And now the trip of main is told of as "breaker of main (C 63 A) tripped at 2026-01-05T"
    And now the trip of main is told of as "94.0 A on L1"
    And now every phase of main carries at most 0 A in all

  @R-PLANT-2 @R-DYN-6
  Scenario: A wiring error makes the meter and the stations disagree, and no more is given
    Given the zones
      | id   | max_a | directive |
      | main | 40    | dynamic   |
    And the stations
      | id | wiring |
      | a  | MONO1  |
    And the other loads of main become 2 A
    And a is wired MONO3 instead
    When a city-7kw plugs in at a
    Then within 2 min the gateway distrusts the meter meter-main by "below-cars"
    And within 15 s main is limited by "degraded"
    And within 15 s a draws nothing
    And now the gateway notes of meter-main "it shows less than the cars behind it draw; check its phases"
