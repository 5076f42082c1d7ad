// Three bars of a zone: true current per phase (others, then cars) against the limit in force, with the leased sum behind.
import { html, useEffect, useRef } from "./dom.js";
import { amps, number } from "./format.js";

const PHASES = [0, 1, 2];

/** The current at the right end of the bars: room beyond the maximum for what nobody should draw. */
export function scaleOf(place, zone, withTwin) {
  const max = Math.max(...place.maxA.filter((a) => a != null), 1);
  let top = max * 1.15;
  if (withTwin && zone?.twin) {
    for (const p of PHASES) top = Math.max(top, ((zone.twin.carsA?.[p] ?? 0) + (zone.twin.othersA?.[p] ?? 0)) * 1.04);
  }
  return top;
}

/** One row per phase; `draw(zone)` answers {cars, others, leased, limit, over}, each per phase. */
export function Bullets({ cell, draw, scale, label, values = false }) {
  const root = useRef(null);
  const latest = useRef(null);
  latest.current = { draw, scale };
  useEffect(() => {
    const rows = [...root.current.querySelectorAll(".bullet")].map((row) => ({
      row,
      others: row.querySelector(".others"),
      cars: row.querySelector(".cars"),
      leased: row.querySelector(".leased"),
      limit: row.querySelector(".limit"),
      value: row.querySelector("output"),
    }));
    const before = PHASES.map(() => ({}));
    const put = (p, name, left, right) => {
      const text = `translateX(${(left * 100).toFixed(1)}%) scaleX(${Math.max(0, right - left).toFixed(3)})`;
      if (before[p][name] !== text) rows[p][name].style.transform = before[p][name] = text;
    };
    const again = () => {
      const zone = cell.value;
      if (!zone) return;
      const now = latest.current.draw(zone);
      const top = latest.current.scale(zone);
      for (const p of PHASES) {
        const others = Math.max(0, now.others?.[p] ?? 0) / top;
        const cars = (now.cars?.[p] ?? 0) / top;
        const leased = (now.leased?.[p] ?? 0) / top;
        const limit = now.limit?.[p] ?? null;
        const sum = (now.cars?.[p] ?? 0) + (now.others?.[p] ?? 0);
        const over = now.over[p] === true;
        put(p, "others", 0, Math.min(1, others));
        put(p, "cars", Math.min(1, others), Math.min(1, others + cars));
        put(p, "leased", Math.min(1, others), Math.min(1, others + leased));
        if (before[p].over !== over) rows[p].row.classList.toggle("over", (before[p].over = over));
        const at = limit == null ? -1 : Math.min(1, limit / top);
        if (before[p].at !== at) {
          rows[p].limit.style.left = `${Math.max(0, at) * 100}%`;
          rows[p].limit.style.opacity = at < 0 ? 0 : 1;
          before[p].at = at;
        }
        const text = values ? `${number(sum)} / ${limit == null ? "–" : amps(limit)}` : "";
        if (values && before[p].text !== text) rows[p].value.textContent = before[p].text = text;
      }
    };
    again();
    return cell.listen(again);
  }, [cell, values]);
  return html`<div class="bullets" ref=${root} role="img" aria-label=${label}>
    ${PHASES.map((p) => html`<div class="bullet" key=${p}>
      <span class="phase">L${p + 1}</span>
      <div class="track"><i class="leased"></i><i class="others"></i><i class="cars"></i><b class="limit"></b></div>
      ${values && html`<output></output>`}
    </div>`)}
  </div>`;
}
