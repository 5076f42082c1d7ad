// Which tariffs, inputs, reductions and faults were in force when, for the lanes above the time line.
const KINDS = ["tariff", "input", "reduction", "fault"];

export class Lanes {
  constructor() {
    this.clear();
  }

  clear() {
    this.spans = [];
    this.open = new Map();
  }

  /** Compares what is in force now with what was: begins and ends spans. */
  look(t, { tariffs, inputs, zones, faults }) {
    const now = new Map();
    for (const name of tariffs?.inForce ?? []) now.set(`tariff/${name}`, name);
    for (const [id, cell] of inputs) if (cell.value?.active) now.set(`input/${id}`, id);
    for (const [id, cell] of zones) if (cell.value?.reduction) now.set(`reduction/${id}`, id);
    for (const fault of faults) now.set(`fault/${fault.id}`, fault.text);
    for (const [key, span] of this.open) {
      span.to = t;
      if (!now.has(key)) this.open.delete(key);
    }
    for (const [key, label] of now) {
      if (this.open.has(key)) continue;
      const span = { kind: key.slice(0, key.indexOf("/")), label, from: t, to: t };
      this.open.set(key, span);
      this.spans.push(span);
    }
  }

  static get kinds() {
    return KINDS;
  }
}
