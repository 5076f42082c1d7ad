// Numbers, units and times as the reader's language writes them, in the site's time.
import { language } from "./i18n.js";

const made = new Map();
let zone = "UTC";

/** The site's time zone, an IANA name; one the browser does not know leaves UTC. */
export function siteZone(name) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    zone = name;
  } catch {
    zone = "UTC";
  }
  made.clear();
}

function formatter(kind, options, Type) {
  const key = language.value + kind;
  let format = made.get(key);
  if (!format) made.set(key, (format = new Type(language.value, options())));
  return format;
}

const decimals = (digits) => formatter(`n${digits}`, () => ({ maximumFractionDigits: digits, minimumFractionDigits: 0 }), Intl.NumberFormat);

export const number = (value, digits = 0) => (value == null || Number.isNaN(value) ? "–" : decimals(digits).format(value));
/** Large amounts in few signs: 53K, 1.2M. */
export const compact = (value) => formatter("c", () => ({ notation: "compact", maximumSignificantDigits: 3 }), Intl.NumberFormat).format(value);
export const amps = (value, digits = 0) => `${number(value, digits)} A`;
export const kilowatts = (value) => `${number(value, value < 100 ? 1 : 0)} kW`;
export const kilowattHours = (value) => `${number(value, value < 100 ? 1 : 0)} kWh`;
export const percent = (share) =>
  share == null ? "–" : formatter("p", () => ({ style: "percent", maximumFractionDigits: 0 }), Intl.NumberFormat).format(share);

const clockOptions = (seconds) => () => ({ timeZone: zone, hour: "2-digit", minute: "2-digit", ...(seconds ? { second: "2-digit" } : {}), hourCycle: "h23" });

/** Hours and minutes; t is in milliseconds since 1970. */
export const time = (t) => formatter("t", clockOptions(false), Intl.DateTimeFormat).format(t);
export const clock = (t) => formatter("T", clockOptions(true), Intl.DateTimeFormat).format(t);
export const day = (t) => formatter("d", () => ({ timeZone: zone, weekday: "short", day: "numeric", month: "short" }), Intl.DateTimeFormat).format(t);

/** A length in seconds in the unit one would say it in. */
export function duration(seconds) {
  if (seconds < 90) return `${number(seconds)} s`;
  if (seconds < 5400) return `${number(seconds / 60)} min`;
  return `${number(seconds / 3600, 1)} h`;
}
