Feature: A release lets in who may come
  Stations, cards and logins.

  Background:
    Given a zone main of 32 A
    And the settings
      | call_timeout         | 2 s |
      | lease_static         | 6 s |
      | lease_dynamic        | 6 s |
      | ping_interval        | 2 s |
      | ping_grace           | 1 s |
      | meter_value_interval | 2 s |

  @R-SITE-8 @R-OCPP-1 @realtime
  Scenario: A station that the site does not know is refused
    Given the setting unknown_stations is "refuse"
    And the stations
      | id |
      | a  |
    When a station "stranger" that the site does not know connects
    Then at no time during 5 s stranger is online
    And now a is online

  @R-AUTH-1 @realtime @short
  Scenario: A card that nobody knows does not charge
    Given known cards only
    And the stations
      | id |
      | a  |
    When a sedan-22kw plugs in at a with card "BLOCKED"
    Then within 10 s a sends Authorize
    And throughout 5 s a draws nothing

  @R-AUTH-1 @realtime
  Scenario: Where all cards may charge, any one does
    Given the stations
      | id |
      | a  |
    When a sedan-22kw plugs in at a with card "NEVER-SEEN"
    Then within 10 s a sends StartTransaction
    And within 15 s a draws 32 A

  @R-BEMS-9 @api @realtime
  Scenario: Nobody reads without a login
    Given the user "guard" of role USER
    And the stations
      | id |
      | a  |
    When somebody asks GET /zones
    Then the answer is 401
    When "guard" tries to log in with "Otters park 9 kerbs!"
    Then the answer is 401 "invalid-credentials"
    When "guard" logs in
    And "guard" asks GET /zones
    Then the answer is 200
    And the answer has 1 items
    When "guard" logs out
    And "guard" asks GET /zones
    Then the answer is 401

  @R-SEC-1 @api @realtime
  Scenario: After too many wrong passwords a login is locked
    Given the user "guard" of role USER
    And the security settings
      | max_attempts      | 3  |
      | logins_per_minute | 60 |
    And the stations
      | id |
      | a  |
    When "guard" tries to log in with a wrong password 3 times, every 1 s
    And "guard" tries to log in
    Then the answer is 401 "invalid-credentials"
