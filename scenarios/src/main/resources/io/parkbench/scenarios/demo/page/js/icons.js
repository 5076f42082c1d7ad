// Line icons, 24 × 24, drawn for this page.
import { html } from "./dom.js";

const PATHS = {
  play: "M8 5.5v13l10-6.5z",
  pause: "M8 5.5v13M16 5.5v13",
  step: "M6 5.5v13l9-6.5zM18.5 5.5v13",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5 8 8 0 1 0 19.5 14.5",
  help: "M9.3 9.2a2.8 2.8 0 1 1 4.2 2.4c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.01M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19",
  close: "M6 6l12 12M18 6 6 18",
  park: "M4 4v16M12 4v16M20 4v16M4 4h16",
  supply: "M12 2.5v5M12 7.5 8.5 13M12 14v3M6 17h12M6 17v4.5M12 17v4.5M18 17v4.5",
  controls: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",
  bell: "M6 10a6 6 0 0 1 12 0c0 5 2 6.5 2 6.5H4S6 15 6 10M10 20a2.2 2.2 0 0 0 4 0",
  time: "M3 19.5V5M3 19.5h18M6.5 15l4-5 3.5 3 5.5-7",
  car: "M4 16v-3.5l2-5.5h12l2 5.5V16M3.5 16h17M6.5 16v2.5M17.5 16v2.5M4.5 12.5h15",
  bolt: "M13 3 5.5 13.5h5L9.5 21 18 10h-5.5z",
  cloud: "M7 18a4 4 0 0 1-.5-7.95 6 6 0 0 1 11.5 1.5A3.3 3.3 0 0 1 17.5 18z",
  meter: "M4 17a8.5 8.5 0 1 1 16 0M12 16l3.5-5.5M4 17h16",
  link: "M9.5 14.5 14.5 9.5M8 11l-2.5 2.5a3.5 3.5 0 0 0 5 5L13 16M16 13l2.5-2.5a3.5 3.5 0 0 0-5-5L11 8",
  shop: "M5 8h14l-1 12.5H6zM9 8V6.5a3 3 0 0 1 6 0V8",
  sunrise: "M3 18.5h18M6 18.5a6 6 0 0 1 12 0M12 3.5v5M9.5 6 12 3.5 14.5 6M4.5 11l1.5 1M19.5 11l-1.5 1",
  building: "M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3",
  pin: "M4 12h5M15 12h5M9 12l6-4M9 12a1 1 0 1 0 0 .01",
  down: "M12 4v15M6 13l6 6 6-6",
  key: "M14.5 4a5.5 5.5 0 1 1-4.6 8.5L4 18.5V21h3v-2h2v-2h2l1.2-1.3M16 8v.01",
  quirk: "M12 3.5 21 19.5H3zM12 10v4.5M12 17v.01",
  globe: "M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19M2.5 12h19M12 2.5c5 5.5 5 13.5 0 19M12 2.5c-5 5.5-5 13.5 0 19",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 20.5 20.5",
};

const SOLID = new Set(["play"]);

export function Icon({ name }) {
  return html`<svg class=${SOLID.has(name) ? "icon solid" : "icon"} viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name] ?? PATHS.quirk} /></svg>`;
}
