Feature: No hunting
  Under a constant load nothing swings: at most two changes of direction by the dead band or more in 10 min, whatever meters, stations
  and cars there are (R-ALLOC-7, R-ALLOC-8).

  Background:
    Given the stations
      | id | zone |
      | a  | main |
      | b  | main |

  @R-ALLOC-7 @R-ALLOC-8 @R-DYN-7
  Scenario Outline: Cars that are slow, under a building that has just changed: from <from> A to <to> A
    Given the zones
      | id   | max_a | directive |
      | main | 63    | dynamic   |
    And the setting consumption_optimisation is "true"
    And only what a draws above its count may break a limit
    And the other loads of main become <from> A
    And cars plug in
      | at | car                          | after |
      | a  | sedan-22kw+slow-follower-30s | 1 min |
      | b  | compact-11kw                 | 10 s  |
    And 5 min pass
    When the other loads of main become <to> A
    And 12 min pass
    Then the limit of main turned at most 2 times in the last 10 min
    And the setpoint of a turned at most 2 times in the last 10 min
    And the setpoint of b turned at most 2 times in the last 10 min

    Examples:
      | from | to |
      | 10   | 30 |
      | 40   | 10 |

  @R-ALLOC-7 @R-DYN-7
  Scenario Outline: A meter that measures every 10 s: the building takes <to> A
    Given the meters
      | id    | model   | refresh | plant          |
      | meter | <model> | 10s     | {refresh: 10s} |
    And the zones
      | id   | max_a | directive | meter |
      | main | 63    | dynamic   | meter |
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And 5 min pass
    When the other loads of main become <to> A
    And 12 min pass
    Then the limit of main turned at most 2 times in the last 10 min
    And the setpoint of a turned at most 2 times in the last 10 min
    And the setpoint of b turned at most 2 times in the last 10 min
    And now every phase of main carries at least <cars> A

    Examples:
      | model  | to | cars |
      | PM5320 | 20 | 38   |
      | NSX    | 33 | 25   |

  @R-ALLOC-7 @R-ALLOC-8
  Scenario Outline: Steps of 1 A: <what>
    Given the meters
      | id    | model   |
      | meter | <model> |
    And the zones
      | id   | max_a | directive | meter |
      | main | 40    | dynamic   | meter |
    And the settings
      | consumption_optimisation | true   |
      | dead_band_a              | <band> |
    And the other loads of main become 7.5 A
    And the station a has the quirk "<quirk>"
    And the station b has the quirk "<quirk>"
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And 20 min pass
    Then the limit of main turned at most 2 times in the last 10 min
    And the setpoint of a turned at most 2 times in the last 10 min
    And the setpoint of b turned at most 2 times in the last 10 min
    And now every phase of main carries at least <least> A

    Examples:
      | what                                   | model  | quirk            | band | least |
      | a meter of whole amperes               | NSX    | no-power-when-idle | 0.5  | 28    |
      | stations of whole amperes              | PM5320 | whole-amps-only  | 0.5  | 26    |
      | meter and stations of whole amperes    | NSX    | whole-amps-only  | 0.5  | 26    |
      | without a dead band                    | NSX    | whole-amps-only  | 0    | 26    |
      | pilots that are 3 A low                | PM5320 | pilot-offset     | 0.5  | 24    |

  @R-ALLOC-7 @R-EV-1
  Scenario Outline: A car's own <quirk> is no reason to swing
    Given the zones
      | id   | max_a | directive |
      | main | 40    | dynamic   |
    And the setting consumption_optimisation is "true"
    And only what a draws above its count may break a limit
    And the other loads of main become 8 A
    And cars plug in
      | at | car                | after |
      | a  | sedan-22kw+<quirk> | 1 min |
      | b  | sedan-22kw         | 10 s  |
    When 20 min pass
    Then the limit of main turned at most 2 times in the last 10 min

    Examples:
      | quirk                      |
      | launch-overshoot           |
      | low-power-factor-at-floor  |
      | stuck-at-6A-after-pause    |

  @R-ALLOC-7 @R-ALLOC-8 @R-PLANT-1
  Scenario: Noise of the building within the dead band moves nobody
    Given the zones
      | id   | max_a | directive |
      | main | 63    | dynamic   |
    And the setting dead_band_a is "2"
    And the loads
      | zone | name    | type  | a  | deviation_a | every |
      | main | sockets | noise | 30 | 0.2         | 20s   |
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 10 s  |
    And 20 min pass
    Then the setpoint of a changed at most 2 times in the last 10 min
    And the setpoint of b changed at most 2 times in the last 10 min
    And the limit of main turned at most 2 times in the last 10 min
