// The time line of one zone: limit, leased sum and true current, the twin without load management, and above them what was in force.
import { html, useEffect, useRef } from "./dom.js";
import { useCell } from "./cell.js";
import uPlot from "../vendor/uplot/uPlot.esm.js";
import { allZones, clock, events, history, lanes, site } from "./store.js";
import { chosenZone } from "./choice.js";
import { Lanes } from "./lanes.js";
import { language, t } from "./i18n.js";
import { clock as clockTime, number, time } from "./format.js";

const LANE = 15;
const REDRAW_MS = 200;
const STEPS_S = [5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400];
const MARKED = new Set(["alarm", "trip", "breach"]);

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** What a span is called: inputs and zones by the name the site gives them. */
function titled(span, world) {
  if (span.kind === "input") return world.inputs.find((one) => one.id === span.label)?.name || span.label;
  if (span.kind === "reduction") return world.zoneById.get(span.label)?.name ?? span.label;
  return span.label;
}

/** Lanes that have something to show. */
const used = () => Lanes.kinds.filter((kind) => lanes.spans.some((span) => span.kind === kind));

function drawLanes(u, world, paints, kinds) {
  const { ctx } = u;
  const ratio = devicePixelRatio;
  const { left, top, width } = u.bbox;
  ctx.save();
  ctx.font = `${11 * ratio}px ${colour("--font")}`;
  ctx.textBaseline = "middle";
  kinds.forEach((kind, lane) => {
    const y = top - (kinds.length - lane) * LANE * ratio - 4 * ratio;
    const height = (LANE - 3) * ratio;
    ctx.textAlign = "right";
    ctx.fillStyle = paints.ink2;
    ctx.fillText(t(`lane.${kind}`), left - 8 * ratio, y + height / 2, left - 8 * ratio);
    ctx.fillStyle = paints.track;
    ctx.fillRect(left, y, width, height);
    ctx.textAlign = "left";
    for (const span of lanes.spans) {
      if (span.kind !== kind) continue;
      const from = Math.max(left, u.valToPos(span.from / 1000, "x", true));
      const to = Math.min(left + width, Math.max(from + 2 * ratio, u.valToPos(span.to / 1000, "x", true)));
      if (to <= left) continue;
      ctx.fillStyle = paints[kind];
      ctx.fillRect(from, y, to - from, height);
      ctx.save();
      ctx.beginPath();
      ctx.rect(from, y, to - from - 3 * ratio, height);
      ctx.clip();
      ctx.fillStyle = paints.ink;
      ctx.fillText(titled(span, world), from + 4 * ratio, y + height / 2);
      ctx.restore();
    }
  });
  ctx.restore();
}

/** Alarms as small signs at the top of the plot: a diamond with us, a cross where it befell the twin. */
function drawAlarms(u, paints) {
  const { ctx } = u;
  const ratio = devicePixelRatio;
  const { left, top, width } = u.bbox;
  ctx.save();
  ctx.lineWidth = 2 * ratio;
  for (const event of events.value) {
    if (!MARKED.has(event.kind)) continue;
    const x = u.valToPos(event.t / 1000, "x", true);
    if (x < left || x > left + width) continue;
    const y = top + 7 * ratio;
    const r = 4 * ratio;
    ctx.strokeStyle = ctx.fillStyle = event.world === "unmanaged" ? paints.without : paints.fault;
    ctx.beginPath();
    if (event.kind === "trip") {
      ctx.moveTo(x - r, y - r);
      ctx.lineTo(x + r, y + r);
      ctx.moveTo(x + r, y - r);
      ctx.lineTo(x - r, y + r);
      ctx.stroke();
    } else if (event.world !== "unmanaged") {
      ctx.moveTo(x, y - r);
      ctx.lineTo(x + r, y);
      ctx.lineTo(x, y + r);
      ctx.lineTo(x - r, y);
      ctx.fill();
    }
  }
  ctx.restore();
}

