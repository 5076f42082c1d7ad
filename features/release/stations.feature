Feature: A release speaks OCPP with its stations
  Boots, transactions and sockets; one car in a zone that has room for it.

  Background:
    Given a zone main of 32 A
    And the settings
      | call_timeout         | 2 s |
      | lease_static         | 6 s |
      | lease_dynamic        | 6 s |
      | ping_interval        | 2 s |
      | ping_grace           | 1 s |
      | meter_value_interval | 2 s |
    And the stations
      | id |
      | a  |

  @R-OCPP-1 @R-CHG-1 @realtime
  Scenario: A station boots and is taken in
    When a reboots
    Then within 15 s a sends BootNotification
    And within 5 s a sends StatusNotification
    And within 30 s a is online

  @R-OCPP-1 @R-CHG-1 @realtime @short
  Scenario: A transaction starts with a card and ends with the plug
    When a sedan-22kw plugs in at a
    Then within 10 s a sends Authorize
    And within 10 s a sends StartTransaction
    And within 15 s a draws 32 A
    When the car at a leaves
    Then within 10 s a sends StopTransaction
    And within 5 s a draws nothing

  @R-OCPP-1 @realtime
  Scenario: A newer socket takes the place of the older one
    When a second socket opens under the identity of a
    Then within 10 s a is offline
    And within 60 s a is online
    And within 5 s the second socket of a is closed

  @R-OCPP-1 @R-CHG-1 @realtime
  Scenario: A station that was cut off comes back without a boot
    When the link of a is cut
    And 3 s pass
    And the link of a is restored
    Then within 30 s a is online
    And at no time during 3 s a sends BootNotification

  @R-CHG-1 @realtime
  Scenario: What ended while the link was down is told afterwards
    Given a sedan-22kw plugs in at a
    And within 15 s a draws 32 A
    When the link of a is cut
    And the car at a leaves
    And 2 s pass
    And the link of a is restored
    Then within 40 s a sends StopTransaction

  @R-EV-1 @realtime
  Scenario: A car that has what it wants stops by itself
    When a sedan-22kw plugs in at a wanting 0.03 kWh
    Then within 15 s a draws 32 A
    And within 20 s a draws nothing
