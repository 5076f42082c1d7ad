Feature: Renewals
  A lease is told again before it could run out, in turns, so that stations and network keep up.

  @R-LEASE-8 @R-LEASE-1
  Scenario: A lease is renewed before its end, for as long as the session lasts
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And a sedan-22kw plugs in at b
    And 1 min passes
    Then throughout 1 h the lease of a has not run out
    And throughout 10 min the lease of b has not run out
    And now a draws 16 A

  @R-LEASE-8
  Scenario: Under a dynamic zone leases are 30 s long, and renewed all the same
    Given the zones
      | id   | max_a | directive | degraded_a |
      | main | 63    | dynamic   | 32         |
    And the stations
      | id |
      | a  |
    And a sedan-22kw plugs in at a
    And within 1 min a is leased 32 A for 30 s, then 0 A
    Then throughout 10 min the lease of a has not run out
    And throughout 10 min a may draw 32 A

  @R-LEASE-8
  Scenario: The length of leases is a setting
    Given a zone main of 32 A
    And the setting lease_static is "2 min"
    And the stations
      | id |
      | a  |
    When a sedan-22kw plugs in at a
    Then within 1 min a is leased 32 A for 120 s, then 32 A
    And throughout 10 min the lease of a has not run out

  @R-LEASE-8
  Scenario: A length below three call time-outs is refused
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    When the setting lease_static is "20 s"
    Then the site is refused because "lease_static (20 s) is shorter than three call time-outs of 10 s"

  @R-LEASE-8
  Scenario: A renewal that is lost is said again in time
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    And a sedan-22kw plugs in at a
    And 195 s pass
    When the link of a goes silent
    And 20 s pass
    And the link of a is restored
    Then throughout 10 min the lease of a has not run out
    And throughout 10 min a draws 32 A

  @R-LEASE-8
  Scenario: Twenty stations cost few calls once nothing changes
    Given 20 stations, 1 zones and 1 levels
    And cars plug in
      | at   | car        |
      | s-1  | sedan-22kw |
      | s-2  | sedan-22kw |
      | s-3  | sedan-22kw |
      | s-4  | sedan-22kw |
      | s-5  | sedan-22kw |
      | s-6  | sedan-22kw |
      | s-7  | sedan-22kw |
      | s-8  | sedan-22kw |
      | s-9  | sedan-22kw |
      | s-10 | sedan-22kw |
    When 20 min pass
    Then the stations were called at most 20 times in the last 5 min
    And now s-1 draws 10 A
