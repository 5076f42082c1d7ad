// The recent past of each zone for the time line: one sample a moment, the far past thinned out.
const MOST = 1600;
const SPACING_MS = 240;

const most = (list) => (list ? Math.max(list[0] ?? 0, list[1] ?? 0, list[2] ?? 0) : null);
const least = (list) => (list ? Math.min(...list.filter((a) => a != null)) : null);

/** The highest true current of a zone's phases, cars and others together. */
export const highest = (cars, others) => {
  if (!cars) return null;
  let peak = -Infinity;
  for (let p = 0; p < 3; p++) peak = Math.max(peak, (cars[p] ?? 0) + (others?.[p] ?? 0));
  return peak;
};

export class History {
  constructor() {
    this.clear();
  }

  clear() {
    this.zones = new Map();
  }

  add(id, t, zone) {
    let lines = this.zones.get(id);
    if (!lines) this.zones.set(id, (lines = { heard: -Infinity, columns: [[], [], [], [], []] }));
    const times = lines.columns[0];
    const last = times.length ? times[times.length - 1] : -Infinity;
    const now = performance.now();
    if (t / 1000 <= last || now - lines.heard < SPACING_MS) return;
    lines.heard = now;
    const sample = [
      t / 1000,
      least(zone.effectiveA ?? zone.limitA),
      most(zone.leasedA),
      highest(zone.carsA, zone.othersA),
      zone.twin ? highest(zone.twin.carsA, zone.twin.othersA) : null,
    ];
    sample.forEach((value, i) => lines.columns[i].push(Number.isFinite(value) ? value : null));
    if (times.length > MOST) this.thin(lines);
  }

  /** Drops every other sample of the older half; what is recent keeps its detail. */
  thin(lines) {
    const half = MOST / 2;
    lines.columns = lines.columns.map((column) => column.filter((_, i) => i >= half || i % 2 === 0));
  }

  /** Time in s, limit, leased, true current, current without load management; each the worst phase. */
  of(id) {
    return this.zones.get(id)?.columns ?? [[], [], [], [], []];
  }
}
