Feature: Chargers that are confused about transactions
  A session is neither lost nor doubled by what a station says of it (class strict).

  @R-CHG-2 @strict
  Scenario Outline: <quirk>: one car is one session
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "<quirk>"
    When a sedan-22kw plugs in at a
    And 1 min passes
    Then now the gateway has 1 session
    When the car at a leaves
    Then within 30 s the gateway has 0 sessions
    When cars plug in
      | at | car        |
      | a  | sedan-22kw |
      | b  | sedan-22kw |
    Then within 2 min the connectors may draw
      | a | 16 A |
      | b | 16 A |
    And throughout 30 min there is no alarm

    Examples:
      | quirk                  |
      | duplicate-start        |
      | duplicate-stop         |
      | metervalues-wrong-txid |
      | register-resets        |

  @R-CHG-2 @strict
  Scenario Outline: <quirk>: a session begun offline is steered or counted, and over when its car has gone
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "<quirk>"
    And a sedan-22kw plugs in at a
    And 5 min pass
    And the car at a leaves
    And a sedan-22kw plugs in at b
    When the link of a is cut
    And a sedan-22kw plugs in at a
    And 5 min pass
    And the link of a is restored
    Then throughout 30 min every phase of main carries at most 32 A
    When the car at a leaves
    Then within 5 min the gateway has 1 session
    And within 5 min b may draw 32 A

    Examples:
      | quirk               |
      | offline-txid-minus1 |
      | offline-start-lost  |

  @R-CHG-2 @strict
  Scenario: zero-ends-transaction: a pause ends the session, and the others have its room
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "zero-ends-transaction"
    When cars plug in
      | at | car        | after |
      | b  | sedan-22kw | 1 min |
      | a  | sedan-22kw | 1 min |
    Then within 2 min the gateway has 1 session
    And within 2 min b may draw 32 A
    And throughout 30 min a draws nothing
