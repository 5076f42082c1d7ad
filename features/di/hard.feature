Feature: Inputs that are hard limits
  A contact marked hard binds whatever is lost: worst cases keep it, and what lost stations fall back to fits it before it comes (R-DI-5).

  Background:
    Given a zone main of 51 A
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
    And the inputs
      | number | name | max_percent | hard |
      | 1      | Grid | 40          | true |

  @R-DI-5
  Scenario: While it is active the worst cases keep to it, not only the setpoints
    Given all bays are taken by sedan-22kw
    And 3 min pass
    When input 1 closes
    Then within 1 s the limit of main is 20.4 A
    And within 15 s every phase of main carries at most 20.4 A
    And within 1 min the gateway reserves at most 20.4 A of main
    When input 1 opens
    Then within 10 min phase 1 of main carries 51 A

  @R-DI-5 @R-DEG-1 @R-DEG-9
  Scenario: Lost stations fall back within it, though it comes while nobody hears
    Given all bays are taken by sedan-22kw
    And 3 min pass
    And now a is leased 17 A for 300 s, then 6.8 A
    And all links are cut
    And 10 min pass
    And now a draws 6.8 A
    When input 1 closes
    Then throughout 10 min every phase of main carries at most 20.4 A

  @R-DI-5 @R-LEASE-6
  Scenario: What a lost station holds when it comes ends with its lease, and the others give way meanwhile
    Given what lost stations hold of main may be in excess until their leases end
    And all bays are taken by sedan-22kw
    And 3 min pass
    And the link of a is cut
    When input 1 closes
    Then within 20 s every phase of main carries at most 20.4 A
    And throughout 5 min every phase of main carries at most 20.4 A
    And within 6 min a draws 6.8 A
    And now the gateway reserves at most 20.4 A of main

  @R-DI-5
  Scenario: Degraded setpoints of a site whose hard contact leaves less than the floors are nothing
    Given the inputs
      | number | name | max_percent | hard |
      | 2      | Fire | 10          | true |
    And all bays are taken by sedan-22kw
    And 3 min pass
    Then now a is leased 17 A for 300 s, then 0 A

  @R-DI-5 @R-DI-4
  Scenario: A hard input whose source is lost counts as active
    Given all bays are taken by sedan-22kw
    And 3 min pass
    When the source of input 1 is cut off
    Then within 5 s input 1 is lost
    And within 10 s the limit of main is 20.4 A
    And within 15 s every phase of main carries at most 20.4 A
