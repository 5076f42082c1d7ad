// The bar at the top: where and when we are, how fast time goes, and how the page looks.
import { html } from "./dom.js";
import { useCell } from "./cell.js";
import { clock, site } from "./store.js";
import { link } from "./stream.js";
import { helpOpen } from "./choice.js";
import { command, quietly } from "./commands.js";
import { Icon } from "./icons.js";
import { LANGUAGES, language, speak, t } from "./i18n.js";
import { clock as clockTime, day, number, time } from "./format.js";

export const toggle = () => quietly({ do: clock.value?.paused ? "resume" : "pause" });
export const step = () => quietly({ do: "step", seconds: 1 });
export const stepToNext = () => command({ do: "step", until: "next" });

/** One faster or slower of the speeds on offer. */
export function faster(by) {
  const speeds = site.value?.speeds ?? [];
  const now = clock.value?.speed ?? 1;
  const next = by > 0 ? speeds.find((x) => x > now) : speeds.findLast((x) => x < now);
  if (next) quietly({ do: "speed", x: next });
}

export function toggleTheme() {
  const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem("parkbench.theme", theme);
  } catch {
    // storage is switched off: the choice holds until the page is left
  }
}

function Transport() {
  const now = useCell(clock);
  const world = useCell(site);
  const paused = now?.paused ?? false;
  return html`<div class="transport" role="group" aria-label=${t("transport")}>
    <button class="icon-button primary" onClick=${toggle} aria-label=${paused ? t("resume") : t("pause")} title=${`${paused ? t("resume") : t("pause")} (K)`} data-do="pause"><${Icon} name=${paused ? "play" : "pause"} /></button>
    <button class="icon-button" onClick=${step} aria-label=${t("step")} title=${`${t("step")} (.)`} data-do="step"><${Icon} name="step" /></button>
    <div class="speeds" role="group" aria-label=${t("speed")}>
      ${(world?.speeds ?? []).map((x) => html`<button key=${x} data-speed=${x} aria-pressed=${!paused && now?.speed === x} onClick=${() => quietly({ do: "speed", x })}>×${number(x)}</button>`)}
    </div>
  </div>`;
}

function Clock() {
  const now = useCell(clock);
  const offered = site.value?.speeds ?? [];
  return html`<div class="clock">
    <time>${now ? clockTime(now.t) : "––:––"}</time>
    <span>${now ? day(now.t) : ""}${now && !now.paused && !offered.includes(now.speed) ? ` · ×${number(now.speed)}` : ""}${now?.ahead ? ` · ${t("clock.ahead", { time: time(now.ahead) })}` : now?.paused ? ` · ${t("clock.paused")}` : now?.behind ? ` · ${t("clock.behind")}` : ""}</span>
  </div>`;
}

export function Top() {
  const world = useCell(site);
  const state = useCell(link);
  const spoken = useCell(language);
  return html`<header class="top">
    <a class="skip" href="#park">${t("skip")}</a>
    <div class="brand"><img src="icon.svg" alt="" /><div><h1>${world?.name ?? "Parkbench"}</h1><p>${world ? t("brand", { bays: world.bays.length, licence: world.licence }) : ""}</p></div></div>
    <${Clock} />
    <${Transport} />
    <div class="end">
      <span class=${`line-state ${state}`} role="status">${t(`link.${state}`)}</span>
      <span class="language-box"><label class="visually-hidden" for="language">${t("language")}</label>
      <span class="language-code" aria-hidden="true">${spoken.toUpperCase()}</span>
      <select id="language" class="pick language" value=${spoken} onChange=${(event) => speak(event.target.value)}>
        ${Object.entries(LANGUAGES).map(([code, name]) => html`<option key=${code} value=${code} lang=${code}>${name}</option>`)}
      </select></span>
      <button class="icon-button" onClick=${toggleTheme} aria-label=${t("theme")} title=${`${t("theme")} (T)`} data-do="theme"><${Icon} name="sun" /></button>
      <button class="icon-button" onClick=${() => helpOpen.set(true)} aria-label=${t("help")} title=${`${t("help")} (?)`} data-do="help"><${Icon} name="help" /></button>
    </div>
  </header>`;
}
