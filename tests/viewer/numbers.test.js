import assert from "node:assert/strict";
import { test } from "node:test";

import { ACTIVATIONS, compact, format, parse, roundsTo, settle, settleProducts, signed, subscript, vectorAt } from "../../lstm_viz/viewer/numbers.js";
import { digitsAt } from "../../lstm_viz/viewer/digits.js";
import { comparison, equations } from "../../lstm_viz/viewer/equations.js";
import { levels } from "../../lstm_viz/viewer/levels.js";
import { narrate } from "../../lstm_viz/viewer/words.js";
import { random } from "./support.js";

test("what a layer reads is told as numbers, unless the token is that number", () => {
  const told = (row, token, features = row.length) => vectorAt({ inputs: Float32Array.from(row), features, steps: 1, tokens: [token] }, 0);
  assert.equal(told([0, 0, 0, 1, 0], "3"), "[0 0 0 1 0]");
  assert.equal(told([0.3], "3"), "0.30");
  assert.equal(told([-0.6], "-0.6"), "");
  assert.equal(told([-0.6], "\u22120.60"), "");
  assert.equal(told([0.1, -0.25], "row 1"), "[0.10 \u22120.25]");
  assert.equal(told([0.5, 0.5], "good", 16), "[0.50 0.50 …]");
  assert.equal(told([NaN], "x"), "NaN");
  const second = { inputs: Float32Array.from([1, 2, 3, 4]), features: 2, steps: 2, tokens: ["a", "b"] };
  assert.equal(vectorAt(second, 1), "[3 4]");
});

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
  assertRounds(evaluate(right, activation), digits, left, text(row.numbers));
  if (row.sum) assertRounds(evaluate(text(row.sum).slice(2), activation), digits, left, text(row.sum));
}

/** Half away from zero and half to even, in decimals, give what is shown. */
function assertRounds(value, digits, shown, message) {
  const decimal = Number(Math.abs(value).toPrecision(13)) * 10 ** digits;
  const [up, whole] = [Math.floor(Number((decimal + 0.5).toPrecision(13))), Math.floor(decimal)];
  const even = Math.abs(decimal - whole - 0.5) < 1e-7 ? whole + (whole % 2) : up;
  for (const rounded of [up, even]) assert.equal(format((Math.sign(value) * rounded) / 10 ** digits, digits), shown, message);
}

const names = "forget_gate cell_before input_gate candidate output_gate activated_cell cell hidden_before hidden kept written " +
  "update_gate reset_gate from_input from_hidden keep open";
const text = Object.fromEntries(["words_lstm", "words_lstm_less", "words_gru", "words_rnn", "words_shows", "words_lstm_empty",
  "words_lstm_empty_less", "words_gru_empty"].map((key) => [key, names.split(" ").map((name) => `${name}={${name}}`).join(" ")]));

/** A quantity has one text at a step: that of the equations, in the words and in the diagram. */
function assertOneText(model, found, rows) {
  const digits = digitsAt(model, found);
  const [sentence] = narrate({ ...model, text, names: ["A"] }, found, { name: "A", time: 1, unit: 0 });
  const said = Object.fromEntries(sentence.split(" ").map((each) => each.split("=")));
  const short = { written: "w", kept: "k" };
  const scene = levels(found, { size: { ...found }, palette: PALETTE, digits, scales: {}, names: {}, short });
  for (const key of Object.keys(digits).filter((name) => name in found)) {
    const shown = scene.texts[`${key}.value`]?.text.replace("k ", "").replace("+", "");
    assert.equal(said[key], format(found[key], digits[key]), key);
    if (shown) assert.equal(shown, said[key], `${key} in the diagram`);
    const written = rows.flatMap(({ numbers, sum = [] }) => [...numbers, ...sum]).map((part) => part.text).join("");
    assert.ok(written.includes(said[key]), `${key} = ${said[key]} in ${written}`);
  }
  const keeping = ["forget_gate", "update_gate"].find((name) => name in found);
  if (keeping) assert.equal(said.keep, said[keeping]);
  if ("output_gate" in found) assert.equal(said.open, said.output_gate);
}

