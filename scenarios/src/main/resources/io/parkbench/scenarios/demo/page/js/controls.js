// The controls: everything one can do to the park, by subject.
import { html } from "./dom.js";
import { useCell } from "./cell.js";
import { site } from "./store.js";
import { Cars } from "./controls-cars.js";
import { Power } from "./controls-power.js";
import { Inputs } from "./controls-inputs.js";
import { Faults } from "./controls-faults.js";
import { Quirks } from "./controls-quirks.js";
import { Setup } from "./controls-setup.js";

export function Controls() {
  const world = useCell(site);
  if (!world) return null;
  return html`<div class="controls" key=${world.world}>
    <${Cars} world=${world} /><${Power} world=${world} /><${Inputs} world=${world} /><${Faults} world=${world} /><${Quirks} world=${world} /><${Setup} world=${world} />
  </div>`;
}
