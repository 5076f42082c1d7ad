// The form fields of the controls: each with its label, its unit, and its value kept until the page is left.
import { html, useId, useState } from "./dom.js";

export function Group({ name, title, hint, children }) {
  return html`<fieldset class="group" data-group=${name}><legend>${title}</legend>${hint && html`<p class="hint">${hint}</p>`}${children}</fieldset>`;
}

/** Options are [value, text] pairs. */
export function Choice({ label, value, options, onChange, name }) {
  const id = useId();
  return html`<div class="field"><label for=${id}>${label}</label>
    <select id=${id} class="pick" data-field=${name} value=${value} onChange=${(event) => onChange(event.target.value)}>${options.map(([key, text]) => html`<option key=${key} value=${key}>${text}</option>`)}</select></div>`;
}

export function Slider({ label, value, min, max, step = 1, text, onInput, name }) {
  const id = useId();
  return html`<div class="field slider"><label for=${id}>${label}</label><output for=${id}>${text}</output>
    <input id=${id} type="range" data-field=${name} min=${min} max=${max} step=${step} value=${value} aria-valuetext=${text} onInput=${(event) => onInput(Number(event.target.value))} /></div>`;
}

export function Switch({ label, on, onChange, name, detail }) {
  return html`<button class="switch" role="switch" aria-checked=${on} data-switch=${name} onClick=${() => onChange(!on)}><span><b>${label}</b>${detail && html`<small>${detail}</small>`}</span><i aria-hidden="true"></i></button>`;
}

const kept = new Map();

/** State that outlives the component: what was chosen is there again when the panel is opened anew. */
export function useKept(key, initial) {
  const [value, setValue] = useState(kept.has(key) ? kept.get(key) : initial);
  return [
    value,
    (next) => {
      kept.set(key, next);
      setValue(next);
    },
  ];
}
