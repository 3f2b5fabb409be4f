// An array as a table: its last axis to the right, the others downwards, each with its name.

import { h } from "../viewer/dom.js";
import { everyIndex } from "./arrays.js";
import { written } from "./cells.js";

/** `label`: what a screen reader calls it. */
export function arrayTable({ shape, values }, axes, label) {
  const across = shape.length ? shape.at(-1) : 1;
  const down = shape.slice(0, -1);
  const numbers = written(values);
  const head = h("thead", {}, ...(shape.length ? heads(axes, across) : []));
  const rows = everyIndex(down).map((index, row) => {
    const names = index.flatMap((at, axis) => (isFirst(index, axis) ? [h("th", { scope: "row", rowspan: span(down, axis) }, String(at))] : []));
    const cells = numbers.slice(row * across, (row + 1) * across).map((number) => h("td", {}, number));
    return h("tr", {}, ...names, ...cells);
  });
  return h("div", { class: "numbers", tabindex: "0", role: "region", "aria-label": label }, h("table", {}, head, h("tbody", {}, ...rows)));
}

function heads(axes, across) {
  const down = axes.slice(0, -1).map((axis) => h("th", { scope: "col", rowspan: 2, class: "axis" }, axis));
  const units = Array.from({ length: across }, (_, at) => h("th", { scope: "col" }, String(at)));
  return [h("tr", {}, ...down, h("th", { scope: "colgroup", colspan: across, class: "axis" }, axes.at(-1))), h("tr", {}, ...units)];
}

/** Whether a row is the first with this index on this axis, so that its name stands there for all that follow. */
function isFirst(index, axis) {
  return index.slice(axis + 1).every((at) => at === 0);
}

function span(down, axis) {
  return down.slice(axis + 1).reduce((product, size) => product * size, 1);
}
