// The digital inputs: contacts one can close, and ways they fail.
import { html } from "./dom.js";
import { useCell } from "./cell.js";
import { input as inputCell } from "./store.js";
import { command } from "./commands.js";
import { Group, Switch } from "./fields.js";
import { t } from "./i18n.js";
import { percent } from "./format.js";

const FAULTS = ["stick", "broken-wire", "chatter", "heal"];

function Contact({ one }) {
  const now = useCell(inputCell(one.id));
  const state = [now?.active ? t("input.active") : t("input.idle"), now?.source && now.source !== "good" ? t(`input.${now.source}`) : null, one.maxPercent == null ? null : t("input.to", { share: percent(one.maxPercent / 100) })];
  return html`<div class="contact">
    <${Switch} name=${`input-${one.number}`} label=${`${one.number} · ${one.name || t("input")}`} on=${now?.closed ?? false} detail=${state.filter(Boolean).join(" · ")} onChange=${(closed) => command({ do: "input", number: one.number, closed })} />
    <div class="chips">${FAULTS.map((fault) => html`<button key=${fault} class="chip" data-do=${`input-${one.number}-${fault}`} aria-pressed=${(now?.faults ?? []).includes(fault)} onClick=${() => command({ do: "input", number: one.number, fault })}>${t(`input.fault.${fault}`)}</button>`)}</div>
  </div>`;
}

export function Inputs({ world }) {
  return html`<${Group} name="inputs" title=${t("inputs")} hint=${world.inputs.length === 0 ? t("inputs.none") : null}>${world.inputs.map((one) => html`<${Contact} key=${one.id} one=${one} />`)}<//>`;
}
