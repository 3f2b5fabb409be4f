// How much room each heatmap gets, and where a column is: pure geometry, in CSS pixels.

export const GUTTER = 22;
export const AXIS = 20;
const GAP = 20;
const NARROWEST = 5;
const WIDEST = 96;
const FULL = 32;
const COMPACT = 23;
const WRITTEN = 20;

/** The height of a unit's row. */
export function rowHeight(units) {
  return Math.max(6, Math.min(28, Math.floor(360 / units)));
}

/**
 * Where things go at a width.
 *
 * Returns {side, columns}: whether the heatmaps stand beside the diagram, and how many in a row. The most of them in a
 * row with which the cells still hold their numbers; without numbers (more than 20 steps, many units) as many as fit.
 */
export function arrange({ width, steps, units, signals }) {
  const side = width >= 980;
  const written = steps <= WRITTEN && rowHeight(units) >= 17;
  const room = side ? width * 0.55 : width;
  const most = Math.min(width < 560 || (side && signals === 4) ? 2 : 3, signals);
  if (!written) return { side, columns: width < 560 ? 1 : most };
  const fitting = (space, count) => (space - GAP * (count - 1)) / count - GUTTER >= steps * COMPACT;
  const fewest = side && units <= 10 ? Math.min(2, most) : most;
  for (let count = most; count >= fewest; count -= 1) if (fitting(room, count)) return { side, columns: count };
  for (let count = most; count >= 1; count -= 1) {
    if (fitting(width, count)) return { side: false, columns: count };
  }
  return { side, columns: 1 };
}

/** One heatmap's geometry: column and row sizes, and how its cells show their numbers. */
export function heatmap({ width, steps, units }) {
  const inner = Math.max(1, width - GUTTER);
  const row = rowHeight(units);
  const column = Math.min(WIDEST, Math.max(NARROWEST, inner / steps));
  const roomy = row >= 17 && steps <= WRITTEN;
  const numbers = roomy && column >= FULL ? "full" : roomy && column >= COMPACT ? "compact" : "none";
  const content = column * steps;
  return { inner, row, column, numbers, content, height: row * units, scrolls: content > inner + 0.5 };
}

/** The offset that keeps a column in view: unchanged while it is, else the column near the left edge. */
export function offsetFor(time, offset, { column, inner, content, scrolls }) {
  if (!scrolls) return 0;
  const left = time * column;
  const margin = Math.min(2 * column, inner / 4);
  if (left >= offset + margin && left + column <= offset + inner - margin) return offset;
  const wanted = left < offset + margin ? left + column - inner * 0.85 : left - inner * 0.15;
  return Math.round(Math.min(Math.max(0, wanted), content - inner));
}

/** How far the label of a step reaches to each side of its middle, in the 11 pixels of an axis. */
export function labelReach(index) {
  return 3.5 * String(index + 1).length + 2;
}

/** How far a label in the middle of `center` must move to stay within 0 … `inner`; one that is outside stays there. */
export function inward(center, reach, inner) {
  if (center < 0 || center > inner) return 0;
  return Math.max(reach, Math.min(center, inner - reach)) - center;
}

/** The unit and step under a point of the cells' area. */
export function hit(x, y, offset, { column, row }, { steps, units }) {
  const within = (value, count) => Math.min(count - 1, Math.max(0, Math.floor(value)));
  return { time: within((x + offset) / column, steps), unit: within(y / row, units) };
}

/** Every how many steps (or units) a tick label stands, so that labels keep `space` pixels. */
export function tickEvery(size, space) {
  for (let power = 1; ; power *= 10) {
    for (const lead of [1, 2, 5]) if (lead * power * size >= space) return lead * power;
  }
}

/** Counted from 1: 1, 2, 3 … or 1, 3, 5 … or 1, 5, 10 … */
export function isTick(index, every) {
  return every <= 2 ? index % every === 0 : index === 0 || (index + 1) % every === 0;
}
