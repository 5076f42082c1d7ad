// The OCPP frames between a station and the gateway, newest first; a click shows the whole of one.
import { html } from "./dom.js";
import { t } from "./i18n.js";
import { clock } from "./format.js";

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

export function Frames({ frames }) {
  const newest = [...frames].reverse();
  return html`<section><h3>${t("frames")} <small>${frames.length}</small></h3>
    ${frames.length === 0 && html`<p class="hint">${t("frames.none")}</p>`}
    <ol class="frames">${newest.map((one) => html`<li key=${`${one.t}-${one.dir}-${one.kind}-${one.id}`} class=${`${one.dir} ${one.kind} ${one.lost ? "gone" : ""}`}>
      <details><summary>
        <time>${clock(one.t)}</time><span class="dir" title=${t(`dir.${one.dir}`)}><span aria-hidden="true">${one.dir === "up" ? "↑" : "↓"}</span><span class="visually-hidden">${t(`dir.${one.dir}`)}</span></span>
        <b>${one.action ?? one.kind}</b>${one.kind !== "call" && one.action ? html`<small>${one.kind}</small>` : ""}${one.lost ? html`<em>${t("frame.lost")}: ${one.lost}</em>` : ""}
      </summary><pre tabindex="0">${pretty(one.text ?? "")}</pre></details>
    </li>`)}</ol>
  </section>`;
}
