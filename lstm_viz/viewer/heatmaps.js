// The heatmaps of all signals: canvases that are painted rarely, and markers that move at every step.

import { rampOf, rgb, table } from "./colors.js";
import { h, setText } from "./dom.js";
import { AXIS, GUTTER, heatmap, hit, inward, labelReach, offsetFor } from "./layout.js";
import { EDITED, blockOf, marksOf } from "./marks.js";
import { scaleOf, stepNumber, stepsOf, unitNumber, values } from "./model.js";
import { format, signed } from "./numbers.js";
import { cellImage, paintHeatmap, prepare, repaintAxes, ticksBeside } from "./paint.js";
import { fill } from "./text.js";

const ROOM = 4;

/** Builds one figure a signal in `parent`. Returns {rebuild, show, size, paint, mark}. */
export function createHeatmaps(parent, { choose, redraw }) {
  const state = { parent, figures: [], offset: 0, geometry: null, view: null, cursor: null };
  const rebuild = (model) => {
    state.offset = 0;
    parent.replaceChildren();
    state.figures = model.signals.map((signal) => createFigure(parent, signal, state, { choose, redraw }));
  };
  return {
    rebuild,
    show: (model, show, palette) => prepareViews(state, model, show, palette),
    size: (width) => resize(state, width),
    paint: (font) => {
      Object.assign(state, { font, ticks: null });
      state.figures.forEach((figure) => paint(figure, state));
    },
    mark: (cursor, digits) => mark(state, cursor, digits),
  };
}

function createFigure(parent, signal, state, { choose, redraw }) {
  const canvas = h("canvas", { role: "img" });
  const spacer = h("div", { class: "spacer" });
  const column = h("div", { class: "column-mark" });
  const row = h("div", { class: "row-mark" });
  const window_ = h("div", { class: "window" }, spacer);
  const value = h("span", { class: "value" });
  const scale = h("span", { class: "scale" });
  const name = h("span", { class: "name" }, signal.label);
  const plot = h("div", { class: "plot" }, canvas, h("div", { class: "clip" }, column), row, window_);
  const element = h("figure", { class: "heatmap", "data-term": signal.name }, h("figcaption", {}, name, value, scale), plot);
  parent.append(element);
  const figure = { signal, canvas, spacer, column, row, window: window_, value, scale, name, plot, element };
  window_.onscroll = () => scrolled(state, window_.scrollLeft, redraw);
  followPointer(figure, state, choose);
  return figure;
}

function followPointer(figure, state, choose) {
  const at = (event) => {
    const box = figure.window.getBoundingClientRect();
    const zoom = box.width / figure.window.offsetWidth || 1;
    const [x, y] = [(event.clientX - box.left) / zoom, (event.clientY - box.top) / zoom];
    return hit(x, y, state.offset, state.geometry, state.view);
  };
  const drag = (event) => event.buttons === 1 && (event.pointerType === "mouse" || !state.geometry.scrolls);
  figure.window.onclick = (event) => choose(at(event));
  figure.window.onpointermove = (event) => {
    const { time, unit } = at(event);
    const place = time * state.view.units + unit;
    const label = fill(state.view.text.tooltip, { ...numbersAt(state.view, time, unit), value: format(figure.shown[place], 4) });
    figure.window.title = marked(label, figure.marks?.[place], state.view.text);
    if (drag(event)) choose({ time, unit });
  };
}

function scrolled(state, left, redraw) {
  if (Math.abs(left - state.offset) < 1) return;
  state.offset = left;
  placeMarks(state);
  for (const figure of state.figures) if (Math.abs(figure.window.scrollLeft - left) >= 1) figure.window.scrollLeft = left;
  redraw();
}

function prepareViews(state, model, show, palette) {
  const steps = stepsOf(model, show);
  const mask = show === "A-B" ? null : model.sequences[show].mask;
  state.view = { steps, units: model.units, part: model.part, mask, palette, text: model.text, difference: show === "A-B" };
  const [r, g, b] = rgb(palette.sunken);
  const empty = (255 << 24) | (b << 16) | (g << 8) | r;
  for (const figure of state.figures) {
    figure.shown = values(model, show, figure.signal.name);
    figure.marks = marksOf(model, show, figure.signal.name);
    figure.range = scaleOf(model, show, figure.signal, figure.shown);
    figure.mask = isState(figure.signal.name) ? null : mask;
    figure.colors = table(rampOf(palette, figure.range));
    figure.image = cellImage(figure.shown, figure.range, figure.colors, { ...state.view, mask: figure.mask, empty });
    figure.name.style.color = palette.signals[figure.signal.name].text;
    figure.scale.textContent = scaleText(figure.range);
    figure.scale.style.setProperty("--ramp", `linear-gradient(90deg, ${rampOf(palette, figure.range).join(",")})`);
  }
}

function numbersAt(view, time, unit) {
  return { unit: unitNumber(view, unit), step: stepNumber(view, time) };
}

