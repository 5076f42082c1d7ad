// The recent past of each zone for the time line: one sample a moment, the far past thinned out.
import { marks, sums } from "./limits.js";

const MOST = 1600;
const SPACING_MS = 240;

const least = (list) => Math.min(...list.filter((a) => a != null));
const highest = (cars, others) => Math.max(...sums(cars, others));

export class History {
  constructor() {
    this.clear();
  }

  clear() {
    this.zones = new Map();
  }

  /** What was before anybody looked: moments of all zones, oldest first. */
  begin(zoneById, moments) {
    for (const moment of moments) {
      for (const zone of moment.zones) this.push(zoneById.get(zone.id), moment.t, zone);
    }
  }

  add(place, t, zone) {
    const lines = this.lines(place);
    const now = performance.now();
    if (now - lines.heard < SPACING_MS) return;
    lines.heard = now;
    this.push(place, t, zone);
  }

  lines(place) {
    let lines = this.zones.get(place.id);
    if (!lines) this.zones.set(place.id, (lines = { heard: -Infinity, columns: [[], [], [], [], []] }));
    return lines;
  }

  push(place, t, zone) {
    const lines = this.lines(place);
    const times = lines.columns[0];
    if (times.length && t / 1000 <= times[times.length - 1]) return;
    const sample = [
      t / 1000,
      least(marks(zone, place)),
      zone.leasedA ? highest(zone.leasedA, zone.othersA) : null,
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
