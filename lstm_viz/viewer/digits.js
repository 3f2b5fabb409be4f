// How many digits each quantity of a step is shown with, so that the equations hold as they are shown. Pure.

import { ACTIVATIONS, asShown, digitsOf, settle, settleProducts } from "./numbers.js";
import { outcomeOf } from "./outcomes.js";

/** The digits of every quantity of a step: the same in the diagram, in the equations, in words and above the heatmaps. */
export function digitsAt(model, found) {
  if (found.masked) return {};
  const digits = { lstm: lstmDigits, gru: gruDigits, simple_rnn: rnnDigits }[model.kind](model, found);
  for (const signal of found.edited ?? []) digits[signal] ??= digitsToSay(found[signal]);
  return digits;
}

/** As many as a number set by hand was typed with, up to four. */
function digitsToSay(value) {
  return [2, 3, 4].find((digits) => Math.abs(asShown(value, digits) - value) < 1e-6) ?? digitsOf(value);
}

const OPERANDS = {
  lstm: ["forget_gate", "cell_before", "input_gate", "candidate"],
  gru: ["update_gate", "hidden_before", "remaining", "candidate"],
};

/** Digits of `state = kept + written`, with at least `least` for the candidate. */
function blendDigits(kind, state, found, least = 2) {
  const names = OPERANDS[kind];
  const outcome = outcomeOf(found, state);
  const shownAt = (place, digits) =>
    (names[place] === "remaining" ? 1 - asShown(found.update_gate, digits) : asShown(found[names[place]], digits));
  const chosen = settleProducts(found[outcome], [found.kept, found.written], shownAt, {
    least: [2, 2, 2, least], tied: kind === "gru",
  });
  const operands = Object.fromEntries(names.map((name, place) => [name, chosen.operands[place]]));
  return { [outcome]: chosen.result, kept: chosen.products, written: chosen.products, ...operands };
}

function lstmDigits(_, found) {
  const outcome = outcomeOf(found, "hidden");
  const shown = settle(found[outcome], [found.output_gate, found.activated_cell], (x, y) => x * y);
  return {
    ...blendDigits("lstm", "cell", found), [outcome]: shown.result, output_gate: shown.operands, activated_cell: shown.operands,
  };
}

function gruDigits(model, found) {
  const factors = model.reset_after ? ["reset_gate", "from_hidden"] : ["from_hidden"];
  const settled = (first) => activatedDigits(model, found, "candidate", factors, first);
  const blend = blendDigits("gru", "hidden", found, settled().candidate);
  // A candidate set by hand is another number than its equation gives, with digits of its own.
  return { reset_gate: 2, ...settled("made_candidate" in found ? undefined : blend.candidate), ...blend };
}

function rnnDigits(model, found) {
  return activatedDigits(model, found, "hidden", ["from_hidden"]);
}

/** Digits of `result = activation(from_input + factor · …)`. */
function activatedDigits(model, found, result, factors, first) {
  const activation = ACTIVATIONS[model.activation] ?? (() => NaN);
  const names = ["from_input", ...factors];
  const outcome = outcomeOf(found, result);
  const chosen = settle(found[outcome], names.map((name) => found[name]), (a, ...rest) =>
    activation(a + rest.reduce((x, y) => x * y, 1)), first);
  return { [outcome]: chosen.result, ...Object.fromEntries(names.map((name) => [name, chosen.operands])) };
}
