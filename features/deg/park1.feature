Feature: The degraded setpoints of PARK1
  The guide's example: two double Parking stations and a Smart Wallbox with a domestic socket in a static zone of 51 A. What each
  connector may draw when its station is lost lies in it before the loss: its floor times a scale that all floors together leave.

  @R-DEG-1 @R-DEG-2
  Scenario: 51 A carry the floors one and a half times: 9 A a Parking socket, 15 A the Wallbox
    Given the site "park1"
    When cars plug in
      | at          | car        |
      | parking-1   | sedan-22kw |
      | parking-1/2 | sedan-22kw |
      | parking-2   | sedan-22kw |
      | parking-2/2 | sedan-22kw |
      | wallbox-1   | sedan-22kw |
    And 10 min pass
    And all links are cut
    Then within 6 min the connectors may draw
      | parking-1   | 9 A  |
      | parking-1/2 | 9 A  |
      | parking-2   | 9 A  |
      | parking-2/2 | 9 A  |
      | wallbox-1   | 15 A |
    And throughout 1 h every phase of park1 carries at most 51 A

  @R-DEG-1 @R-DEG-2 @R-LEASE-2
  Scenario: One Parking lost leaves 33 A to the rest
    Given the site "park1"
    And cars plug in
      | at          | car        |
      | parking-1   | sedan-22kw |
      | parking-1/2 | sedan-22kw |
      | parking-2   | sedan-22kw |
      | parking-2/2 | sedan-22kw |
      | wallbox-1   | sedan-22kw |
    And 10 min pass
    When the link of parking-1 is cut
    Then within 10 min the connectors may draw
      | parking-1   | 9 A  |
      | parking-1/2 | 9 A  |
      | parking-2   | 11 A |
      | parking-2/2 | 11 A |
      | wallbox-1   | 11 A |
    And throughout 30 min the gateway reserves at most 51 A of park1

  @R-DEG-1 @R-DEG-2 @R-LEASE-2
  Scenario Outline: With <lost> lost, <rest> remain for the rest
    Given the site "park1"
    And cars plug in
      | at          | car        |
      | parking-1   | sedan-22kw |
      | parking-1/2 | sedan-22kw |
      | parking-2   | sedan-22kw |
      | parking-2/2 | sedan-22kw |
      | wallbox-1   | sedan-22kw |
    And 10 min pass
    When <links> cut
    Then within 10 min the connectors may draw
      | parking-1   | <socket>  |
      | parking-2/2 | <socket>  |
      | wallbox-1   | <wallbox> |
    And throughout 30 min every phase of park1 carries at most 51 A

    Examples:
      | lost         | links                                    | rest | socket | wallbox |
      | both Parking | the links of parking-1 and parking-2 are | 15 A | 9 A    | 15 A    |
      | the Wallbox  | the link of wallbox-1 is                 | 36 A | 9 A    | 15 A    |

  @R-DEG-1 @R-DEG-9 @R-SITE-7
  Scenario Outline: <limit> scale the floors to <socket> and <wallbox>
    Given the site "park1"
    And cars plug in
      | at          | car        |
      | parking-1   | sedan-22kw |
      | parking-1/2 | sedan-22kw |
      | parking-2   | sedan-22kw |
      | parking-2/2 | sedan-22kw |
      | wallbox-1   | sedan-22kw |
    And 6 min pass
    When the maximum of park1 becomes <limit>
    And 6 min pass
    And all links are cut
    And 6 min pass
    Then now the connectors may draw
      | parking-1   | <socket>  |
      | parking-1/2 | <socket>  |
      | parking-2   | <socket>  |
      | parking-2/2 | <socket>  |
      | wallbox-1   | <wallbox> |

    Examples:
      | limit | socket | wallbox |
      | 50 A  | 8.8 A  | 14.7 A  |
      | 34 A  | 6 A    | 10 A    |
      | 33 A  | 0 A    | 0 A     |

  @R-DEG-1 @R-ALLOC-3
  Scenario Outline: Under EV/ZE the floors on <wiring> scale to <socket> and <wallbox>
    Given a zone main of 51 A
    And the setting floors is "EV/ZE"
    And the stations
      | id | model            | wiring   |
      | p1 | parking          | <wiring> |
      | p2 | parking          | <wiring> |
      | w  | smart-wallbox-te | <wiring> |
    And cars plug in
      | at   | car   |
      | p1   | <car> |
      | w    | <car> |
    And 6 min pass
    When all links are cut
    And 6 min pass
    Then now the connectors may draw
      | p1 | <socket>  |
      | w  | <wallbox> |

    Examples:
      | wiring | car        | socket | wallbox |
      | MONO1  | city-7kw   | 9.7 A  | 12.1 A  |
      | TRI123 | sedan-22kw | 0 A    | 0 A     |

  @R-DEG-1 @R-LEASE-1
  Scenario: The value for a loss is the second period of what lies in the station
    Given the site "park1"
    When a sedan-22kw plugs in at parking-1
    And a sedan-22kw plugs in at wallbox-1
    Then within 1 min parking-1 is leased 25.5 A for 300 s, then 9 A
    And within 1 min wallbox-1 is leased 25.5 A for 300 s, then 15 A