/** What is said of a cell, and of its mark if it has one. */
function marked(label, level, text) {
  return level ? fill(level === EDITED ? text.cell_edited : text.cell_changed, { label }) : label;
}

/** A masked step repeats the states, so theirs are values like any other; its gates were computed and thrown away. */
function isState(name) {
  return name === "cell" || name === "hidden";
}

/** How far the marker stands outside a column, so that it never hides a narrow one. */
function around(column) {
  return column < 14 ? 2 : 0;
}

/** "0 … 1" or "±2.4". */
export function scaleText({ low, high, diverging }) {
  return diverging && low === -high ? `±${trimmed(high)}` : `${trimmed(low)} … ${trimmed(high)}`;
}

function trimmed(value) {
  return format(value, Math.abs(value) < 0.1 ? 3 : 2).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}

function resize(state, width) {
  const { steps, units } = state.view;
  state.geometry = heatmap({ width, steps, units });
  const { content, inner, height, column, row, scrolls } = state.geometry;
  const { across, down } = blockOf(state.geometry);
  state.parent.dataset.thinned = String(across * down > 1);
  for (const figure of state.figures) {
    figure.plot.style.height = `${height + AXIS}px`;
    Object.assign(figure.window.style, { left: `${GUTTER}px`, width: `${inner}px` });
    figure.window.style.height = `${height + (scrolls ? AXIS + 12 : 0)}px`;
    figure.plot.classList.toggle("scrolls", scrolls);
    Object.assign(figure.spacer.style, { width: `${content}px`, height: `${height}px` });
    figure.element.style.maxWidth = `${Math.max(220, GUTTER + content)}px`;
    figure.column.parentNode.style.width = `${inner + 2 * ROOM}px`;
    Object.assign(figure.column.style, { width: `${column + 2 * around(column)}px`, height: `${height + 4}px` });
    Object.assign(figure.row.style, { width: `${Math.min(content, inner) + 4}px`, height: `${row}px` });
  }
}

function paint(figure, state) {
  const { geometry, offset, view, font, cursor } = state;
  const { width } = figure.plot.getBoundingClientRect();
  const zoom = width / figure.plot.offsetWidth || 1;
  const ratio = Math.min(4, (globalThis.devicePixelRatio || 1) * zoom);
  const context = prepare(figure.canvas, geometry.inner + GUTTER, geometry.height + AXIS, ratio);
  const { shown, range, colors, image, mask, marks } = figure;
  paintHeatmap(context, { ...view, mask, marks, geometry, offset, shown, scale: range, colors, image, font, cursor });
}

/** Puts the markers where the cursor is in the window; the label of the step stays within it. */
function placeMarks({ figures, geometry, offset, cursor }) {
  const { column, row, inner } = geometry;
  const x = cursor.time * column - offset;
  const shift = inward(x + column / 2, labelReach(cursor.time) - ROOM, inner);
  for (const figure of figures) {
    figure.column.style.transform = `translate(${x - around(column)}px, 0)`;
    figure.column.style.setProperty("--shift", `${shift}px`);
    figure.row.style.transform = `translate(0, ${cursor.unit * row}px)`;
  }
}

/** Paints the axes of all figures again if the cursor's labels cover other ticks than before. */
function markAxes(state) {
  const view = { ...state.view, geometry: state.geometry, offset: state.offset, cursor: state.cursor, font: state.font };
  const ticks = ticksBeside(view);
  const written = JSON.stringify(ticks);
  if (written === state.ticks) return;
  state.ticks = written;
  // All canvases before all elements: to write on a canvas, the browser computes the styles of what has changed before.
  for (const figure of state.figures) repaintAxes(figure.canvas.getContext("2d"), view, ticks);
}

/**
 * Moves the markers, and writes each signal's value with its `digits` beside its name.
 *
 * Returns whether the window had to scroll, so that the canvases are painted again.
 */
function mark(state, cursor, digits) {
  const { geometry, view } = state;
  const { time, unit } = cursor;
  const offset = offsetFor(time, state.offset, geometry);
  const scroll = offset !== state.offset;
  Object.assign(state, { offset, cursor });
  if (scroll) for (const figure of state.figures) figure.window.scrollLeft = offset;
  else markAxes(state);
  placeMarks(state);
  for (const figure of state.figures) {
    figure.column.dataset.at = stepNumber(view, time);
    figure.row.dataset.at = unitNumber(view, unit);
    const place = time * view.units + unit;
    const value = figure.shown[place];
    const decimals = digits[figure.signal.name] ?? 2;
    const text = figure.range.diverging ? signed(value, decimals) : format(value, decimals);
    setText(figure.value, figure.marks?.[place] === EDITED && !view.difference ? `← ${text}` : text);
    figure.canvas.setAttribute("aria-label", marked(fill(view.text.heatmap_label, {
      signal: figure.signal.label, ...numbersAt(view, time, unit), value: format(value, decimals),
    }), figure.marks?.[place], view.text));
  }
  return scroll;
}
