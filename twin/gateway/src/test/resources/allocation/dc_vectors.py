#!/usr/bin/env python3
"""Makes dc.json: allocation cases with DC stations, and what an exact solver says of them.

    python3 dc_vectors.py > dc.json

The solver works in exact fractions by the rules as they are written, and shares no code with the gateway's allocator:

1. Rows: for every zone and phase the sum of the currents is at most the limit; where a zone has a power limit, the sum of
   voltage x phases x current is at most that.
2. Classes one after another, VIP before standard, then the higher class first: each as if no lower one existed.
3. Admission in shed order (least energy, or least time, first; a tie goes to the younger, then to the lower id): a session is
   admitted if the floors of all admitted so far and its own fit in every row.
4. Filling: one share rises from 0 to 1 for all admitted; a current is max(floor, share x maximum). When a row is full, the
   sessions in it stay where they are; the share goes on for the others.
5. Rounded down to 0.1 A.

DC: a station is limited in W, and takes from all three phases W / efficiency / power factor / (3 V), where V is 0.9 of the
nominal voltage unless voltage is measured. Maximum and floor in A are rounded up to 0.1 A; what a setpoint is on the wire is
rounded down to whole W. Standby / power factor / (3 V), rounded up to 0.1 A (and to whole VA), comes off every row above the
station all the time, whether it charges or not. A lost session keeps what it has: it comes off the rows likewise.
"""

import json
import math
from fractions import Fraction

PHASES = {"TRI123": [1, 2, 3], "TRI231": [2, 3, 1], "TRI312": [3, 1, 2], "MONO1": [1], "MONO2": [2], "MONO3": [3]}


def exact(number):
    return Fraction(str(number))


def floor_da(amps):
    return Fraction(math.floor(amps * 10), 10)


def ceil_da(amps):
    return Fraction(math.ceil(amps * 10), 10)


class Load:
    """A session as the rows see it."""

    def __init__(self, session, case):
        nominal = exact(case["voltage_v"])
        self.session = session
        self.dc = session.get("dc", False)
        if self.dc:
            self.volts = exact(case["measured_v"]) if "measured_v" in case else nominal * Fraction(9, 10)
            self.phases = [1, 2, 3]
            self.max = ceil_da(self.taken(session["max_w"]))
            self.floor = ceil_da(self.taken(session["min_w"]))
            standby = exact(session["standby_w"]) / exact(session["power_factor"])
            self.standby = ceil_da(standby / (3 * self.volts))
            self.standby_va = math.ceil(standby)
        else:
            self.volts = nominal
            self.phases = PHASES[session["wiring"]][: session["conductors"]]
            self.max = exact(session["max_a"])
            self.floor = exact(session["min_a"])
            self.standby = self.standby_va = 0
        self.held = None
        if session.get("lost"):
            self.held = ceil_da(self.taken(session["held_w"])) if self.dc else exact(session["held_a"])

    def taken(self, watts):
        s = self.session
        return exact(watts) / exact(s["efficiency"]) / exact(s["power_factor"]) / (3 * self.volts)

    def given(self, amps):
        s = self.session
        watts = amps * 3 * self.volts * exact(s["power_factor"]) * exact(s["efficiency"])
        return min(s["max_w"], math.floor(watts))

    def at(self, share):
        return min(self.max, max(self.floor, share * self.max))


class Row:
    def __init__(self, zones, phase, limit):
        self.zones, self.phase, self.limit = zones, phase, limit

    def weight(self, load):
        if load.session["zone"] not in self.zones:
            return Fraction(0)
        if self.phase is None:
            return load.volts * len(load.phases)
        return Fraction(1 if self.phase in load.phases else 0)

    def full_at(self, loads, frozen, share):
        """The highest share, from `share` to 1, at which the row still holds; None where it holds at 1."""
        inside = [load for load in loads if self.weight(load) > 0]
        if not any(load not in frozen for load in inside):
            return None

        def used(at):
            return sum(self.weight(load) * (frozen[load] if load in frozen else load.at(at)) for load in inside)

        if used(Fraction(1)) <= self.limit:
            return None
        corners = sorted({share, Fraction(1)} | {l.floor / l.max for l in inside if l not in frozen and l.floor / l.max > share})
        for low, high in zip(corners, corners[1:]):
            if used(high) > self.limit:
                slope = (used(high) - used(low)) / (high - low)
                return low + (self.limit - used(low)) / slope if slope > 0 else low
        raise AssertionError("no corner is above the limit")


