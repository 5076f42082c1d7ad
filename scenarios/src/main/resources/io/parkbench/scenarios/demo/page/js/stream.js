// The one event stream: keeps it open, notices when it is silent, and lets nothing in before its world is known.
import { Cell } from "./cell.js";
import { enter, site, take } from "./store.js";

const SILENCE_MS = 7000;

/** connecting, live, or lost. */
export const link = new Cell("connecting");

let heard = 0;
let waiting = null;

async function ask(path) {
  const response = await fetch(path, { cache: "no-store" });
  if (!response.ok) throw new Error(`/${path}: ${response.status}`);
  return response.json();
}

/** The world's description and its past; asked again where the world has changed between the two. */
async function fetchWorld() {
  for (;;) {
    const [site, past] = [await ask("site"), await ask("past")];
    if (site.world === past.world) return [site, past];
  }
}

/** Fetches the world's description until it is had; events wait meanwhile, in their order. */
async function another() {
  if (waiting) return;
  waiting = [];
  for (;;) {
    try {
      enter(...(await fetchWorld()));
      break;
    } catch {
      link.set("lost");
      await new Promise((resume) => setTimeout(resume, 1500));
    }
  }
  const kept = waiting;
  waiting = null;
  for (const [message, whole] of kept) arrive(message, whole);
}

function arrive(message, whole) {
  heard = performance.now();
  if (waiting) {
    waiting.push([message, whole]);
    return;
  }
  if (message.world !== site.value?.world) {
    // a delta of a world that is gone is of no use; a state of one not yet known waits for its description
    if (!whole && site.value && message.world < site.value.world) return;
    another();
    if (whole) waiting?.push([message, whole]);
    return;
  }
  take(message, whole);
  link.set("live");
}

export function openStream() {
  let source;
  const open = () => {
    source = new EventSource("events");
    source.addEventListener("state", (event) => arrive(JSON.parse(event.data), true));
    source.addEventListener("delta", (event) => arrive(JSON.parse(event.data), false));
    source.addEventListener("site", (event) => {
      if (JSON.parse(event.data).world !== site.value?.world) another();
    });
    source.onerror = () => {
      if (link.value === "live") link.set("lost");
      // the browser tries again by itself unless the answer was no event stream
      if (source.readyState === EventSource.CLOSED) setTimeout(open, 2000);
    };
  };
  another().then(open);
  setInterval(() => {
    if (link.value === "live" && performance.now() - heard > SILENCE_MS) link.set("lost");
  }, 1000);
}
