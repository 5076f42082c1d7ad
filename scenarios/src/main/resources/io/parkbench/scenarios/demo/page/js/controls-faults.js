// What breaks: links, stations, meters, the network; and what of it is broken now.
import { html } from "./dom.js";
import { useCell } from "./cell.js";
import { faults as broken, meter as meterCell } from "./store.js";
import { command } from "./commands.js";
import { Choice, Group, Slider, Switch, useKept } from "./fields.js";
import { named, t } from "./i18n.js";
import { duration, kilowatts } from "./format.js";
import { allZones, stations } from "./names.js";

/** Where a fault can strike, as the server wants it told. */
function targets(world, fault) {
  const found = [];
  for (const on of fault.on) {
    if (on === "all") found.push(["all", t("on.all")]);
    else if (on === "half") found.push(["half", t("on.half")], ...world.floors.map((floor) => [`half:${floor.zone}`, `${t("on.half")}: ${floor.name}`]));
    else if (on === "building" && world.remote) found.push(["building", t("on.building")]);
    else if (on === "zone") found.push(...allZones(world).map(([id, name]) => [`zone:${id}`, `${t("zone")}: ${name.trim()}`]));
    else if (on === "meter") found.push(...world.meters.map((one) => [`meter:${one.id}`, one.name || one.id]));
    else if (on === "network") found.push(...(world.network ?? []).map((part) => [part, part]));
    else if (on === "station") found.push(...stations(world));
  }
  return found;
}

const title = (name) => named(`fault.${name}`, name.replaceAll("-", " "));

export function Faults({ world }) {
  const usable = world.faults.filter((one) => targets(world, one).length > 0);
  const [name, setName] = useKept("fault.name", usable[0]?.name);
  const [picked, setPicked] = useKept("fault.on", "");
  const [minutes, setMinutes] = useKept("fault.minutes", 10);
  const now = useCell(broken);
  const fault = usable.find((one) => one.name === name) ?? usable[0];
  if (!fault) return null;
  const places = targets(world, fault);
  const on = places.some(([id]) => id === picked) ? picked : places[0][0];
  return html`<${Group} name="faults" title=${t("faults")} hint=${fault.text}>
    <${Choice} name="fault" label=${t("fault")} value=${fault.name} onChange=${setName} options=${usable.map((one) => [one.name, title(one.name)])} />
    <${Choice} name="fault-on" label=${t("where")} value=${on} onChange=${setPicked} options=${places} />
    <${Slider} name="fault-minutes" label=${t("lasts")} value=${minutes} min=${0} max=${120} step=${5} text=${minutes ? duration(minutes * 60) : t("untilHealed")} onInput=${setMinutes} />
    <div class="buttons"><button class="button primary" data-do="fault" onClick=${() => command({ do: "fault", fault: fault.name, on, ...(minutes ? { minutes } : {}) })}>${t("break")}</button>
      <button class="button" data-do="heal-all" disabled=${now.length === 0} onClick=${() => command({ do: "heal", all: true })}>${t("healAll")}</button></div>
    ${now.length > 0 && html`<ul class="broken">${now.map((one) => html`<li key=${one.id}><span>${one.text}</span><button class="chip" onClick=${() => command({ do: "heal", id: one.id })}>${t("heal")}</button></li>`)}</ul>`}
    ${world.meters.map((one) => html`<${Meter} key=${one.id} world=${world} one=${one} />`)}
  <//>`;
}

function Meter({ world, one }) {
  const now = useCell(meterCell(one.id));
  const [trap, setTrap] = useKept(`trap.${one.id}`, world.meterTraps[0]?.name);
  const traps = world.meterTraps;
  return html`<div class="meter-line"><p><b>${one.name || one.id}</b> <span class=${now?.trusted ? "good" : "bad"}>${now ? t(now.trusted ? "meter.trusted" : "meter.doubted") : "–"}</span> ${now ? kilowatts(now.kw) : ""}</p>
    ${now?.why && html`<p class="hint">${now.why}</p>`}
    ${traps.length > 0 && html`<${Choice} name=${`trap-${one.id}`} label=${t("meter.trap")} value=${trap} onChange=${setTrap} options=${traps.map((x) => [x.name, x.name.replaceAll("-", " ")])} />
    <${Switch} name=${`trap-on-${one.id}`} label=${t("meter.misleads")} detail=${traps.find((x) => x.name === trap)?.text} on=${(now?.faults ?? []).includes(trap)} onChange=${(active) => command({ do: "meter-trap", meter: one.id, trap, active })} />`}
  </div>`;
}
