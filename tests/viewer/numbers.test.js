import assert from "node:assert/strict";
import { test } from "node:test";

import { ACTIVATIONS, compact, format, parse, settle, settleProducts, signed, subscript } from "../../lstm_viz/viewer/numbers.js";
import { equations, comparison } from "../../lstm_viz/viewer/equations.js";
import { narrate } from "../../lstm_viz/viewer/words.js";
import { random } from "./support.js";

test("numbers have a true minus, no negative zero, and words for what is not finite", () => {
  assert.equal(format(-0.354), "\u22120.35");
  assert.equal(format(-0.001), "0.00");
  assert.equal(signed(0.001), "0.00");
  assert.equal(signed(0.5), "+0.50");
  assert.equal(format(NaN), "NaN");
  assert.equal(format(-Infinity), "\u2212∞");
  assert.equal(format(1234567), "1.23e6");
  assert.equal(parse(format(-1234567)), -1230000);
});

test("narrow cells drop the zero before the point and never grow past four characters", () => {
  assert.equal(compact(0.934), ".93");
  assert.equal(compact(-0.5), "\u2212.50");
  assert.equal(compact(0.999), "1.0");
  assert.equal(compact(-12.3), "\u221212");
  for (let at = 0; at < 2000; at += 1) assert.ok(compact((random() - 0.5) * 10 ** (random() * 8 - 4)).length <= 4);
});

test("subscripts", () => assert.equal(subscript(150), "₁₅₀"));

/** The number that a side of a shown equation comes to. */
function evaluate(text, activation) {
  const expression = text.replaceAll("\u2212", "-").replaceAll("·", "*").replaceAll(activation, "activate");
  return new Function("activate", `return ${expression}`)(ACTIVATIONS[activation]);
}

function assertHolds(row, activation) {
  const text = (parts) => parts.map((part) => part.text).join("");
  const [left, right] = text(row.numbers).split(" = ");
  const digits = (left.split(".")[1] ?? "").length;
  assert.equal(format(evaluate(right, activation), digits), left, text(row.numbers));
  if (row.sum) assert.equal(format(evaluate(text(row.sum).slice(2), activation), digits), left, text(row.sum));
}

const text = {
  words_lstm: "{kept_percent}|{cell_before}|{written}|{cell}",
  words_gru: "{kept_percent}|{hidden_before}|{new_percent}|{candidate}|{hidden}",
  words_lstm_empty: "0|0|{written}|{cell}", words_gru_empty: "0|0|{new_percent}|{candidate}|{hidden}", words_shows: "",
};

function assertSentenceHolds(kind, found, compute) {
  const [sentence] = narrate({ kind, text, names: ["A"] }, found, { name: "A", time: 1, unit: 0 });
  const shown = sentence.split("|");
  const digits = (shown.at(-1).split(".")[1] ?? "").length;
  assert.equal(format(compute(shown.map(parse)), digits), shown.at(-1), sentence);
}

const float = Math.fround;
const gate = () => float(random() ** 2);
const state = () => float((random() - 0.5) * 4 * random());

test("every LSTM equation adds up as it is shown", () => {
  for (let at = 0; at < 5000; at += 1) {
    const [f, i, g, o, before] = [gate(), gate(), float(2 * random() - 1), gate(), state()];
    const cell = float(f * before + i * g);
    const found = {
      masked: false, forget_gate: f, input_gate: i, candidate: g, output_gate: o, cell_before: before, cell,
      kept: f * before, written: i * g, activated_cell: float(Math.tanh(cell)), hidden: float(o * float(Math.tanh(cell))),
    };
    for (const row of equations({ kind: "lstm", activation: "tanh" }, found, { time: 2, earlier: 2 })) assertHolds(row, "tanh");
    assertSentenceHolds("lstm", found, ([percent, had, added]) => (percent / 100) * had + added);
  }
});

test("every GRU and SimpleRNN equation adds up as it is shown", () => {
  for (let at = 0; at < 3000; at += 1) {
    const [z, r, before, a, b] = [gate(), gate(), state(), state(), state()];
    const g = float(Math.tanh(a + r * b));
    const found = {
      masked: false, update_gate: z, reset_gate: r, hidden_before: before, candidate: g, from_input: a, from_hidden: b,
      kept: z * before, written: (1 - z) * g, hidden: float(z * before + (1 - z) * g),
    };
    const model = { kind: "gru", activation: "tanh", reset_after: true };
    for (const row of equations(model, found, { time: 0, earlier: 0 })) assertHolds(row, "tanh");
    assertSentenceHolds("gru", found, ([percent, had, taken, candidate]) => (percent / 100) * had + (taken / 100) * candidate);
    const simple = { masked: false, from_input: a, from_hidden: b, hidden: float(Math.tanh(a + b)) };
    for (const row of equations({ kind: "simple_rnn", activation: "tanh" }, simple, { time: 0, earlier: 0 })) assertHolds(row, "tanh");
  }
});

test("a difference is what the two shown numbers differ by", () => {
  for (let at = 0; at < 3000; at += 1) {
    const [a, b] = [{ cell: state() }, { cell: random() < 0.1 ? 0 : state() }];
    const [row] = comparison([{ key: "cell", label: "" }], a, b);
    const digits = (row.text.split(".")[1] ?? "").length;
    assert.equal(format(parse(row.a) - parse(row.b), digits), row.text);
  }
});

test("digits are no more than needed", () => {
  assert.deepEqual(settle(0.25, [0.5, 0.5], (a, b) => a * b), { result: 2, operands: 2 });
  assert.deepEqual(settleProducts(0.75, [0.25, 0.5], () => [0.5, 0.5, 0.5, 1]), { result: 2, products: 2, operands: 2 });
});

test("the result keeps two digits: the operands get more", () => {
  for (let at = 0; at < 2000; at += 1) {
    const [a, b] = [0.3 + random(), 0.3 + random()];
    assert.equal(settle(a * b, [a, b], (x, y) => x * y).result, 2);
  }
});

test("a small result keeps digits that show it", () => {
  const { result } = settle(0.0012, [0.03, 0.04], (a, b) => a * b);
  assert.notEqual(parse(format(0.0012, result)), 0);
});
