// How floors are laid out: the number of bays in a row and their width with which the whole park is seen at once.
const WIDEST = 92;
const NARROWEST = 20;
const READABLE = 34;
const TALL = 112 / 64;
const AISLE = 0.3;
const FLOOR_EDGE = 12;
const FLOOR_HEAD = 31;
const DISTRICT_HEAD = 21;
const GAP = 10;
/** Two rows that face each other look like a car park: worth bays that are a little narrower, while they can be read. */
const FACING = 1.2;
const worth = (rows, bay) => bay * (rows === 2 && bay >= 46 ? FACING : 1);

const columnsOf = (count, rows) => (rows === 1 || count < 4 ? count : Math.ceil(count / rows));

/** The rows of a floor, from the top down. */
export function rowsOf(places, columns) {
  const rows = [];
  for (let i = 0; i < places.length; i += columns) rows.push(places.slice(i, i + columns));
  return rows;
}

function floorSize(count, columns, bay) {
  const rows = Math.ceil(count / columns);
  return [columns * bay + FLOOR_EDGE, rows * bay * TALL + Math.floor(rows / 2) * bay * AISLE + FLOOR_HEAD];
}

/** Width and height of boxes set in lines, as a wrapping flex box does. */
function wrap(boxes, width) {
  let [x, y, line, widest] = [0, 0, 0, 0];
  for (const [w, h] of boxes) {
    if (x > 0 && x + GAP + w > width) {
      y += line + GAP;
      x = line = 0;
    }
    x += (x > 0 ? GAP : 0) + w;
    line = Math.max(line, h);
    widest = Math.max(widest, x);
  }
  return [widest, y + line];
}

function parkSize(districts, plan, width) {
  const boxes = districts.map((district) => {
    const floors = district.floors.map((floor) => floorSize(floor.bays.length, columnsOf(floor.bays.length, plan.rows), plan.bay));
    const [w, h] = wrap(floors, plan.stacked ? 0 : width);
    return [w, h + (district.name ? DISTRICT_HEAD : 0)];
  });
  return wrap(boxes, width);
}

/** Of all arrangements the one with the widest bays; where only tiny ones would fit, bays one can still read, and one scrolls. */
export function arrange(districts, width, height) {
  let best = null;
  for (const rows of [2, 1, 4]) {
    for (const stacked of [false, true]) {
      for (let bay = WIDEST; bay >= NARROWEST && worth(rows, bay) > (best?.worth ?? 0); bay--) {
        const [w, h] = parkSize(districts, { rows, stacked, bay }, width);
        if (w <= width && h <= height) best = { rows, stacked, bay, worth: worth(rows, bay) };
      }
    }
  }
  best ??= { rows: 2, stacked: false, bay: READABLE };
  return { ...best, columns: (count) => columnsOf(count, best.rows) };
}

/** On a phone one scrolls down: rows as long as the page is wide. */
export function arrangeNarrow(width) {
  const most = Math.max(3, Math.floor((width - FLOOR_EDGE) / 46));
  const columns = (count) => Math.min(columnsOf(count, 2), most);
  return { rows: 2, stacked: false, columns, width: (count) => Math.min(76, Math.floor((width - FLOOR_EDGE) / columns(count))) };
}
