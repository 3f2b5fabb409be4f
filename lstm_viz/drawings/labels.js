// What stands around the picture: chips of the tensors, titles of the lanes, the legend, the chosen tensor's values.

import { fill } from "../viewer/text.js";
import { h } from "../viewer/dom.js";
import { format } from "../viewer/numbers.js";
import { rampOfScale } from "./cells.js";
import { arrayTable } from "./table.js";

/** As Python writes it: (1, 3), (3,), (). */
function shapeOf({ shape }) {
  return `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;
}

/** A button for each tensor. */
export function chipsOf({ tensors }, choose) {
  return tensors.map((tensor) => {
    const shape = h("span", { class: "shape" }, shapeOf(tensor.array));
    const chip = h("button", { type: "button", class: "chip", "data-name": tensor.name }, h("code", {}, tensor.name), shape);
    chip.onclick = () => choose(tensor.name);
    return chip;
  });
}

/** The title of each lane, at its band. */
export function titlesOf({ lanes }, bands) {
  return lanes.map((title, lane) => {
    const element = h("div", { class: "lane" }, h("span", {}, title));
    Object.assign(element.style, { top: `${bands[lane].y}px`, height: `${bands[lane].h}px` });
    return element;
  });
}

/** A tensor's name, shape and note; what to do if none is chosen. */
export function toldOf(tensor, { tensors, text }) {
  if (!tensor) return tensors.length ? [h("p", { class: "hint" }, text.hint)] : [];
  const notes = [tensor.note, tensor.nodes.length ? "" : text.nowhere].filter(Boolean).map((note) => h("p", { class: "note" }, note));
  const heading = h("p", { class: "name" }, h("code", {}, tensor.name), " ", h("span", { class: "shape" }, shapeOf(tensor.array)));
  return [heading, ...notes];
}

/** A tensor's values; nothing if none is chosen. */
export function valuesOf(tensor, { text }) {
  return tensor ? [arrayTable(tensor.array, tensor.axes, fill(text.table_label, { tensor: tensor.name }))] : [];
}

/** Which colour is which value, which arrow what, and the button that saves the drawing. */
export function legendOf({ scales, edges, text }, colors, save) {
  const items = Object.entries(scales).map(([name, { low, high, title }]) => {
    const ramp = h("span", { class: "ramp" });
    ramp.style.background = `linear-gradient(90deg, ${rampOfScale(name, colors).join(",")})`;
    return h("span", { class: "item" }, `${title} ${format(low)}`, ramp, format(high));
  });
  const kinds = [...new Set(edges.map(({ kind }) => kind))].sort();
  const arrows = kinds.map((kind) => h("span", { class: "item" }, h("span", { class: `line ${kind}` }), text[`edge_${kind}`]));
  const button = h("button", { type: "button", class: "save" }, text.save);
  button.onclick = save;
  return [...items, ...arrows, h("span", { class: "item keys" }, text.keys), button];
}
