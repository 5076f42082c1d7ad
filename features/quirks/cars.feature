Feature: Cars with a will of their own
  A car that draws less than it may costs the others nothing for long: its floor is learnt, its unused reserve released (R-ALLOC-15).

  @R-EV-1 @R-ALLOC-15 @strict
  Scenario Outline: <quirk>: does not resume after a pause, and its reserve goes to the others
    Given a zone main of 20 A
    And the stations
      | id | max_a |
      | a  | 16    |
      | b  | 16    |
    And cars plug in
      | at | car                  | after |
      | a  | compact-11kw+<quirk> | 10 s  |
      | b  | compact-11kw         | 10 s  |
    And within 2 min a draws 10 A
    When the maximum of main becomes 5 A
    Then within 1 min a draws nothing
    When 10 min pass
    And the maximum of main becomes 20 A
    Then within 20 min b may draw 14 A
    And throughout 1 h every phase of main carries at most 20 A

    Examples:
      | quirk           |
      | never-wakes     |
      | wakes-on-replug |

  @R-EV-1 @strict
  Scenario: wakes-on-disable-enable: is offered again, wakes, and is served
    Given a zone main of 20 A
    And the stations
      | id | max_a |
      | a  | 16    |
    And a compact-11kw+wakes-on-disable-enable plugs in at a
    And within 2 min a draws 16 A
    When the maximum of main becomes 5 A
    And 10 min pass
    And the maximum of main becomes 20 A
    And 10 min pass
    And the maximum of main becomes 5 A
    And 10 min pass
    And the maximum of main becomes 20 A
    Then within 2 min a draws 16 A

  @R-EV-1 @strict
  Scenario: stuck-at-6A-after-pause: stays at the floor, within its setpoint
    Given a zone main of 20 A
    And the stations
      | id | max_a |
      | a  | 16    |
    And a compact-11kw+stuck-at-6A-after-pause plugs in at a
    And within 2 min a draws 16 A
    When the maximum of main becomes 5 A
    And 10 min pass
    And the maximum of main becomes 20 A
    Then within 2 min a draws 6 A
    And throughout 30 min a draws 6 A

  @R-EV-1 @R-ALLOC-15 @strict
  Scenario Outline: <quirk>: its floor is learnt, and it is served
    Given a zone main of <limit>
    And the stations
      | id | max_a |
      | a  | 16    |
      | b  | 16    |
    And cars plug in
      | at | car                  | after |
      | a  | compact-11kw+<quirk> | 10 s  |
      | b  | compact-11kw         | 10 s  |
    Then within 30 min a draws <floor>
    And throughout 1 h every phase of main carries at most <limit>

    Examples:
      | quirk                 | limit | floor |
      | floor-8A              | 15 A  | 8 A   |
      | floor-11A             | 18 A  | 11 A  |
      | floor-14A-three-phase | 22 A  | 14 A  |

  @R-EV-1 @strict
  Scenario: slow-follower-30s: a raise comes late and does no harm
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at b
    And within 1 min b draws 32 A
    When a sedan-22kw+slow-follower-30s plugs in at a
    Then within 2 min a draws 16 A
    When the car at b leaves
    Then within 2 min a draws 32 A
    And throughout 30 min there is no alarm

  @R-EV-1 @R-ALLOC-11 @bounded
  Scenario: slow-follower-30s: a cut comes late, others wait until it is seen, and it is alarmed as disobedience
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw+slow-follower-30s plugs in at a
    And within 1 min a draws 32 A
    When a sedan-22kw plugs in at b
    Then within 130 s only a is alarmed
    And throughout 30 min every phase of main carries at most 32 A

  @R-EV-1 @R-ALLOC-11 @bounded
  Scenario: slow-follower-30s: when a limit drops, the excess is its own
    Given a zone main of 40 A
    And the stations
      | id |
      | a  |
      | b  |
    And only what a draws above its count may break a limit
    And cars plug in
      | at | car                          | after |
      | a  | sedan-22kw+slow-follower-30s | 10 s  |
      | b  | sedan-22kw                   | 10 s  |
    And within 2 min a draws 20 A
    When the maximum of main becomes 20 A
    Then within 1 min every phase of main carries at most 20 A

  @R-EV-1 @strict
  Scenario: cooling-pause: pauses now and then, and is served in between
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    When cars plug in
      | at | car                      | after |
      | a  | sedan-22kw+cooling-pause | 10 s  |
      | b  | sedan-22kw               | 10 s  |
    And 9 min pass
    Then within 5 min a draws nothing
    And within 5 min a draws 16 A
    And throughout 1 h every phase of main carries at most 32 A
    And now a has given at least 10 kWh

  @R-EV-1 @bounded
  Scenario: launch-overshoot: half above its setpoint for eight seconds, which is no breach
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at b
    And within 1 min b draws 32 A
    When a sedan-22kw+launch-overshoot plugs in at a
    Then within 2 min a draws 24 A
    And within 10 s a draws 16 A
    And throughout 30 min every phase of main carries at most 32 A
    And now there is no alarm

  @R-EV-1 @strict
  Scenario: low-power-factor-at-floor: counts by its current, not by its power
    Given a zone main of 12 A
    And the stations
      | id | max_a |
      | a  | 16    |
      | b  | 16    |
    When cars plug in
      | at | car                                    | after |
      | a  | compact-11kw+low-power-factor-at-floor | 10 s  |
      | b  | compact-11kw                           | 10 s  |
    Then within 2 min a draws 6 A
    And within 2 min b draws 6 A
    And throughout 30 min every phase of main carries at most 12 A
