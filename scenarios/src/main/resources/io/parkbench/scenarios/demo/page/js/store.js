// What the page knows of the two worlds: cells that the stream fills and the views read.
import { Cell } from "./cell.js";
import { History } from "./history.js";
import { Lanes } from "./lanes.js";
import { siteZone } from "./format.js";

const EVENTS_KEPT = 300;

export const site = new Cell(null);
export const clock = new Cell(null);
export const scene = new Cell(null);
export const totals = new Cell(null);
export const faults = new Cell([]);
export const tariffs = new Cell(null);
export const remote = new Cell(null);
export const events = new Cell([]);
/** Says that bays have changed, for those who look at all of them. */
export const allBays = new Cell(0);
export const allZones = new Cell(0);

const bays = new Map();
const zones = new Map();
const meters = new Map();
const inputs = new Map();

export const history = new History();
export const lanes = new Lanes();

function cellOf(cells, id) {
  let cell = cells.get(id);
  if (!cell) cells.set(id, (cell = new Cell(null)));
  return cell;
}

export const bay = (id) => cellOf(bays, id);
export const zone = (id) => cellOf(zones, id);
export const meter = (id) => cellOf(meters, id);
export const input = (id) => cellOf(inputs, id);

/** Another world: whatever was known of the one before is forgotten. */
export function enter(next, past) {
  siteZone(next.timeZone);
  next.zoneById = new Map(next.zones.map((z) => [z.id, z]));
  next.bayById = new Map(next.bays.map((b) => [b.id, b]));
  next.root = next.zones.find((z) => z.parent == null) ?? next.zones[0];
  for (const cells of [bays, zones, meters, inputs]) cells.clear();
  history.clear();
  lanes.clear();
  history.begin(next.zoneById, past.moments);
  for (const cell of [clock, scene, totals, tariffs, remote]) cell.set(null);
  faults.set([]);
  events.set([]);
  site.set(next);
}

function fill(cells, entries) {
  if (!entries) return false;
  for (const entry of entries) cellOf(cells, entry.id).set(entry);
  return entries.length > 0;
}

/** Takes a state or a delta in; what it does not have stays as it is. */
export function take(message, whole) {
  clock.set(message.clock);
  if (fill(bays, message.bays)) allBays.set(message.seq);
  if (fill(zones, message.zones)) allZones.set(message.seq);
  fill(meters, message.meters);
  fill(inputs, message.inputs);
  if ("scene" in message) scene.set(message.scene);
  if (message.totals) totals.set(message.totals);
  if (message.faults) faults.set(message.faults);
  if (message.tariffs) tariffs.set(message.tariffs);
  if (message.remote) remote.set(message.remote);
  if (message.timeline) events.set(whole ? message.timeline : [...events.value, ...message.timeline].slice(-EVENTS_KEPT));
  const t = message.clock.t;
  for (const place of site.value.zones) if (zone(place.id).value) history.add(place, t, zone(place.id).value);
  lanes.look(t, { tariffs: tariffs.value, inputs: inputs, zones: zones, faults: faults.value });
}
