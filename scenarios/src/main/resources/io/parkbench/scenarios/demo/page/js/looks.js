// The nine looks of a bay: each has a colour, a sign and a word, so that none is told by colour alone.
import { html } from "./dom.js";

export const LOOKS = ["charging", "reduced", "suspended", "waiting", "done", "free", "lost", "dark", "fault"];

const SIGNS = {
  charging: "M7 1 2.5 7H6l-1 4 4.5-6H6z",
  reduced: "M6 1.5v8M2.5 6.5 6 10l3.5-3.5",
  suspended: "M4 2v8M8 2v8",
  waiting: "M3 1.5h6L3 10.5h6z",
  done: "M2 6.5 5 9.5 10.5 3",
  free: "",
  lost: "M2 2l8 8M10 4.5a6 6 0 0 0-3-1.7M2 4.5l1-.7M4 7.5a3 3 0 0 1 1-.6",
  dark: "M2.5 2.5l7 7M9.5 2.5l-7 7",
  fault: "M6 1.5v5.5M6 10v.2",
};

/** The signs, once for all bays. */
export function SignSheet() {
  return html`<svg width="0" height="0" class="visually-hidden" aria-hidden="true"><defs>
    ${LOOKS.map((look) => html`<symbol id=${`sign-${look}`} viewBox="0 0 12 12" key=${look}><path d=${SIGNS[look]} class=${look === "charging" ? "solid" : ""} /></symbol>`)}
    <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v5" stroke="currentColor" stroke-width="2" /></pattern>
  </defs></svg>`;
}

export function Sign({ look }) {
  return html`<svg class=${`sign look-${look}`} viewBox="0 0 12 12" aria-hidden="true"><use href=${`#sign-${look}`} /></svg>`;
}
