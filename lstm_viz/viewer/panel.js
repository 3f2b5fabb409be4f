// The left side: one unit at one step, as a diagram, as equations and in words; or two sequences side by side.

import { h, setText } from "./dom.js";
import { DIAGRAMS } from "./diagrams.js";
import { digitsAt } from "./digits.js";
import { comparison, equations } from "./equations.js";
import { barScales, barsOf, levels, namesAt, nodesOf, sizes, withDerived } from "./levels.js";
import { facts, stepNumber, unitNumber } from "./model.js";
import { differenceColor } from "./colors.js";
import { stepLabel } from "./header.js";
import { signed, vectorAt } from "./numbers.js";
import { drawScene, flow, paintScene } from "./scene.js";
import { fill } from "./text.js";
import { narrate, narrateDifference } from "./words.js";

/** Returns {build, update, flow}: `build` for a new model, width or theme; `update` for a cursor, which returns the digits shown; `flow` moves beads. */
export function createPanel(root) {
  const parts = Object.fromEntries(
    ["heading", "reads", "diagram", "equations", "words"].map((name) => [name, root.querySelector(`.${name}`)]));
  const state = {};
  return {
    build: (model, palette, width) => build(state, parts, model, palette, width),
    flow: () => flow(state.handles),
    update: (cursor) => (cursor.show === "A-B" ? updatePair : updateOne)(state, parts, cursor),
  };
}

function build(state, parts, model, palette, width) {
  const scene = DIAGRAMS[model.kind](Math.round(width));
  Object.assign(state, { model, palette, size: sizes(model), scales: barScales(model, palette), form: null });
  const pills = { activation: model.activation, remaining: "1 − z" };
  const titles = Object.entries(state.scales).map(([id, { diverging }]) => [id, model.text[diverging ? "bar_signed" : "bar_open"]]);
  state.handles = drawScene(scene, pills, Object.fromEntries(titles));
  parts.diagram.replaceChildren(state.handles.element);
}

function factsOf({ model }, name, { time, unit }) {
  return withDerived(model.kind, facts(model, name, time, unit), model.reset_after);
}

function placeOf({ model }, name, time) {
  const sequence = model.sequences[name];
  const step = stepNumber(model, time);
  const earlier = sequence.backwards ? (step < (model.part?.steps ?? sequence.steps) ? step + 1 : 0) : step - 1;
  return { time: step - 1, earlier, token: vectorAt(sequence, time) || sequence.tokens[time] };
}

function updateOne(state, parts, cursor) {
  const { model, palette, size, scales, handles } = state;
  const { show: name, time, unit } = cursor;
  const found = factsOf(state, name, cursor);
  const at = placeOf(state, name, time);
  heading(parts, model, cursor);
  parts.reads.textContent = stepLabel(model, model.sequences[name], time, { numbers: true });
  const names = namesAt(model.kind, { ...at, short: model.text });
  const shown = { size, palette, scales, names, short: model.text, digits: digitsAt(model, found) };
  paintScene(handles, levels(found, shown));
  parts.diagram.classList.toggle("masked", found.masked);
  writeEquations(state, parts, equations(model, found, at));
  say(parts, handles, narrate(model, found, { name, time, unit }));
  return shown.digits;
}

function heading(parts, model, { time, unit }) {
  parts.heading.textContent = fill(model.text.heading, { unit: unitNumber(model, unit), step: stepNumber(model, time) });
}

function say(parts, handles, sentences) {
  parts.words.replaceChildren(...sentences.map((sentence) => h("p", {}, sentence)));
  handles.element.setAttribute("aria-label", sentences.join(" "));
}

/** Builds the equations, or writes only the texts that change: few steps give them another form. */
function writeEquations(state, parts, rows) {
  const form = JSON.stringify(rows, (key, value) => (key === "text" ? undefined : value));
  if (form !== state.form) parts.equations.replaceChildren(...rows.map((row) => equation(row, state.palette)));
  else {
    const texts = rows.flatMap(({ formula, numbers, sum = [] }) => [...formula, ...numbers, ...sum].map(({ text }) => text));
    parts.equations.querySelectorAll(".equation > * > *").forEach((span, at) => setText(span, texts[at]));
  }
  state.form = form;
}

