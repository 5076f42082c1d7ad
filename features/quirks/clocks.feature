Feature: Chargers whose clocks are wrong
  A lease counts as run out only when it has, by the worst that is known of the station's clock; of a clock that nothing is known of,
  never (R-LEASE-7).

  @R-CHG-2 @R-LEASE-7 @gated
  Scenario Outline: <quirk>: leases end by its clock, and the others wait for that
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "<quirk>"
    And a sedan-22kw plugs in at a
    And within 1 min a draws 32 A
    When the link of a is cut
    And a sedan-22kw plugs in at b
    Then throughout 20 min every phase of main carries at most 32 A
    And now b draws 16 A
    When the link of a is restored
    Then within 10 min a draws 16 A
    And throughout 1 h there is no alarm

    Examples:
      | quirk       |
      | clock-local |
      | clock-1970  |
      | clock-drift |

  @R-CHG-2 @R-LEASE-1 @gated
  Scenario Outline: <quirk>: a lost station falls back by the second period of its lease
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "<quirk>"
    And a sedan-22kw plugs in at a
    And 10 min pass
    When the link of a is cut
    Then within 10 min a draws 16 A
    And throughout 1 h a draws 16 A

    Examples:
      | quirk                |
      | ignores-duration     |
      | relative-from-receipt |
      | clock-local          |
