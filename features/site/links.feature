Feature: Links that fail
  Whatever becomes of messages and links, no limit is broken and sessions go on.

  @R-ALLOC-1 @realtime
  Scenario: A new car draws nothing before its first setpoint
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And within 10 s a draws 32 A
    When messages on the link of a are held
    And a sedan-22kw plugs in at b
    Then throughout 5 s b draws nothing
    When the link of a is restored
    Then within 10 s b may draw 16 A

  @R-ALLOC-1 @R-LEASE-2
  Scenario: A station that is lost counts at its last setpoint until its lease has run out
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And within 30 s a draws 32 A
    When the link of a is cut
    And a sedan-22kw plugs in at b
    Then within 2 min the gateway sees a as lost
    And throughout 4 min b may draw nothing
    And now the gateway explains a by "lost"
    And within 2 min the connectors may draw
      | a | 16 A |
      | b | 16 A |

  @R-ALLOC-1
  Scenario: A station that comes back takes up its session
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    And within 30 s a draws 16 A
    When the link of a is cut
    Then throughout 5 min a draws 16 A
    When the link of a is restored
    Then within 5 min a is online
    And now the session at a goes on
    When the car at b leaves
    Then within 30 s a may draw 32 A

  @R-ALLOC-1
  Scenario: What was charged while the link was down is not forgotten
    Given a zone main of 16 A
    And the stations
      | id | max_a |
      | a  | 16    |
    And a compact-11kw plugs in at a wanting 3 kWh
    And within 30 s a draws 16 A
    When the link of a is cut
    And 30 min pass
    And the car at a leaves
    And the link of a is restored
    Then within 5 min the gateway has 0 sessions
    And now a has given 3 kWh

  @R-ALLOC-1
  Scenario: One in five messages is lost for an hour, and no limit is broken
    Given a zone main of 40 A
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    And 20 % of the messages on all links are lost
    When cars plug in
      | at | car        | after  |
      | a  | sedan-22kw | 0 s    |
      | b  | sedan-22kw | 10 min |
      | c  | sedan-22kw | 10 min |
    Then throughout 1 h every phase of main carries at most 40 A
    When all links are restored
    Then within 30 min 0 of the sessions are suspended

  @R-ALLOC-1
  Scenario: All links are silent for a while, then everything converges
    Given a zone main of 30 A
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    And cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
      | c  | sedan-22kw |
    And within 30 s a draws 10 A
    When all links go silent
    Then throughout 10 min every phase of main carries at most 30 A
    When all links are restored
    And the car at c leaves
    Then within 15 min the connectors may draw
      | a | 15 A |
      | b | 15 A |

  @R-ALLOC-1
  Scenario: A station reboots: its session ends, the car begins another
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    And within 30 s a draws 16 A
    When a reboots
    Then within 2 min b may draw 32 A
    And within 2 min a is online
    And throughout 10 min every phase of main carries at most 32 A