function equation({ formula, numbers, sum, gate }, palette) {
  const line = (className, list) => h("div", { class: className }, ...list.map(({ text, signal, replaced, below }) => {
    const span = h(replaced ? "s" : below ? "sub" : "span", signal ? { class: "term" } : {}, text);
    if (signal) {
      span.style.color = palette.signals[signal].text;
      span.dataset.term = signal;
    }
    return span;
  }));
  return h("div", { class: gate ? "equation of-gate" : "equation" }, line("formula", formula), line("numbers", numbers), ...(sum ? [line("sum", sum)] : []));
}

function updatePair(state, parts, cursor) {
  const { model, palette, size, scales, handles } = state;
  const { time, unit } = cursor;
  const [a, b] = model.names.map((name) => factsOf(state, name, cursor));
  heading(parts, model, cursor);
  parts.reads.replaceChildren(...model.names.flatMap((name, at) =>
    [at ? " · " : "", h("span", { class: name }, stepLabel(model, model.sequences[name], time))]));
  const at = placeOf(state, model.names[0], time);
  const names = namesAt(model.kind, { ...at, token: "     ", short: model.text });
  const rows = comparison(rowsOf(model, palette), a, b);
  const digits = Object.fromEntries(rows.map((row) => [row.key, row.digits]));
  paintScene(handles, pairLevels(model, a, b, { size, palette, scales, names, digits }));
  parts.diagram.classList.toggle("masked", false);
  parts.equations.replaceChildren(pairTable(model, rows, palette, [a.edited, b.edited]));
  state.form = null;
  say(parts, handles, narrateDifference(model, rows, cursor));
  return digits;
}

/** Two bars a gate, thin neutral wires, and the difference at each label: no value is shown that no cell has. */
function pairLevels(model, a, b, { size, palette, scales, names, digits }) {
  const texts = {};
  for (const [id, text] of Object.entries(names)) texts[id] = { text, color: palette.muted };
  for (const key of Object.keys(a)) {
    const difference = a[key] - b[key];
    texts[`${key}.value`] = { text: `Δ ${signed(difference, digits[key] ?? 2)}`, color: differenceColor(palette, difference) };
    if (model.text[key]) texts[`${key}.name`] ??= { text: model.text[key], color: palette.muted };
  }
  if (a.kept !== undefined) texts["kept.value"].text = `${model.text.kept} ${texts["kept.value"].text}`;
  const flows = Object.fromEntries(Object.keys(size).map((id) => [id, {
    width: 1.25 + 6.5 * Math.min(1, Math.abs(a[id] - b[id]) / (2 * size[id]) || 0), color: differenceColor(palette, a[id] - b[id]),
    edited: a.edited.includes(id) || b.edited.includes(id),
  }]));
  return { flows, texts, nodes: nodesOf(palette), bars: barsOf([a, b], { size, palette, scales }) };
}

const ROWS = {
  lstm: ["forget_gate", "input_gate", "candidate", "output_gate", "cell_before", "kept", "written", "cell", "hidden"],
  gru: ["update_gate", "reset_gate", "candidate", "hidden_before", "kept", "written", "hidden"],
  simple_rnn: ["from_input", "from_hidden", "hidden_before", "hidden"],
};

function rowsOf(model, palette) {
  return ROWS[model.kind].map((key) => ({ key, signal: palette.signals[key] ? key : null, label: model.text[`row_${key}`] }));
}

function pairTable(model, rows, palette, edited) {
  const cell = (tag, text, color) => {
    const element = h(tag, tag === "th" ? { scope: "row" } : {}, text);
    if (color) element.style.color = color;
    return element;
  };
  const head = ["", ...model.names, `Δ = ${model.names[0]} − ${model.names[1]}`].map((text, at) => {
    const element = h("th", { scope: "col" }, text);
    if (palette.sequences[text]) element.style.color = palette.sequences[text];
    return element;
  });
  const own = (text, by) => h("td", by ? { class: "edited", title: model.text.legend_edited } : {}, text);
  const body = rows.map(({ key, signal, label, ...row }) => h("tr", {},
    cell("th", label, signal && palette.signals[signal].text), ...[row.a, row.b].map((text, at) => own(text, edited[at].includes(key))),
    cell("td", row.text, differenceColor(palette, row.difference))));
  return h("table", { class: "pair" }, h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...body));
}
