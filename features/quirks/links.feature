Feature: Chargers with odd habits on the link
  However a station connects, repeats itself, falls silent or comes back: no limit is broken, its sessions go on, and the others are
  served (class strict).

  @R-CHG-2 @strict
  Scenario Outline: <quirk>: is served as any other station
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "<quirk>"
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 1 min |
      | b  | sedan-22kw | 5 min |
    And within 2 min the connectors may draw
      | a | 16 A |
      | b | 16 A |
    When the car at b leaves
    Then within 2 min a may draw 32 A
    And throughout 30 min there is no alarm
    And now the gateway has 1 session

    Examples:
      | quirk                       |
      | boot-not-sent-on-connect    |
      | deaf-before-boot            |
      | status-before-boot          |
      | overlapping-sockets         |
      | resend-same-messageId       |
      | garbage-config              |
      | measurand-probe-reboot-loop |

  @R-CHG-2 @strict
  Scenario: no-subprotocol: is taken as ocpp1.6, and told of
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    And the station a has the quirk "no-subprotocol"
    When a sedan-22kw plugs in at a
    Then within 30 s a draws 32 A
    And now the gateway notes of a "offers no WebSocket subprotocol"

  @R-CHG-2 @R-DEG-8 @strict
  Scenario: half-open-tcp: is given up in time, counts at its lease, and its session goes on when it is back
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "half-open-tcp"
    And a sedan-22kw plugs in at a
    And within 1 min a draws 32 A
    When 5 min pass
    Then within 90 s the gateway sees a as lost
    When a sedan-22kw plugs in at b
    Then within 20 min b draws 16 A
    And now the session at a goes on
    And throughout 1 h every phase of main carries at most 32 A

  @R-CHG-2 @strict
  Scenario: overlapping-sockets: the newer link takes the place of the older, and no session is doubled
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    And the station a has the quirk "overlapping-sockets"
    And a sedan-22kw plugs in at a
    And within 1 min a draws 32 A
    When 10 min pass
    Then now the gateway notes of a "a newer link took the place of the one before"
    And now the gateway has 1 session
    And now the session at a goes on
    And throughout 20 min a draws 32 A

  @R-CHG-2 @strict
  Scenario: no-reconnect-after-pong-timeout: stays lost, holds no more than its degraded value, until it is restarted
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "no-reconnect-after-pong-timeout"
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 10 s  |
      | b  | sedan-22kw | 10 s  |
    And within 2 min b draws 16 A
    When the link of a goes silent
    And 10 min pass
    And the link of a is restored
    Then throughout 1 h the gateway sees a as lost
    And now a draws 16 A
    When a reboots
    Then within 5 min a is online

  @R-CHG-2 @strict
  Scenario: reconnect-loop: both are served, though one is there only five seconds of six
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "reconnect-loop"
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 10 s  |
      | b  | sedan-22kw | 1 min |
    Then within 15 min b draws 16 A
    And now a draws 16 A
    And throughout 1 h every phase of main carries at most 32 A

  @R-CHG-2 @R-LEASE-4 @strict
  Scenario: late-reply: what is answered after the time-out proves nothing, so nobody is authorised where its rating does not fit
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "late-reply"
    When cars plug in
      | at | car        | after |
      | b  | sedan-22kw | 1 min |
      | a  | sedan-22kw | 1 min |
    Then within 5 min the gateway notes of a "nobody is authorised"
    And within 5 min b draws 32 A
    And throughout 1 h every phase of main carries at most 32 A

  @R-CHG-2 @strict
  Scenario: broken-json: every fourth frame is lost, and both are served all the same
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And within 1 min a draws 32 A
    And the station a has the quirk "broken-json"
    When a sedan-22kw plugs in at b
    Then within 15 min b draws 16 A
    And now a draws 16 A
    When the car at b leaves
    Then within 15 min a draws 32 A
    And now the gateway notes of a "no proper OCPP frame"
    And throughout 1 h every phase of main carries at most 32 A

  @R-CHG-2 @strict
  Scenario: measurand-probe-reboot-loop: is asked for nothing that it does not know
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    And the station a has the quirk "measurand-probe-reboot-loop"
    When a sedan-22kw plugs in at a
    Then within 1 min a draws 32 A
    And throughout 30 min a is online
