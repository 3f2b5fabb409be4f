// The equations of a unit at a step, with operands that add up as shown. Pure: lists of {text, signal}.

import { digitsAt } from "./digits.js";
import { format, settle, subscript } from "./numbers.js";
import { outcomeOf } from "./outcomes.js";
import { fillWith } from "./text.js";

const part = (text, signal = null) => ({ text, signal });
/** A weight with the letter of its gate below it. */
const weight = (letter, gate) => [part(letter), { ...part(gate), below: true }];
/** A factor or summand: negative numbers in brackets. */
const operand = (value, digits, signal = null) => {
  const text = format(value, digits);
  return part(text.startsWith("\u2212") ? `(${text})` : text, signal);
};

/** What the equation of a signal gives, the left side of its numbers. */
const outcomePart = (found, digits, signal) => {
  const outcome = outcomeOf(found, signal);
  return { ...part(format(found[outcome], digits[outcome]), signal), replaced: outcome !== signal };
};

/** Rows of {formula, numbers}, each a list of parts. `gate` is true for those that fit on one line. */
export function equations(model, found, { time, earlier }) {
  const [now, then] = [subscript(time + 1), subscript(earlier)];
  const rows = { lstm: lstmRows, gru: gruRows, simple_rnn: rnnRows }[model.kind];
  if (found.masked) return maskedRows(model.kind, found, now, then);
  const shown = rows(model, found, now, then).map((row) => (row.numbers[0].replaced ? replacedRow(model, found, row) : row));
  return model.kind === "lstm" ? [...shown, ...gateRows(model, found, now, then)] : shown;
}

/** How an LSTM's gates and candidate come from x and h. Their sums are not sent to the browser, so only the result is a number. */
function gateRows(model, found, now, then) {
  const digits = digitsAt(model, found);
  const squash = model.recurrent_activation === "sigmoid" ? "σ" : model.recurrent_activation;
  const letters = { forget_gate: "f", input_gate: "i", candidate: "g", output_gate: "o" };
  return Object.entries(letters).map(([signal, letter]) => {
    const equation = [
      part(`${signal === "candidate" ? model.activation : squash}(x${now}`), ...weight("W", letter), part(" + "),
      part(`h${then}`, "hidden"), ...weight("U", letter), part(" + "), ...weight("b", letter), part(")"),
    ];
    const value = part(format(found[signal], digits[signal]), signal);
    if (!found.edited?.includes(signal)) {
      return { formula: [part(letter, signal), part(" = "), ...equation], numbers: [part(" = "), value], gate: true };
    }
    const assignment = [part(letter, signal), part(" ← "), value];
    return { formula: fillWith(model.text.equation_edited, { assignment, equation }, part), numbers: [], gate: true };
  });
}

/** What was put in the place of an outcome, and the equation that it does not come from. */
function replacedRow(model, found, { formula, numbers, sum }) {
  const [name, , ...equation] = formula;
  const { signal } = name;
  const assignment = [name, part(" ← "), part(format(found[signal], digitsAt(model, found)[signal]), signal)];
  const instead = fillWith(model.text.equation_edited, { assignment, equation }, part);
  return Number.isNaN(found[outcomeOf(found, signal)]) ? { formula: instead, numbers: [] } : { formula: instead, numbers, sum };
}

function maskedRows(kind, found, now, then) {
  const states = kind === "lstm" ? [["c", "cell"], ["h", "hidden"]] : [["h", "hidden"]];
  return states.map(([letter, signal]) => ({
    formula: [part(`${letter}${now}`, signal), part(" = "), part(`${letter}${then}`, signal)],
    numbers: [part(format(found[signal]), signal), part(" = "), part(format(found[`${signal}_before`]), signal)],
  }));
}

