// Which world this is: licence, restart, another site, the beginning again.
import { html } from "./dom.js";
import { command } from "./commands.js";
import { Choice, Group, useKept } from "./fields.js";
import { t } from "./i18n.js";

export function Setup({ world }) {
  const [licence, setLicence] = useKept(`licence.${world.world}`, world.licence);
  const [next, setNext] = useKept(`site.${world.world}`, world.site);
  const plan = world.licences.find((one) => one.name === licence) ?? world.licences[0];
  return html`<${Group} name="licence" title=${t("licence")} hint=${plan ? (plan.fits ? t("licence.holds", { stations: plan.stations, zones: plan.zones, levels: plan.levels }) : plan.why ?? t("licence.small")) : null}>
    <${Choice} name="licence" label=${t("licence")} value=${licence} onChange=${setLicence} options=${world.licences.map((one) => [one.name, `${one.name}${one.fits ? "" : " ✕"}`])} />
    <div class="buttons"><button class="button primary" data-do="licence" onClick=${() => command({ do: "licence", licence })}>${t("licence.apply")}</button>
      <button class="button" data-do="restart" onClick=${() => command({ do: "restart" })}>${t("restart")}</button></div>
  <//>
  <${Group} name="site" title=${t("site")} hint=${world.added?.length ? t("site.added", { what: world.added.join(", ") }) : null}>
    <${Choice} name="site" label=${t("site")} value=${next} onChange=${setNext} options=${(world.sites.includes(world.site) ? world.sites : [world.site, ...world.sites]).map((one) => [one, one])} />
    <div class="buttons"><button class="button primary" data-do="site" onClick=${() => command({ do: "site", site: next })}>${t("site.open")}</button>
      <button class="button" data-do="site-empty" onClick=${() => command({ do: "site", site: next, empty: true })}>${t("site.empty")}</button>
      <button class="button" data-do="reset" onClick=${() => command({ do: "reset" })}>${t("reset")}</button></div>
  <//>`;
}
