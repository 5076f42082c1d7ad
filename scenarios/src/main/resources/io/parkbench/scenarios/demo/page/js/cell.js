// A value that tells its readers when it has changed; all readers hear of one frame's changes at once.
import { useEffect, useState } from "./dom.js";

const due = new Set();
let frame = 0;

function flush() {
  frame = 0;
  const readers = [...due];
  due.clear();
  for (const reader of readers) reader();
}

/** In a background tab no frame comes; the timer keeps the page from falling behind. */
function schedule() {
  if (frame) return;
  frame = document.hidden ? setTimeout(flush, 250) : requestAnimationFrame(flush);
}

export class Cell {
  constructor(value) {
    this.value = value;
    this.readers = new Set();
  }

  set(value) {
    if (Object.is(value, this.value)) return;
    this.value = value;
    this.touch();
  }

  /** Says that what the value holds has changed in place. */
  touch() {
    if (this.readers.size === 0) return;
    for (const reader of this.readers) due.add(reader);
    schedule();
  }

  /** Calls the reader after changes, at most once a frame, until the function returned is called. */
  listen(reader) {
    this.readers.add(reader);
    return () => {
      this.readers.delete(reader);
      due.delete(reader);
    };
  }
}

/** Renders the component again when the cell has changed. */
export function useCell(cell) {
  const [, again] = useState(0);
  useEffect(() => cell.listen(() => again((n) => n + 1)), [cell]);
  return cell.value;
}
