// A breaker as its sign in a single-line diagram, and its thermal state as a column that fills.
import { html } from "./dom.js";
import { t } from "./i18n.js";
import { duration, percent } from "./format.js";

/** What a breaker's state is called, with the time it has left where it will open. */
export function breakerWords(breaker) {
  if (!breaker) return t("breaker.none");
  if (breaker.state === "open") return t("breaker.open");
  if (breaker.state === "overload") return breaker.tripsInS == null ? t("breaker.overload") : t("breaker.trips", { time: duration(breaker.tripsInS) });
  return t("breaker.closed");
}

/** The sign of IEC 60617: a cross at the fixed contact, an arm that stands aside when open. */
export function BreakerSign({ state }) {
  return html`<svg class=${`breaker-sign ${state ?? "closed"}`} viewBox="0 0 20 30" aria-hidden="true">
    <path d="M10 0v8M10 22v8" />
    <path class="cross" d="M7 5l6 6M13 5l-6 6" />
    <path class="arm" d=${state === "open" ? "M10 22 2 11" : "M10 22V8"} />
  </svg>`;
}

export function Heat({ breaker, wide = false }) {
  const heat = Math.min(1, breaker?.heat ?? 0);
  const state = breaker?.state ?? "closed";
  return html`<div class=${`heat ${state} ${wide ? "wide" : ""}`} role="meter" aria-label=${t("breaker.heat")} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(heat * 100)} aria-valuetext=${`${percent(heat)}, ${breakerWords(breaker)}`}>
    <i style=${wide ? `transform:scaleX(${heat.toFixed(3)})` : `transform:scaleY(${heat.toFixed(3)})`}></i>
  </div>`;
}
