// One bay seen from above. Drawn once; afterwards only what has changed is written into it, without a virtual DOM.
import { html, useEffect, useRef } from "./dom.js";
import { bay as bayCell } from "./store.js";
import { chosenBay } from "./choice.js";
import { t, language } from "./i18n.js";
import { amps, percent } from "./format.js";

const BAR_TOP = 27;
const BAR_HEIGHT = 62;

/** What a world shows of a bay; without load management everybody simply has what he can take. */
export function seen(bay, world) {
  if (world === "managed") return bay;
  const twin = bay.twin ?? {};
  const drawing = (twin.drawA ?? []).some((a) => a > 0.5);
  const look = twin.dark ? "dark" : !bay.car ? "free" : drawing ? "charging" : "done";
  return { ...bay, look, drawA: twin.drawA ?? [0, 0, 0], setpointA: null, kw: twin.kw, car: bay.car && { ...bay.car, soc: twin.soc ?? bay.car.soc } };
}

const peak = (draw) => (draw ? Math.max(draw[0] ?? 0, draw[1] ?? 0, draw[2] ?? 0) : 0);

/** The bay in words, for those who do not see it. */
export function spoken(place, bay, world = "managed") {
  const view = seen(bay, world);
  const parts = [place.name, t(`look.${view.look}`)];
  if (view.car) {
    parts.push(t("bay.draws", { a: amps(peak(view.drawA), 1) }));
    if (view.setpointA != null) parts.push(t("bay.may", { a: amps(view.setpointA, 1) }));
    if (view.car.soc != null) parts.push(t("bay.soc", { soc: percent(view.car.soc) }));
  }
  return parts.join(", ");
}

function paint(parts, place, bay, world, before) {
  const view = seen(bay, world);
  const { root } = parts;
  if (before.look !== view.look) {
    root.dataset.look = view.look;
    parts.sign.setAttribute("href", `#sign-${view.look}`);
    parts.words.textContent = spoken(place, bay, world);
    before.look = view.look;
  }
  const car = view.car != null;
  if (before.car !== car) {
    root.classList.toggle("taken", car);
    before.car = car;
  }
  const soc = view.car?.soc == null ? 0 : Math.round(view.car.soc * 100);
  if (before.soc !== soc) {
    parts.soc.style.transform = `scaleY(${soc / 100})`;
    parts.percent.textContent = view.car?.soc == null ? "" : `${soc}%`;
    before.soc = soc;
  }
  for (let p = 0; p < 3; p++) {
    const share = Math.round(Math.min(1, (view.drawA?.[p] ?? 0) / place.ratingA) * 100) / 100;
    if (before.bars[p] !== share) {
      parts.bars[p].style.transform = `scaleY(${share})`;
      before.bars[p] = share;
    }
  }
  const mark = car && view.setpointA != null ? Math.min(1, view.setpointA / place.ratingA) : -1;
  if (before.mark !== mark) {
    parts.mark.style.opacity = mark < 0 ? "0" : "1";
    if (mark >= 0) parts.mark.style.transform = `translateY(${(-BAR_HEIGHT * mark).toFixed(1)}px)`;
    before.mark = mark;
  }
  const text = car ? amps(peak(view.drawA), 0) : "";
  if (before.text !== text) {
    parts.text.textContent = text || place.short;
    before.text = text;
  }
}

export function Bay({ place, world, flip, tabIndex }) {
  const root = useRef(null);
  useEffect(() => {
    const node = root.current;
    const find = (name) => node.querySelector(`.${name}`);
    const parts = { root: node, sign: node.querySelector("use"), soc: find("soc"), percent: find("percent"), words: find("words"), mark: find("mark"), text: find("text"), bars: [...node.querySelectorAll(".bar")] };
    const before = { bars: [] };
    const cell = bayCell(place.id);
    const again = () => cell.value && paint(parts, place, cell.value, world, before);
    const words = () => {
      before.look = before.text = null;
      again();
    };
    again();
    const stop = [cell.listen(again), language.listen(words)];
    return () => stop.forEach((end) => end());
  }, [place, world]);
  useEffect(() => {
    const choose = () => root.current.classList.toggle("chosen", chosenBay.value === place.id);
    choose();
    return chosenBay.listen(choose);
  }, [place]);
  return html`<button class=${flip ? "bay flip" : "bay"} ref=${root} data-bay=${place.id} tabindex=${tabIndex} data-look="free">
    <span class="visually-hidden words">${place.name}</span>
    <svg viewBox="0 0 64 112" aria-hidden="true">
      <g class="ground">
        <path class="paint" d="M0 16v80M64 16v80" />
        <rect class="post" x="19" y="1" width="26" height="14" rx="4" />
        <path class="cable" d="M32 15v11" />
        <g class="car">
          <path class="body" d="M18 22q9-3 18 0 5 2 5.5 9v52q-.5 8-6 9.5-8.5 2-17 0-5.5-1.5-6-9.5V31q.5-7 5.5-9z" />
          <path class="soc" d="M18 22q9-3 18 0 5 2 5.5 9v52q-.5 8-6 9.5-8.5 2-17 0-5.5-1.5-6-9.5V31q.5-7 5.5-9z" />
          <path class="glass" d="M16 40q11-5 22 0l-2.5 7q-8.5-2.5-17 0zM17.5 79q9.5 2.5 19 0l1 5.5q-10.5 3-21 0z" />
          <path class="edge" d="M15.5 48v29M38.5 48v29" />
        </g>
        <g class="bars">
          ${[0, 1, 2].map((p) => html`<rect class="bar-track" key=${`t${p}`} x=${46.5 + p * 4.7} y=${BAR_TOP} width="3.6" height=${BAR_HEIGHT} rx="1" />`)}
          ${[0, 1, 2].map((p) => html`<rect class="bar" key=${`b${p}`} x=${46.5 + p * 4.7} y=${BAR_TOP} width="3.6" height=${BAR_HEIGHT} />`)}
          <path class="mark" d=${`M45 ${BAR_TOP + BAR_HEIGHT}h16.5`} />
        </g>
      </g>
      <svg class="sign" x="26" y=${flip ? 98 : 2} width="12" height="12" viewBox="0 0 12 12"><use href="#sign-free" /></svg>
      <text class="percent" x="27" y="66"></text>
      <text class="text" x="32" y=${flip ? 11 : 109}>${place.short}</text>
    </svg>
  </button>`;
}
