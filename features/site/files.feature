Feature: Site files
  One file describes a site; everything that is wrong with it is told at once, with line and path.

  @R-SITE-1 @R-SITE-2 @R-SITE-4 @R-SITE-5
  Scenario: Five mistakes get five messages
    Given a site file:
      """
      licence: ESM
      zones:
        - {id: main, max_a: 100}
        - {id: east, parent: main, max_a: 160}
      stations:
        - {id: "cp 1", model: pro-ac, zone: east}
        - {id: cp-2, model: pro-ac, zone: main}
        - {id: cp-3, model: pro-ac, zone: east, wiring: TRI321}
        - {id: cp-4, model: pro-ac, zone: east, ip: 192.168.1.254}
      """
    Then the site is refused with
      | line | path               | message |
      | 4    | zones[1].max_a     | parent  |
      | 6    | stations[0].id     | space   |
      | 7    | stations[1].zone   | main    |
      | 8    | stations[2].wiring | TRI312  |
      | 9    | stations[3].ip     | .254    |

  @R-SITE-1
  Scenario: A word that no site file knows is told with the one that was meant
    Given a site file:
      """
      licence: ESS
      zones:
        - {id: main, max_amps: 100, max_a: 100}
      stations: []
      """
    Then the site is refused because "max_a"

  @R-SITE-2
  Scenario: A fourth level is refused
    Given the zones
      | id | max_a | parent |
      | a  | 100   |        |
      | b  | 100   | a      |
      | c  | 100   | b      |
      | d  | 100   | c      |
    Then the site is refused because "3 levels"

  @R-SITE-4
  Scenario: Two stations cannot have the same identity
    Given a zone main of 100 A
    And the stations
      | id |
      | a  |
      | a  |
    Then the site is refused because "'a'"

  @R-SITE-3
  Scenario Outline: <licence> and a site of <stations> stations, <zones> zones, <levels> levels
    Given the licence <licence>
    And <stations> stations, <zones> zones and <levels> levels
    Then the site is refused because "<remedy>"

    Examples: one too many of each
      | licence | stations | zones | levels | remedy               |
      | ESS     | 16       | 1     | 1      | this site needs ESM  |
      | ESS     | 15       | 2     | 1      | this site needs EDS  |
      | EDB     | 6        | 2     | 2      | this site needs EDS  |
      | EDS     | 15       | 3     | 3      | this site needs ESM  |
      | EDM     | 51       | 10    | 3      | this site needs EDL  |
      | EDL     | 101      | 20    | 3      | no licence holds     |

  @R-SITE-3
  Scenario Outline: <licence> holds <stations> stations, <zones> zones, <levels> levels
    Given the licence <licence>
    And <stations> stations, <zones> zones and <levels> levels
    Then the site is accepted

    Examples: as much as fits
      | licence | stations | zones | levels |
      | ESS     | 15       | 1     | 1      |
      | EDB     | 5        | 2     | 2      |
      | EDL     | 100      | 20    | 3      |

  @R-SITE-3 @R-ALLOC-6
  Scenario: VIPs need a licence that has them
    Given the licence ESS
    And a zone main of 100 A
    And the stations
      | id | vip  |
      | a  | true |
    Then the site is refused because "this site needs ESM"
