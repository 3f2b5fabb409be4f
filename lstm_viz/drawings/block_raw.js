// The raw data beside the array: a table whose cells can be chosen.

import { h } from "../viewer/dom.js";

/** Returns {element, cells}: `cells` in the order of their flat index. */
export function rawTable({ raw, text }) {
  const cells = [];
  const heads = raw.labels.map((label) => h("th", { scope: "col" }, label));
  const rows = raw.rows.map((row, number) => h("tr", {}, h("th", { scope: "row" }, String(number + 1)), ...row.map((value) => {
    const cell = h("td", { role: "gridcell", tabindex: "-1", "data-source": cells.length }, value);
    cells.push(cell);
    return cell;
  })));
  const table = h("table", { role: "grid", "aria-label": text.raw_title }, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, text.row), ...heads)), h("tbody", {}, ...rows));
  return { element: h("div", { class: "raw" }, table), cells };
}

/** The flat index that an arrow key leads to. */
export function movedRaw(source, key, columns, count) {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[key];
  const next = source + (step ?? 0);
  return step === undefined ? null : next < 0 || next >= count ? source : next;
}