function plot(node, world, kinds) {
  const paints = {};
  for (const [name, variable] of Object.entries({ ink: "--ink", ink2: "--ink-2", line: "--line", track: "--raised", limit: "--limit", leased: "--leased", charging: "--charging", without: "--without", fault: "--fault", tariff: "--tariff", input: "--input", reduction: "--reduction" })) {
    paints[name] = colour(variable);
  }
  const fault = paints.fault;
  const axis = { stroke: paints.ink2, font: `11px ${colour("--font")}`, ticks: { show: false }, grid: { stroke: paints.line, width: 1 } };
  const stepped = uPlot.paths.stepped({ align: 1 });
  const lanePaints = { ...paints, fault: `color-mix(in srgb, ${fault} 35%, ${paints.track})` };
  return new uPlot(
    {
      width: node.clientWidth,
      height: node.clientHeight,
      padding: [kinds.length * LANE + 8, 12, 0, 0],
      cursor: { show: false },
      legend: { show: false },
      select: { show: false },
      scales: { x: { time: true }, y: { range: (u, low, high) => [0, Math.max(10, (high ?? 0) * 1.08)] } },
      axes: [
        { ...axis, incrs: STEPS_S, values: (u, ticks, axis, space, step) => ticks.map((s) => (step < 60 ? clockTime : time)(s * 1000)), space: 70, size: 22 },
        { ...axis, values: (u, ticks) => ticks.map((a) => `${number(a)} A`), size: 74, space: 26 },
      ],
      series: [
        {},
        { stroke: paints.limit, width: 2, paths: stepped, points: { show: false } },
        { stroke: paints.leased, width: 1.5, dash: [4, 3], points: { show: false } },
        { stroke: paints.charging, width: 2, fill: `${paints.charging}33`, points: { show: false } },
        { stroke: paints.without, width: 1.5, points: { show: false } },
      ],
      hooks: {
        draw: [
          (u) => {
            drawLanes(u, world, lanePaints, kinds);
            drawAlarms(u, paints);
          },
        ],
      },
    },
    [[], [], [], [], []],
    node,
  );
}

export function Timeline() {
  const world = useCell(site);
  const chosen = useCell(chosenZone);
  const spoken = useCell(language);
  const box = useRef(null);
  const place = world?.zoneById.get(chosen) ?? world?.root;
  useEffect(() => {
    if (!place) return undefined;
    const node = box.current;
    let kinds = used();
    let chart = plot(node, world, kinds);
    let drawn = 0;
    const draw = () => {
      const now = performance.now();
      if (now - drawn < REDRAW_MS || node.clientWidth === 0) return undefined;
      drawn = now;
      if (used().length !== kinds.length) return anew();
      const columns = history.of(place.id);
      if (columns[0].length > 1) chart.setData(columns);
      return undefined;
    };
    const anew = () => {
      if (node.clientWidth === 0) return;
      chart.destroy();
      kinds = used();
      chart = plot(node, world, kinds);
      drawn = 0;
      draw();
    };
    const observer = new ResizeObserver(anew);
    observer.observe(node);
    const theme = new MutationObserver(anew);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    const stop = [allZones.listen(draw), clock.listen(draw)];
    return () => {
      stop.forEach((end) => end());
      observer.disconnect();
      theme.disconnect();
      chart.destroy();
    };
  }, [world, place, spoken]);
  if (!world) return null;
  return html`<section class="panel time" id="time" aria-labelledby="time-title">
    <header>
      <h2 id="time-title">${t("time")}</h2>
      <label class="visually-hidden" for="time-zone">${t("zone")}</label>
      <select id="time-zone" class="pick small" value=${place.id} onChange=${(event) => chosenZone.set(event.target.value)}>
        ${world.zones.map((zone) => html`<option key=${zone.id} value=${zone.id}>${" ".repeat(zone.depth * 2)}${zone.name}</option>`)}
      </select>
      <ul class="series end">
        <li><i class="s limit"></i>${t("key.limit")}</li><li><i class="s leased"></i>${t("key.leased")}</li><li><i class="s true"></i>${t("key.current")}</li><li><i class="s without"></i>${t("world.unmanaged")}</li>
      </ul>
    </header>
    <div class="plot" ref=${box} role="img" aria-label=${t("time.plot", { zone: place.name })}></div>
  </section>`;
}
