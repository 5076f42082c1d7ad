// The dialog under "?": keys, and what one sees.
import { html, useEffect, useRef } from "./dom.js";
import { useCell } from "./cell.js";
import { helpOpen } from "./choice.js";
import { Icon } from "./icons.js";
import { LOOKS, Sign } from "./looks.js";
import { t } from "./i18n.js";

const KEYS = [["K", "keys.pause"], [".", "keys.step"], ["+  −", "keys.speed"], ["← ↑ → ↓", "keys.bays"], ["Enter", "keys.open"], ["1 … 6", "keys.scene"], ["S", "keys.supply"], ["C", "keys.controls"], ["A", "keys.alarms"], ["W", "keys.world"], ["T", "keys.theme"], ["?", "keys.help"], ["Esc", "keys.close"]];

export function Help() {
  const open = useCell(helpOpen);
  const dialog = useRef(null);
  useEffect(() => {
    if (open && !dialog.current.open) dialog.current.showModal();
    if (!open && dialog.current.open) dialog.current.close();
  }, [open]);
  return html`<dialog ref=${dialog} class="help" aria-labelledby="help-title" onClose=${() => helpOpen.set(false)} onClick=${(event) => event.target === dialog.current && helpOpen.set(false)}>
    <div class="help-body">
      <header><h2 id="help-title">${t("help")}</h2><button class="icon-button" aria-label=${t("close")} data-do="close-help" onClick=${() => helpOpen.set(false)}><${Icon} name="close" /></button></header>
      <p>${t("help.text")}</p>
      <div class="help-columns">
        <section><h3>${t("help.keys")}</h3><dl class="keys">${KEYS.map(([key, text]) => html`<div key=${key}><dt><kbd>${key}</kbd></dt><dd>${t(text)}</dd></div>`)}</dl></section>
        <section><h3>${t("help.looks")}</h3><ul class="looks">${LOOKS.map((look) => html`<li key=${look}><span class=${`badge look-${look}`}><${Sign} look=${look} />${t(`look.${look}`)}</span><span>${t(`look.${look}.text`)}</span></li>`)}</ul></section>
      </div>
    </div>
  </dialog>`;
}