def rows_of(case, loads):
    children = {zone["id"]: {zone["id"]} for zone in case["zones"]}
    parents = {zone["id"]: zone["parent"] for zone in case["zones"]}
    for zone in parents:
        above = parents[zone]
        while above is not None:
            children[above].add(zone)
            above = parents[above]
    rows = []
    for zone in case["zones"]:
        inside = children[zone["id"]]
        standby = sum(load.standby for load in loads if load.session["zone"] in inside)
        standby_va = sum(load.standby_va for load in loads if load.session["zone"] in inside)
        for phase in (1, 2, 3):
            if zone["max_a"] is not None:
                rows.append(Row(inside, phase, exact(zone["max_a"]) - standby))
        if zone["max_kw"] is not None:
            rows.append(Row(inside, None, exact(zone["max_kw"]) * 1000 - standby_va))
    for row in rows:
        held = sum(row.weight(load) * load.held for load in loads if load.held is not None)
        row.limit -= held if row.phase else math.ceil(held)
    return rows


def solve(case):
    loads = [Load(session, case) for session in case["sessions"]]
    rows = rows_of(case, loads)
    result = {load: load.held for load in loads if load.held is not None}
    asking = [load for load in loads if load.held is None]
    rank = lambda load: (load.session["vip"], load.session["class"])
    for kind in sorted({rank(load) for load in asking}, reverse=True):
        least = "energy_wh" if case["priority"] == "energy" else "age_s"
        order = sorted((load for load in asking if rank(load) == kind),
                       key=lambda load: (load.session[least], load.session["age_s"], load.session["id"]))
        admitted = []
        for load in order:
            fits = all(sum(row.weight(l) * l.floor for l in admitted + [load]) <= row.limit for row in rows if row.weight(load) > 0)
            if fits:
                admitted.append(load)
            else:
                result[load] = Fraction(0)
        frozen, share = {}, Fraction(0)
        while len(frozen) < len(admitted):
            ends = [(row.full_at(admitted, frozen, share), row) for row in rows]
            ends = [(at, row) for at, row in ends if at is not None]
            if not ends:
                frozen.update({load: load.max for load in admitted if load not in frozen})
                break
            share = min(at for at, row in ends)
            for at, row in ends:
                if at == share:
                    frozen.update({l: l.at(share) for l in admitted if l not in frozen and row.weight(l) > 0})
        for row in rows:
            row.limit -= sum(row.weight(load) * amps for load, amps in frozen.items())
        result.update(frozen)
    setpoints = {load: floor_da(amps) for load, amps in result.items()}
    case["expected_a"] = {load.session["id"]: float(setpoints[load]) for load in loads}
    case["expected_w"] = {load.session["id"]: load.given(setpoints[load]) for load in loads if load.dc and load.held is None}
    return case


def zone(id, parent=None, a=None, kw=None):
    return {"id": id, "parent": parent, "max_a": a, "max_kw": kw}


def common(id, zone, vip, cls, energy, age):
    return {"id": id, "zone": zone, "vip": vip, "class": cls, "energy_wh": energy, "age_s": age}


def ac(id, zone="main", wiring="TRI123", conductors=3, max_a=32, min_a=6, vip=False, cls=0, energy=0, age=0, held=None):
    session = common(id, zone, vip, cls, energy, age) | {
        "wiring": wiring, "conductors": conductors, "max_a": max_a, "min_a": min_a}
    return session if held is None else session | {"lost": True, "held_a": held}


def dc(id, zone="main", max_w=24000, min_w=3400, eff=0.95, pf=0.98, standby=100, vip=False, cls=0, energy=0, age=0, held=None):
    session = common(id, zone, vip, cls, energy, age) | {
        "dc": True, "max_w": max_w, "min_w": min_w, "efficiency": eff, "power_factor": pf, "standby_w": standby}
    return session if held is None else session | {"lost": True, "held_w": held}


def case(id, note, zones, sessions, volts=230, priority="energy", **more):
    return {"id": id, "note": note, "voltage_v": volts, "priority": priority, **more, "zones": zones, "sessions": sessions}


