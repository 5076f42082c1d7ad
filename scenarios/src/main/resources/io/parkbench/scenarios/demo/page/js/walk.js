// Moves the focus between bays by arrow keys, to the nearest one in that direction.
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function middle(node) {
  const box = node.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}

export function walk(event, box) {
  const here = event.target.closest("[data-bay]");
  if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
  const bays = [...box.querySelectorAll("[data-bay]")];
  let next = null;
  if (event.key === "Home") next = bays[0];
  else if (event.key === "End") next = bays.at(-1);
  else if (event.key in STEPS) next = nearest(bays, here, STEPS[event.key]);
  else return;
  event.preventDefault();
  next?.focus();
}

/** Across counts thrice: who walks right stays in the row. */
function nearest(bays, here, [dx, dy]) {
  const [x, y] = middle(here);
  let best = null;
  let least = Infinity;
  for (const bay of bays) {
    if (bay === here) continue;
    const [bx, by] = middle(bay);
    const along = (bx - x) * dx + (by - y) * dy;
    if (along < 4) continue;
    const far = along + 3 * Math.abs((bx - x) * dy + (by - y) * dx);
    if (far < least) [least, best] = [far, bay];
  }
  return best;
}
