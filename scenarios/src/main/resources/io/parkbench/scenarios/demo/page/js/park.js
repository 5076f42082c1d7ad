// The car park seen from above: floors with two facing rows of bays and an aisle between.
import { html, useEffect, useLayoutEffect, useMemo, useRef, useState } from "./dom.js";
import { useCell } from "./cell.js";
import { allBays, bay as bayCell, clock, site } from "./store.js";
import { openBay, shownWorld } from "./choice.js";
import { Bay, seen, spoken } from "./bay.js";
import { LOOKS, Sign } from "./looks.js";
import { arrange, arrangeNarrow, rowsOf } from "./layout.js";
import { walk } from "./walk.js";
import { t } from "./i18n.js";

const NARROW = 1000;
const BEAT_MS = 240;
const BEATS = 4;

/** What is painted on the asphalt: the name without what all of its floor share. */
function short(bay) {
  const tail = bay.station.startsWith(`${bay.zone}-`) ? bay.station.slice(bay.zone.length + 1) : bay.station.replace(/^.*?-(?=[^-]*$)/, "");
  return bay.connector > 1 ? `${tail}.${bay.connector}` : tail;
}

/** A floor's name without that of its district in front: it stands above already. */
const within = (name, district) => (district && name.startsWith(district) ? name.slice(district.length).replace(/^[\s\-–:,/]+/, "") || name : name);

/** Floors under the zone that holds them, where the site has more than two levels. */
function districts(world) {
  const shorts = new Map();
  for (const bay of world.bays) {
    bay.short = short(bay);
    shorts.set(bay.station, (shorts.get(bay.station) ?? 0) + 1);
  }
  for (const bay of world.bays) if (bay.connector === 1 && shorts.get(bay.station) > 1) bay.short += ".1";
  const groups = new Map();
  for (const floor of world.floors) {
    const zone = world.zoneById.get(floor.zone);
    const above = zone?.depth > 1 ? world.zoneById.get(zone.parent) : null;
    const key = above?.id ?? "";
    if (!groups.has(key)) groups.set(key, { name: above?.name ?? null, id: key, floors: [] });
    groups.get(key).floors.push({ ...floor, title: within(floor.name, above?.name), heading: above ? "h4" : "h3" });
  }
  return [...groups.values()];
}

function Floor({ floor, world, side, first, plan }) {
  const places = floor.bays.map((id) => world.bayById.get(id));
  const rows = rowsOf(places, plan.columns(places.length));
  const width = plan.width?.(places.length) ?? plan.bay;
  return html`<section class=${width < 28 ? "floor small tiny" : width < 46 ? "floor small" : "floor"} aria-label=${floor.name} style=${`--bay:${width}px`}>
    <${floor.heading}>${floor.title}<//>
    <div class="asphalt">
      ${rows.map(
        (row, r) => html`${r % 2 === 1 && html`<div class="aisle" aria-hidden="true"></div>`}
          <div class="row" key=${r}>${row.map((place) => html`<${Bay} key=${place.id} place=${place} world=${side} flip=${r % 2 === 1} tabIndex=${place.id === first ? 0 : -1} />`)}</div>`,
      )}
    </div>
  </section>`;
}

