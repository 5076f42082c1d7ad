// What the reader looks at: bay, zone, tab, world.
import { Cell } from "./cell.js";

export const chosenBay = new Cell(null);
/** The zone whose limit and currents cards and time line show; null: the site's first. */
export const chosenZone = new Cell(null);
/** supply, bay, controls, alarms */
export const sideTab = new Cell("supply");
/** On a phone one panel is shown at a time: park, supply, time, controls, bay, alarms. */
export const phoneTab = new Cell("park");
/** managed, unmanaged, both */
export const shownWorld = new Cell("managed");
export const helpOpen = new Cell(false);

export function openTab(tab) {
  sideTab.set(tab);
  phoneTab.set(tab);
}

export function openBay(id) {
  chosenBay.set(id);
  openTab("bay");
}

/** A new world has other bays and zones. */
export function forget(site) {
  if (!site.bayById.has(chosenBay.value)) {
    chosenBay.set(null);
    if (sideTab.value === "bay") sideTab.set("supply");
    if (phoneTab.value === "bay") phoneTab.set("park");
  }
  if (!site.zoneById.has(chosenZone.value)) chosenZone.set(null);
}
