// The zone tree as an electrical single-line diagram: busbars, breakers with their heat, and three phases against the limit.
import { html, useMemo } from "./dom.js";
import { useCell } from "./cell.js";
import { site, zone as zoneCell } from "./store.js";
import { chosenZone } from "./choice.js";
import { Shortfall } from "./shortfall.js";
import { Bullets, scaleOf } from "./bullets.js";
import { managed, marks, sums } from "./limits.js";
import { BreakerSign, Heat, breakerWords } from "./breaker.js";
import { t } from "./i18n.js";
import { amps, number } from "./format.js";

/** Depth first, each with the lines that run past it: true where a busbar goes on to a later sibling. */
function diagram(world) {
  const below = new Map();
  for (const zone of world.zones) {
    if (!below.has(zone.parent)) below.set(zone.parent, []);
    below.get(zone.parent).push(zone);
  }
  const rows = [];
  const visit = (zone, past) => {
    const children = below.get(zone.id) ?? [];
    rows.push({ zone, past, feeds: children.length > 0 });
    children.forEach((child, i) => visit(child, [...past, i < children.length - 1]));
  };
  const roots = world.zones.filter((zone) => !world.zoneById.has(zone.parent));
  roots.forEach((root) => visit(root, []));
  return rows;
}

/** What binds: the site's own name for it where there is one, else its kind. */
const bound = (zone) => zone.name || t(`by.${zone.by}`);

/** The true current of the phase nearest to its limit, and that limit. */
function worst(zone, place) {
  const sum = sums(zone.carsA, zone.othersA);
  const limit = marks(zone, place);
  const rank = (p) => (limit[p] ? sum[p] / limit[p] : 0);
  const p = [0, 1, 2].reduce((best, each) => (rank(each) > rank(best) ? each : best), 0);
  return { a: sum[p], limit: limit[p] };
}

function Row({ row, chosen }) {
  const place = row.zone;
  const cell = zoneCell(place.id);
  const zone = useCell(cell);
  const state = zone?.breaker?.state ?? "closed";
  const most = zone && worst(zone, place);
  return html`<li class=${`feeder ${state} ${zone?.over ? "over" : ""}`} style=${`--depth:${row.past.length}`}>
    <button aria-pressed=${chosen} onClick=${() => chosenZone.set(chosen ? null : place.id)} title=${place.breaker ? `${place.breaker.device}${place.breaker.assumed ? ` (${t("breaker.assumed")})` : ""}` : ""}>
      <span class="wires" aria-hidden="true">
        ${row.past.map((past, i) => html`<i key=${i} class=${i === row.past.length - 1 ? (past ? "tap on" : "tap") : past ? "on" : ""}></i>`)}
        <${BreakerSign} state=${state} />
        ${row.feeds && html`<i class="feeds"></i>`}
      </span>
      <span class="feeder-name"><b>${place.name}</b>
        <small>${zone ? (state === "closed" ? html`${most ? html`<span>${number(most.a)} / ${amps(most.limit)}</span>` : ""} · ${bound(zone)}` : breakerWords(zone.breaker)) : ""}</small></span>
      <${Heat} breaker=${zone?.breaker} />
      <${Bullets} cell=${cell} draw=${managed(place)} scale=${(z) => scaleOf(place, z, false)} label=${t("supply.phases", { zone: place.name })} />
    </button>
  </li>`;
}

export function Supply() {
  const world = useCell(site);
  const chosen = useCell(chosenZone);
  const rows = useMemo(() => (world ? diagram(world) : []), [world]);
  if (!world) return null;
  return html`<div class="supply">
    <div class="mains" aria-hidden="true"><svg viewBox="0 0 40 30"><circle cx="14" cy="10" r="7" /><circle cx="14" cy="19" r="7" /></svg><span>${t("supply.grid")}</span></div>
    <ul class=${rows.length > 12 ? "feeders dense" : "feeders"}>${rows.map((row) => html`<${Row} key=${row.zone.id} row=${row} chosen=${chosen === row.zone.id} />`)}</ul>
    <ul class="key" aria-label=${t("legend")}>
      <li><i class="k cars"></i>${t("key.cars")}</li><li><i class="k others"></i>${t("key.others")}</li><li><i class="k leased"></i>${t("key.leased")}</li><li><i class="k limit"></i>${t("key.limit")}</li><li><i class="k warm"></i>${t("key.heat")}</li>
    </ul>
    <${Shortfall} />
  </div>`;
}