const SIGNALS = ["forget_gate", "input_gate", "candidate", "output_gate", "update_gate", "reset_gate", "cell", "hidden"];
const PALETTE = { signals: Object.fromEntries(SIGNALS.map((name) => [name, {}])), diverging: [""], muted: "", ink: "" };

const float = Math.fround;
const gate = () => float(random() ** 2);
const state = () => float((random() - 0.5) * 4 * random());

test("every LSTM equation adds up as it is shown", () => {
  for (let at = 0; at < 2500; at += 1) {
    const [f, i, g, o, before] = [gate(), gate(), float(2 * random() - 1), gate(), state()];
    const cell = float(f * before + i * g);
    const found = {
      masked: false, forget_gate: f, input_gate: i, candidate: g, output_gate: o, cell_before: before, cell,
      kept: f * before, written: i * g, activated_cell: float(Math.tanh(cell)), hidden: float(o * float(Math.tanh(cell))),
    };
    const model = { kind: "lstm", activation: "tanh" };
    const rows = equations(model, found, { time: 2, earlier: 2 });
    for (const row of rows.filter((each) => !each.gate)) assertHolds(row, "tanh");
    assertOneText(model, found, rows);
  }
});

test("every GRU and SimpleRNN equation adds up as it is shown", () => {
  for (let at = 0; at < 1500; at += 1) {
    const [z, r, before, a, b] = [gate(), gate(), state(), state(), state()];
    const g = float(Math.tanh(a + r * b));
    const found = {
      masked: false, update_gate: z, reset_gate: r, hidden_before: before, candidate: g, from_input: a, from_hidden: b,
      kept: z * before, written: (1 - z) * g, hidden: float(z * before + (1 - z) * g),
    };
    const model = { kind: "gru", activation: "tanh", reset_after: true };
    const rows = equations(model, found, { time: 0, earlier: 0 });
    for (const row of rows) assertHolds(row, "tanh");
    assertOneText(model, found, rows);
    const simple = { masked: false, from_input: a, from_hidden: b, hidden: float(Math.tanh(a + b)) };
    const rnn = { kind: "simple_rnn", activation: "tanh" };
    const [row] = equations(rnn, simple, { time: 0, earlier: 0 });
    assertHolds(row, "tanh");
    assertOneText(rnn, simple, [row]);
  }
});

test("a difference is what the two shown numbers differ by", () => {
  for (let at = 0; at < 3000; at += 1) {
    const [a, b] = [{ cell: state() }, { cell: random() < 0.1 ? 0 : state() }];
    const [row] = comparison([{ key: "cell", label: "" }], a, b);
    const digits = (row.text.split(".")[1] ?? "").length;
    assertRounds(parse(row.a) - parse(row.b), digits, row.text);
  }
});

test("digits are no more than needed", () => {
  assert.deepEqual(settle(0.25, [0.5, 0.5], (a, b) => a * b), { result: 2, operands: 2 });
  assert.deepEqual(settleProducts(0.75, [0.25, 0.5], (place) => [0.5, 0.5, 0.5, 1][place]), { result: 2, products: 2, operands: [2, 2, 2, 2] });
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

test("a tie rounds to nothing: the operands, or the result, get another digit", () => {
  assert.ok(!roundsTo(0.98 * 0.75, 0.735, 2));
  assert.ok(!roundsTo(0.759 - 0.024, 0.73, 2));
  assert.ok(roundsTo(0.736, 0.7351, 2));
  assert.deepEqual(settle(0.98 * 0.75, [0.98, 0.75], (a, b) => a * b), { result: 3, operands: 3 });
});

test("a negative amount is taken away", () => {
  const sentences = { words_lstm: "adds {written}", words_lstm_less: "takes away {amount}", words_shows: "" };
  const found = { forget_gate: 1, cell_before: 1, input_gate: 0.5, candidate: -0.5, kept: 1, written: -0.25, cell: 0.75 };
  const say = (change) => narrate({ kind: "lstm", text: sentences, names: ["A"], activation: "tanh" },
    { ...found, output_gate: 0, activated_cell: 0, hidden: 0, ...change }, { name: "A", time: 1, unit: 0 })[0];
  assert.equal(say({}), "takes away 0.25");
  assert.equal(say({ candidate: 0.5, written: 0.25, cell: 1.25 }), "adds 0.25");
});