/** Lays the floors out anew when the page has another size. */
function usePlan(box, groups) {
  const [plan, setPlan] = useState(null);
  useLayoutEffect(() => {
    const node = box.current;
    let before = "";
    const fit = () => {
      const [width, height] = [node.clientWidth, node.clientHeight];
      const narrow = innerWidth <= NARROW;
      const size = narrow ? `${width}` : `${width}/${height}`;
      if (width === 0 || size === before) return;
      before = size;
      setPlan(narrow ? arrangeNarrow(width) : arrange(groups, width, height));
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(node);
    return () => observer.disconnect();
  }, [groups]);
  return plan;
}

/** What moves in the park moves to one beat, which stops with the time and for those who want no motion. */
function useBeat(box) {
  useEffect(() => {
    const still = matchMedia("(prefers-reduced-motion: reduce)");
    let beat = 0;
    const timer = setInterval(() => {
      if (still.matches || document.hidden || clock.value?.paused) return;
      beat = (beat + 1) % BEATS;
      box.current?.style.setProperty("--beat", beat);
    }, BEAT_MS);
    return () => clearInterval(timer);
  }, []);
}

function World({ world, groups, side }) {
  const box = useRef(null);
  const plan = usePlan(box, groups);
  useBeat(box);
  const click = (event) => {
    const id = event.target.closest("[data-bay]")?.dataset.bay;
    if (id) openBay(id);
  };
  const focus = (event) => {
    const node = event.target.closest("[data-bay]");
    if (!node) return;
    for (const other of box.current.querySelectorAll('[data-bay][tabindex="0"]')) other.tabIndex = -1;
    node.tabIndex = 0;
    const value = bayCell(node.dataset.bay).value;
    if (value) node.querySelector(".words").textContent = spoken(world.bayById.get(node.dataset.bay), value, side);
  };
  return html`<div class="world" ref=${box} role="group" aria-label=${t(`world.${side}`)} onClick=${click} onFocusIn=${focus} onKeyDown=${(event) => walk(event, box.current)}>
    <div class="ground-plan">
      ${plan && groups.map((group) => html`<section class=${`district ${group.name ? "" : "plain"} ${plan.stacked ? "stacked" : ""}`} key=${group.id}>
        ${group.name && html`<h3>${group.name}</h3>`}
        <div class="floors">${group.floors.map((floor) => html`<${Floor} key=${floor.zone} floor=${floor} world=${world} side=${side} first=${world.floors[0].bays[0]} plan=${plan} />`)}</div>
      </section>`)}
    </div>
  </div>`;
}

/** How many bays have which look; the legend of the park. */
function Legend({ world, side }) {
  const [counts, setCounts] = useState({});
  useEffect(() => {
    const count = () => {
      const found = {};
      for (const place of world.bays) {
        const bay = bayCell(place.id).value;
        const look = bay && seen(bay, side).look;
        if (look) found[look] = (found[look] ?? 0) + 1;
      }
      setCounts((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
    };
    count();
    return allBays.listen(count);
  }, [world, side]);
  return html`<ul class="legend" aria-label=${t("legend")}>
    ${LOOKS.map((look) => html`<li key=${look} class=${counts[look] ? `look-${look}` : `look-${look} none`}><${Sign} look=${look} /><span>${t(`look.${look}`)}</span><b>${counts[look] ?? 0}</b></li>`)}
  </ul>`;
}

export function Park() {
  const world = useCell(site);
  const shown = useCell(shownWorld);
  const groups = useMemo(() => (world ? districts(world) : []), [world]);
  if (!world) return null;
  const sides = shown === "both" ? ["managed", "unmanaged"] : [shown];
  return html`<section class="panel park" id="park" aria-labelledby="park-title">
    <header>
      <h2 id="park-title">${t("park")}</h2>
      <${Legend} world=${world} side=${sides[0]} />
      <div class="end segmented" role="group" aria-label=${t("park.shown")}>
        ${["managed", "unmanaged", "both"].map((one) => html`<button key=${one} aria-pressed=${shown === one} onClick=${() => shownWorld.set(one)}>${t(`show.${one}`)}</button>`)}
      </div>
    </header>
    <div class=${`worlds ${shown}`}>
      ${sides.map((side) => html`<div class="world-frame" key=${side}>${shown === "both" && html`<h3 class="world-name">${t(`world.${side}`)}</h3>`}
        <${World} world=${world} groups=${groups} side=${side} key=${`${world.world}-${side}`} /></div>`)}
    </div>
    ${world.bays.length === 0 && html`<p class="empty">${t("park.empty")}</p>`}
  </section>`;
}
