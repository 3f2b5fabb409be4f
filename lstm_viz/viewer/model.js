// The trace in the browser: decoded once, read by (signal, time, unit).

import { editedAt, readMarks } from "./marks.js";
import { withOutcomes } from "./outcomes.js";

/** The number of a step as a reader counts it: a part of a long trace begins later. */
export const stepNumber = ({ part }, time) => (part?.first ?? 0) + time + 1;

/** The number of a unit as a reader counts it: a part shows some of the units, in an order of its own. */
export const unitNumber = ({ part }, unit) => part?.units[unit] ?? unit + 1;

/** A cursor in the whole trace, counted from 0. */
export function inWhole(model, cursor) {
  return { ...cursor, time: stepNumber(model, cursor.time) - 1, unit: unitNumber(model, cursor.unit) - 1 };
}

/** A cursor in the whole trace as the window counts it; before the window's first unit if its unit is not in it. */
export function inWindow({ part }, cursor) {
  return part ? { ...cursor, time: cursor.time - part.first, unit: part.units.indexOf(cursor.unit + 1) } : cursor;
}

/** Little-endian float32 from base64. */
export function decode(base64) {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, at) => view.getFloat32(4 * at, true));
}

function decodeAll(encoded) {
  return Object.fromEntries(Object.entries(encoded ?? {}).map(([name, text]) => [name, decode(text)]));
}

/** The payload with its arrays decoded; `sequences` by name. */
export function readModel(data) {
  const sequences = data.sequences.map((sequence) => ({
    ...sequence,
    inputs: decode(sequence.inputs),
    values: decodeAll(sequence.values),
    initial: decodeAll(sequence.initial),
    parts: decodeAll(sequence.candidate_parts),
    marks: readMarks(sequence, data.units),
    units: data.units,
  }));
  return {
    ...data,
    sequences: Object.fromEntries(sequences.map((sequence) => [sequence.name, sequence])),
    names: sequences.map((sequence) => sequence.name),
    signals: data.signals,
  };
}

/** What can be shown: each sequence, and their difference if there are two. */
export function choices(model) {
  return model.names.length === 2 ? [...model.names, "A-B"] : model.names;
}

/** Steps that `show` has: of a difference, those both sequences have. */
export function stepsOf(model, show) {
  if (show === "A-B") return Math.min(...model.names.map((name) => model.sequences[name].steps));
  return model.sequences[show].steps;
}

/** One signal of one sequence, [time][unit], or the difference of both. */
export function values(model, show, signal) {
  if (show !== "A-B") return model.sequences[show].values[signal];
  const [a, b] = model.names.map((name) => model.sequences[name].values[signal]);
  return a.slice(0, stepsOf(model, show) * model.units).map((value, at) => value - b[at]);
}

/** The scale of a signal: {low, high, diverging}. A difference has one of its own, around zero, in the colours of A and B. */
export function scaleOf(model, show, signal, shown) {
  if (show !== "A-B") return signal;
  const size = shown.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
  const high = roundUp(Math.max(size, (signal.high - signal.low) / 20));
  return { ...signal, low: -high, high, diverging: true, difference: true };
}

/** The next number of two significant digits. */
export function roundUp(value) {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / unit - 1e-6) * unit).toPrecision(2));
}

export function valueAt(sequence, signal, time, unit) {
  return sequence.values[signal][time * sequence.units + unit];
}

/** A state ("hidden", "cell") as the step found it. */
export function before(sequence, state, time, unit) {
  const earlier = sequence.backwards ? time + 1 : time - 1;
  const exists = earlier >= 0 && earlier < sequence.steps;
  return exists ? valueAt(sequence, state, earlier, unit) : sequence.initial[state][unit];
}

/** Everything one unit did at one step, by name. */
export function facts(model, name, time, unit) {
  const sequence = model.sequences[name];
  const found = { masked: sequence.mask ? !sequence.mask[time] : false, edited: editedAt(sequence, time, unit) };
  for (const signal of Object.keys(sequence.values)) found[signal] = valueAt(sequence, signal, time, unit);
  for (const part of Object.keys(sequence.parts)) found[part] = sequence.parts[part][time * model.units + unit];
  found.hidden_before = before(sequence, "hidden", time, unit);
  return withOutcomes(model, { ...found, ...products(model.kind, found, sequence, time, unit) });
}

function products(kind, found, sequence, time, unit) {
  if (kind === "lstm") {
    const cellBefore = before(sequence, "cell", time, unit);
    return {
      cell_before: cellBefore,
      kept: found.forget_gate * cellBefore,
      written: found.input_gate * found.candidate,
    };
  }
  if (kind === "gru") {
    return {
      kept: found.update_gate * found.hidden_before,
      written: (1 - found.update_gate) * found.candidate,
    };
  }
  return {};
}
