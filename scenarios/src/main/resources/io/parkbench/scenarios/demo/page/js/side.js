// The panel beside the park: supply, one bay, controls, what happened.
import { html } from "./dom.js";
import { useCell } from "./cell.js";
import { events } from "./store.js";
import { openTab, phoneTab, sideTab } from "./choice.js";
import { Supply } from "./supply.js";
import { Inspector } from "./inspector.js";
import { Controls } from "./controls.js";
import { Alarms, loud } from "./alarms.js";
import { Icon } from "./icons.js";
import { t } from "./i18n.js";

const VIEWS = { supply: Supply, bay: Inspector, controls: Controls, alarms: Alarms };

export function Side() {
  const tab = useCell(sideTab);
  const count = loud(useCell(events));
  const View = VIEWS[tab];
  const move = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const names = Object.keys(VIEWS);
    openTab(names[(names.indexOf(tab) + step + names.length) % names.length]);
    requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(`tab-${sideTab.value}`)?.focus()));
  };
  return html`<section class="panel side" aria-label=${t("side")}>
    <div class="tabs" role="tablist" aria-label=${t("side")} onKeyDown=${move}>
      ${Object.keys(VIEWS).map((name) => html`<button key=${name} id=${`tab-${name}`} role="tab" aria-selected=${tab === name} aria-controls="side-view" tabindex=${tab === name ? 0 : -1} onClick=${() => openTab(name)}>${t(`tab.${name}`)}${name === "alarms" && count > 0 ? html`<span class="count">${count}</span>` : ""}</button>`)}
    </div>
    <div class="side-view" id="side-view" role="tabpanel" aria-labelledby=${`tab-${tab}`} tabindex="0" key=${tab}><${View} /></div>
  </section>`;
}

const PHONE = { park: "park", supply: "supply", time: "time", controls: "controls", alarms: "bell" };

export function PhoneTabs() {
  const tab = useCell(phoneTab);
  const go = (name) => {
    phoneTab.set(name);
    if (name in VIEWS) sideTab.set(name);
    scrollTo(0, 0);
  };
  return html`<nav class="phone-tabs" aria-label=${t("panels")}>
    ${Object.entries(PHONE).map(([name, icon]) => html`<button key=${name} data-phone=${name} aria-pressed=${tab === name} onClick=${() => go(name)}><${Icon} name=${icon} />${t(`phone.${name}`)}</button>`)}
  </nav>`;
}
