// Draws a heatmap's visible cells on its canvas. Runs when the data, theme, size or offset change, never for a step.

import { place } from "./colors.js";
import { compact, format } from "./numbers.js";
import { EDITED, blockOf, chosenMarks } from "./marks.js";
import { stepNumber, unitNumber } from "./model.js";
import { AXIS, GUTTER, inward, isTick, labelReach, tickEvery } from "./layout.js";

const ROW_LABEL = 13;

/** One pixel a cell, [unit][time]: what the visible window is stretched from. */
export function cellImage(shown, scale, colors, { steps, units, mask, empty }) {
  const pixels = new Uint32Array(steps * units);
  for (let time = 0; time < steps; time += 1) {
    for (let unit = 0; unit < units; unit += 1) {
      const at = place(shown[time * units + unit], scale);
      const packed = at < 0 ? empty : colors.packed[at];
      pixels[unit * steps + time] = mask && !mask[time] ? (packed & 0x00ffffff) | (0x66 << 24) : packed;
    }
  }
  const canvas = document.createElement("canvas");
  canvas.width = steps;
  canvas.height = units;
  const data = new ImageData(new Uint8ClampedArray(pixels.buffer), steps, units);
  canvas.getContext("2d").putImageData(data, 0, 0);
  return canvas;
}

/** Fits the canvas to its size on screen and returns its context, in CSS pixels. */
export function prepare(canvas, width, height, ratio) {
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, { width: w, height: h });
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

/** Cells, gaps, numbers and axes of one heatmap. */
export function paintHeatmap(context, view) {
  const { geometry, offset } = view;
  context.save();
  context.beginPath();
  context.rect(GUTTER, 0, geometry.inner, geometry.height);
  context.clip();
  context.translate(GUTTER - offset, 0);
  if (geometry.numbers === "none") paintImage(context, view);
  else paintCells(context, view);
  if (view.marks) paintMarks(context, view);
  context.restore();
  paintAxes(context, view, ticksBeside(view));
}

function paintImage(context, { geometry, image, steps, units, palette }) {
  const { column, row } = geometry;
  context.imageSmoothingEnabled = false;
  context.drawImage(image, 0, 0, steps * column, units * row);
  context.fillStyle = palette.background;
  const gap = Math.min(column, row) >= 16 ? 2 : Math.min(column, row) >= 7 ? 1 : 0;
  if (!gap) return;
  for (let time = 1; time < steps; time += 1) context.fillRect(time * column - gap / 2, 0, gap, units * row);
  for (let unit = 1; unit < units; unit += 1) context.fillRect(0, unit * row - gap / 2, steps * column, gap);
}

function paintCells(context, { geometry, shown, scale, colors, steps, units, mask, palette, font }) {
  const { column, row } = geometry;
  const write = geometry.numbers === "full" ? (value) => format(value, Math.abs(value) >= 9.995 ? 1 : 2) : compact;
  const size = geometry.numbers === "full" ? 12 : 10.5;
  context.font = `${Math.min(size, row - 5)}px ${font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (let time = 0; time < steps; time += 1) {
    context.globalAlpha = 1;
    const skipped = mask && !mask[time];
    for (let unit = 0; unit < units; unit += 1) {
      const value = shown[time * units + unit];
      const at = place(value, scale);
      const [x, y] = [time * column, unit * row];
      context.fillStyle = skipped || at < 0 ? palette.sunken : colors.fill[at];
      context.beginPath();
      context.roundRect(x + 1, y + 1, column - 2, row - 2, 2.5);
      context.fill();
      context.fillStyle = skipped || at < 0 ? palette.muted : colors.ink[at];
      context.fillText(write(value), x + column / 2, y + row / 2 + 0.5);
    }
  }
}

/** A dot in the cells that edits have changed, a corner in those that were set by hand, in the ink that their colour carries. */
function paintMarks(context, { geometry, offset, shown, scale, colors, steps, units, marks, mask, palette }) {
  const { column, row, inner } = geometry;
  const from = Math.max(0, Math.floor(offset / column));
  const to = Math.min(steps, Math.ceil((offset + inner) / column));
  const size = Math.min(10, Math.max(4, Math.min(column, row) * 0.4));
  context.globalAlpha = 1;
  for (const { time, unit, level } of chosenMarks(marks, { from, to, units }, blockOf(geometry))) {
    const at = place(shown[time * units + unit], scale);
    const [right, top] = [(time + 1) * column - 1, unit * row + 1];
    context.fillStyle = at < 0 || (mask && !mask[time]) ? palette.ink : colors.ink[at];
    context.beginPath();
    if (level === EDITED) cornerPath(context, right, top, size);
    else context.arc(right - size / 2, top + size / 2, size / 4, 0, 2 * Math.PI);
    context.fill();
  }
}

function cornerPath(context, right, top, size) {
  context.moveTo(right - size, top);
  context.lineTo(right, top);
  context.lineTo(right, top + size);
}

/** The same axes with other `ticks`. */
export function repaintAxes(context, view, ticks) {
  const { inner, height } = view.geometry;
  context.clearRect(0, 0, GUTTER, height + AXIS);
  context.clearRect(0, height, GUTTER + inner, AXIS);
  paintAxes(context, view, ticks);
}

/** The places and numbers of the ticks, but for those that the cursor's own labels would cover: {rows, columns}. */
export function ticksBeside({ geometry, offset, steps, units, part, cursor }) {
  const { column, row, inner } = geometry;
  const rows = [];
  const among = tickEvery(row, 14);
  for (let unit = 0; unit < units; unit += 1) {
    const covered = Math.abs(unit - cursor.unit) * row < ROW_LABEL;
    if (isTick(unit, among) && !covered) rows.push([Math.max(6, unit * row + row / 2 + 0.5), unitNumber({ part }, unit)]);
  }
  const columns = [];
  const every = tickEvery(column, 9 + 7 * String(steps).length);
  const own = cursor.time * column + column / 2 - offset;
  const label = own + inward(own, labelReach(cursor.time), inner);
  for (let time = 0; time < steps; time += 1) {
    const x = time * column + column / 2 - offset;
    const number = stepNumber({ part }, time);
    if (x < 0 || x > inner || !isTick(number - 1, every)) continue;
    const at = Math.min(x, inner - 3 * String(number).length);
    const covered = Math.abs(at - label) < labelReach(time) + labelReach(cursor.time);
    if (!covered) columns.push([at, number]);
  }
  return { rows, columns };
}

function paintAxes(context, { geometry, palette, font }, { rows, columns }) {
  context.fillStyle = palette.muted;
  context.font = `11px ${font}`;
  context.textBaseline = "middle";
  context.textAlign = "right";
  for (const [y, number] of rows) context.fillText(String(number), GUTTER - 6, y);
  context.textAlign = "center";
  for (const [x, number] of columns) context.fillText(String(number), GUTTER + x, geometry.height + AXIS / 2 + 2);
}
