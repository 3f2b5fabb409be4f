// What is said of a cell of the array or of a raw value.

import { fill } from "../viewer/text.js";
import { format } from "../viewer/numbers.js";
import { unravel } from "./block_arrange.js";

const NAMED = 6; // more places than this are counted, not named

/** A number of the array as it is shown: all with as many decimals. */
export function numberAt(index, { array, digits }) {
  return format(array.values[index], digits);
}

/** "X[sample 1, timestep 2, feature 0]" */
export function nameOf(index, { array, text }) {
  const [sample, timestep, feature] = unravel(index, array.shape);
  return fill(text.place, { sample, timestep, feature });
}

/** "X[…] = 0.71" */
export function cellName(index, model) {
  return fill(model.text.cell, { place: nameOf(index, model), value: numberAt(index, model) });
}

/** Where a raw value stands in the table, counted as the table counts, and what is written there. */
function rawCell(source, { raw }) {
  const [row, column] = [Math.floor(source / raw.labels.length), source % raw.labels.length];
  return { row: row + 1, column: raw.labels[column], value: raw.rows[row][column] };
}

/** The flat indices of the cells that hold a raw value. */
export function holders(source, { sources }) {
  return [...sources.keys()].filter((index) => sources[index] === source);
}

/** What a cell of the array is. */
export function wordsOfCell(index, model) {
  const { sources, text } = model;
  const cell = cellName(index, model);
  const source = sources[index];
  if (source < 0) return fill(text.made_up, { cell });
  const said = fill(text.is_raw, { cell, ...rawCell(source, model) });
  const count = holders(source, model).length;
  return count > 1 ? `${said} ${fill(text.also, { count })}` : said;
}

/** Where a raw value stands in the array. */
export function wordsOfRaw(source, model) {
  const { text } = model;
  const found = holders(source, model);
  const names = found.slice(0, NAMED).map((index) => nameOf(index, model)).join(", ");
  const said = { ...rawCell(source, model), count: found.length, places: names, more: found.length - NAMED };
  if (!found.length) return fill(text.nowhere, said);
  if (found.length === 1) return fill(text.once, said);
  return fill(found.length > NAMED ? text.often : text.some, said);
}
