Feature: A release is safe while links are down
  Leases as they lie in the stations, and what a station does that is cut off.

  Background:
    Given a zone main of 40 A
    And the settings
      | call_timeout         | 2 s |
      | lease_static         | 6 s |
      | lease_dynamic        | 6 s |
      | ping_interval        | 2 s |
      | ping_grace           | 1 s |
      | meter_value_interval | 2 s |
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a

  @R-LEASE-1 @realtime
  Scenario: A setpoint is told for a while, and what is safe comes after it
    Then within 15 s a is leased 32 A for 6 s, then 20 A

  @R-LEASE-1 @realtime
  Scenario: A lease is told again before it runs out
    Given within 15 s a draws 32 A
    When 1 s passes
    Then within 8 s the lease of a is told again
    And throughout 8 s a draws 32 A

  @R-LEASE-1 @R-DEG-1 @realtime
  Scenario: A station that is cut off falls back by itself
    Given within 15 s a draws 32 A
    When the link of a is cut
    Then throughout 2 s a draws 32 A
    And within 12 s a draws 20 A

  @R-LEASE-2 @R-DEG-8 @realtime
  Scenario: What a lost station may be drawing is nobody else's
    Given within 15 s a draws 32 A
    When the link of a is cut
    And a sedan-22kw plugs in at b
    Then within 60 s b sends StartTransaction
    And throughout 4 s every phase of main carries at most 40 A
    And within 20 s b draws 20 A
    And now a draws 20 A

  @R-LEASE-2 @R-DEG-1 @realtime
  Scenario: Once its link is healed a station has its share again
    Given within 15 s a draws 32 A
    When the link of a is cut
    And within 15 s a draws 20 A
    And the link of a is restored
    Then within 25 s a is online
    And within 15 s a draws 32 A

  @R-LEASE-1 @realtime
  Scenario: Before its first setpoint no car is offered anything
    Then within 15 s the base of b is 0 A
