// What else draws from the supply, and what is left: building load, limit, reduction, tariff, breaker.
import { html } from "./dom.js";
import { useCell } from "./cell.js";
import { remote, tariffs, zone as zoneCell } from "./store.js";
import { command } from "./commands.js";
import { Choice, Group, Slider, useKept } from "./fields.js";
import { t } from "./i18n.js";
import { amps, duration, kilowatts, percent } from "./format.js";
import { allZones } from "./names.js";

const zoneOr = (world, id) => (world.zoneById.has(id) ? id : world.root.id);

function Load({ world }) {
  const [picked, setPicked] = useKept("load.zone", world.root.id);
  const [a, setA] = useKept("load.a", 100);
  const zone = zoneOr(world, picked);
  const max = Math.max(...world.zoneById.get(zone).maxA);
  return html`<${Group} name="load" title=${t("load")} hint=${t("load.hint")}>
    <${Choice} name="load-zone" label=${t("zone")} value=${zone} onChange=${setPicked} options=${allZones(world)} />
    <${Slider} name="load-a" label=${t("perPhase")} value=${Math.min(a, max)} min=${0} max=${max} step=${5} text=${amps(Math.min(a, max))} onInput=${setA} />
    <div class="buttons"><button class="button primary" data-do="load" onClick=${() => command({ do: "load", zone, a: Math.min(a, max) })}>${t("apply")}</button>
      <button class="button" data-do="load-off" onClick=${() => command({ do: "load", zone, a: 0 })}>${t("takeAway")}</button></div>
  <//>`;
}

function Limit({ world }) {
  const fixed = world.zones.filter((zone) => !zone.dynamic);
  const [picked, setPicked] = useKept("limit.zone", fixed[0]?.id);
  const [share, setShare] = useKept("limit.share", 70);
  if (fixed.length === 0) return null;
  const place = fixed.find((zone) => zone.id === picked) ?? fixed[0];
  const a = Math.round((Math.max(...place.maxA) * share) / 100);
  return html`<${Group} name="limit" title=${t("limit")}>
    <${Choice} name="limit-zone" label=${t("zone")} value=${place.id} onChange=${setPicked} options=${fixed.map((zone) => [zone.id, zone.name])} />
    <${Slider} name="limit-a" label=${t("maximum")} value=${share} min=${20} max=${100} step=${5} text=${amps(a)} onInput=${setShare} />
    <div class="buttons"><button class="button primary" data-do="limit" onClick=${() => command({ do: "limit", zone: place.id, a })}>${t("apply")}</button></div>
  <//>`;
}

const KINDS = { percentage: { max: 100, text: (v) => percent(v / 100) }, current: { max: 500, text: amps }, power: { max: 300, text: kilowatts } };

function Reduction({ world }) {
  const [picked, setPicked] = useKept("reduction.zone", world.root.id);
  const [kind, setKind] = useKept("reduction.kind", "percentage");
  const [value, setValue] = useKept("reduction.value", 50);
  const [minutes, setMinutes] = useKept("reduction.minutes", 30);
  const zone = zoneOr(world, picked);
  const now = useCell(zoneCell(zone));
  const state = useCell(remote);
  const v = Math.min(value, KINDS[kind].max);
  if (!world.remote) return html`<${Group} name="reduction" title=${t("reduction")}><p class="hint">${t("reduction.closed")}</p><//>`;
  return html`<${Group} name="reduction" title=${t("reduction")} hint=${now?.reduction ? t("reduction.active", { by: now.reduction.by ?? "", value: KINDS[now.reduction.kind]?.text(now.reduction.value) ?? now.reduction.value }) : t("reduction.hint")}>
    <${Choice} name="reduction-zone" label=${t("zone")} value=${zone} onChange=${setPicked} options=${allZones(world)} />
    <${Choice} name="reduction-kind" label=${t("kind")} value=${kind} onChange=${setKind} options=${Object.keys(KINDS).map((one) => [one, t(`reduction.${one}`)])} />
    <${Slider} name="reduction-value" label=${t("reduction.by")} value=${v} min=${0} max=${KINDS[kind].max} step=${5} text=${KINDS[kind].text(v)} onInput=${setValue} />
    <${Slider} name="reduction-minutes" label=${t("lasts")} value=${minutes} min=${5} max=${240} step=${5} text=${duration(minutes * 60)} onInput=${setMinutes} />
    <div class="buttons"><button class="button primary" data-do="reduction" onClick=${() => command({ do: "reduction", zone, kind, value: v, minutes })}>${t("reduce")}</button>
      <button class="button" data-do="lift" onClick=${() => command({ do: "reduction", zone, lift: true })}>${t("lift")}</button></div>
    ${state?.building && state.building !== "none" && html`<p class=${`hint cloud ${state.building}`}>${t(`cloud.${state.building}`)}</p>`}
  <//>`;
}

/** Tariff periods: the clock can run ahead to the next one. */
function Tariffs({ world }) {
  const now = useCell(tariffs);
  const [to, setTo] = useKept("goto", "17:00");
  return html`<${Group} name="tariff" title=${t("tariffs")} hint=${world.tariffs.length === 0 ? t("tariffs.none") : null}>
    ${world.tariffs.map((one) => html`<div class="period" key=${one.name}><p><b>${one.name}</b> ${(now?.inForce ?? []).includes(one.name) ? html`<span class="badge look-suspended">${t("tariff.inForce")}</span>` : ""}
      <small>${percent(one.maxPercent / 100)} · ${(one.slots ?? []).map((slot) => `${slot.from}–${slot.to}`).join(", ")}</small></p>
      <button class="button" data-do=${`tariff-${one.name}`} onClick=${() => command({ do: "tariff", name: one.name })}>${t("tariff.ahead")}</button></div>`)}
    <div class="field"><label for="goto">${t("goto")}</label><div class="inline"><input id="goto" class="pick time-input" type="time" value=${to} onInput=${(event) => setTo(event.target.value)} />
      <button class="button" data-do="goto" disabled=${!to} onClick=${() => command({ do: "goto", to })}>${t("goto.do")}</button></div></div>
  <//>`;
}

function Breakers({ world }) {
  const [picked, setPicked] = useKept("breaker.zone", world.root.id);
  const [side, setSide] = useKept("breaker.world", "both");
  const zone = zoneOr(world, picked);
  const at = side === "both" ? {} : { world: side };
  return html`<${Group} name="breaker" title=${t("breakers")}>
    <${Choice} name="breaker-zone" label=${t("zone")} value=${zone} onChange=${setPicked} options=${allZones(world)} />
    <${Choice} name="breaker-world" label=${t("park.shown")} value=${side} onChange=${setSide} options=${["both", "managed", "unmanaged"].map((one) => [one, t(`show.${one}`)])} />
    <div class="buttons"><button class="button primary" data-do="breaker-close" onClick=${() => command({ do: "breaker", zone, close: true, ...at })}>${t("breaker.close")}</button>
      <button class="button" data-do="breaker-open" onClick=${() => command({ do: "breaker", zone, close: false, ...at })}>${t("breaker.openIt")}</button></div>
  <//>`;
}

export function Power({ world }) {
  return html`<${Load} world=${world} /><${Reduction} world=${world} /><${Tariffs} world=${world} /><${Limit} world=${world} /><${Breakers} world=${world} />`;
}
