Feature: Leases on the wire
  A setpoint is plain OCPP 1.6: one TxProfile of two periods, so that a station that knows nothing of leases falls back by itself.

  @R-LEASE-1
  Scenario: One TxProfile with two periods, for its transaction, at the lowest level, without a duration
    Given a zone main of 40 A
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    When cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    Then within 1 min a is leased 20 A for 300 s, then 13.3 A
    And within 1 min b is leased 20 A for 300 s, then 13.3 A
    And within 1 s the lease of a is Absolute
    And now the lease of a begins by the clock of its station

  @R-LEASE-1
  Scenario: The station falls back by itself, without a word
    Given a zone main of 40 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And within 30 s a draws 32 A
    When the link of a goes silent
    Then throughout 90 s a draws 32 A
    And within 5 min a draws 20 A
    And throughout 1 h a draws 20 A

  @R-LEASE-1 @R-LEASE-7
  Scenario: A lease is in the station's time, however wrong that is
    Given a zone main of 32 A
    And the setting heartbeat_interval is "24 h"
    And the stations
      | id |
      | a  |
    And a sedan-22kw plugs in at a
    And within 30 s a draws 32 A
    When the clock of a goes 3 h ahead
    Then within 5 min the lease of a begins by the clock of its station
    And within 10 s a draws 32 A
    And throughout 20 min a draws 32 A

  @R-LEASE-7
  Scenario: A clock that is put back costs current for a while, never safety
    Given a zone main of 32 A
    And the setting heartbeat_interval is "24 h"
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    And within 30 s a draws 16 A
    When the clock of a goes 1 h behind
    Then throughout 10 min every phase of main carries at most 32 A
    And now the lease of a begins by the clock of its station
    And throughout 10 min a draws 16 A

  @R-LEASE-1
  Scenario: Where Absolute is refused the lease is Relative to the transaction's begin
    Given a zone main of 32 A
    And the stations
      | id | plant                              |
      | a  | {quirks: [absolute-kind-rejected]} |
    When a sedan-22kw plugs in at a
    Then within 2 min the lease of a is Relative
    And within 10 s a is leased 32 A for 300 s, then 32 A
    And throughout 20 min the lease of a has not run out

  @R-LEASE-1
  Scenario: The base is there before anybody could plug in, and after every boot
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    Then now the base of a is 0 A
    And at no time during 30 min a is called SetChargingProfile
    When a reboots
    Then within 2 min a sends BootNotification
    And within 10 s a is called SetChargingProfile with chargingProfilePurpose "TxDefaultProfile"
    And within 10 s the base of a is 0 A
    And within 10 s a is called GetCompositeSchedule

  @R-LEASE-1
  Scenario: A session that ends takes its lease along
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    And a sedan-22kw plugs in at a
    And within 30 s a draws 32 A
    When the car at a leaves
    Then within 10 s the gateway has 0 sessions
    And at no time during 30 min a is called SetChargingProfile
    And now the gateway reserves 0 A of main
