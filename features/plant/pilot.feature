Feature: The pilot of IEC 61851 between a station and a car

  A station says by its pulse width how much a car may draw, reads what the cable can carry, and opens its contactor at 0 A. One that
  supervises its pilots cuts off a car that does not follow within 6 s.

  Background:
    Given a zone main of 40 A
    And the stations
      | id | max_a |
      | a  | 32    |
      | b  | 32    |

  @R-PLANT-7
  Scenario: The duty cycle says the current
    Then now the pilot of a is in state A
    When a sedan-22kw plugs in at a
    Then within 30 s the pilot of a says 53.3 %
    And within 10 s the pilot of a is in state C
    When a sedan-22kw plugs in at b
    Then within 1 min the pilot of a says 33.3 %
    And within 1 min the pilot of b says 33.3 %
    And within 10 s b draws 20 A
    When the car at b leaves
    Then now the pilot of b is in state A
    And within 1 min the pilot of a says 53.3 %

  @R-PLANT-7 @R-ALLOC-7
  Scenario: A cable for 20 A carries no more, whatever the gateway gives
    Given the setting consumption_optimisation is "true"
    When a sedan-22kw plugs in at a with a cable for 20 A
    Then within 1 min the pilot of a says 33.3 %
    And within 10 s a draws 20 A
    And throughout 10 min a draws at most 20 A

  @R-PLANT-7 @R-ALLOC-4
  Scenario: At 0 A the contactor opens and the pilot is steady
    When a sedan-22kw plugs in at a
    Then within 30 s the pilot of a is in state C
    When the maximum of main becomes 5 A
    Then within 30 s the pilot of a is in state B
    And now the pilot of a says nothing
    And now a draws nothing
    When the maximum of main becomes 40 A
    Then within 10 min the pilot of a is in state C

  @R-PLANT-7
  Scenario: A supervised car that does not follow is cut off, and the others have its room
    Given the station a supervises its pilots
    When a sedan-22kw+slow-follower-30s plugs in at a
    Then within 2 min a draws 32 A
    When a sedan-22kw plugs in at b
    Then within 20 s the pilot of a is in state F
    And now a draws nothing
    And within 5 min b draws 32 A

  @R-PLANT-7
  Scenario: A supervised car that follows is left alone
    Given the station a supervises its pilots
    When a sedan-22kw plugs in at a
    Then within 1 min a draws 32 A
    When a sedan-22kw plugs in at b
    Then within 1 min a draws 20 A
    And throughout 10 min the pilot of a is in state C

  @R-PLANT-7
  Scenario: A driver dials the car down, and the other has what is left
    Given the setting consumption_optimisation is "true"
    When a sedan-22kw plugs in at a
    And a sedan-22kw plugs in at b
    Then within 1 min a draws 20 A
    When the car at a is dialled to 10 A
    Then within 5 s a draws 10 A
    And within 5 min b draws at least 28 A

  @R-PLANT-7
  Scenario: A station without power has a dead pilot
    When a sedan-22kw plugs in at a
    Then within 30 s the pilot of a is in state C
    When a loses power
    Then now the pilot of a is in state E
    When a has power again
    Then within 5 min the pilot of a is in state B
