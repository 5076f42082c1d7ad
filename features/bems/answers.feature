Feature: How the API answers
  Described by the document that it serves; errors are problem documents; times are in UTC; old representations are not sent again (R-BEMS-10).

  Background:
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
    And "bems" may reduce zones

  @R-BEMS-10
  Scenario: The description is served
    Given "bems" logs in
    When "bems" asks GET /openapi.json
    Then the answer is 200
    And the answer says /openapi contains "3.1"
    And the answer says /paths contains "/zones/{zone_id}/reduction"
    And the answer says /paths contains "/events"

  @R-BEMS-10
  Scenario: A page to read and try it
    When somebody asks GET //api/docs
    Then the answer is 200
    And the header Content-Type of the answer is "text/html;charset=utf-8"
    When somebody asks GET //api/docs/docs.js
    Then the answer is 200
    And the header Content-Type of the answer is "text/javascript;charset=utf-8"
    When somebody asks GET //api/docs/docs.css
    Then the answer is 200

  @R-BEMS-10
  Scenario: An error is a problem document that says where
    Given "bems" logs in
    When "bems" asks PUT /zones/1/reduction with
      """
      {"zone_reduction": 101, "zone_reduction_type": "percentage", "colour": "red"}
      """
    Then the answer is 422 "validation-failed"
    And the header Content-Type of the answer is "application/problem+json"
    And the answer says /status is 422
    And the answer says /errors contains "/zone_reduction"
    And the answer says /errors contains "colour"
    And the answer says /trace_id contains "-"
    And now the limit of main is 100 A

  @R-BEMS-10
  Scenario: What is no JSON, what is none of the API's, and what is not there
    Given "bems" logs in
    When "bems" asks PUT /zones/1/reduction with
      """
      {"zone_reduction": NaN}
      """
    Then the answer is 422 "validation-failed"
    When "bems" asks PUT /zones/1/reduction with the header 'Content-Type: text/plain' and
      """
      {"zone_reduction": 50, "zone_reduction_type": "percentage"}
      """
    Then the answer is 415 "unsupported-media-type"
    When "bems" asks DELETE /zones/1
    Then the answer is 405 "method-not-allowed"
    When "bems" asks GET /zones/7
    Then the answer is 404 "not-found"
    When "bems" asks GET /zones/1 with the header 'Accept: application/xml'
    Then the answer is 406 "not-acceptable"
    And now the limit of main is 100 A

  @R-BEMS-10
  Scenario: Times are in UTC, whatever the clocks at the site show
    Given the time zone "Europe/Paris"
    And it is 2026-07-06 10:00 at the site
    When "bems" asks PUT /zones/1/reduction with the header 'If-None-Match: *' and
      """
      {"zone_reduction": 50, "zone_reduction_type": "percentage", "zone_validity_mode": "absolute", "zone_validity": "2026-07-06T12:30:00+02:00"}
      """
    Then the answer is 201
    And the answer says /zone_validity is "2026-07-06T10:30:00.000Z"
    And now the limit of main is known to change at 2026-07-06 12:30

  @R-BEMS-10
  Scenario: Too many requests of one login
    Given the user "other" of role WEBSERVICES
    And "other" logs in
    When "bems" asks GET /site 30 times at once
    Then the answer is 429 "rate-limited"
    And the header Retry-After of the answer is "1"
    When "other" asks GET /site
    Then the answer is 200
    When 2 s pass
    And "bems" asks GET /site
    Then the answer is 200
