Feature: Digital inputs from the contact to the gateway
  A contact bounces, chatters, sticks, and its wire breaks. What counts is a level that has stood for the debounce time; what has become
  active stays so for a second; and a source that is lost counts as the site says (R-DI-1, R-DI-4).

  Background:
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |

  @R-DI-1 @R-DI-4
  Scenario: a contact closes and opens
    Given the inputs
      | number | name | max_percent |
      | 1      | Grid | 60          |
    Then now input 1 is inactive
    And now the source of input 1 is good
    When input 1 closes
    Then within 60 ms input 1 is active
    And now input 1 reads 1
    And a notice of input "Grid" says "input 1 is active: 60 %"
    And throughout 10 s input 1 is active
    When input 1 opens
    Then within 60 ms input 1 is inactive
    And now input 1 has changed 2 times
    And a notice of input "Grid" says "input 1 is not active any more"

  @R-DI-4
  Scenario: a bouncing contact is one change
    Given the inputs
      | number | name | max_percent | plant           |
      | 1      | Grid | 60          | {bounce: 200ms} |
    When input 1 closes
    Then at no time during 200 ms input 1 is active
    And within 100 ms input 1 is active
    And after 3 s input 1 has changed 1 time
    When input 1 opens
    Then after 3 s input 1 has changed 2 times
    And now input 1 is inactive

  @R-DI-4
  Scenario Outline: closed for <time> it is <seen> seen
    Given the inputs
      | number | name | max_percent | plant        |
      | 1      | Grid | 60          | {bounce: 0s} |
    When input 1 closes for <time>
    Then after 3 s input 1 has changed <changes> times
    And now input 1 is inactive

    Examples:
      | time  | seen | changes |
      | 10 ms | not  | 0       |
      | 49 ms | not  | 0       |
      | 60 ms | well | 2       |

  @R-DI-4
  Scenario: a bounce of a contact at rest is nothing
    Given the inputs
      | number | name | max_percent |
      | 1      | Grid | 60          |
    When input 1 bounces for 30 ms
    Then after 3 s input 1 has changed 0 times

  @R-DI-4
  Scenario: chatter at 100 Hz changes nothing while it lasts, and is one change when it ends
    Given the inputs
      | number | name | max_percent |
      | 1      | Grid | 60          |
    When input 1 chatters at 100 Hz for 5 s
    Then at no time during 5 s input 1 is active
    When input 1 closes
    Then within 60 ms input 1 is active
    When input 1 chatters at 100 Hz for 5 s
    Then throughout 10 s input 1 is active
    And now input 1 has changed 1 time

  @R-DI-4
  Scenario: what has become active stays so for the hold time, and becoming active is never held back
    Given the inputs
      | number | name | max_percent | hold |
      | 1      | Grid | 60          | 10 s |
    When input 1 closes for 200 ms
    Then within 60 ms input 1 is active
    And throughout 9900 ms input 1 is active
    And within 200 ms input 1 is inactive
    When input 1 closes
    Then within 60 ms input 1 is active

  @R-DI-4
  Scenario: slow chatter cannot shed and release more than once a second
    Given the inputs
      | number | name | max_percent | plant        |
      | 1      | Grid | 60          | {bounce: 0s} |
    When input 1 chatters at 4 Hz for 1900 ms
    Then throughout 40 ms input 1 is inactive
    And within 20 ms input 1 is active
    And throughout 950 ms input 1 is active
    And after 5 s input 1 is inactive
    And now input 1 has changed 4 times

  @R-DI-4
  Scenario: an input that is active at the low level is active when its contact opens, or its wire breaks
    Given the inputs
      | number | name | max_percent | active | plant          |
      | 1      | Grid | 60          | low    | {closes: [{at: 0s}]} |
    When 5 s pass
    Then now input 1 reads 1
    And now input 1 is inactive
    When input 1 opens
    Then within 60 ms input 1 is active
    When input 1 closes
    Then within 1100 ms input 1 is inactive
    When the wire of input 1 breaks
    Then within 60 ms input 1 is active
    And now the source of input 1 is good
    When the wire of input 1 is mended
    Then within 1100 ms input 1 is inactive

  @R-DI-4
  Scenario: an input that is active at the high level cannot tell a broken wire from an open contact
    Given the inputs
      | number | name | max_percent |
      | 1      | Grid | 60          |
    When input 1 closes
    Then within 60 ms input 1 is active
    When the wire of input 1 breaks
    Then within 1100 ms input 1 is inactive
    And now the source of input 1 is good

  @R-DI-1 @R-DI-4
  Scenario: an input that is closed at boot is active from the first moment
    Given the inputs
      | number | name | max_percent |
      | 1      | Grid | 0           |
    And the contact of input 1 is closed
    Then now input 1 is active
    And now input 1 has changed 1 time

  @R-DI-4
  Scenario Outline: an input <before> whose source is lost counts as <policy>: <counts>
    Given the inputs
      | number | name | max_percent | lost     |
      | 1      | Grid | 60          | <policy> |
    When input 1 <moves>
    Then within 2 s input 1 is <before>
    When the source of input 1 is cut off
    Then throughout 1900 ms input 1 is <before>
    And within 200 ms input 1 is lost
    And now input 1 is <counts>
    And a notice of input "Grid" says "the source of input 1 is lost"
    When the source of input 1 is back
    Then within 100 ms the source of input 1 is good
    And within 1100 ms input 1 is <before>

    Examples:
      | before   | moves  | policy   | counts   |
      | active   | closes | keep     | active   |
      | active   | closes | inactive | inactive |
      | active   | closes | active   | active   |
      | inactive | opens  | keep     | inactive |
      | inactive | opens  | inactive | inactive |
      | inactive | opens  | active   | active   |

  @R-DI-4 @R-DI-5
  Scenario: a hard input whose source is lost counts as active unless the site says otherwise
    Given the inputs
      | number | name   | max_percent | hard | lost_after |
      | 1      | Safety | 0           | true | 500 ms     |
      | 2      | Grid   | 50          |      | 500 ms     |
    When the source of input 1 is cut off
    And the source of input 2 is cut off
    Then within 600 ms input 1 is active
    And after 3 s input 2 is inactive
    And now input 1 is lost
    And now input 2 is lost

  @R-DI-4
  Scenario: a short loss is no loss
    Given the inputs
      | number | name | max_percent | lost   |
      | 1      | Grid | 60          | active |
    When the source of input 1 is cut off
    And 1 s passes
    When the source of input 1 is back
    Then throughout 5 s the source of input 1 is good
    And now input 1 has changed 0 times

  @R-DI-4
  Scenario: discrete inputs of a remote module
    Given the inputs
      | number | name  | max_percent | lost   | source                                                    |
      | 1      | Grid  | 60          | active | {modbus: {host: 192.168.0.50, address: 0}}                |
      | 2      | Peak  | 40          |        | {modbus: {host: 192.168.0.50, address: 9}}                |
      | 3      | Other | 20          |        | {modbus: {host: 192.168.0.50, unit: 2, address: 0, poll: 500 ms}} |
    Then within 1 s the source of input 1 is good
    And within 1 s the source of input 3 is good
    When input 2 closes
    Then within 400 ms input 2 is active
    And now input 1 is inactive
    And now input 3 is inactive
    When inputs 1 and 3 close
    Then within 400 ms input 1 is active
    And within 2 s input 3 is active
    When input 1 opens
    Then within 2 s input 1 is inactive

  @R-DI-4
  Scenario: one discrete input of a module is lost, the other is not
    Given the inputs
      | number | name  | max_percent | lost   | source                                                    |
      | 1      | Grid  | 60          | active | {modbus: {host: 192.168.0.50, address: 0}}                |
      | 2      | Peak  | 40          |        | {modbus: {host: 192.168.0.50, address: 9}}                |
      | 3      | Other | 20          |        | {modbus: {host: 192.168.0.50, unit: 2, address: 0, poll: 500 ms}} |
    When input 2 closes
    And 1 s passes
    When the source of input 1 is cut off
    Then within 2500 ms input 1 is lost
    And now input 1 is active
    And now input 2 is active
    And now the source of input 2 is good
    When the source of input 1 is back
    Then within 2 s input 1 is inactive
    And now the source of input 1 is good

  @R-DI-4
  Scenario: a bounce at a remote module is one change
    Given the inputs
      | number | name | max_percent | source                                               | plant           |
      | 1      | Grid | 60          | {modbus: {host: 192.168.0.50, address: 0, poll: 50 ms}} | {bounce: 500ms} |
    When input 1 closes
    Then after 5 s input 1 has changed 1 time
    And now input 1 is active

  @R-DI-1
  Scenario: a disabled input shows its level and limits nothing
    Given the inputs
      | number | name | max_percent | enabled |
      | 1      | Grid | 60          | false   |
      | 2      | Peak | 60          | true    |
    When inputs 1 and 2 close
    Then within 100 ms input 2 is active
    And now input 1 reads 1
    And at no time during 10 s input 1 is active

  @R-DI-4
  Scenario: contacts that are stuck, wired the other way round or disturbed
    Given the inputs
      | number | name | max_percent | plant            |
      | 1      | Grid | 60          |                  |
      | 2      | Peak | 60          | {inverted: true} |
      | 3      | Hall | 60          | {noise: 2s}      |
    And the contact of input 1 is stuck
    Then now input 2 is active
    When input 1 closes
    And input 2 closes
    Then at no time during 2 min input 3 is active
    And now input 1 is inactive
    And now input 2 is inactive
    When the contact of input 1 comes loose
    Then within 60 ms input 1 is active

  @R-DI-4
  Scenario: contacts close by plan
    Given the inputs
      | number | name | max_percent | plant                                                        |
      | 1      | Grid | 60          | {closes: [{at: 2 min, for: 1 min}]}                          |
      | 2      | Peak | 60          | {closes: [{at: "08:00", for: 2h}, {at: "09:00", for: 3h}]}   |
    Then throughout 1 min input 1 is inactive
    And within 70 s input 1 is active
    And throughout 58 s input 1 is active
    And within 5 s input 1 is inactive
    And within 24 h input 2 is active
    When 26 h pass
    Then within 24 h input 2 is active
    And within 5 h input 2 is inactive

  @R-DI-4
  Scenario: what cannot be of an input is refused with its place and a remedy
    Given the inputs
      | number | name | max_percent | source                                         | debounce | lost  |
      | 1      | A    | 60          | {modbus: {host: 192.168.0.50, address: 70000}} |          |       |
      | 2      | B    | 60          | gpio                                           |          | maybe |
      | 3      | C    | 60          | {gpio: {line: 4}, file: /tmp/x}                | 1 min    |       |
    Then the site is refused with
      | path                            | message                                                  |
      | inputs[0].source.modbus.address | 70000 is out of range; from 0 to 65535                   |
      | inputs[1].source                | needs to know which; write '{gpio: {chip: /dev/gpiochip0 |
      | inputs[1].lost                  | 'maybe' is not known here                                |
      | inputs[2].source                | must be one source                                       |
      | inputs[2].debounce              | is out of range; from 0 s to 10 s                        |
