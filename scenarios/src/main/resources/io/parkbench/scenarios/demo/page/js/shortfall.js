// Every kWh not delivered has a reason: with load management and without.
import { html } from "./dom.js";
import { useCell } from "./cell.js";
import { totals } from "./store.js";
import { t } from "./i18n.js";
import { kilowattHours } from "./format.js";

const LEAST_KWH = 0.1;

function merged(all) {
  const rows = new Map();
  const add = (list, side) => {
    for (const one of list ?? []) {
      const row = rows.get(one.reason) ?? { reason: one.reason, managed: 0, unmanaged: 0 };
      row[side] += one.kwh;
      rows.set(one.reason, row);
    }
  };
  add(all.notDelivered, "managed");
  add(all.twin?.notDelivered, "unmanaged");
  return [...rows.values()].filter((row) => row.managed + row.unmanaged >= LEAST_KWH).sort((a, b) => b.managed + b.unmanaged - a.managed - a.unmanaged);
}

export function Shortfall() {
  const all = useCell(totals);
  if (!all) return null;
  const rows = merged(all);
  return html`<section class="shortfall"><h3>${t("shortfall")}</h3>
    ${rows.length === 0
      ? html`<p class="hint">${t("shortfall.none")}</p>`
      : html`<table><thead><tr><th scope="col">${t("shortfall.reason")}</th><th scope="col">${t("show.managed")}</th><th scope="col">${t("show.unmanaged")}</th></tr></thead>
          <tbody>${rows.slice(0, 8).map((row) => html`<tr key=${row.reason}><th scope="row">${row.reason}</th><td>${kilowattHours(row.managed)}</td><td>${kilowattHours(row.unmanaged)}</td></tr>`)}</tbody></table>`}
  </section>`;
}