CASES = [
    case("alone-unlimited", "its rating, at 0.9 of the nominal voltage", [zone("main", a=100)], [dc("a")]),
    case("alone-limited", "a current limit becomes W on the wire", [zone("main", a=30)], [dc("a")]),
    case("measured", "where voltage is measured, that counts", [zone("main", a=30)], [dc("a")], measured_v=231),
    case("measured-low", "a voltage below 0.9 of nominal takes more current", [zone("main", a=30)], [dc("a")], measured_v=200),
    case("mixed-current", "one percentage for AC and DC on every phase", [zone("main", a=60)],
         [dc("d"), ac("a"), ac("b", wiring="TRI231", conductors=1)]),
    case("mixed-power", "a power limit counts what DC takes, not what it gives", [zone("main", kw=30)],
         [dc("d", max_w=60000), ac("a"), ac("b", wiring="MONO2", conductors=1, max_a=16)]),
    case("both-limits", "power binds the DC station, the current of phase 2 the AC one", [zone("main", a=70, kw=33)],
         [dc("d", max_w=50000), ac("a", wiring="MONO2", conductors=1), ac("b", wiring="TRI312", conductors=2)]),
    case("efficiencies", "the same power, three converters", [zone("main", a=90)],
         [dc("good", eff=0.97, pf=0.99), dc("fair", eff=0.92, pf=0.95), dc("poor", eff=0.85, pf=0.9)]),
    case("standby", "standby comes off the limit whether its station charges or not", [zone("main", a=12.5)],
         [dc("s1", standby=900, energy=500), dc("s2", standby=900, energy=100), ac("a", energy=50, max_a=16)]),
    case("standby-alone", "standby leaves no room for a floor", [zone("main", a=6.3)], [dc("d", standby=300)]),
    case("vip", "a VIP DC station is filled first, the rest share what it leaves", [zone("main", a=63)],
         [dc("v", vip=True), ac("a"), ac("b")]),
    case("vip-ac", "a VIP at an AC station leaves a DC one less than its floor", [zone("main", a=36)],
         [dc("d", min_w=5000), ac("v", vip=True), ac("a", wiring="MONO1", conductors=1, min_a=3)]),
    case("classes", "the higher class first", [zone("main", a=80)],
         [dc("low", cls=1), dc("high", cls=7), ac("none", min_a=1)]),
    case("shed-energy", "the one that has had most is suspended", [zone("main", a=20)],
         [dc("d1", min_w=5000, energy=9000), dc("d2", min_w=5000, energy=100), ac("a", energy=4000, min_a=10)]),
    case("shed-duration", "the same by time", [zone("main", a=20)],
         [dc("d1", min_w=5000, age=10), dc("d2", min_w=5000, age=900), ac("a", age=400, min_a=10)], priority="duration"),
    case("tree", "a DC branch is full, the AC branch takes what it leaves",
         [zone("main", a=100), zone("dc", "main", a=45), zone("ac", "main", a=80)],
         [dc("d1", "dc", max_w=60000), dc("d2", "dc", max_w=24000), ac("a", "ac"), ac("b", "ac"), ac("c", "ac", max_a=63)]),
    case("tree-power", "a branch limited in power under a root limited in current",
         [zone("main", a=80), zone("fast", "main", kw=25), zone("slow", "main", a=40, kw=20)],
         [dc("d", "fast", max_w=180000, min_w=5000), ac("a", "slow"), ac("b", "slow", wiring="MONO3", conductors=1)], volts=240),
    case("lost-dc", "a lost DC station keeps its last setpoint, the others share the rest (R-DEG-5)", [zone("main", a=63)],
         [dc("lost", held=17500), dc("d"), ac("a"), ac("b", wiring="TRI231", conductors=2)]),
    case("lost-dc-power", "and under a power limit", [zone("main", kw=40)],
         [dc("lost", held=24000, eff=0.91), ac("a"), ac("b", wiring="MONO1", conductors=1)]),
    case("lost-dc-full", "it holds nearly all: who does not fit is suspended", [zone("main", a=48)],
         [dc("lost", held=24000), ac("a", energy=10), ac("b", energy=20)]),
    case("lost-both", "a lost AC station keeps its degraded setpoint, a lost DC one its last", [zone("main", a=80)],
         [dc("ld", held=12000), ac("la", held=9.7), dc("d", max_w=60000), ac("a")]),
    case("lost-in-tree", "what a lost one keeps counts in every zone above it",
         [zone("main", a=70), zone("left", "main", a=50), zone("right", "main", a=63)],
         [dc("lost", "left", held=20000), ac("a", "left"), dc("d", "right", max_w=60000), ac("b", "right")], volts=220),
    case("high-power", "180 kW beside wallboxes", [zone("main", a=362)],
         [dc("fast", max_w=180000)] + [ac(f"w{n}", wiring=["TRI123", "TRI231", "TRI312"][n % 3], conductors=1 + n % 3)
                                       for n in range(9)]),
]

if __name__ == "__main__":
    print('{"format": "parkbench-allocation/1", "cases": [')
    print(",\n".join(json.dumps(solve(one)) for one in CASES))
    print("]}")
