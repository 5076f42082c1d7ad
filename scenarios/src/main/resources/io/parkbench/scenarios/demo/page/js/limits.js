// What a zone may draw in all: its limit is for cars, and stands on top of what the others take.
const PHASES = [0, 1, 2];

/** The true current per phase, cars and others. */
export const sums = (cars, others) => PHASES.map((p) => (cars?.[p] ?? 0) + (others?.[p] ?? 0));

/** Where the bar of a phase should end, with load management; a dynamic zone never beyond its maximum. Null where there is no limit. */
export function marks(zone, place) {
  const limit = zone.effectiveA ?? zone.limitA ?? place.maxA;
  return PHASES.map((p) => {
    if (limit?.[p] == null) return place.maxA?.[p] ?? null;
    const mark = limit[p] + Math.max(0, zone.othersA?.[p] ?? 0);
    return place.dynamic && place.maxA?.[p] != null ? Math.min(mark, place.maxA[p]) : mark;
  });
}

/** What Bullets draw of a zone with load management; above its limit only where the judge says so. */
export const managed = (place) => (zone) => {
  const limit = marks(zone, place);
  const sum = sums(zone.carsA, zone.othersA);
  const bound = place.dynamic ? place.maxA : limit;
  return { cars: zone.carsA, others: zone.othersA, leased: zone.leasedA, limit, over: PHASES.map((p) => zone.over && bound?.[p] != null && sum[p] > bound[p] + 0.5) };
};

/** The same without load management: the only limit is what the wire and its breaker are made for. */
export const unmanaged = (place) => (zone) => {
  const sum = sums(zone.twin?.carsA, zone.twin?.othersA);
  const limit = zone.maxA ?? place.maxA;
  return { cars: zone.twin?.carsA, others: zone.twin?.othersA, leased: null, limit, over: PHASES.map((p) => limit?.[p] != null && sum[p] > limit[p] + 0.5) };
};
