// The scenes: one click each, and what the one under way is showing.
import { html, useState } from "./dom.js";
import { useCell } from "./cell.js";
import { scene, site } from "./store.js";
import { command } from "./commands.js";
import { Icon } from "./icons.js";
import { named, t } from "./i18n.js";

const ICONS = { "morning-rush": "sunrise", "lunch-at-the-mall": "shop", "cloud-lost": "cloud", "meter-lost": "meter", "half-offline": "link", "tou-evening": "moon" };
const iconOf = (id) => ICONS[id] ?? (id.includes("mall") ? "shop" : id.includes("meter") ? "meter" : id.includes("cloud") ? "cloud" : id.includes("half") || id.includes("offline") ? "link" : id.includes("even") ? "moon" : "sunrise");

export const titleOf = (one) => named(`scene.${one.id}`, one.title);

export function Scenes() {
  const world = useCell(site);
  const running = useCell(scene);
  const [asked, setAsked] = useState(null);
  if (!world) return null;
  const start = async (id) => {
    setAsked(id);
    await command({ do: "scene", scene: id });
    setAsked(null);
  };
  return html`<div class="scene-bar"><nav class="scenes" aria-label=${t("scenes")}>
    <h2>${t("scenes")}</h2>
    ${world.scenes.map((one) => html`<button class="button" key=${one.id} data-scene=${one.id} aria-pressed=${running?.id === one.id} aria-busy=${asked === one.id} title=${named(`scene.${one.id}.text`, one.text)} onClick=${() => start(one.id)}><${Icon} name=${iconOf(one.id)} />${titleOf(one)}</button>`)}
    </nav>
    ${running && html`<p class=${`scene-now ${running.kept === false ? "broken" : ""}`} aria-live="polite" title=${running.text}><b>${running.step}/${running.steps}</b> ${running.over && running.outcome ? running.outcome : running.text}</p>`}
  </div>`;
}
