// Quirks of stations and cars: what real ones do besides what they should.
import { html } from "./dom.js";
import { useCell } from "./cell.js";
import { bay as bayCell } from "./store.js";
import { chosenBay } from "./choice.js";
import { command } from "./commands.js";
import { Choice, Group, Switch, useKept } from "./fields.js";
import { t } from "./i18n.js";

export function Quirks({ world }) {
  const [name, setName] = useKept("quirk.name", world.quirks[0]?.name);
  const [picked, setPicked] = useKept("quirk.bay", world.bays[0]?.id);
  const chosen = useCell(chosenBay);
  const quirk = world.quirks.find((one) => one.name === name) ?? world.quirks[0];
  const place = world.bayById.get(picked) ?? world.bayById.get(chosen) ?? world.bays[0];
  const now = useCell(bayCell(place?.id));
  if (!quirk || !place) return null;
  const active = [...(now?.quirks ?? []), ...(now?.car?.quirks ?? [])];
  return html`<${Group} name="quirks" title=${t("quirks")} hint=${quirk.text}>
    <${Choice} name="quirk" label=${t("quirk")} value=${quirk.name} onChange=${setName} options=${world.quirks.map((one) => [one.name, `${t(`on.${one.on}`)}: ${one.name.replaceAll("-", " ")}`])} />
    <${Choice} name="quirk-bay" label=${t("where")} value=${place.id} onChange=${setPicked} options=${world.bays.map((one) => [one.id, one.name])} />
    <${Switch} name="quirk" label=${t("quirk.active")} detail=${active.length ? active.join(", ") : null} on=${active.includes(quirk.name)} onChange=${(on) => command({ do: "quirk", quirk: quirk.name, station: place.station, connector: place.connector, active: on })} />
  <//>`;
}
