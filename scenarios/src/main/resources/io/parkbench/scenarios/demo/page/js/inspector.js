// One bay in depth: why it has the current it has, its profiles, its OCPP frames.
import { html, useEffect, useState } from "./dom.js";
import { useCell } from "./cell.js";
import { bay as bayCell, site } from "./store.js";
import { chosenBay, openTab } from "./choice.js";
import { command } from "./commands.js";
import { Sign } from "./looks.js";
import { Icon } from "./icons.js";
import { Frames } from "./frames.js";
import { Profiles } from "./profiles.js";
import { named, t } from "./i18n.js";
import { amps, kilowattHours, kilowatts, number, percent, time } from "./format.js";

const AGAIN_MS = 1000;

/** What the server tells of a bay, asked for again each second while it is looked at; null before, {error} where it is not to be had. */
function useDepth(place) {
  const [depth, setDepth] = useState(null);
  useEffect(() => {
    setDepth(null);
    let over = false;
    let timer = 0;
    const ask = async () => {
      try {
        const response = await fetch(`bay/${encodeURIComponent(place.station)}/${place.connector}`, { cache: "no-store" });
        const body = await response.json();
        if (!over) setDepth(response.ok ? body : { error: body.error?.message ?? `${response.status}` });
      } catch {
        if (!over) setDepth((before) => before ?? { error: t("error.unreachable") });
      }
      if (!over) timer = setTimeout(ask, AGAIN_MS);
    };
    ask();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [place.id]);
  return depth;
}

function Phases({ place, now }) {
  return html`<table class="phases"><caption class="visually-hidden">${t("bay.phases")}</caption>
    <thead><tr><td></td><th scope="col">L1</th><th scope="col">L2</th><th scope="col">L3</th></tr></thead>
    <tbody>
      <tr><th scope="row">${t("bay.draw")}</th>${[0, 1, 2].map((p) => html`<td key=${p}>${number(now.drawA?.[p], 1)}</td>`)}</tr>
      <tr><th scope="row">${t("world.unmanaged")}</th>${[0, 1, 2].map((p) => html`<td key=${p}>${number(now.twin?.drawA?.[p], 1)}</td>`)}</tr>
    </tbody></table>`;
}

function Ladder({ now, place }) {
  const rungs = [
    ["bay.rating", place.ratingA],
    ["bay.setpoint", now.setpointA],
    ["bay.confirmed", now.confirmedA],
    ["bay.leased", now.leasedA],
    ["bay.offered", now.offeredA],
  ];
  return html`<dl class="ladder">${rungs.map(([key, a]) => html`<div key=${key} style=${`--share:${Math.max(0, Math.min(1, (a ?? 0) / place.ratingA)).toFixed(3)}`}><dt>${t(key)}</dt><dd>${amps(a, 1)}</dd></div>`)}</dl>`;
}

function Why({ depth, now }) {
  const chain = depth?.chain ?? [];
  return html`<section><h3>${t("bay.why")}</h3>
    ${depth?.error && html`<p class="problem">${depth.error}</p>`}
    ${!depth && html`<p class="hint">${t("loading")}</p>`}
    ${depth && !depth.error && chain.length === 0 && html`<p class="hint">${now?.why?.text ?? t("bay.nothing")}</p>`}
    <ol class="chain">${chain.map((link, i) => html`<li key=${i} class=${`${link.what} ${link.binds ? "binds" : ""}`}><span class="what">${t(`chain.${link.what}`)}${link.binds ? html` · <b>${t("chain.binds")}</b>` : ""}</span><p>${link.text}</p></li>`)}</ol>
  </section>`;
}

function Car({ now, place }) {
  if (!now.car) {
    return html`<div class="bay-actions"><button class="button primary" data-do="arrive-here" onClick=${() => command({ do: "arrive", station: place.station, connector: place.connector })}><${Icon} name="car" />${t("arrive.here")}</button></div>`;
  }
  const { car } = now;
  return html`<dl class="facts">
      <div><dt>${t("car")}</dt><dd>${car.model}</dd></div>
      <div><dt>${t("soc")}</dt><dd>${percent(car.soc)}</dd></div>
      <div><dt>${t("got")}</dt><dd>${kilowattHours(car.gotKwh)} / ${kilowattHours(car.wantsKwh)}</dd></div>
      <div><dt>${t("leaves")}</dt><dd>${car.leavesAt ? time(car.leavesAt) : "–"}</dd></div>
      <div><dt>${t("power")}</dt><dd>${kilowatts(now.kw)}</dd></div>
      <div><dt>${t("session")}</dt><dd>${now.session ? `#${now.session.tx}${now.session.vip ? " · VIP" : ""}` : "–"}</dd></div>
    </dl>
    <div class="bay-actions"><button class="button" data-do="leave-here" onClick=${() => command({ do: "leave", station: place.station, connector: place.connector })}>${t("leave.here")}</button></div>`;
}

function Depth({ place }) {
  const now = useCell(bayCell(place.id));
  const depth = useDepth(place);
  if (!now) return html`<p class="hint pad">${t("loading")}</p>`;
  return html`<div class="inspector">
    <div class="bay-title"><span class=${`badge look-${now.look}`}><${Sign} look=${now.look} />${t(`look.${now.look}`)}</span>
      <h2>${place.name}</h2><p>${place.station} · ${place.model} · ${amps(place.ratingA)} · ${place.dc ? "DC" : place.wiring}${place.vip ? " · VIP" : ""}</p></div>
    ${now.held && html`<p class="held"><b>${t("bay.held")}</b> ${now.held.text}</p>`}
    <${Car} now=${now} place=${place} />
    <${Ladder} now=${now} place=${place} />
    <${Phases} now=${now} place=${place} />
    <${Why} depth=${depth} now=${now} />
    ${depth && !depth.error && html`<${Profiles} profiles=${depth.profiles ?? []} at=${depth.t} /><${Frames} frames=${depth.frames ?? []} />
    <section><h3>${t("station")}</h3><dl class="facts">
      <div><dt>${t("station.kind")}</dt><dd>${depth.station?.vendor} ${depth.station?.model}</dd></div>
      <div><dt>${t("station.firmware")}</dt><dd>${depth.station?.firmware ?? "–"}</dd></div>
      <div><dt>${t("station.presence")}</dt><dd>${named(`presence.${now.presence}`, now.presence)}</dd></div>
      <div><dt>${t("station.heard")}</dt><dd>${depth.station?.lastHeardAt ? time(depth.station.lastHeardAt) : "–"}</dd></div>
    </dl></section>`}
  </div>`;
}

export function Inspector() {
  const world = useCell(site);
  const id = useCell(chosenBay);
  const place = world?.bayById.get(id);
  if (!place) return html`<div class="empty"><p>${t("bay.choose")}</p><button class="button" onClick=${() => openTab("park")}>${t("park")}</button></div>`;
  return html`<${Depth} place=${place} key=${place.id} />`;
}
