Feature: Meters by their models
  The gateway polls meters over Modbus and reads each by the registers of its model (R-DYN-2, R-DYN-3, R-DYN-4, R-DYN-5).

  @R-DYN-2 @R-DYN-3
  Scenario Outline: <model> is read right
    Given the meters
      | id    | model   | plant      |
      | meter | <model> | {class: 0} |
    And the zones
      | id   | max_a | directive | meter |
      | main | 100   | dynamic   | meter |
    And the stations
      | id |
      | a  |
    When the other loads of main become 46 A, 12 A and 30 A
    Then within 3 s the meter meter reads 46 A on L1
    And within 1 s the meter meter reads 12 A on L2
    And within 1 s the meter meter reads 30 A on L3
    And within 10 s the meter meter reads 20.2 kW
    And within 20 s main is limited by "meter"
    And within 1 h the meter meter has counted 20 kWh

    Examples:
      | model      |
      | PM5320     |
      | iEM3x5x    |
      | PowerTag   |
      | NSX        |
      | NSX-legacy |
      | MTZ        |

  @R-DYN-4
  Scenario: A model of the site's own, as it is exported and imported
    Given the meter model
      """
      {"name": "Acme 300", "address_base": 0, "word_order": "CDAB", "points": {
        "current_l1": {"register": 10, "format": "Int32", "type": "input", "scale": 0.001},
        "current_l2": {"register": 12, "format": "Int32", "type": "input", "scale": 0.001},
        "current_l3": {"register": 14, "format": "Int32", "type": "input", "scale": 0.001},
        "power_total": {"register": 40, "format": "Float32", "type": "input", "scale": 1000}}}
      """
    And the meters
      | id    | model    | plant      |
      | meter | Acme 300 | {class: 0} |
    And the zones
      | id   | max_a | directive | meter |
      | main | 63    | dynamic   | meter |
    And the stations
      | id |
      | a  |
    When the other loads of main become 25.5 A
    Then within 3 s the meter meter reads 25.5 A
    And within 10 s the meter meter reads 17.6 kW
    And within 20 s main is limited by "meter"

  @R-DYN-4
  Scenario: A built-in model cannot be changed
    Given the meter model
      """
      {"name": "PM5320", "points": {"current_l1": {"register": 10, "format": "Uint16"}}}
      """
    And the zones
      | id   | max_a | directive |
      | main | 63    | dynamic   |
    And the stations
      | id |
      | a  |
    Then the site is refused because "'PM5320' is built in and cannot be changed; choose another name"

  @R-DYN-2
  Scenario: Several meters behind one address, each by its unit
    Given the meters
      | id   | ip          | unit | plant      |
      | west | 192.168.0.9 | 3    | {class: 0} |
      | east | 192.168.0.9 | 4    | {class: 0} |
    And the zones
      | id   | max_a | directive | meter |
      | hall | 63    | dynamic   | west  |
      | yard | 40    | dynamic   | east  |
    And the stations
      | id | zone |
      | a  | hall |
      | b  | yard |
    When the other loads of hall become 20 A
    And the other loads of yard become 10 A
    Then within 3 s the meter west reads 20 A
    And within 3 s the meter east reads 10 A
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 30 s  |
      | b  | sedan-22kw | 10 s  |
    Then within 3 min b draws 29.1 A
    And within 1 min a draws 31.8 A

  @R-DYN-2
  Scenario: A meter behind the address that is silent does not keep the others from being read
    Given the meters
      | id   | ip          | unit | plant                               |
      | west | 192.168.0.9 | 3    | {class: 0, traps: [wrong-unit-silent]} |
      | east | 192.168.0.9 | 4    | {class: 0}                          |
    And the zones
      | id   | max_a | directive | meter |
      | hall | 63    | dynamic   | west  |
      | yard | 40    | dynamic   | east  |
    And the stations
      | id | zone |
      | a  | hall |
      | b  | yard |
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 30 s  |
      | b  | sedan-22kw | 10 s  |
    Then within 3 min b draws 32 A
    And throughout 10 min yard is limited by "meter"
    And now the gateway sees the meter west as not-connected
    And now hall is limited by "degraded"

  @R-DYN-2
  Scenario: A meter on a serial line
    Given the meters
      | id    | serial       | baud  | unit | plant      |
      | meter | /dev/ttyUSB0 | 19200 | 7    | {class: 0} |
    And the zones
      | id   | max_a | directive | meter |
      | main | 63    | dynamic   | meter |
    And the stations
      | id |
      | a  |
    When the other loads of main become 20 A
    Then within 3 s the meter meter reads 20 A
    And within 20 s main is limited by "meter"

  @R-DYN-2
  Scenario: How often a meter is asked is a setting of it
    Given the meters
      | id    | poll_interval | freshness | plant                    |
      | meter | 10s           | 60s       | {class: 0, refresh: 1s} |
    And the zones
      | id   | max_a | directive | meter |
      | main | 63    | dynamic   | meter |
    And the stations
      | id |
      | a  |
    And the other loads of main become 20 A
    And within 11 s the meter meter reads 20 A
    When the other loads of main become 30 A
    Then throughout 5 s the meter meter reads 20 A
    And within 6 s the meter meter reads 30 A

  @R-DYN-5
  Scenario: A meter that reports, and one of the production, are recorded and limit nothing
    Given the meters
      | id      | role       | plant                              |
      | meter   |            | {class: 0}                         |
      | kitchen | reporting  | {class: 0, measures: main/kitchen} |
      | roof    | production | {class: 0, measures: main/solar}   |
    And the zones
      | id   | max_a | directive | meter |
      | main | 63    | dynamic   | meter |
    And the stations
      | id |
      | a  |
    And the loads
      | zone | name    | type     | a   |
      | main | kitchen | constant | 10  |
      | main | solar   | constant | -15 |
    When a sedan-22kw plugs in at a
    Then within 3 min a draws 32 A
    And now the meter kitchen reads 10 A
    And now the meter roof reads 15 A
    When the link of kitchen goes silent
    And the link of roof goes silent
    Then throughout 2 min main is limited by "meter"
    And now the gateway sees the meter kitchen as not-connected

  @R-DYN-5
  Scenario: A zone is not steered by a meter that only reports
    Given the meters
      | id      | role      |
      | kitchen | reporting |
    And the zones
      | id   | max_a | directive | meter   |
      | main | 63    | dynamic   | kitchen |
    And the stations
      | id |
      | a  |
    Then the site is refused because "a reporting meter limits nothing"

  @R-DYN-5 @R-DYN-6
  Scenario: A meter is not established, then connected, then not connected, then not established again
    Given the zones
      | id   | max_a | directive |
      | main | 63    | dynamic   |
    And the stations
      | id |
      | a  |
    And the meter meter-main has the trap "wrong-unit-silent"
    When 30 s pass
    Then now the gateway sees the meter meter-main as not-connected
    When the trap "wrong-unit-silent" of the meter meter-main ends
    Then within 2 s the gateway sees the meter meter-main as not-established
    And within 12 s the gateway sees the meter meter-main as connected
    When the link of meter-main goes silent
    Then within 12 s the gateway sees the meter meter-main as not-connected
    When the link of meter-main is restored
    Then within 2 s the gateway sees the meter meter-main as not-established
    And within 12 s the gateway sees the meter meter-main as connected

  @R-DYN-3
  Scenario: Words in another order than the model has are a setting of the meter
    Given the meters
      | id    | word_order | plant      |
      | meter | CDAB       | {class: 0} |
    And the zones
      | id   | max_a | directive | meter |
      | main | 63    | dynamic   | meter |
    And the stations
      | id |
      | a  |
    When the other loads of main become 46.5 A
    Then within 3 s the meter meter reads 46.5 A
    And within 20 s main is limited by "meter"
