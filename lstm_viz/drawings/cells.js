// The values of a box as a strip of coloured cells, with their numbers where there is room.

import { svg } from "../viewer/dom.js";
import { place, table } from "../viewer/colors.js";
import { format } from "../viewer/numbers.js";
import { areWhole, digitsIn } from "./arrays.js";
import { LABEL, PAD, cellWidth, isWide, rowHeight } from "./arrange.js";

const LEAST_WIDTH = 34; // of a cell that holds its number
const LEAST_HEIGHT = 14;

/** The stops of each scale's ramp: gates have their own, states one in common, the rest goes from light to dark. */
export function rampOfScale(name, colors) {
  if (name === "signed") return colors.diverging;
  return name === "plain" ? [colors.sunken, colors.muted] : colors.signals[name].ramp;
}

/** A look-up table for each scale. */
export function tables(scales, colors) {
  return Object.fromEntries(Object.keys(scales).map((name) => [name, table(rampOfScale(name, colors))]));
}

/** A number as short as a cell needs it. */
export function short(value, whole) {
  const size = Math.abs(value);
  return format(value, whole || size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
}

/** All numbers of a box or table with as many decimals as they have, but no more than five. */
export function written(values) {
  const digits = digitsIn(values, 5);
  return Array.from(values, (value) => format(value, digits));
}

/** Where a box's cells are: [{x, y, w, h}, …] from the first value on, downwards in a column, to the right in a wide box. */
export function cellBoxes(node, box) {
  const count = node.values.length;
  if (!isWide(node)) {
    const h = rowHeight(count);
    return Array.from({ length: count }, (_, at) => ({ x: box.x + PAD, y: box.y + PAD + LABEL + at * h, w: box.w - 2 * PAD, h }));
  }
  const w = cellWidth(count, box.shown - 2 * PAD);
  const left = box.x + (box.shown - w * count) / 2;
  const h = box.h - 2 * PAD - LABEL;
  return Array.from({ length: count }, (_, at) => ({ x: left + at * w, y: box.y + PAD + LABEL, w, h }));
}

/** The cells as SVG elements. */
export function drawCells(node, box, { scales, painted, colors }) {
  const whole = areWhole(node.values);
  return cellBoxes(node, box).flatMap((cell, at) => {
    const value = node.values[at];
    const index = place(value, scales[node.scale]);
    const gap = Math.min(cell.w, cell.h) >= 9 ? 0.75 : 0.25;
    const fill = index < 0 ? colors.sunken : painted[node.scale].fill[index];
    const shape = svg("rect", {
      class: "cell", x: cell.x + gap, y: cell.y + gap, width: cell.w - 2 * gap, height: cell.h - 2 * gap, rx: Math.min(2.5, cell.h / 4), fill,
    });
    if (cell.w < LEAST_WIDTH || cell.h < LEAST_HEIGHT) return [shape];
    const ink = index < 0 ? colors.muted : painted[node.scale].ink[index];
    return [shape, svg("text", { x: cell.x + cell.w / 2, y: cell.y + cell.h / 2 + 4, "font-size": 11.5, "text-anchor": "middle", fill: ink }, short(value, whole))];
  });
}
