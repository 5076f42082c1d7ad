// Short messages at the edge of the page: what was done, or why not and what to do.
import { Cell, useCell } from "./cell.js";
import { html } from "./dom.js";
import { Icon } from "./icons.js";
import { t } from "./i18n.js";

const SHOWN_MS = { done: 3500, error: 12000 };
const MOST = 3;
const toasts = new Cell([]);
let count = 0;

export function toast(kind, text, remedy) {
  const id = ++count;
  toasts.set([...toasts.value, { id, kind, text, remedy }].slice(-MOST));
  setTimeout(() => drop(id), SHOWN_MS[kind]);
}

const drop = (id) => toasts.set(toasts.value.filter((one) => one.id !== id));

export function Toasts() {
  const shown = useCell(toasts);
  return html`<div class="toasts" role="status" aria-live="polite">
    ${shown.map(
      (one) => html`<div class=${`toast ${one.kind}`} key=${one.id}>
        <div><p>${one.text}</p>${one.remedy && html`<p class="remedy">${one.remedy}</p>`}</div>
        <button class="icon-button plain" aria-label=${t("close")} onClick=${() => drop(one.id)}><${Icon} name="close" /></button>
      </div>`,
    )}
  </div>`;
}
