// The equations of a unit at a step, with operands that add up as shown. Pure: lists of {text, signal}.

import { ACTIVATIONS, asShown, format, settle, settleProducts, subscript } from "./numbers.js";

const part = (text, signal = null) => ({ text, signal });
/** A factor or summand: negative numbers in brackets. */
const operand = (value, digits, signal = null) => {
  const text = format(value, digits);
  return part(text.startsWith("\u2212") ? `(${text})` : text, signal);
};

const product = (result, a, b) => ({ ...settle(result, [a, b], (x, y) => x * y) });

/** The digits with which each quantity of a step is shown, in the diagram as in the equations. */
export function digitsAt(kind, found) {
  if (found.masked) return {};
  if (kind === "simple_rnn") return {};
  const lstm = kind === "lstm";
  const result = lstm ? "cell" : "hidden";
  const digits = settleProducts(found[result], [found.kept, found.written], (fine) => {
    const shown = (key) => asShown(found[key], fine);
    if (lstm) return ["forget_gate", "cell_before", "input_gate", "candidate"].map(shown);
    return [shown("update_gate"), shown("hidden_before"), 1 - shown("update_gate"), shown("candidate")];
  });
  return { [result]: digits.result, kept: digits.products, written: digits.products, operands: digits.operands };
}

/** Rows of {formula, numbers}, each a list of parts. */
export function equations(model, found, { time, earlier }) {
  const [now, then] = [subscript(time + 1), subscript(earlier)];
  const rows = { lstm: lstmRows, gru: gruRows, simple_rnn: rnnRows }[model.kind];
  if (found.masked) return maskedRows(model.kind, found, now, then);
  return rows(model, found, now, then);
}

function maskedRows(kind, found, now, then) {
  const states = kind === "lstm" ? [["c", "cell"], ["h", "hidden"]] : [["h", "hidden"]];
  return states.map(([letter, signal]) => ({
    formula: [part(`${letter}${now}`, signal), part(" = "), part(`${letter}${then}`, signal)],
    numbers: [part(format(found[signal]), signal), part(" = "), part(format(found[`${signal}_before`]), signal)],
  }));
}

function lstmRows(model, found, now, then) {
  const digits = digitsAt("lstm", found);
  const fine = digits.operands;
  const shown = product(found.hidden, found.output_gate, found.activated_cell);
  return [
    {
      formula: [
        part(`c${now}`, "cell"), part(" = "), part("f", "forget_gate"), part(" · "), part(`c${then}`, "cell"), part(" + "),
        part("i", "input_gate"), part(" · "), part("g", "candidate"),
      ],
      numbers: [
        part(format(found.cell, digits.cell), "cell"), part(" = "), operand(found.forget_gate, fine, "forget_gate"), part(" · "),
        operand(found.cell_before, fine, "cell"), part(" + "), operand(found.input_gate, fine, "input_gate"), part(" · "),
        operand(found.candidate, fine, "candidate"),
      ],
      sum: [part(`= ${format(found.kept, digits.kept)} + `), operand(found.written, digits.written)],
    },
    {
      formula: [
        part(`h${now}`, "hidden"), part(" = "), part("o", "output_gate"), part(` · ${model.activation}(`),
        part(`c${now}`, "cell"), part(")"),
      ],
      numbers: [
        part(format(found.hidden, shown.result), "hidden"), part(" = "),
        operand(found.output_gate, shown.operands, "output_gate"), part(" · "),
        operand(found.activated_cell, shown.operands),
      ],
    },
  ];
}

function gruRows(model, found, now, then) {
  const digits = digitsAt("gru", found);
  const fine = digits.operands;
  const after = model.reset_after;
  return [
    {
      formula: [
        part(`h${now}`, "hidden"), part(" = "), part("z", "update_gate"), part(" · "), part(`h${then}`, "hidden"),
        part(" + "), part("(1 − z)", "update_gate"), part(" · "), part("g", "candidate"),
      ],
      numbers: [
        part(format(found.hidden, digits.hidden), "hidden"), part(" = "), operand(found.update_gate, fine, "update_gate"),
        part(" · "), operand(found.hidden_before, fine, "hidden"), part(" + "),
        part(`(1 − ${format(found.update_gate, fine)})`, "update_gate"),
        part(" · "), operand(found.candidate, fine, "candidate"),
      ],
      sum: [part(`= ${format(found.kept, digits.kept)} + `), operand(found.written, digits.written)],
    },
    {
      formula: [
        part("g", "candidate"), part(` = ${model.activation}(`), part(`x${now}W + b`), part(" + "),
        ...(after
          ? [part("r", "reset_gate"), part(" · "), part(`(h${then}U + b)`, "hidden")]
          : [part("("), part("r", "reset_gate"), part(" ⊙ "), part(`h${then}`, "hidden"), part(")U")]),
        part(")"),
      ],
      numbers: activated(model, found.candidate, "candidate", found.from_input, after
        ? [[found.reset_gate, "reset_gate"], [found.from_hidden, "hidden"]] : [[found.from_hidden, "hidden"]]),
    },
  ];
}

function rnnRows(model, found, now, then) {
  return [
    {
      formula: [
        part(`h${now}`, "hidden"), part(` = ${model.activation}(`), part(`x${now}W + b`), part(" + "),
        part(`h${then}U`, "hidden"), part(")"),
      ],
      numbers: activated(model, found.hidden, "hidden", found.from_input, [[found.from_hidden, "hidden"]]),
    },
  ];
}

/** `result = activation(first + factor · …)` with enough digits for someone who computes it. */
function activated(model, result, signal, first, factors) {
  const activation = ACTIVATIONS[model.activation] ?? (() => NaN);
  const values = factors.map(([value]) => value);
  const { result: digits, operands: fine } = settle(result, [first, ...values], (a, ...rest) =>
    activation(a + rest.reduce((x, y) => x * y, 1)));
  const inside = factors.flatMap(([value, name], at) => [...(at ? [part(" · ")] : []), operand(value, fine, name)]);
  return [
    part(format(result, digits), signal), part(` = ${model.activation}(`), part(`${format(first, fine)} + `), ...inside, part(")"),
  ];
}

/** A and B side by side: rows of {signal, a, b, difference} as texts, the difference holding as shown. */
export function comparison(rows, a, b) {
  return rows.map(({ key, signal, label }) => {
    const difference = Math.fround(a[key]) - Math.fround(b[key]);
    const digits = settle(difference, [a[key], b[key]], (x, y) => x - y);
    const write = (value) => format(value, digits.operands);
    return { signal, label, a: write(a[key]), b: write(b[key]), difference, text: format(difference, digits.result) };
  });
}