function lstmRows(model, found, now, then) {
  const digits = digitsAt(model, found);
  return [
    {
      formula: [
        part(`c${now}`, "cell"), part(" = "), part("f", "forget_gate"), part(" · "), part(`c${then}`, "cell"), part(" + "),
        part("i", "input_gate"), part(" · "), part("g", "candidate"),
      ],
      numbers: [
        outcomePart(found, digits, "cell"), part(" = "), operand(found.forget_gate, digits.forget_gate, "forget_gate"), part(" · "),
        operand(found.cell_before, digits.cell_before, "cell"), part(" + "),
        operand(found.input_gate, digits.input_gate, "input_gate"), part(" · "),
        operand(found.candidate, digits.candidate, "candidate"),
      ],
      sum: [part(`= ${format(found.kept, digits.kept)} + `), operand(found.written, digits.written)],
    },
    {
      formula: [
        part(`h${now}`, "hidden"), part(" = "), part("o", "output_gate"), part(` · ${model.activation}(`),
        part(`c${now}`, "cell"), part(")"),
      ],
      numbers: [
        outcomePart(found, digits, "hidden"), part(" = "),
        operand(found.output_gate, digits.output_gate, "output_gate"), part(" · "),
        operand(found.activated_cell, digits.activated_cell),
      ],
    },
  ];
}

function gruRows(model, found, now, then) {
  const digits = digitsAt(model, found);
  const after = model.reset_after;
  return [
    {
      formula: [
        part(`h${now}`, "hidden"), part(" = "), part("z", "update_gate"), part(" · "), part(`h${then}`, "hidden"),
        part(" + "), part("(1 − z)", "update_gate"), part(" · "), part("g", "candidate"),
      ],
      numbers: [
        outcomePart(found, digits, "hidden"), part(" = "),
        operand(found.update_gate, digits.update_gate, "update_gate"), part(" · "),
        operand(found.hidden_before, digits.hidden_before, "hidden"), part(" + "),
        part(`(1 − ${format(found.update_gate, digits.update_gate)})`, "update_gate"), part(" · "),
        operand(found.candidate, digits.candidate, "candidate"),
      ],
      sum: [part(`= ${format(found.kept, digits.kept)} + `), operand(found.written, digits.written)],
    },
    {
      formula: [
        part("g", "candidate"), part(" = "), part(`${model.activation}(`), part(`x${now}W + b`), part(" + "),
        ...(after
          ? [part("r", "reset_gate"), part(" · "), part(`(h${then}U + b)`, "hidden")]
          : [part("("), part("r", "reset_gate"), part(" ⊙ "), part(`h${then}`, "hidden"), part(")U")]),
        part(")"),
      ],
      numbers: activated(model, found, digits, "candidate", after ? ["reset_gate", "from_hidden"] : ["from_hidden"]),
    },
  ];
}

function rnnRows(model, found, now, then) {
  return [
    {
      formula: [
        part(`h${now}`, "hidden"), part(" = "), part(`${model.activation}(`), part(`x${now}W + b`), part(" + "),
        part(`h${then}U`, "hidden"), part(")"),
      ],
      numbers: activated(model, found, digitsAt(model, found), "hidden", ["from_hidden"]),
    },
  ];
}

/** `result = activation(from_input + factor · …)` as it is shown. */
function activated(model, found, digits, result, factors) {
  const inside = factors.flatMap((name, at) => [
    ...(at ? [part(" · ")] : []), operand(found[name], digits[name], name === "from_hidden" ? "hidden" : name),
  ]);
  return [
    outcomePart(found, digits, result), part(` = ${model.activation}(`),
    part(`${format(found.from_input, digits.from_input)} + `), ...inside, part(")"),
  ];
}

/** A and B side by side: rows of {key, signal, label, a, b, text} as texts, the difference holding as shown. */
export function comparison(rows, a, b) {
  return rows.map(({ key, signal, label }) => {
    const difference = Math.fround(a[key]) - Math.fround(b[key]);
    const digits = settle(difference, [a[key], b[key]], (x, y) => x - y);
    const write = (value) => format(value, digits.operands);
    const texts = { a: write(a[key]), b: write(b[key]), text: format(difference, digits.result) };
    return { key, signal, label, ...texts, difference, digits: digits.result };
  });
}
