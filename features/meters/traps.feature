Feature: Meters that mislead
  Each trap of the catalogue is switched on while cars charge. What cannot be believed counts as lost, never as 0 A or as room; what is
  wrong with the configuration is told; and the currents of the cars never rise by it (R-DYN-6).

  @R-DYN-6 @R-DEG-4
  Scenario Outline: <trap> (<id>): readings that cannot be believed count as lost, and give nobody more
    Given the meters
      | id    | model   | plant      |
      | meter | <model> | {class: 0} |
    And the zones
      | id   | max_a | directive | meter | degraded_a |
      | main | 63    | dynamic   | meter | 12         |
    And the stations
      | id |
      | a  |
      | b  |
    And the other loads of main become 20 A
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And 2 min pass
    When the meter meter has the trap "<trap>"
    Then within 25 s main is limited by "degraded"
    And now the gateway distrusts the meter meter by "<why>"
    And now the limit of main does not rise
    And now no setpoint rises
    And throughout 5 min the limit of main is 12 A
    When the trap "<trap>" of the meter meter ends
    Then within 25 s main is limited by "meter"

    Examples:
      | id  | trap                 | model  | why           |
      | T1  | off-by-one           | PM5320 | subnormal     |
      | T2  | word-swap            | PM5320 | subnormal     |
      | T2  | word-swap            | MTZ    | subnormal     |
      | T3  | byte-swap            | PM5320 | absurd        |
      | T3  | byte-swap            | NSX    | absurd        |
      | T4  | nan-phase            | PM5320 | not-available |
      | T4  | nan-phase            | NSX    | not-available |
      | T4  | infinite-phase       | MTZ    | not-available |
      | T5  | not-available-int16  | NSX    | not-available |
      | T5  | not-available-ffff   | NSX    | not-available |
      | T8  | tenth-current        | PM5320 | below-cars    |
      | T12 | device-failure       | PM5320 | failing       |
      | T12 | path-unavailable     | PM5320 | path-down     |
      | T12 | target-silent        | PM5320 | path-down     |
      | T13 | wrong-unit-silent    | PM5320 | silent        |
      | T15 | zero-block           | PM5320 | all-zero      |
      | T15 | zero-block           | NSX    | all-zero      |

  @R-DYN-6
  Scenario: frozen (T10): readings that do not follow the cars count as lost
    Given the zones
      | id   | max_a | directive | degraded_a |
      | main | 63    | dynamic   | 12         |
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And within 3 min every phase of main carries at least 60 A
    And 1 min passes
    When the meter meter-main has the trap "frozen"
    Then throughout 2 min main is limited by "meter"
    When the car at a leaves
    Then within 45 s main is limited by "degraded"
    And now the gateway distrusts the meter meter-main by "frozen"
    When the trap "frozen" of the meter meter-main ends
    Then within 30 s main is limited by "meter"

  @R-DYN-6
  Scenario: frozen (T10): nobody is raised by a reading from before
    Given the zones
      | id   | max_a | directive |
      | main | 63    | dynamic   |
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And within 3 min a draws 32 A
    And 1 min passes
    When the meter meter-main has the trap "frozen"
    And a sedan-22kw plugs in at b
    Then within 1 min main is limited by "degraded"
    And throughout 5 min every phase of main carries at most 63 A

  @R-DYN-6 @R-DYN-2
  Scenario Outline: <trap> (<id>): a refusal counts as lost, and what to look at is told
    Given the zones
      | id   | max_a | directive |
      | main | 63    | dynamic   |
    And the stations
      | id |
      | a  |
    And the other loads of main become 20 A
    And a sedan-22kw plugs in at a
    And within 3 min a draws 32 A
    When the meter meter-main has the trap "<trap>"
    Then within 20 s main is limited by "degraded"
    And now the gateway notes of meter-main "<notice>"
    And now the limit of main does not rise
    And within 15 s a draws nothing
    When the trap "<trap>" of the meter meter-main ends
    Then within 25 s main is limited by "meter"

    Examples:
      | id  | trap            | notice                                                      |
      | T12 | illegal-address | check its model and address_base                            |
      | T12 | illegal-value   | check the formats in its model, and address_base            |
      | T13 | wrong-unit      | check its unit id, address_base and word_order              |
      | T14 | other-function  | check the type of register in its model                     |

  @R-DYN-6
  Scenario Outline: <trap> (<id>): control goes on
    Given the meters
      | id    | model   | plant      |
      | meter | <model> | {class: 0} |
    And the zones
      | id   | max_a | directive | meter |
      | main | 63    | dynamic   | meter |
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And within 3 min every phase of main carries at least 60 A
    When the meter meter has the trap "<trap>"
    Then throughout 2 min main is limited by "meter"
    And now every phase of main carries at least 60 A
    When the other loads of main become 30 A
    Then within 15 s every phase of main carries at most 63 A in all
    And throughout 3 min main is limited by "meter"

    Examples:
      | id  | trap                          | model    |
      | T6  | not-available-int64           | PM5320   |
      | T7  | watts-for-kilowatts           | PM5320   |
      | T7  | kilowatts-for-watts           | PowerTag |
      | T8  | watt-hours-for-kilowatt-hours | NSX      |
      | T8  | kilowatt-hours-for-watt-hours | PM5320   |
      | T11 | slow                          | PM5320   |
      | T11 | jitter                        | PM5320   |
      | T12 | busy                          | PM5320   |
      | T19 | modulo-energy                 | NSX      |

  @R-DYN-6
  Scenario Outline: <trap> (T9): the count of energy goes on, and that is told
    Given the meters
      | id    | plant      |
      | meter | {class: 0} |
    And the zones
      | id   | max_a | directive | meter |
      | main | 63    | dynamic   | meter |
    And the stations
      | id |
      | a  |
    And the other loads of main become 30 A
    And within 1 h the meter meter has counted 20 kWh
    When the meter meter has the trap "<trap>"
    Then within 10 s the gateway notes of meter "counts energy anew: its count fell back by <by>"
    And now the meter meter has counted 20 kWh
    And throughout 2 min main is limited by "meter"

    Examples:
      | trap            | by  |
      | energy-reset    | 199 |
      | energy-rollback | 99  |

  @R-DYN-6
  Scenario: tenfold-current (T8): too much is believed, and the scale in a model of one's own puts it right
    Given the meter model
      """
      {"name": "Tenths", "points": {
        "current_l1": {"register": 3000, "format": "Float32", "scale": 0.1},
        "current_l2": {"register": 3002, "format": "Float32", "scale": 0.1},
        "current_l3": {"register": 3004, "format": "Float32", "scale": 0.1}}}
      """
    And the meters
      | id    | model  | plant      |
      | meter | PM5320 | {class: 0} |
    And the zones
      | id   | max_a | directive | meter |
      | main | 63    | dynamic   | meter |
    And the stations
      | id |
      | a  |
    And the other loads of main become 5 A
    And a sedan-22kw plugs in at a
    And within 3 min a draws 32 A
    When the meter meter has the trap "tenfold-current"
    Then within 20 s a draws nothing
    And throughout 10 min the limit of main is at most 63 A

  @R-DYN-6 @R-DYN-5
  Scenario: reversed-transformer (T16): without a sign the current counts as consumed
    Given the zones
      | id   | max_a | directive |
      | main | 63    | dynamic   |
    And the stations
      | id |
      | a  |
      | b  |
    And the meter meter-main has the trap "reversed-transformer"
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    Then within 3 min every phase of main carries at least 60 A
    When the other loads of main become 30 A
    Then within 15 s every phase of main carries at most 63 A in all
    And throughout 3 min every phase of main carries at most 63 A in all

  @R-DYN-6
  Scenario: word-swap (T2): what was shown meanwhile is not counted as energy
    Given the meters
      | id    | plant      |
      | meter | {class: 0} |
    And the zones
      | id   | max_a | directive | meter |
      | main | 63    | dynamic   | meter |
    And the stations
      | id |
      | a  |
    And the other loads of main become 30 A
    And within 1 h the meter meter has counted 10 kWh
    When the meter meter has the trap "word-swap"
    And 1 min passes
    And the trap "word-swap" of the meter meter ends
    Then within 30 s the meter meter has counted 10.5 kWh

  @R-DYN-6
  Scenario: small-window (T17): a meter that gives few registers at a time is lost, and that is told
    Given the zones
      | id   | max_a | directive |
      | main | 63    | dynamic   |
    And the stations
      | id |
      | a  |
    And a sedan-22kw plugs in at a
    And within 3 min a draws 32 A
    When the meter meter-main has the trap "small-window"
    Then within 20 s main is limited by "degraded"
    And now the gateway notes of meter-main "does not let itself be read as"

  @R-DYN-6
  Scenario: two-transformers (T20): a phase that shows 0 A while cars draw there is not believed
    Given the zones
      | id   | max_a | directive |
      | main | 63    | dynamic   |
    And the stations
      | id |
      | a  |
    And a sedan-22kw plugs in at a
    And within 3 min a draws 32 A
    When the meter meter-main has the trap "two-transformers"
    Then within 25 s main is limited by "degraded"
    And now the gateway distrusts the meter meter-main by "below-cars"
    And now the limit of main does not rise

  @R-DYN-6
  Scenario: phase-rotation (T20): a phase map of the meter puts it right
    Given the meters
      | id    | phases    | plant                                  |
      | meter | [2, 3, 1] | {class: 0, traps: [phase-rotation]}    |
    And the zones
      | id   | max_a | directive | meter |
      | main | 63    | dynamic   | meter |
    And the stations
      | id | wiring |
      | a  | MONO1  |
      | b  | MONO2  |
    When the other loads of main become 50 A, 40 A and 10 A
    Then within 3 s the meter meter reads 50 A on L1
    And now the meter meter reads 40 A on L2
    When cars plug in
      | at | car      | after |
      | a  | city-7kw | 30 s  |
      | b  | city-7kw | 10 s  |
    Then within 3 min a draws 11.8 A
    And within 1 min b draws 21.8 A

  @R-DYN-6
  Scenario: phase-rotation (T20): without a map the car's phase shows too little, and that is not believed
    Given the zones
      | id   | max_a | directive |
      | main | 63    | dynamic   |
    And the stations
      | id | wiring |
      | a  | MONO1  |
    And the meter meter-main has the trap "phase-rotation"
    When a city-7kw plugs in at a
    Then within 1 min the gateway distrusts the meter meter-main by "below-cars"
    And within 15 s main is limited by "degraded"
    And within 20 s a draws nothing

  @R-DYN-6 @R-DEG-4
  Scenario: Zeros that begin while nobody charges give nothing to the first car (T15)
    Given the meters
      | id    | model  | plant      |
      | meter | PM5320 | {class: 0} |
    And the zones
      | id   | max_a | directive | meter |
      | main | 63    | dynamic   | meter |
    And the stations
      | id |
      | a  |
    And the other loads of main become 58 A
    And 1 min passes
    When the meter meter has the trap "zero-block"
    And 5 min pass
    And cars plug in
      | at | car        |
      | a  | sedan-22kw |
    Then throughout 10 min a draws nothing
    And now the gateway distrusts the meter meter by "all-zero"
    And no limit was ever broken

  @R-DYN-6 @R-DEG-4
  Scenario: Zeros from the first reading on are not believed where a building is declared (T15)
    Given the meters
      | id    | model  | plant                            |
      | meter | PM5320 | {class: 0, traps: [zero-block]} |
    And the zones
      | id   | max_a | directive | meter | building_peak_a |
      | main | 63    | dynamic   | meter | 60              |
    And the stations
      | id |
      | a  |
    And the other loads of main become 58 A
    And 5 min pass
    When a sedan-22kw plugs in at a
    Then throughout 10 min a draws nothing
    And now the gateway distrusts the meter meter by "all-zero"
    And no limit was ever broken
