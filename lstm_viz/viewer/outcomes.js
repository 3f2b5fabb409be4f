// What the equations make of a step where something else was put in its place by hand. Pure.

import { ACTIVATIONS } from "./numbers.js";

const blended = ({ kept, written }) => kept + written;

/** NaN where the activation cannot be recomputed here. */
function activatedSum({ from_input, from_hidden, reset_gate = 1 }, { activation, reset_after }) {
  const recalled = reset_after ? reset_gate * from_hidden : from_hidden;
  return ACTIVATIONS[activation]?.(from_input + recalled) ?? NaN;
}

const EQUATIONS = {
  lstm: { cell: blended, hidden: ({ output_gate, activated_cell }) => output_gate * activated_cell },
  gru: { candidate: activatedSum, hidden: blended },
  simple_rnn: { hidden: activatedSum },
};

/** `found` with `made_…` for each signal that was set by hand and has an equation here: what that gives. */
export function withOutcomes(model, found) {
  const made = found.edited.filter((signal) => signal in EQUATIONS[model.kind]);
  return { ...found, ...Object.fromEntries(made.map((signal) => [`made_${signal}`, EQUATIONS[model.kind][signal](found, model)])) };
}

/** Under which name `found` has what the equation of a signal gives. */
export function outcomeOf(found, signal) {
  return `made_${signal}` in found ? `made_${signal}` : signal;
}
