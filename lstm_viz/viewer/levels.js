// From a unit's numbers to what the diagram shows: thickness of wires, height of bars, texts of labels.

import { signColor } from "./colors.js";
import { asShown, format, signed, subscript } from "./numbers.js";

const THINNEST = 1.25;
const THICKEST = 6.5;
const GATES = ["forget_gate", "input_gate", "update_gate", "reset_gate", "output_gate", "candidate"];
// What a masked step computes and throws away: the state does not come from it.
const DISCARDED = ["kept", "written", "activated_cell", "recalled", "sum"];
const STATES = ["cell_before", "kept", "written", "cell", "activated_cell", "hidden", "hidden_before", "recalled", "sum"];

/** The quantities that only a diagram needs: what the reset gate lets through, what is left for the new, a sum. */
export function withDerived(kind, found, resetAfter) {
  if (kind === "gru") {
    const recalled = resetAfter ? found.reset_gate * found.from_hidden : found.from_hidden;
    return { ...found, recalled, remaining: 1 - found.update_gate };
  }
  return kind === "simple_rnn" ? { ...found, sum: found.from_input + found.from_hidden } : found;
}

/** The largest size of each quantity, so that thickness means the same at every step. */
export function sizes(model) {
  const of = Object.fromEntries(model.signals.map(({ name, low, high }) => [name, Math.max(Math.abs(low), Math.abs(high))]));
  const lists = model.names.flatMap((name) => Object.values(model.sequences[name].parts));
  const part = lists.reduce((most, list) => list.reduce((top, v) => (Math.abs(v) > top ? Math.abs(v) : top), most), 1e-6);
  const state = of.cell ?? of.hidden;
  const carried = { cell_before: state, kept: state, written: state, cell: state, hidden_before: of.hidden };
  const summands = { remaining: 1, recalled: part, sum: 2 * part, from_input: part, from_hidden: part };
  return { ...of, ...carried, ...summands, activated_cell: of.hidden };
}

/** What `paintScene` needs for one sequence's numbers. */
export function levels(found, { size, palette, digits, scales, names, short }) {
  const flows = {};
  const thick = (id) => THINNEST + THICKEST * Math.min(1, Math.abs(found[id]) / size[id] || 0);
  for (const id of Object.keys(size)) {
    if (!(id in found)) continue;
    const gate = GATES.includes(id) ? palette.signals[id].mark : id === "remaining" ? palette.signals.update_gate.mark : null;
    flows[id] = { width: thick(id), color: gate ?? signColor(palette, found[id]), edited: found.edited?.includes(id) };
  }
  const bars = barsOf([found], { size, palette, scales });
  return { flows, bars, texts: textsOf(found, { palette, digits, names, short }), nodes: nodesOf(palette) };
}

/** The colour of each operation: that of the signal it belongs to. */
export function nodesOf(palette) {
  return Object.fromEntries(Object.entries(palette.signals).map(([name, { mark }]) => [name, mark]));
}

export function barsOf(founds, { size, palette, scales }) {
  const bars = {};
  for (const [id, { diverging, color }] of Object.entries(scales)) {
    const fills = founds.length === 2 ? [palette.sequences.A, palette.sequences.B] : [color];
    const edited = founds.some((found) => found.edited?.includes(id));
    bars[id] = founds.map((found, at) => ({ part: found[id] / size[id] || 0, diverging, color: fills[at], frame: color, edited }));
  }
  return bars;
}

/** Which bars a diagram has, whether they grow from the middle, and their colour. */
export function barScales(model, palette) {
  const scales = {};
  for (const { name, diverging } of model.signals) {
    if (GATES.includes(name)) scales[name] = { diverging, color: palette.signals[name].mark };
  }
  if (model.kind === "simple_rnn") {
    scales.from_input = { diverging: true, color: palette.control };
    scales.from_hidden = { diverging: true, color: palette.signals.hidden.mark };
  }
  return scales;
}

export function namesAt(kind, { time, token, short, earlier }) {
  const [now, then] = [subscript(time + 1), subscript(earlier)];
  const reads = token.length <= 4 ? `x${now} = ${token}` : `x${now}`;
  return {
    "cell_before.name": `c${then}`,
    "hidden_before.name": `h${then}`,
    "hidden_before.again": `h${then}`,
    "cell.name": `c${now}`,
    "hidden.name": `h${now}`,
    "input.name": reads,
    "written.name": short.written,
    "recalled.name": short.recalled,
  };
}

function textsOf(found, { palette, digits, names, short }) {
  const texts = Object.fromEntries(Object.entries(names).map(([id, text]) => [id, { text, color: palette.muted }]));
  for (const id of GATES.concat("from_input", "from_hidden")) {
    if (!(id in found)) continue;
    const color = palette.signals[id]?.text ?? palette.ink;
    const write = id === "candidate" || id.startsWith("from") ? signed : format;
    texts[`${id}.value`] = { text: write(found[id], digits[id] ?? 2), color };
    texts[`${id}.name`] = { text: short[id], color: palette.muted };
  }
  const discarded = found.masked ? DISCARDED : [];
  for (const id of STATES) {
    if (!(id in found) || discarded.includes(id)) continue;
    texts[`${id}.value`] = { text: signed(found[id], digits[id] ?? 2), color: signColor(palette, found[id]) };
  }
  for (const id of found.edited ?? []) texts[`${id}.value`].text = `← ${texts[`${id}.value`].text}`;
  if ("sum.value" in texts) texts["sum.value"].text = signed(...sumAsShown(found, digits));
  if ("kept.value" in texts) texts["kept.value"].text = `${short.kept} ${signed(found.kept, digits.kept ?? 2)}`;
  for (const id of discarded) delete texts[`${id}.name`];
  if ("remaining" in found && !found.masked) {
    const digitsOfGate = digits.update_gate ?? 2;
    const text = format(1 - asShown(found.update_gate, digitsOfGate), digitsOfGate);
    texts["remaining.value"] = { text, color: palette.signals.update_gate.text };
  }
  return texts;
}

/** The sum of the two summands as they are shown, and its digits. */
function sumAsShown(found, { from_input: fine = 2 }) {
  return [asShown(found.from_input, fine) + asShown(found.from_hidden, fine), fine];
}
