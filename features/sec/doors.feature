Feature: Nothing is told to whoever may not hear it
  Over TLS, with a token in the header, by role (R-SEC-1, R-SEC-2, R-BEMS-9).

  Background:
    Given a zone main of 32 A
    And the stations
      | id |
      | a  |
    And the user "guard" of role USER
    And the user "chief" of role ADMIN
    And "bems" may reduce zones

  @R-BEMS-9
  Scenario: Without a token, or with another
    When somebody asks GET /site
    Then the answer is 401 "token-missing"
    And the header WWW-Authenticate of the answer is 'Bearer realm="parkbench"'
    When somebody asks GET /site with the header "Authorization: Bearer 0000000000000000000000000000000000000000000"
    Then the answer is 401 "token-expired"
    When somebody asks GET /site with the header "Authorization: Basic Z3VhcmQ6eA=="
    Then the answer is 401 "token-expired"
    When somebody asks PUT /zones/1/reduction with the header "Authorization: Bearer x"
    Then the answer is 401 "token-expired"

  @R-BEMS-9
  Scenario: A token in the address is refused, wherever it comes from
    Given "bems" logs in
    When "bems" asks GET /site with the token in the address
    Then the answer is 401 "token-in-url"
    When "bems" asks GET /events with the token in the address
    Then the answer is 401 "token-in-url"

  @R-SEC-2
  Scenario: In the clear nothing is served, and a token sent so is told of
    Given "bems" logs in
    When "bems" asks GET /site in the clear
    Then the answer is 403 "https-required"
    When "bems" asks PUT /zones/1/reduction in the clear with
      """
      {"zone_reduction": 50, "zone_reduction_type": "percentage"}
      """
    Then the answer is 403 "https-required"
    And now the limit of main is 32 A
    When somebody asks POST /login/login in the clear with
      """
      {"username": "bems", "password": "Otters park 4 kerbs!"}
      """
    Then the answer is 403 "https-required"
    When "bems" asks GET /site
    Then the answer is 200
    And the header Strict-Transport-Security of the answer is "max-age=31536000"

  @R-SEC-1 @R-BEMS-9
  Scenario Outline: Who may what
    Given "<who>" logs in
    When "<who>" asks GET /zones/1
    Then the answer is 200
    When "<who>" sets the reduction of main to 50 % for 1 h
    Then the answer is <reduces>
    When "<who>" takes the station a out of service
    Then the answer is <serves>
    When "<who>" asks PUT /time with
      """
      {"time": "2026-01-05T12:00:00Z"}
      """
    Then the answer is <sets the clock>

    Examples:
      | who   | reduces                 | serves | sets the clock           |
      | bems  | 201                     | 200    | 403 "time-sync-disabled" |
      | chief | 403 "not-energy-writer" | 200    | 403 "time-sync-disabled" |
      | guard | 403 "not-energy-writer" | 200    | 403 "forbidden-role"     |

  @R-SEC-1
  Scenario: Fields that would give more than one has are refused
    Given "guard" logs in
    When "guard" asks POST /login/login with
      """
      {"username": "guard", "password": "Otters park 4 kerbs!", "role": "admin"}
      """
    Then the answer is 422 "validation-failed"

  @R-SEC-1 @R-SEC-2
  Scenario: What every answer carries
    Given "guard" logs in
    When "guard" asks GET /site
    Then the header Cache-Control of the answer is "no-store"
    And the header X-Content-Type-Options of the answer is "nosniff"
    And the header Server of the answer is "null"
    And the header Referrer-Policy of the answer is "no-referrer"
