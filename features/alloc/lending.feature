Feature: Consumption optimisation
  Current that a car leaves unused is lent to the others, and given back at once when it asks for more (R-ALLOC-7).

  @R-ALLOC-7
  Scenario: What a smaller car leaves is lent to the others
    Given a zone main of 48 A
    And the setting consumption_optimisation is "true"
    And the stations
      | id |
      | a  |
      | b  |
    When cars plug in
      | at | car          |
      | a  | compact-11kw |
      | b  | sedan-22kw   |
    Then within 1 min a may draw 24 A
    And within 5 min a may draw 17.2 A
    And within 1 min b draws 30.7 A
    And throughout 30 min b draws 30.7 A

  @R-ALLOC-7
  Scenario: Without the setting nothing is lent
    Given a zone main of 48 A
    And the setting consumption_optimisation is "false"
    And the stations
      | id |
      | a  |
      | b  |
    When cars plug in
      | at | car          |
      | a  | compact-11kw |
      | b  | sedan-22kw   |
    Then within 1 min b draws 24 A
    And throughout 1 h b draws 24 A

  @R-ALLOC-7
  Scenario: A car that asks for more gets it back at once
    Given a zone main of 40 A
    And the setting consumption_optimisation is "true"
    And the stations
      | id |
      | a  |
      | b  |
    And cars plug in
      | at | car                                |
      | a  | sedan-22kw+stuck-at-6A-after-pause |
      | b  | sedan-22kw                         |
    And within 1 min b draws 20 A
    And within 1 min a draws 20 A
    And the maximum of main becomes 5 A
    And 1 min passes
    When the maximum of main becomes 40 A
    Then within 10 min b draws 32 A
    And now a draws 6 A
    When the quirk "stuck-at-6A-after-pause" of the car at a ends
    Then within 2 min a draws 20 A
    And throughout 10 min b draws 20 A

  @R-ALLOC-7
  Scenario: Headroom is a setting
    Given a zone main of 48 A
    And the settings
      | consumption_optimisation | true |
      | optimisation_headroom_a  | 4  |
    And the stations
      | id |
      | a  |
      | b  |
    When cars plug in
      | at | car          |
      | a  | compact-11kw |
      | b  | sedan-22kw   |
    Then within 5 min a may draw 18.4 A
    And within 1 min b draws 29.5 A

  @R-ALLOC-7
  Scenario: How long a draw must have been low is a setting
    Given a zone main of 48 A
    And the settings
      | consumption_optimisation | true |
      | optimisation_hold        | 10 min |
    And the stations
      | id |
      | a  |
      | b  |
    When cars plug in
      | at | car          |
      | a  | compact-11kw |
      | b  | sedan-22kw   |
    Then within 1 min b draws 24 A
    And throughout 9 min b draws 24 A
    And within 5 min b draws 30.7 A

  @R-ALLOC-7
  Scenario: What stays within the dead band is not lent
    Given a zone main of 34 A
    And the settings
      | consumption_optimisation | true |
      | optimisation_dead_band_a | 3  |
      | optimisation_headroom_a  | 4  |
    And the stations
      | id |
      | a  |
      | b  |
    When cars plug in
      | at | car          |
      | a  | compact-11kw |
      | b  | sedan-22kw   |
    Then within 1 min b may draw 17 A
    And throughout 1 h b may draw 17 A
    And now a may draw 17 A
