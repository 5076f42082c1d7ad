Feature: Passwords and names of logins
  From 12 characters without rules of composition; the user guide's weaker rules only where a site asks for them (R-SEC-1).

  Background:
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |

  @R-SEC-1
  Scenario: Length counts, and what anybody would try is refused
    Given the user "guard" of role USER
    And "guard" logs in
    When "guard" changes the password to "kerb moon 9"
    Then the answer is 422 "validation-failed"
    And the answer says /detail contains "at least 12"
    When "guard" changes the password to "password1234"
    Then the answer is 422 "validation-failed"
    When "guard" changes the password to "kerb moon fig lamp"
    Then the answer is 204
    When "guard" tries to log in
    Then the answer is 401 "invalid-credentials"
    When "guard" tries to log in with "kerb moon fig lamp"
    Then the answer is 200

  @R-SEC-1
  Scenario: As the user guide has it, in the labelled compatibility mode
    Given the user "guard" of role USER
    And the security settings
      | password_policy | seed |
    And "guard" logs in
    When "guard" changes the password to "Moon-7x"
    Then the answer is 422 "validation-failed"
    When "guard" changes the password to "kerb moon fig lamp"
    Then the answer is 422 "validation-failed"
    And the answer says /detail contains "it needs one of each"
    When "guard" changes the password to "Moon-7xy"
    Then the answer is 204
    And the site is refused because "below OWASP ASVS level 2"

  @R-SEC-1
  Scenario: The whole password counts, and letters that look alike are one
    Given the user "guard" of role USER
    And "guard" logs in
    When "guard" changes the password to "café lamp moon fig kerb café lamp moon fig kerb café lamp moon fig kerb 1"
    Then the answer is 204
    When "guard" tries to log in with "café lamp moon fig kerb café lamp moon fig kerb café lamp moon fig kerb 2"
    Then the answer is 401 "invalid-credentials"
    When "guard" tries to log in with "café lamp moon fig kerb café lamp moon fig kerb café lamp moon fig kerb 1"
    Then the answer is 200

  @R-SEC-1
  Scenario: Nobody is called admin
    Given the user "Admin" of role ADMIN
    Then the site is refused because "'Admin' is the first name anybody tries; choose another"

  @R-SEC-1
  Scenario: A changed password ends the other sessions, and its user is told
    Given the user "guard" of role USER
    And "guard" logs in
    And "guard" is remembered as "thief"
    And "guard" logs in
    When "guard" changes the password to "kerb moon fig lamp"
    And "thief" asks GET /site
    Then the answer is 401 "token-expired"
    When "guard" asks GET /site
    Then the answer is 200
    When "guard" tries to log in with "kerb moon fig lamp"
    Then the answer says /notices contains "Your password was changed"
