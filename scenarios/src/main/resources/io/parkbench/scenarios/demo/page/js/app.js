// The page: what is where, and what is shown while there is no world to show.
import { html } from "./dom.js";
import { useCell } from "./cell.js";
import { clock, site } from "./store.js";
import { link } from "./stream.js";
import { phoneTab } from "./choice.js";
import { Top } from "./top.js";
import { Scenes } from "./scenes.js";
import { Twins } from "./twins.js";
import { Park } from "./park.js";
import { Timeline } from "./timeline.js";
import { PhoneTabs, Side } from "./side.js";
import { Alert } from "./alarms.js";
import { Toasts } from "./toasts.js";
import { Help } from "./help.js";
import { SignSheet } from "./looks.js";
import { language, t } from "./i18n.js";

export function App() {
  useCell(language);
  const world = useCell(site);
  const state = useCell(link);
  const tab = useCell(phoneTab);
  const begun = useCell(clock) !== null;
  return html`
    <${SignSheet} />
    <${Top} />
    ${state === "lost" && html`<p class="lost-line" role="alert"><b>${t("lost")}</b> ${t("lost.remedy")}</p>`}
    ${!world || !begun
      ? html`<main class="opening" aria-busy="true"><div class="opening-bays" aria-hidden="true">${[0, 1, 2, 3, 4, 5].map((i) => html`<i key=${i} style=${`--i:${i}`}></i>`)}</div><p role="status">${t(state === "lost" ? "opening.lost" : "opening")}</p></main>`
      : html`<${Scenes} /><${Alert} />
        <main class=${state === "lost" ? "stage stale" : "stage"} data-tab=${tab}>
          <${Twins} /><${Park} /><${Timeline} /><${Side} />
        </main>
        <${PhoneTabs} />`}
    <${Toasts} />
    <${Help} />`;
}
