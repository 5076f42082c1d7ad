Feature: Sessions end
  After 30 min without a request, after 12 h whatever happens, and at a word (R-BEMS-9, R-SEC-1).

  Background:
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    And the user "bems" of role WEBSERVICES

  @R-BEMS-9
  Scenario: What a login brings
    When "bems" tries to log in
    Then the answer is 200
    And the answer says
      | /token_type     | "Bearer"      |
      | /idle_timeout_s | 1800          |
      | /role           | "webservices" |
      | /energy_writer  | false         |
    And the header Cache-Control of the answer is "no-store"

  @R-BEMS-9
  Scenario: Idle for 29 min 59 s it lives, for 30 min it does not
    Given "bems" logs in
    When 1799 s pass
    And "bems" asks GET /site
    Then the answer is 200
    When 30 min pass
    And "bems" asks GET /site
    Then the answer is 401 "token-expired"

  @R-BEMS-9
  Scenario: After 12 h it is over under constant use
    When "bems" asks GET /site every 5 min for 719 min
    And "bems" asks GET /site
    Then the answer is 200
    When 1 min passes
    And "bems" asks GET /site
    Then the answer is 401 "token-expired"

  @R-BEMS-9 @R-SEC-1
  Scenario: A site may ask for less
    Given the security settings
      | session_idle | 600s |
    And "bems" logs in
    When 599 s pass
    And "bems" asks GET /site
    Then the answer is 200
    When 10 min pass
    And "bems" asks GET /site
    Then the answer is 401 "token-expired"

  @R-BEMS-9
  Scenario: An event stream keeps no session alive and ends with it
    When "bems" listens to events
    And 1799 s pass
    Then within 20 s "bems" hears "session-expired"
    And within 1 s the event stream of "bems" is over
    When "bems" asks GET /site
    Then the answer is 401 "token-expired"

  @R-BEMS-9
  Scenario: Logging out ends the token and the stream at once
    When "bems" listens to events
    And "bems" logs out
    Then the answer is 204
    And within 1 s the event stream of "bems" is over
    When "bems" asks GET /site
    Then the answer is 401 "token-expired"
    When "bems" logs out
    Then the answer is 401 "token-expired"

  @R-BEMS-9
  Scenario: Own sessions are listed, and ended with the password
    Given "bems" logs in
    And "bems" is remembered as "elsewhere"
    And "bems" logs in
    When "bems" asks GET /login/sessions
    Then the answer has 2 items
    When "bems" ends the session of "elsewhere" with a wrong password
    Then the answer is 403 "wrong-password"
    When "elsewhere" asks GET /site
    Then the answer is 200
    When "bems" ends the session of "elsewhere"
    Then the answer is 204
    When "elsewhere" asks GET /site
    Then the answer is 401 "token-expired"
