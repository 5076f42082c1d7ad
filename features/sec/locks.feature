Feature: Wrong passwords lock an account
  After six in a row, for a minute, then for longer and longer; nobody outside sees a difference to a wrong password (R-SEC-1).

  Background:
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    And the user "guard" of role USER

  @R-SEC-1
  Scenario: Five are forgiven
    Given "guard" tries to log in with a wrong password 5 times, every 15 s
    And the answer is 401 "invalid-credentials"
    When 15 s pass
    And "guard" tries to log in
    Then the answer is 200

  @R-SEC-1
  Scenario: Six lock it for a minute, and the right password does no more than a wrong one
    Given "guard" tries to log in with a wrong password 6 times, every 15 s
    When 58 s pass
    And "guard" tries to log in
    Then the answer is 401 "invalid-credentials"
    And the answer says nothing of /retry_after
    When 3 s pass
    And "guard" tries to log in
    Then the answer is 200

  @R-SEC-1
  Scenario: The next lock is twice as long
    Given "guard" tries to log in with a wrong password 6 times, every 15 s
    And 61 s pass
    And "guard" tries to log in with a wrong password 6 times, every 15 s
    When 118 s pass
    And "guard" tries to log in
    Then the answer is 401 "invalid-credentials"
    When 3 s pass
    And "guard" tries to log in
    Then the answer is 200

  @R-SEC-1
  Scenario: In the compatibility mode every lock is the same
    Given the security settings
      | password_policy | seed |
    And "guard" tries to log in with a wrong password 6 times, every 15 s
    And 61 s pass
    And "guard" tries to log in with a wrong password 6 times, every 15 s
    When 61 s pass
    And "guard" tries to log in
    Then the answer is 200

  @R-SEC-1
  Scenario: How many and how long are settings
    Given the security settings
      | max_attempts | 3    |
      | lock         | 5min |
    And "guard" tries to log in with a wrong password 3 times, every 15 s
    When 298 s pass
    And "guard" tries to log in
    Then the answer is 401 "invalid-credentials"
    When 3 s pass
    And "guard" tries to log in
    Then the answer is 200

  @R-SEC-1
  Scenario: A login that there is not is answered as one with a wrong password
    When "nobody" tries to log in
    Then the answer is 401 "invalid-credentials"
    And the answer says /detail is "Check both; after several wrong attempts wait a while."
    When "guard" tries to log in with "Otters park 5 kerbs!"
    Then the answer is 401 "invalid-credentials"
    And the answer says /detail is "Check both; after several wrong attempts wait a while."

  @R-SEC-1
  Scenario: Whoever tries too often from one address waits
    Given "guard" tries to log in with a wrong password 5 times, every 1 s
    When "guard" tries to log in
    Then the answer is 429 "rate-limited"
    And the header Retry-After of the answer is "56"
