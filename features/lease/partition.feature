Feature: A partition of the network
  Half of the stations are cut off under full load. What they may still draw is reserved until it has surely run out.

  @R-LEASE-2 @R-LEASE-6 @R-DEG-1 @R-DEG-8 @realtime
  Scenario: A network partition of half the stations during full load
    Given a zone main of 128 A
    And the settings
      | call_timeout         | 2 s |
      | lease_static         | 8 s |
      | ping_interval        | 2 s |
      | ping_grace           | 1 s |
      | meter_value_interval | 2 s |
    And the stations
      | id      | count |
      | "c-{n}" | 12    |
    And cars plug in
      | at  | car        |
      | c-1 | sedan-22kw |
      | c-2 | sedan-22kw |
      | c-3 | sedan-22kw |
      | c-4 | sedan-22kw |
      | c-5 | sedan-22kw |
      | c-6 | sedan-22kw |
      | c-7 | sedan-22kw |
      | c-8 | sedan-22kw |
    And within 60 s every phase of main carries at least 127 A
    When the links of c-1, c-2, c-3 and c-4 go silent
    Then now the connectors may draw
      | c-1 | 16 A |
      | c-4 | 16 A |
      | c-5 | 16 A |
    And within 10 s the gateway sees c-1 as lost
    And within 30 s the connectors may draw
      | c-1 | 10.6 A |
      | c-4 | 10.6 A |
      | c-5 | 21.4 A |
      | c-8 | 21.4 A |
    And throughout 5 s the gateway reserves at most 128 A of main
    And the gateway never reserved more than 128 A of main
    And now the gateway has 8 sessions
