Feature: Chargers that give more than they were told
  The first time cannot be prevented, only bounded (R-LEASE-5): what flows too much is what the station draws above its count, the
  right connector is alarmed within two samples and 10 s, the obedient ones give way, and from then on it counts at its rating.

  @R-CHG-2 @R-ALLOC-11 @bounded
  Scenario: draws-above-setpoint: found out by its draw, alarmed, cut off
    Given a zone main of 40 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "draws-above-setpoint"
    And only what a draws above its count may break a limit
    When cars plug in
      | at | car        | after |
      | b  | sedan-22kw | 10 s  |
      | a  | sedan-22kw | 10 s  |
    Then within 130 s only a is alarmed
    And within 1 s the gateway counts a at 32 A
    And after 20 s every phase of main carries at most 40 A
    And throughout 30 min every phase of main carries at most 40 A

  @R-CHG-2 @R-ALLOC-11 @bounded
  Scenario: accept-but-ignore-limit: begins after it was trusted, and is found out by its draw
    Given a zone main of 40 A
    And the stations
      | id |
      | a  |
      | b  |
    And a sedan-22kw plugs in at a
    And within 1 min a draws 32 A
    And the station a has the quirk "accept-but-ignore-limit"
    When a sedan-22kw plugs in at b
    Then within 130 s only a is alarmed
    And within 10 s the gateway does not trust a
    And within 10 min the gateway notes of a "its session is stopped"
    And within 1 min b may draw 32 A
    And throughout 10 min every phase of main carries at most 40 A

  @R-CHG-2 @R-ALLOC-11 @bounded
  Scenario: unlimited-after-0A-resume: shows as soon as the first lease follows the base of 0 A
    Given a zone main of 20 A
    And the stations
      | id | max_a |
      | b  | 16    |
      | a  | 16    |
    And the station a has the quirk "unlimited-after-0A-resume"
    And only what a draws above its count may break a limit
    When cars plug in
      | at | car          | after |
      | b  | compact-11kw | 10 s  |
      | a  | compact-11kw | 10 s  |
    Then within 130 s only a is alarmed
    And within 1 s the gateway does not trust a
    And after 20 s every phase of main carries at most 20 A
    And throughout 30 min every phase of main carries at most 20 A

  @R-CHG-2 @R-ALLOC-11 @bounded
  Scenario Outline: <quirk>: shows at a pause, and its session is stopped when that is all that helps
    Given a zone main of 20 A
    And the stations
      | id | max_a |
      | b  | 16    |
      | a  | 16    |
    And the station a has the quirk "<quirk>"
    And only what a draws above its count may break a limit
    And cars plug in
      | at | car          | after |
      | a  | compact-11kw | 1 min |
      | b  | compact-11kw | 5 min |
    And within 2 min a draws 10 A
    When the maximum of main becomes 8 A
    Then within 130 s only a is alarmed
    And within 1 min the gateway notes of a "its session is stopped"
    And within 1 min a draws nothing
    And throughout 30 min every phase of main carries at most 8 A

    Examples:
      | quirk                |
      | zero-means-unlimited |
      | zero-means-6A        |

  @R-CHG-2 @R-LEASE-5 @bounded
  Scenario: profile-lost-on-disconnect: gives full power when the link drops, and the gateway learns it when it is back
    Given a zone main of 40 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "profile-lost-on-disconnect"
    And only what a draws above its count may break a limit
    And cars plug in
      | at | car        | after |
      | a  | sedan-22kw | 10 s  |
      | b  | sedan-22kw | 10 s  |
    And within 2 min b draws 20 A
    When the link of a is cut
    And 5 min pass
    And the link of a is restored
    Then within 1 min only a is alarmed
    And within 30 s the gateway counts a at 32 A
    And within 10 s b draws 8 A
    When the link of a is cut
    Then throughout 30 min every phase of main carries at most 40 A

  @R-CHG-2 @R-LEASE-5 @bounded
  Scenario: txdefault-ignored-offline: a car that comes while the link is down starts without the base
    Given a zone main of 40 A
    And the stations
      | id |
      | a  |
      | b  |
    And the station a has the quirk "txdefault-ignored-offline"
    And only what a draws above its count may break a limit
    And a sedan-22kw plugs in at a
    And a sedan-22kw plugs in at b
    And the car at a leaves
    And within 2 min b draws 32 A
    When the link of a is cut
    And a sedan-22kw plugs in at a
    And 5 min pass
    And the link of a is restored
    Then within 3 min only a is alarmed
    And within 1 min a draws nothing
    And within 5 min b may draw 32 A
    And throughout 30 min every phase of main carries at most 40 A
