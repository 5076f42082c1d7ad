Feature: What counts is the worst case
  The gateway reserves for every connector the highest current that it could be drawing, and says why somebody has to wait for it.

  @R-LEASE-2 @R-LEASE-6
  Scenario: A lost station holds its lease until it has surely run out, then its degraded setpoint
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And 1 min passes
    When the link of a is cut
    And a sedan-22kw plugs in at b
    Then within 10 s the gateway explains a by "lost"
    And throughout 200 s the gateway reserves 32 A of main
    And now b may draw nothing
    And within 3 min b may draw 16 A
    And now a draws 16 A
    And throughout 30 min the gateway reserves 32 A of main

  @R-LEASE-2 @R-LEASE-3
  Scenario: The console says why room is reserved, and by whom
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And 2 min pass
    When a sedan-22kw plugs in at b
    Then within 1 s the gateway holds b back by "waiting_for_cut" of a
    And within 1 s the gateway holds b back by "settling_sample" of a
    When the link of a is cut
    Then within 5 s the gateway holds b back by "lost_until" of a
    And within 6 min b may draw 16 A
    And now the gateway holds b back by "degraded_reserved" of a
    When the link of a is restored
    Then within 5 min the gateway does not hold b back

  @R-LEASE-2 @R-LEASE-4
  Scenario: The console names the unproved one that takes the room
    Given a zone main of 40 A
    And the stations
      | id | max_a | plant                        |
      | a  | 16    | {quirks: [no-smartcharging]} |
      | b  | 32    |                              |
    And a sedan-22kw plugs in at a
    And within 30 s a draws 16 A
    When a sedan-22kw plugs in at b
    Then within 1 min b draws 24 A
    And now the gateway holds b back by "unproved" of a

  @R-LEASE-2
  Scenario: An idle connector counts with its rating where anybody could start unasked and it is not known to obey
    Given a zone main of 40 A
    And the stations
      | id   | max_a | auth            | plant                        |
      | idle | 16    | plug-and-charge | {quirks: [no-smartcharging]} |
      | b    | 32    | all             |                              |
    When a sedan-22kw plugs in at b
    Then within 1 min b draws 24 A
    And throughout 20 min b may draw 24 A
    And now the gateway reserves 40 A of main

  @R-LEASE-2
  Scenario: An idle connector that keeps its base reserves nothing
    Given a zone main of 40 A
    And the stations
      | id   | auth            |
      | idle | plug-and-charge |
      | b    | all             |
    When a sedan-22kw plugs in at b
    Then within 1 min b draws 32 A
    And now the gateway reserves 32 A of main
    When a sedan-22kw plugs in at idle
    Then throughout 4 s the gateway reserves at most 40 A of main
    And within 30 s the connectors may draw
      | idle | 20 A |
      | b    | 20 A |

  @R-LEASE-4 @R-LEASE-2
  Scenario: A station that cannot show that it obeys counts at its rating
    Given a zone main of 40 A
    And the stations
      | id | max_a | plant                        |
      | a  | 16    | {quirks: [no-smartcharging]} |
      | b  | 32    |                              |
    And a sedan-22kw plugs in at a
    And within 30 s a draws 16 A
    When a sedan-22kw plugs in at b
    Then within 1 min b draws 24 A
    And now a draws 16 A
    And now the gateway explains a by "refused"
    And throughout 20 min every phase of main carries at most 40 A

  @R-LEASE-4
  Scenario: Where its rating does not fit, nobody is authorised there
    Given a zone main of 32 A
    And the stations
      | id | plant                        |
      | a  | {quirks: [no-smartcharging]} |
      | b  |                              |
    And a sedan-22kw plugs in at b
    And within 1 min b draws 32 A
    When a sedan-22kw plugs in at a
    Then throughout 20 min a draws nothing
    And now b draws 32 A

  @R-LEASE-2 @R-LEASE-6
  Scenario: The worst-case sum stays within the limit whatever is lost
    Given a zone main of 40 A
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    And cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    And 1 min passes
    When 40 % of the messages on all links are lost
    And a sedan-22kw plugs in at c
    Then throughout 1 h the gateway reserves at most 40 A of main
    When all links are restored
    Then within 20 min 0 of the sessions are suspended
