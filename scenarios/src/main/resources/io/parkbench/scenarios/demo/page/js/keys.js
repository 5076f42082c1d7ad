// Shortcuts for the whole page; typing in a field is left alone.
import { chosenBay, helpOpen, openTab, shownWorld, sideTab, phoneTab } from "./choice.js";
import { site } from "./store.js";
import { command } from "./commands.js";
import { faster, step, toggle, toggleTheme } from "./top.js";

const WORLDS = ["managed", "unmanaged", "both"];

const KEYS = {
  k: toggle,
  ".": step,
  "+": () => faster(1),
  "=": () => faster(1),
  "-": () => faster(-1),
  s: () => openTab("supply"),
  c: () => openTab("controls"),
  a: () => openTab("alarms"),
  t: toggleTheme,
  w: () => shownWorld.set(WORLDS[(WORLDS.indexOf(shownWorld.value) + 1) % WORLDS.length]),
  "?": () => helpOpen.set(true),
};

function escape() {
  if (chosenBay.value === null) return;
  const bay = document.querySelector(`[data-bay="${CSS.escape(chosenBay.value)}"]`);
  chosenBay.set(null);
  if (sideTab.value === "bay") sideTab.set("supply");
  if (phoneTab.value === "bay") phoneTab.set("park");
  bay?.focus();
}

export function listenToKeys() {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
    if (event.key === "Escape") return escape();
    const number = Number(event.key);
    const scenes = site.value?.scenes ?? [];
    if (number >= 1 && number <= scenes.length) return void command({ do: "scene", scene: scenes[number - 1].id });
    const act = KEYS[event.key.toLowerCase()];
    if (!act) return undefined;
    event.preventDefault();
    return act();
  });
}
