// Who comes and goes.
import { html } from "./dom.js";
import { command } from "./commands.js";
import { Choice, Group, Slider, useKept } from "./fields.js";
import { t } from "./i18n.js";
import { duration, percent } from "./format.js";
import { allZones } from "./names.js";

export function Cars({ world }) {
  const [zone, setZone] = useKept("cars.zone", "");
  const [car, setCar] = useKept("cars.car", "");
  const [soc, setSoc] = useKept("cars.soc", 30);
  const [hours, setHours] = useKept("cars.hours", 4);
  const where = world.zoneById.has(zone) ? { zone } : {};
  const what = { soc: soc / 100, hours, ...(car ? { car } : {}) };
  return html`<${Group} name="cars" title=${t("arrivals")}>
    <${Choice} name="car-zone" label=${t("where")} value=${zone} onChange=${setZone} options=${[["", t("everywhere")], ...allZones(world)]} />
    <${Choice} name="car" label=${t("car")} value=${car} onChange=${setCar} options=${[["", t("any")], ...world.cars.map((one) => [one.name, one.name])]} />
    <${Slider} name="soc" label=${t("soc")} value=${soc} min=${0} max=${95} step=${5} text=${percent(soc / 100)} onInput=${setSoc} />
    <${Slider} name="hours" label=${t("stays")} value=${hours} min=${0.5} max=${12} step=${0.5} text=${duration(hours * 3600)} onInput=${setHours} />
    <div class="buttons">
      <button class="button primary" data-do="arrive" onClick=${() => command({ do: "arrive", ...where, ...what })}>${t("arrive")}</button>
      <button class="button" data-do="fill" onClick=${() => command({ do: "fill", ...where, ...what })}>${t("fill")}</button>
      <button class="button" data-do="leave" onClick=${() => command({ do: "leave", ...("zone" in where ? where : { all: true }) })}>${t("leave")}</button>
    </div>
  <//>`;
}
