Feature: Chargers that are particular about profiles
  What a station makes of charging profiles decides whether it can be trusted. One that takes them in some form is told them in that
  form; one that does not counts at its rating, or nobody is authorised there (R-LEASE-4).

  @R-CHG-2 @strict
  Scenario Outline: <quirk>: is served as any other station
    Given a zone main of 33 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "<quirk>"
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 30 s  |
      | b  | sedan-22kw | 5 min |
    Then within 2 min the connectors may draw
      | a | 16.5 A |
      | b | 16.5 A |
    When the car at b leaves
    Then within 1 min a may draw 32 A
    And throughout 30 min there is no alarm
    And now the gateway trusts a

    Examples:
      | quirk                                  |
      | stack-zero-only                        |
      | clear-unknown-at-stack0                |
      | txprofile-without-transaction-accepted |
      | trigger-unsupported                    |

  @R-CHG-2 @gated
  Scenario Outline: <quirk>: is told its leases as it takes them
    Given a zone main of 33 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "<quirk>"
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 30 s  |
      | b  | sedan-22kw | 5 min |
    Then within 2 min the connectors may draw
      | a | <offer> |
      | b | 16.5 A  |
    And now the gateway trusts a
    And throughout 30 min there is no alarm

    Examples:
      | quirk                           | offer  |
      | whole-amps-only                 | 16 A   |
      | rate-unit-token-W               | 16.5 A |
      | chargepointmax-rejected         | 16.5 A |
      | ignores-duration                | 16.5 A |
      | relative-from-receipt           | 16.5 A |
      | txdefault-next-transaction-only | 16.5 A |

  @R-CHG-2 @R-LEASE-4 @gated
  Scenario Outline: <quirk>: counts at its rating, and the others get the rest
    Given a zone main of 50 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "<quirk>"
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 30 s  |
      | b  | sedan-22kw | 5 min |
    Then within 1 min a draws 32 A
    And now the gateway counts a at 32 A
    And now the gateway does not trust a
    And within 1 min b may draw 18 A
    And throughout 30 min every phase of main carries at most 50 A

    Examples:
      | quirk                |
      | no-smartcharging     |
      | mode-gated-reject    |
      | limit-via-config-key |
      | accept-but-ignore-limit |

  @R-CHG-2 @R-LEASE-4 @gated
  Scenario Outline: <quirk>: nobody is authorised where its rating does not fit
    Given a zone main of 20 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "<quirk>"
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 30 s  |
      | b  | sedan-22kw | 30 s  |
    Then within 1 min b may draw 20 A
    And within 1 min the gateway notes of a "nobody is authorised"
    And throughout 30 min a draws nothing
    And now b may draw 20 A

    Examples:
      | quirk                   |
      | no-smartcharging        |
      | mode-gated-reject       |
      | limit-via-config-key    |
      | absolute-kind-rejected  |
      | accept-but-ignore-limit |

  @R-CHG-2 @R-LEASE-4 @gated
  Scenario: absolute-kind-rejected: counts at its rating until its draw and composite agree with a relative lease
    Given a zone main of 50 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "absolute-kind-rejected"
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 30 s  |
      | b  | sedan-22kw | 5 min |
    Then within 1 min b may draw 18 A
    And throughout 30 min every phase of main carries at most 50 A

  @R-CHG-2 @R-LEASE-4 @gated
  Scenario: A profile from before is in the way: a sound station lets it be cleared, and is trusted
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a profile of 20 A at stack level 5 lies in a from before
    When a sedan-22kw plugs in at b
    Then within 1 min the gateway trusts a
    When a sedan-22kw plugs in at a
    Then within 1 min a may draw 16 A

  @R-CHG-2 @R-LEASE-4 @gated
  Scenario: stale-high-stack-wins: the profile survives its Clear, so the station is not trusted
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a profile of 20 A at stack level 5 lies in a from before
    And the station a has the quirk "stale-high-stack-wins"
    When a sedan-22kw plugs in at b
    And 1 min passes
    And a sedan-22kw plugs in at a
    Then throughout 30 min a draws nothing
    And now the gateway does not trust a
    And now b may draw 32 A

  @R-CHG-2 @R-LEASE-4 @gated
  Scenario: composite-lies: its word proves it, its draw gives it away, and it counts at its rating
    Given a zone main of 40 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "composite-lies"
    And the station a has the quirk "accept-but-ignore-limit"
    And only what a draws above its count may break a limit
    When a sedan-22kw plugs in at b
    And 1 min passes
    Then now the gateway trusts a
    When a sedan-22kw plugs in at a
    Then within 130 s only a is alarmed
    And within 1 s the gateway does not trust a
    And after 30 s every phase of main carries at most 40 A

  @R-CHG-2 @strict
  Scenario: min-over-all-purposes: the base of 0 A caps every lease, the car gets nothing, and its reserve goes to the others
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "min-over-all-purposes"
    When cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 30 s  |
      | b  | sedan-22kw | 30 s  |
    Then throughout 30 min a draws nothing
    And within 10 min b may draw 26 A

  @R-CHG-2 @strict
  Scenario: slow-apply-30s: a raise comes late and does no harm
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "slow-apply-30s"
    And a sedan-22kw plugs in at b
    And 3 min pass
    When a sedan-22kw plugs in at a
    Then within 2 min a draws 16 A
    When the car at b leaves
    Then within 1 min a draws 32 A
    And throughout 30 min there is no alarm

  @R-CHG-2 @bounded
  Scenario: slow-apply-30s: a cut comes late, others wait for it, and it is alarmed as disobedience
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "slow-apply-30s"
    And 3 min pass
    And a sedan-22kw plugs in at a
    And within 2 min a draws 32 A
    When a sedan-22kw plugs in at b
    Then within 130 s only a is alarmed
    And throughout 30 min every phase of main carries at most 32 A

  @R-CHG-2 @strict
  Scenario: flash-wear: few enough profiles are written that it stays quick
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "flash-wear"
    And a sedan-22kw plugs in at a
    And within 1 min a draws 32 A
    When a sedan-22kw plugs in at b
    Then within 30 s a draws 16 A
    And within 1 min b draws 16 A
    When the car at b leaves
    Then within 30 s a draws 32 A

  @R-CHG-2 @strict
  Scenario: shared-station-limit-ignored: both sockets are told so little that the feeder holds
    Given a zone main of 100 A
    And the stations
      | id | model   | feeder_a |
      | a  | parking | 40       |
    And the station a has the quirk "shared-station-limit-ignored"
    When cars plug in
      | at  | car        | after |
      | a   | sedan-22kw | 30 s  |
      | a/2 | sedan-22kw | 30 s  |
    Then within 2 min the connectors may draw
      | a   | 20 A |
      | a/2 | 20 A |
    And throughout 30 min every phase of main carries at most 40 A

  @R-CHG-2 @R-ALLOC-15 @strict
  Scenario: pilot-offset: draws less than it was told; where that is less than 6 A, its reserve goes to the others
    Given a zone main of 32 A
    And the stations
      | id | max_a |
      | a  | 16    |
      | b  | 16    |
    And the station a has the quirk "pilot-offset"
    And cars plug in
      | at | car          | after |
      | a  | compact-11kw | 10 s  |
      | b  | compact-11kw | 10 s  |
    And within 2 min a draws 13 A
    When the maximum of main becomes 14 A
    Then within 2 min a draws nothing
    And within 30 min b may draw 14 A
    And throughout 1 h there is no alarm
