// The two worlds side by side: what load management holds, and what the same cars do to the breaker without it.
import { html } from "./dom.js";
import { useCell } from "./cell.js";
import { allZones, events, site, totals, zone as zoneCell } from "./store.js";
import { chosenZone, shownWorld } from "./choice.js";
import { Bullets, scaleOf } from "./bullets.js";
import { managed, unmanaged } from "./limits.js";
import { BreakerSign, Heat, breakerWords } from "./breaker.js";
import { t } from "./i18n.js";
import { amps, compact, kilowattHours, kilowatts, number, percent, time } from "./format.js";

const RANK = { open: 3, overload: 2, closed: 1 };

/** The breaker one should look at: an open one, else one about to open, else the hottest. */
function hottest(world, side) {
  let best = null;
  for (const place of world.zones) {
    const zone = zoneCell(place.id).value;
    const breaker = side === "managed" ? zone?.breaker : zone?.twin?.breaker;
    if (!breaker) continue;
    const rank = (RANK[breaker.state] ?? 0) * 10 + (breaker.heat ?? 0);
    if (!best || rank > best.rank) best = { rank, place, breaker };
  }
  return best;
}

/** Ampere-seconds above the limit in all zones, by whose they were. */
function overloads(world, side) {
  const sum = { cars: 0, building: 0 };
  for (const place of world.zones) {
    const zone = zoneCell(place.id).value;
    const overload = side === "managed" ? zone?.overload : zone?.twin?.overload;
    sum.cars += overload?.carsAs ?? 0;
    sum.building += overload?.buildingAs ?? 0;
  }
  return sum;
}

function Owners({ sum }) {
  const all = sum.cars + sum.building;
  if (all < 1) return html`<p class="owners none">${t("overload.none")}</p>`;
  const cars = sum.cars / all;
  return html`<div class="owners">
    <span>${t("overload.whose", { as: compact(all) })}</span>
    <div class="split" aria-hidden="true"><i style=${`flex-grow:${cars.toFixed(3)}`}></i><b style=${`flex-grow:${(1 - cars).toFixed(3)}`}></b></div>
    <span>${t("overload.share", { cars: percent(cars), building: percent(1 - cars) })}</span>
  </div>`;
}

function Verdict({ side, hot, trips, sum }) {
  const last = trips?.at(-1);
  if (hot?.breaker.state === "open") return html`<p class="verdict bad">${last ? t("twin.tripped", { time: time(last.at) }) : t("breaker.open")}</p>`;
  if (hot?.breaker.state === "overload") return html`<p class="verdict warn">${breakerWords(hot.breaker)}</p>`;
  if (last) return html`<p class="verdict bad">${t("twin.tripped", { time: time(last.at) })}</p>`;
  if (side === "managed") return html`<p class="verdict good">${t("twin.holds")}</p>`;
  return html`<p class=${sum.cars > 1 ? "verdict warn" : "verdict good"}>${sum.cars > 1 ? t("twin.wasOver") : t("twin.calm")}</p>`;
}

function Trip({ world, trips, dark }) {
  const last = trips?.at(-1);
  if (!last) return null;
  const zone = world.zoneById.get(last.zone);
  const more = [t("twin.owner", { owner: t(`owner.${last.owner}`) }), trips.length > 1 && t("twin.trips", { count: trips.length }), dark > 0 && t("twin.dark", { count: dark })];
  return html`<div class="trip"><p>${t("twin.trip", { device: last.device, zone: zone?.name ?? last.zone, phase: last.phase, a: amps(last.a) })}</p><p title=${more.filter(Boolean).join(" · ")}>${more.filter(Boolean).join(" · ")}</p></div>`;
}

function Card({ side, world, place, cell, all }) {
  const hot = hottest(world, side);
  const sum = overloads(world, side);
  const own = side === "managed" ? all : all?.twin;
  const trips = own?.trips ?? [];
  const draw = side === "managed" ? managed(place) : unmanaged(place);
  const open = hot?.breaker.state === "open";
  return html`<section class=${`panel twin ${side} ${open ? "open" : ""}`} aria-labelledby=${`twin-${side}`}>
    <div class="twin-head"><h2 id=${`twin-${side}`}>${t(`world.${side}`)}</h2><${Verdict} side=${side} hot=${hot} trips=${trips} sum=${sum} /></div>
    <${Bullets} cell=${cell} draw=${draw} scale=${(zone) => scaleOf(place, zone, true)} label=${t("twin.phases", { zone: place.name, world: t(`world.${side}`) })} values=${true} key=${place.id} />
    <div class="twin-heat" title=${hot ? `${hot.place.name}: ${breakerWords(hot.breaker)}` : ""}>
      <${Heat} breaker=${hot?.breaker} /><${BreakerSign} state=${hot?.breaker.state} />
      <p><b>${open ? t("breaker.isOpen") : hot ? percent(Math.min(1, hot.breaker.heat ?? 0)) : "–"}</b> ${hot?.place.name ?? t("breaker.none")}</p>
    </div>
    <div class="twin-foot">
      <dl class="figures">
        <div><dt>${t("power")}</dt><dd>${kilowatts(own?.kw)}</dd></div>
        <div><dt>${t("charging")}</dt><dd>${number(own?.charging)}</dd></div>
        <div><dt>${t("delivered")}</dt><dd>${kilowattHours(own?.deliveredKwh)}</dd></div>
      </dl>
      ${trips.length > 0 ? html`<${Trip} world=${world} trips=${trips} dark=${own?.dark ?? 0} />` : html`<${Owners} sum=${sum} />`}
    </div>
  </section>`;
}

export function Twins() {
  const world = useCell(site);
  const chosen = useCell(chosenZone);
  const all = useCell(totals);
  useCell(allZones);
  useCell(events);
  if (!world) return null;
  const place = world.zoneById.get(chosen) ?? world.root;
  const cell = zoneCell(place.id);
  return html`<div class="twins">${["managed", "unmanaged"].map((side) => html`<${Card} key=${side} side=${side} world=${world} place=${place} cell=${cell} all=${all} />`)}</div>`;
}
