// Where an array's slabs stand, in CSS pixels: one for each sample, a grid of timesteps (down) and features (across).

export const PAGE = 8; // slabs drawn at once
export const PLATE = 7; // how thick a slab is drawn
const ROOMY = { height: 28, around: 22, least: 36, most: 84, letter: 7.6, font: 13 }; // of a cell, and of its number
const TIGHT = { height: 22, around: 9, least: 26, most: 70, letter: 7, font: 12 };
const HEAD = 34; // a slab's title and the numbers of its features
const INDEX = 22; // the numbers of its timesteps
const STAGGER = 14; // how far each slab stands beyond the one before
const GAP = 22;
const TALL = 170; // slabs taller than this stand side by side, even if the picture then scrolls
const TOP = 26; // the features' axis
const BOTTOM = 38; // the samples' axis

/** The first sample of a page and the one after its last. */
export function pageOf(page, samples) {
  return { from: page * PAGE, to: Math.min((page + 1) * PAGE, samples) };
}

/** The page on which a sample is drawn. */
export function pageWith(sample) {
  return Math.floor(sample / PAGE);
}

/**
 * The slabs `from` … `to` of a shape (samples, timesteps, features) whose longest number has so many `letters`.
 *
 * `left`: what the timesteps' axis needs; `titles`: what the longest title needs. They stand side by side if that fits
 * the room, or if they are tall; the cells are large where all of them fit. Returns {across, width, height, cell, slabs}:
 * `cell` {w, h, font}, `slabs` {sample, x, y, w, h}, their grids alone.
 */
export function arrangeSlabs(shape, range, needs) {
  const roomy = stand(shape, range, needs, ROOMY);
  return roomy.across && roomy.width <= needs.room ? roomy : stand(shape, range, needs, TIGHT);
}

function stand([, timesteps, features], { from, to }, { letters, titles, left, room }, size) {
  const cell = { w: Math.min(size.most, Math.max(size.least, letters * size.letter + size.around)), h: size.height, font: size.font };
  const grid = { w: cell.w * features, h: cell.h * timesteps };
  const whole = { width: INDEX + Math.max(grid.w, titles) + PLATE, height: HEAD + grid.h + PLATE };
  const count = to - from;
  const across = left + count * (whole.width + GAP) <= room || whole.height > TALL;
  const [stepX, stepY] = across ? [whole.width + GAP, STAGGER] : [STAGGER, whole.height + GAP / 2];
  const slabs = Array.from({ length: count }, (_, at) => ({
    sample: from + at, x: left + INDEX + at * stepX, y: TOP + HEAD + at * stepY, ...grid,
  }));
  const last = slabs.at(-1);
  return { across, cell, slabs, width: last.x - INDEX + whole.width + STAGGER, height: last.y + grid.h + PLATE + BOTTOM };
}

/** Where a cell is: {x, y, w, h}. */
export function cellOf(slab, timestep, feature, cell) {
  return { x: slab.x + feature * cell.w, y: slab.y + timestep * cell.h, w: cell.w, h: cell.h };
}

/** [sample, timestep, feature] of a flat index, and back. */
export function unravel(index, [, timesteps, features]) {
  return [Math.floor(index / (timesteps * features)), Math.floor(index / features) % timesteps, index % features];
}

export function ravel([sample, timestep, feature], [, timesteps, features]) {
  return (sample * timesteps + timestep) * features + feature;
}

const MOVES = {
  ArrowLeft: [0, 0, -1], ArrowRight: [0, 0, 1], ArrowUp: [0, -1, 0], ArrowDown: [0, 1, 0], PageUp: [-1, 0, 0], PageDown: [1, 0, 0],
};

/** The flat index that a key leads to: arrows within a sample and on into the next, Page keys to the next sample; or null. */
export function movedCell(index, key, shape) {
  if (!(key in MOVES)) return null;
  const place = unravel(index, shape).map((at, axis) => at + MOVES[key][axis]);
  for (const axis of [2, 1]) {
    if (place[axis] >= 0 && place[axis] < shape[axis]) continue;
    place[0] += Math.sign(place[axis]) || -1;
    place[axis] = place[axis] < 0 ? shape[axis] - 1 : 0;
  }
  return place[0] < 0 || place[0] >= shape[0] ? index : ravel(place, shape);
}
