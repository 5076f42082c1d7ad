Feature: A building reduces zones
  In A, in kW or in percent of the zone's maximum, until an instant or for a while; by whatever is lowest a zone is limited (R-BEMS-1, 2).

  Background:
    Given the zones
      | id   | max_a |
      | main | 100   |
    And the stations
      | id |
      | a  |
      | b  |
      | c  |
      | d  |
    And "bems" may reduce zones

  @R-BEMS-1
  Scenario: Percent of the maximum is what remains, and the cars share it
    Given all bays are taken by sedan-22kw
    And within 2 min phase 1 of main carries 100 A
    When "bems" sets the reduction of main to 50 % for 2 h
    Then the answer is 201
    And the answer says
      | /effective_current_a        | 50                                  |
      | /semantics                  | "remaining"                         |
      | /accepted_by                | "bems"                              |
      | /zone_reduction_description | "external-reduction@bmsApi-1-main"  |
      | /limiting_now               | true                                |
    And now the limit of main is 50 A
    And now main is limited by "reduction"
    And within 15 s every phase of main carries at most 50 A
    And within 2 min phase 1 of main carries 50 A

  @R-BEMS-1
  Scenario: In A
    When "bems" sets the reduction of main to 40.5 A
    Then the answer is 201
    And the answer says nothing of /expires_at
    And now the limit of main is 40.5 A
    And now the limit of main is not known to change

  @R-BEMS-1
  Scenario: In kW over all phases
    Given all bays are taken by sedan-22kw
    And within 2 min phase 1 of main carries 100 A
    When "bems" sets the reduction of main to 20 kW for 1 h
    Then the answer is 201
    And the answer says /limiting_now is true
    And now main may take 20 kW with all above it
    And within 15 s main takes at most 20 kW
    And throughout 10 min main takes at most 20 kW

  @R-BEMS-1
  Scenario: Above the maximum it is kept and limits nothing
    When "bems" sets the reduction of main to 250 A for 1 h
    Then the answer is 201
    And the answer says /limiting_now is false
    And now the limit of main is 100 A
    And now main is limited by "maximum"

  @R-BEMS-1
  Scenario: Nothing at all suspends everybody, and they go on by themselves when it ends
    Given all bays are taken by sedan-22kw
    And within 2 min phase 1 of main carries 100 A
    When "bems" sets the reduction of main to 0 A for 30 min
    Then within 15 s every phase of main carries at most 0 A
    And throughout 29 min every phase of main carries at most 0 A
    And within 4 min phase 1 of main carries 100 A

  @R-BEMS-1 @R-BEMS-2
  Scenario: For a while: it ends by itself
    When "bems" sets the reduction of main to 60 A for 15 min
    And 14 min pass
    Then now the limit of main is 60 A
    And within 1 min the limit of main is 100 A
    When "bems" asks GET /zones/1/reduction
    Then the answer is 404 "no-reduction"

  @R-BEMS-1 @R-BEMS-2
  Scenario: Until an instant, which is known beforehand
    Given it is 2026-01-05 17:30 at the site
    When "bems" sets the reduction of main to 50 % until 18:00
    Then the answer says /expires_at is "2026-01-05T18:00:00.000Z"
    And now the limit of main is known to change at 2026-01-05 18:00
    When it becomes 17:59 at the site
    Then now the limit of main is 50 A
    When it becomes 18:00 at the site
    Then now the limit of main is 100 A

  @R-BEMS-1
  Scenario: A year that does not fit into 32 bits
    When "bems" sets the reduction of main to 50 % until 2149-06-06T06:28:15Z
    Then the answer is 201
    And the answer says /zone_validity is "2149-06-06T06:28:15.000Z"
    When 3 h pass
    Then now the limit of main is 50 A

  @R-BEMS-1
  Scenario: Until a time that has passed is refused and changes nothing
    Given it is 2026-01-05 12:00 at the site
    When "bems" sets the reduction of main to 50 % until 2026-01-05T11:59:59Z
    Then the answer is 422 "validation-failed"
    And the answer says /errors/0/pointer is "/zone_validity"
    And now the limit of main is 100 A
    When "bems" asks GET /zones/1/reduction
    Then the answer is 404 "no-reduction"

  @R-BEMS-1
  Scenario: It is lifted before its time
    When "bems" sets the reduction of main to 30 A for 8 h
    And 2 min pass
    And "bems" lifts the reduction of main
    Then the answer is 204
    And now the limit of main is 100 A
    When "bems" lifts the reduction of main
    Then the answer is 404 "no-reduction"

  @R-BEMS-1
  Scenario: Another one takes its place
    When "bems" sets the reduction of main to 30 A for 8 h
    And 2 min pass
    And "bems" sets the reduction of main to 70 A for 1 h
    Then the answer is 200
    And now the limit of main is 70 A
    When 1 h pass
    Then now the limit of main is 100 A

  @R-BEMS-2
  Scenario: A restart forgets it, and whoever looks at the boot id notices
    Given "bems" sets the reduction of main to 50 % for 8 h
    And "bems" asks GET /zones/1/reduction
    And the answer is 200
    When the gateway restarts within 20 s
    Then now the limit of main is 100 A
    When "bems" asks GET /site
    Then the answer is 401 "token-expired"
    When "bems" logs in
    And "bems" asks GET /zones/1/reduction
    Then the answer is 404 "no-reduction"
    When "bems" listens to events after "00000000-000000001"
    Then within 5 s "bems" hears "gap"
    And within 5 s "bems" hears "boot"

  @R-BEMS-2 @R-PLANT-5
  Scenario: The building notices the restart by the boot id, and sends again what was lost
    Given a building that polls the gateway with
      | resend | true |
    And within 1 min the building shows "ZoneSetPointCurrent(A)" of main as "100"
    When the building sets the reduction of main to 50 % for 8 h
    Then the building notes it as "accepted"
    And within 30 s the building shows "ZoneSetPointCurrent(A)" of main as "50"
    When the gateway restarts within 20 s
    Then now the limit of main is 100 A
    And within 2 min the limit of main is 50 A

  @R-BEMS-1
  Scenario: The other reading of the guides: what is cut away
    Given the setting reduction_semantics is "cut"
    When "bems" sets the reduction of main to 30 % for 1 h
    Then the answer says
      | /semantics           | "cut" |
      | /effective_current_a | 70    |
    And now the limit of main is 70 A
    When 2 min pass
    And "bems" sets the reduction of main to 30 A for 1 h
    Then now the limit of main is 70 A

  @R-BEMS-1 @R-LEASE-6
  Scenario: What a lost station holds above the reduction is made up for by the others
    Given all bays are taken by sedan-22kw
    And 5 min pass
    And the link of a is cut
    When "bems" sets the reduction of main to 50 % for 2 h
    Then within 15 s every phase of main carries at most 50 A
    And now a draws 25 A
    And throughout 20 min every phase of main carries at most 50 A
    And now a draws 25 A
    And now phase 1 of main carries 50 A
