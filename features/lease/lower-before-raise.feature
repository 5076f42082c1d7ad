Feature: Lower before raise
  A raise that needs another's cut goes out only when the cut is confirmed: accepted, and seen in a sample taken at least 5 s later.

  @R-LEASE-3
  Scenario: The room that a newcomer needs is free before it is told so
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And 1 min passes
    When a sedan-22kw plugs in at b
    Then within 1 s the gateway holds b back by "waiting_for_cut" of a
    And within 1 s the gateway holds b back by "settling_sample" of a
    And throughout 4 s b may draw nothing
    And within 10 s b may draw 16 A
    And the raise of b waited for the answer and a sample of a
    And now the gateway does not hold b back

  @R-LEASE-3
  Scenario: An answer without a sample is no confirmation
    Given a zone main of 32 A
    And the setting meter_value_interval is "1 h"
    And the stations
      | id | plant                           |
      | a  | {quirks: [trigger-unsupported]} |
      | b  |                                 |
    And a sedan-22kw plugs in at a
    And 1 min passes
    When a sedan-22kw plugs in at b
    Then throughout 200 s b may draw nothing
    And now the gateway holds b back by "settling_sample" of a
    And within 3 min b may draw 16 A
    And the raise of b waited at least 200 s after the answer of a

  @R-LEASE-3
  Scenario: A cut that is accepted and does not show is none
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And 1 min passes
    When the contactor of a welds
    And a sedan-22kw plugs in at b
    Then within 1 s a may draw 16 A
    And throughout 10 min b draws nothing
    And now a draws 32 A

  @R-LEASE-3 @R-LEASE-2
  Scenario: Without an answer the old lease counts until it has run out
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And 1 min passes
    When messages on the link of a are held
    And a sedan-22kw plugs in at b
    Then within 1 s the gateway holds b back by "waiting_for_cut" of a
    And throughout 200 s b may draw nothing
    And within 5 min b may draw 16 A
    When the link of a is restored
    Then within 5 min the connectors may draw
      | a | 16 A |
      | b | 16 A |

  @R-LEASE-3
  Scenario: A raise that needs nobody's cut goes out at once
    Given a zone main of 64 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And 1 min passes
    When a sedan-22kw plugs in at b
    Then within 1 s b may draw 32 A
    And nothing else changed
