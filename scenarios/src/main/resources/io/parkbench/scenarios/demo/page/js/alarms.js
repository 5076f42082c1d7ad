// What has happened, newest first, and the alarms spoken aloud by screen readers.
import { html, useEffect, useRef, useState } from "./dom.js";
import { useCell } from "./cell.js";
import { events } from "./store.js";
import { t } from "./i18n.js";
import { clock, time } from "./format.js";

const LOUD = new Set(["alarm", "trip", "breach", "fault"]);
const KINDS = ["all", "loud", "command", "car"];

const wanted = (event, kind) => kind === "all" || (kind === "loud" ? LOUD.has(event.kind) : event.kind === kind);

export function Alarms() {
  const all = useCell(events);
  const [kind, setKind] = useState("all");
  const shown = all.filter((event) => wanted(event, kind)).slice(-120).reverse();
  return html`<div class="events">
    <div class="segmented" role="group" aria-label=${t("events.shown")}>${KINDS.map((one) => html`<button key=${one} aria-pressed=${kind === one} onClick=${() => setKind(one)}>${t(`events.${one}`)}</button>`)}</div>
    ${shown.length === 0 && html`<p class="empty">${t("events.none")}</p>`}
    <ol>${shown.map((event) => html`<li key=${event.id} class=${`event ${event.kind} ${event.world ?? ""}`}>
      <time>${clock(event.t)}</time><div><span class="kind">${t(`kind.${event.kind}`)}${event.world === "unmanaged" ? ` · ${t("world.unmanaged")}` : ""}</span><p>${event.subject ? html`<b>${event.subject}</b> ` : ""}${event.text}</p></div>
    </li>`)}</ol>
  </div>`;
}

/** A strip that shows the newest alarm for a while; screen readers hear it once. */
export function Alert() {
  const all = useCell(events);
  const [shown, setShown] = useState(null);
  const last = useRef(null);
  useEffect(() => {
    const event = all.findLast((one) => LOUD.has(one.kind));
    const before = last.current;
    last.current = event?.id ?? -1;
    if (!event || before === null || event.id <= before) return undefined;
    setShown(event);
    return undefined;
  }, [all]);
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => setShown(null), 8000);
    return () => clearTimeout(timer);
  }, [shown]);
  return html`<div class="alert-line" role="status" aria-live="assertive">${shown && html`<p class=${`alert ${shown.kind} ${shown.world ?? ""}`}><time>${time(shown.t)}</time><b>${t(`kind.${shown.kind}`)}${shown.world === "unmanaged" ? ` · ${t("world.unmanaged")}` : ""}</b><span>${shown.text}</span></p>`}</div>`;
}

export const loud = (all) => all.filter((event) => event.kind === "alarm" || event.kind === "trip" || event.kind === "breach").length;
