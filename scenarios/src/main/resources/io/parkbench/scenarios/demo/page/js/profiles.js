// The charging profiles that truly lie in a station, each with its periods as a small staircase.
import { html } from "./dom.js";
import { t } from "./i18n.js";
import { duration, number, time } from "./format.js";

const WIDTH = 240;
const HEIGHT = 34;

function Stairs({ periods, unit }) {
  const last = periods.at(-1);
  const span = Math.max(60, last.fromS * 1.25 || 600);
  const top = Math.max(1, ...periods.map((one) => one.limit)) * 1.1;
  const x = (s) => ((s / span) * WIDTH).toFixed(1);
  const y = (limit) => (HEIGHT - (limit / top) * (HEIGHT - 4) - 1).toFixed(1);
  let path = `M0 ${y(periods[0].limit)}`;
  periods.forEach((one, i) => {
    path += `H${x(periods[i + 1]?.fromS ?? span)}`;
    if (periods[i + 1]) path += `V${y(periods[i + 1].limit)}`;
  });
  const words = periods.map((one) => `${number(one.limit, 1)} ${unit} ${t("profile.from", { time: duration(one.fromS) })}`).join(", ");
  return html`<svg class="stairs" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${words} preserveAspectRatio="none"><path d=${path} /></svg><p class="periods">${words}</p>`;
}

export function Profiles({ profiles }) {
  return html`<section><h3>${t("profiles")} <small>${profiles.length}</small></h3>
    ${profiles.length === 0 && html`<p class="hint">${t("profiles.none")}</p>`}
    ${profiles.map((one) => html`<div class="profile" key=${`${one.id}-${one.purpose}`}>
      <p><b>${one.purpose}</b> #${one.id} · ${t("profile.level")} ${one.stackLevel} · ${one.kind}${one.start ? ` · ${time(one.start)}` : ""}</p>
      ${one.periods?.length > 0 && html`<${Stairs} periods=${one.periods} unit=${one.unit} />`}
    </div>`)}
  </section>`;
}
