// The array as a picture in space: a slab for each sample, pulled apart, and the three axes with their sizes.

import { svg } from "../viewer/dom.js";
import { place, table } from "../viewer/colors.js";
import { PLATE, cellOf, ravel } from "./block_arrange.js";
import { textWidth } from "./letters.js";
import { cellName, numberAt } from "./block_words.js";

/** Draws the slabs of a layout. Returns {svg, cells}: a map from the flat index to its element. */
export function drawBlock(model, layout, { colors, font }) {
  const { low, high } = model.scale;
  const ramp = table(low < 0 ? colors.diverging : [colors.sunken, colors.control]);
  const cells = new Map();
  const slabs = layout.slabs.map((slab) => drawSlab(slab, { model, layout, colors, ramp, cells }));
  const picture = svg("svg", {
    xmlns: "http://www.w3.org/2000/svg", width: layout.width, height: layout.height, viewBox: `0 0 ${layout.width} ${layout.height}`,
    "font-family": font, role: "group", "aria-label": model.title,
  }, ...depthLines(layout, colors), ...slabs, ...axes(model, layout, colors));
  return { svg: picture, cells };
}

/** Lines between the corners of neighbouring slabs: what was one block. */
function depthLines({ slabs }, colors) {
  const corners = ({ x, y, w, h }) => [[x, y], [x + w, y], [x, y + h], [x + w, y + h]];
  return slabs.slice(1).flatMap((slab, at) => corners(slab).map(([x, y], corner) => {
    const [x0, y0] = corners(slabs[at])[corner];
    return svg("path", { d: `M${x0} ${y0}L${x} ${y}`, stroke: colors.control, "stroke-width": 1, "stroke-dasharray": "2 4", opacity: 0.8 });
  }));
}

function drawSlab(slab, { model, layout, colors, ramp, cells }) {
  const [, timesteps, features] = model.array.shape;
  const { x, y, w, h, sample } = slab;
  const side = `M${x + w} ${y}l${PLATE} ${PLATE}v${h}h${-w}l${-PLATE} ${-PLATE}h${w}Z`;
  const label = (text, at) => svg("text", { "font-size": 11, fill: colors.muted, "text-anchor": "middle", stroke: colors.background, "stroke-width": 4, "paint-order": "stroke", ...at }, text);
  const grid = [];
  for (let timestep = 0; timestep < timesteps; timestep += 1) {
    for (let feature = 0; feature < features; feature += 1) {
      const index = ravel([sample, timestep, feature], model.array.shape);
      cells.set(index, drawCell(index, cellOf(slab, timestep, feature, layout.cell), { model, colors, ramp, font: layout.cell.font }));
      grid.push(cells.get(index));
    }
  }
  return svg("g", { class: "slab" },
    svg("path", { d: side, fill: colors.line, stroke: colors.control, "stroke-width": 1, "stroke-linejoin": "round" }),
    svg("rect", { x, y, width: w, height: h, fill: colors.background, stroke: colors.control }),
    svg("text", { x, y: y - 19, "font-size": 13, "font-weight": 600, fill: colors.ink }, model.samples[sample]),
    ...Array.from({ length: features }, (_, at) => label(String(at), { x: x + (at + 0.5) * layout.cell.w, y: y - 5 })),
    ...Array.from({ length: timesteps }, (_, at) => label(String(at), { x: x - 6, y: y + (at + 0.5) * layout.cell.h + 4, "text-anchor": "end" })),
    ...grid);
}

function drawCell(index, { x, y, w, h }, { model, colors, ramp, font }) {
  const value = model.array.values[index];
  const at = place(value, model.scale);
  const made = model.sources[index] < 0;
  const fill = made || at < 0 ? colors.background : ramp.fill[at];
  const ink = made ? colors.muted : at < 0 ? colors.ink : ramp.ink[at];
  const box = { x: x + 1, y: y + 1, width: w - 2, height: h - 2, rx: 3, fill, stroke: "none" };
  const number = { x: x + w / 2, y: y + h / 2 + 4, "font-size": font, "text-anchor": "middle", fill: ink };
  return svg("g", { class: "value", role: "button", tabindex: "-1", "data-index": index, "aria-label": cellName(index, model) },
    svg("rect", box), svg("text", number, numberAt(index, model)));
}

function axes(model, { slabs, across, height }, colors) {
  const first = slabs[0];
  const last = slabs.at(-1);
  const [samples, timesteps, features] = model.axes.map((title, axis) => ({ title, size: model.array.shape[axis] }));
  const left = first.x - 26;
  const bottom = last.y + last.h + PLATE + 10;
  const way = across
    ? [[first.x, first.y + first.h + PLATE + 10], [last.x + last.w, bottom]]
    : [[left - 8, first.y + first.h + 14], [last.x - 34, last.y + last.h]];
  const label = across ? { x: first.x, y: first.y + first.h + PLATE + 30 } : { x: last.x - 34, y: height - 10 };
  return [
    ...axis(features, [[first.x, first.y - 36], [first.x + first.w, first.y - 36]], { x: first.x, y: first.y - 43 }, colors),
    ...axis(timesteps, [[left, first.y], [left, first.y + first.h]], timestepsLabel(first, left), colors),
    ...(slabs.length > 1 || samples.size > 1 ? axis(samples, way, label, colors) : axis(samples, null, { x: first.x, y: height - 12 }, colors)),
  ];
}

/** How much room the timesteps' axis takes on the left: on a phone its label stands upright where that fits. */
export function leftOf(model, narrow) {
  return narrow && standsUpright(model) ? 44 : Math.max(60, timestepsWidth(model)) + 40;
}

function timestepsWidth({ array, axes: [, title] }) {
  return textWidth(`${title} ${array.shape[1]}`);
}

function standsUpright(model) {
  return timestepsWidth(model) <= 22 * model.array.shape[1];
}

/** Beside the arrow, or along it where the room on its left is too narrow. */
function timestepsLabel({ x, y, h }, left) {
  if (x > 80) return { x: left - 8, y: y + Math.min(h / 2, 40) + 4, "text-anchor": "end" };
  return { transform: `translate(${left - 8} ${y + h / 2}) rotate(-90)`, "text-anchor": "middle" };
}

function axis({ title, size }, way, at, colors) {
  const text = svg("text", { "font-size": 13, fill: colors.link, ...at }, `${title} `, svg("tspan", { "font-weight": 700 }, String(size)));
  if (!way) return [text];
  const [[x1, y1], [x2, y2]] = way;
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const head = `M${x2} ${y2}L${x2 - dx * 8 - dy * 4} ${y2 - dy * 8 + dx * 4}L${x2 - dx * 8 + dy * 4} ${y2 - dy * 8 - dx * 4}Z`;
  return [svg("path", { d: `M${x1} ${y1}L${x2 - dx * 6} ${y2 - dy * 6}`, stroke: colors.link, "stroke-width": 1.75 }), svg("path", { d: head, fill: colors.link }), text];
}
