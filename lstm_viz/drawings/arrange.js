// Where the boxes of an unrolled picture stand, in CSS pixels: lanes from bottom to top, columns from left to right.

import { textWidth } from "./letters.js";

export const LABEL = 17;
export const PAD = 7; // between a box and what is in it
const ROW = 17; // the height of a cell that holds its number
const NUMBERED = 6; // a column of more values goes without numbers
const TALLEST = 96; // of a column without numbers
const WIDE_CELL = 44;
const LANE_GAP = 42;
const TRACK_GAP = 24;
const BAND = 9; // how far a lane's band reaches beyond its boxes
const HEADER = 20;
const STEPS = 26; // the row of step labels
const ROOMY = { side: 30, gap: 42 }; // beside the outer columns, and between two columns, where arrows pass
const TIGHT = { side: 12, gap: 26 };
const WIDEST_GAP = 66;

/** Whether a box is as wide as the picture. */
export function isWide(node) {
  return node.column === null;
}

function countOf(node) {
  return node.values ? node.values.length : 0;
}

/** The height of a value's cell in a column of `count`. */
export function rowHeight(count) {
  return count <= NUMBERED ? ROW : Math.max(5, Math.min(12, Math.floor(TALLEST / count)));
}

/** The width of a value's cell in a wide box of `room` pixels. */
export function cellWidth(count, room) {
  return Math.min(56, room / count);
}

function boxHeight(node) {
  const count = countOf(node);
  if (!count) return LABEL + 2 * PAD;
  return 2 * PAD + LABEL + (isWide(node) ? ROW + 2 : count * rowHeight(count));
}

function boxWidth(nodes) {
  const widths = nodes.filter((node) => !isWide(node)).map((node) => {
    const values = !countOf(node) ? 0 : countOf(node) <= NUMBERED ? 54 : 38;
    return Math.max(values, Math.min(130, textWidth(node.label) + 2 * PAD));
  });
  return Math.max(40, ...widths);
}

function needOf(node) {
  const count = countOf(node);
  return 2 * PAD + Math.max(textWidth(node.label), count <= 8 ? count * WIDE_CELL : count * 9);
}

/** The rows of a lane, bottom to top: nodes that share a column stand above each other, wide ones above all of them. */
function tracksOf(model, lane) {
  const tracks = [];
  const used = new Map();
  model.nodes.forEach((node, index) => {
    if (node.lane !== lane || isWide(node)) return;
    const track = used.get(node.column) ?? 0;
    used.set(node.column, track + 1);
    (tracks[track] ??= []).push(index);
  });
  const wide = [...model.nodes.keys()].filter((index) => model.nodes[index].lane === lane && isWide(model.nodes[index]));
  return wide.length ? [...tracks, wide] : tracks;
}

/** Splits the width among the wide boxes of a track, each getting what it needs and the same share of what is left; of `shown` pixels their labels are in the middle. */
function splitTrack(model, indices, left, room, shown) {
  const needs = indices.map((index) => needOf(model.nodes[index]));
  const gap = 14;
  const rest = (room - gap * (indices.length - 1) - needs.reduce((sum, need) => sum + need, 0)) / indices.length;
  let x = left;
  return needs.map((need) => {
    const box = { x, w: need + rest, shown: Math.min(need + rest, shown) };
    x += need + rest + gap;
    return box;
  });
}

function widthOf(model, room, { side, gap }) {
  const box = boxWidth(model.nodes);
  const count = model.columns.length;
  const tracks = model.lanes.flatMap((_, lane) => tracksOf(model, lane)).filter((track) => isWide(model.nodes[track[0]]));
  const wide = Math.max(0, ...tracks.map((track) => track.reduce((sum, index) => sum + needOf(model.nodes[index]) + 14, -14)));
  const fitting = Math.min((room - 2 * side) / count, box + WIDEST_GAP);
  return { box, pitch: Math.max(box + gap, fitting, wide / count) };
}

/**
 * Where everything stands in a room so many pixels wide; the picture is wider if it has to be.
 *
 * `headed`: each lane's title stands above it, not beside it. Returns {width, height, pitch, gap, boxes, bands, steps, columns}:
 * `boxes` for each node {x, y, w, h, track, above, below}, the last two the middle of the free row above and below it, and for
 * a wide one `shown`, how much of it is in view at first;
 * `bands` for each lane {y, h}; `steps` the middle of the row of step labels; `columns` the middle of each column.
 */
export function arrange(model, room, headed) {
  const space = headed ? TIGHT : ROOMY;
  const { side } = space;
  const { box, pitch } = widthOf(model, room, space);
  const width = 2 * side + pitch * model.columns.length;
  const columns = model.columns.map((_, column) => side + pitch * (column + 0.5));
  const boxes = [];
  const bands = [];
  let y = 0;
  let track = model.lanes.reduce((sum, _, lane) => sum + Math.max(1, tracksOf(model, lane).length), 0);
  for (let lane = model.lanes.length - 1; lane >= 0; lane -= 1) {
    const tracks = tracksOf(model, lane).reverse();
    const top = y;
    y += BAND + (headed ? HEADER : 0);
    tracks.forEach((indices, order) => {
      track -= 1;
      const height = Math.max(...indices.map((index) => boxHeight(model.nodes[index])));
      const above = order === 0 ? top - (LANE_GAP - 2 * BAND) / 2 : y - TRACK_GAP / 2;
      const last = order === tracks.length - 1;
      const below = y + height + (last ? BAND + (LANE_GAP - 2 * BAND) / 2 : TRACK_GAP / 2);
      const parts = isWide(model.nodes[indices[0]]) ? splitTrack(model, indices, side, width - 2 * side, room - 2 * side) : null;
      indices.forEach((index, at) => {
        const node = model.nodes[index];
        const h = boxHeight(node);
        const across = parts ? parts[at] : { x: columns[node.column] - box / 2, w: box };
        boxes[index] = { ...across, y: y + (height - h) / 2, h, track, above, below };
      });
      y += height + (last ? 0 : TRACK_GAP);
    });
    if (!tracks.length) y += LABEL;
    y += BAND;
    bands[lane] = { y: top, h: y - top };
    y += LANE_GAP - 2 * BAND;
  }
  const steps = y - (LANE_GAP - 2 * BAND) + STEPS / 2;
  return { width, height: steps + STEPS / 2, pitch, gap: pitch - box, boxes, bands, steps, columns };
}

/** The node that an arrow key leads to, or the same if there is none in that direction. */
export function neighbour(boxes, from, key) {
  const middle = ({ x, y, w, h }) => [x + w / 2, y + h / 2];
  const [x, y] = middle(boxes[from]);
  const sideways = key === "ArrowLeft" || key === "ArrowRight";
  const sign = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
  let best = from;
  let least = Infinity;
  boxes.forEach((box, index) => {
    const [dx, dy] = [middle(box)[0] - x, middle(box)[1] - y];
    const [along, across] = sideways ? [dx * sign, Math.abs(dy)] : [dy * sign, Math.abs(dx)];
    if (index === from || along <= 0.5 || (sideways && box.track !== boxes[from].track)) return;
    const distance = along + (sideways ? 0 : 0.01 * across) ;
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}
