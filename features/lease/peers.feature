Feature: Where others overload
  Losses in which it matters what a lost station counts with. By leases every limit is kept; `parkbench compare-policies` shows what
  flows above them where the degraded setpoint, or nothing, is subtracted instead.

  @R-LEASE-2 @R-DEG-1
  Scenario: Stations are lost at their full lease while newcomers ask for the room
    Given a zone main of 64 A
    And the stations
      | id      | count |
      | "c-{n}" | 6     |
    And a sedan-22kw plugs in at c-1
    And a sedan-22kw plugs in at c-2
    And within 1 min every phase of main carries at least 63 A
    When the links of c-1 and c-2 are cut
    And cars plug in
      | at  | car        |
      | c-3 | sedan-22kw |
      | c-4 | sedan-22kw |
    Then throughout 200 s every phase of main carries at most 64 A
    And now c-3 may draw nothing
    And within 5 min the connectors may draw
      | c-1 | 10.6 A |
      | c-3 | 21.4 A |
      | c-4 | 21.4 A |

  @R-LEASE-2 @R-DEG-8
  Scenario: A link is half-open, and cars come while nobody knows
    Given a zone main of 40 A
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    And a sedan-22kw plugs in at a
    And within 1 min a draws 32 A
    When the link of a goes silent
    And a sedan-22kw plugs in at b
    And a sedan-22kw plugs in at c
    Then throughout 200 s every phase of main carries at most 40 A
    And within 5 min the connectors may draw
      | a | 13.3 A |
      | b | 13.3 A |
      | c | 13.3 A |

  @R-LEASE-2 @R-DEG-9 @R-SITE-7
  Scenario: A limit is cut while a station is lost that does not hear of it
    Given a zone main of 64 A
    And the stations
      | id      | count |
      | "c-{n}" | 4     |
    And a sedan-22kw plugs in at c-1
    And a sedan-22kw plugs in at c-2
    And within 1 min every phase of main carries at least 63 A
    And 1 min passes
    When the link of c-1 is cut
    And 10 s pass
    And the maximum of main becomes 50 A
    Then within 5 s every phase of main carries at most 50 A
    And throughout 30 min every phase of main carries at most 50 A

  @R-LEASE-2 @R-LEASE-3 @R-DEG-8
  Scenario: A station is back with its old setpoint in force, and its cut gets lost
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And within 1 min a draws 32 A
    When the link of a is cut
    And 10 s pass
    And a sedan-22kw plugs in at b
    And the link of a is restored
    And messages on the link of a are held
    Then throughout 3 min every phase of main carries at most 32 A
    And now b may draw nothing
    And within 5 min b may draw 16 A

  @R-LEASE-2 @R-DEG-1
  Scenario: Stations come and go, and the others take what they leave
    Given a zone main of 80 A
    And the stations
      | id      | count |
      | "c-{n}" | 10    |
    And cars plug in
      | at  | car        |
      | c-1 | sedan-22kw |
      | c-2 | sedan-22kw |
      | c-3 | sedan-22kw |
      | c-4 | sedan-22kw |
      | c-5 | sedan-22kw |
    And 1 min passes
    When the links of c-1, c-2 and c-3 go silent
    And 4 min pass
    And the links of c-1, c-2 and c-3 are restored
    And 2 min pass
    And the links of c-1, c-2 and c-3 go silent
    Then throughout 20 min every phase of main carries at most 80 A
    And now the gateway has 5 sessions
