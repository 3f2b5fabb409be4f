import assert from "node:assert/strict";
import { test } from "node:test";

import { digitsAt } from "../../lstm_viz/viewer/digits.js";
import { equations } from "../../lstm_viz/viewer/equations.js";
import { levels } from "../../lstm_viz/viewer/levels.js";
import { ACTIVATIONS, asShown, parse, roundsTo, settle } from "../../lstm_viz/viewer/numbers.js";
import { withOutcomes } from "../../lstm_viz/viewer/outcomes.js";
import { fillWith } from "../../lstm_viz/viewer/text.js";
import { narrate } from "../../lstm_viz/viewer/words.js";
import { random } from "./support.js";

const TEXT = {
  equation_edited: "{assignment}, not {equation}", words_edited: "{signal}: {value}", words_edited_made: "{signal}: {value}, not {made}",
  words_lstm: "main", words_lstm_less: "main", words_shows: "shows", words_gru: "main", words_rnn: "main",
};
const SIGNALS = {
  lstm: ["forget_gate", "input_gate", "candidate", "output_gate", "cell", "hidden"],
  gru: ["update_gate", "reset_gate", "candidate", "hidden"],
  simple_rnn: ["hidden"],
};
const float = Math.fround;
const state = () => float((random() - 0.5) * 3);
const gate = () => float(random());

function modelOf(kind, more = {}) {
  const signals = SIGNALS[kind].map((name) => ({ name, label: name }));
  return { kind, activation: "tanh", reset_after: kind === "gru", signals, names: ["A"], text: TEXT, ...more };
}

/** A step of a cell in which some signals were set by hand before the rest was made from them. */
function stepOf(model, edited, put) {
  const set = (name, value) => (edited.includes(name) ? put : float(value));
  const found = { masked: false, edited, hidden_before: state(), from_input: state(), from_hidden: state() };
  if (model.kind === "simple_rnn") {
    found.hidden = set("hidden", Math.tanh(found.from_input + found.from_hidden));
  } else if (model.kind === "gru") {
    Object.assign(found, { update_gate: set("update_gate", gate()), reset_gate: set("reset_gate", gate()) });
    found.candidate = set("candidate", Math.tanh(found.from_input + found.reset_gate * found.from_hidden));
    Object.assign(found, { kept: found.update_gate * found.hidden_before, written: (1 - found.update_gate) * found.candidate });
    found.hidden = set("hidden", found.kept + found.written);
  } else {
    for (const name of ["forget_gate", "input_gate", "output_gate"]) found[name] = set(name, gate());
    Object.assign(found, { candidate: set("candidate", 2 * gate() - 1), cell_before: state() });
    Object.assign(found, { kept: found.forget_gate * found.cell_before, written: found.input_gate * found.candidate });
    found.cell = set("cell", found.kept + found.written);
    found.activated_cell = float(Math.tanh(found.cell));
    found.hidden = set("hidden", found.output_gate * found.activated_cell);
  }
  return withOutcomes(model, found);
}

const textOf = (parts) => parts.map((part) => part.text).join("");

/** The same step as it would be with nothing set by hand: no outcome apart from the signal itself. */
function unedited(found) {
  const { edited, ...rest } = found;
  return Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith("made_")));
}

function assertHolds({ numbers, sum }) {
  for (const line of [textOf(numbers), ...(sum ? [textOf(numbers).split(" = ")[0] + textOf(sum)] : [])]) {
    const [left, right] = line.split(/ ?= /);
    const expression = right.replaceAll("\u2212", "-").replaceAll("·", "*").replaceAll("tanh", "Math.tanh");
    const digits = (left.split(".")[1] ?? "").length;
    assert.ok(roundsTo(new Function(`return ${expression}`)(), parse(left), digits), line);
  }
}

/** Every way to choose some of a list. */
function subsets(list) {
  return list.reduce((all, item) => [...all, ...all.map((some) => [...some, item])], [[]]);
}

for (const kind of Object.keys(SIGNALS)) {
  test(`whatever was set by hand in a step of ${kind}, each equation shown holds and says what stands in its place`, () => {
    const model = modelOf(kind);
    for (const edited of subsets(SIGNALS[kind])) {
      for (let at = 0; at < 16; at += 1) {
        const put = at % 4 ? float(Math.round(200 * random() - 100) / 100) : 0;
        const found = stepOf(model, edited, put);
        const rows = equations(model, found, { time: 2, earlier: 2 });
        rows.filter((row) => !row.gate).forEach(assertHolds);
        const said = rows.map((row) => textOf(row.formula)).filter((formula) => formula.includes(" ← "));
        const withEquation = edited.filter((name) => ["cell", "hidden"].includes(name) || (kind === "gru" && name === "candidate"));
        const shown = kind === "lstm" ? edited : withEquation;  // an LSTM's gates have equations without the numbers of their sums
        assert.equal(said.length, shown.length, `${edited}`);
        const usual = equations(model, unedited(found), { time: 2, earlier: 2 }).map((row) => textOf(row.formula));
        for (const formula of said) {
          const [, name, value, equation] = formula.match(/^(.+) ← (.+), not (.+)$/);
          assert.equal(parse(value), asShown(put, 6), formula);
          assert.ok(usual.includes(`${name} = ${equation}`), formula);
        }
        assert.equal(rows.flatMap(({ numbers }) => numbers).filter((part) => part.replaced).length, withEquation.length);
      }
    }
  });
}

test("an LSTM's gates and candidate have the equation from x and h, and what it gives", () => {
  const model = modelOf("lstm", { recurrent_activation: "sigmoid" });
  const found = stepOf(model, [], 0);
  const rows = equations(model, found, { time: 2, earlier: 2 }).filter((row) => row.gate);
  assert.deepEqual(rows.map(({ formula }) => textOf(formula)), [
    "f = σ(x₃Wf + h₂Uf + bf)", "i = σ(x₃Wi + h₂Ui + bi)", "g = tanh(x₃Wg + h₂Ug + bg)", "o = σ(x₃Wo + h₂Uo + bo)",
  ]);
  const names = ["forget_gate", "input_gate", "candidate", "output_gate"];
  rows.forEach(({ numbers }, at) => assert.equal(parse(textOf(numbers).slice(3)), asShown(found[names[at]], digitsAt(model, found)[names[at]])));
  const hard = equations({ ...model, recurrent_activation: "hard_sigmoid" }, found, { time: 0, earlier: 0 });
  assert.ok(textOf(hard.find((row) => row.gate).formula).startsWith("f = hard_sigmoid(x₁"));
});

test("an outcome is what the equation gives, not what stands there", () => {
  const found = { edited: ["cell", "hidden"], kept: 0.5, written: 0.25, output_gate: 0.5, activated_cell: 0, cell: 0, hidden: 1 };
  const { made_cell, made_hidden } = withOutcomes({ kind: "lstm" }, found);
  assert.deepEqual([made_cell, made_hidden], [0.75, 0]);
  const sums = { edited: ["candidate"], from_input: 0.3, from_hidden: 0.4, reset_gate: 0.5 };
  const gru = (reset_after) => withOutcomes({ kind: "gru", activation: "tanh", reset_after }, sums).made_candidate;
  assert.deepEqual([gru(true), gru(false)], [Math.tanh(0.5), Math.tanh(0.7)]);
});

test("what a candidate's equation gives has no more digits than that equation needs, whatever was put in its place", () => {
  const model = modelOf("gru");
  for (let at = 0; at < 200; at += 1) {
    const found = stepOf(model, ["candidate"], 0.5);
    const operands = [found.from_input, found.reset_gate, found.from_hidden];
    const needed = settle(found.made_candidate, operands, (a, b, c) => Math.tanh(a + b * c)).result;
    assert.equal(digitsAt(model, found).made_candidate, needed);
  }
});

test("no number is shown for an activation that cannot be recomputed", () => {
  const model = modelOf("simple_rnn", { activation: "gelu" });
  assert.ok(!("gelu" in ACTIVATIONS));
  const found = withOutcomes(model, { masked: false, edited: ["hidden"], from_input: 0.1, from_hidden: 0.2, hidden: 0.5, hidden_before: 0 });
  const [row] = equations(model, found, { time: 0, earlier: 0 });
  assert.deepEqual([row.numbers, row.sum], [[], undefined]);
  assert.equal(narrate(model, found, { name: "A", time: 0, unit: 0 })[0], "hidden: 0.50");
});

test("a number set by hand is shown as it was typed, the same everywhere", () => {
  const model = modelOf("lstm");
  const found = stepOf(model, ["hidden"], 0.125);
  const digits = digitsAt(model, found);
  assert.equal(asShown(found.hidden, digits.hidden), 0.125);
  assert.ok(textOf(equations(model, found, { time: 0, earlier: 0 })[1].formula).startsWith("h₁ ← 0.125"));
  assert.ok(narrate(model, found, { name: "A", time: 0, unit: 0 })[1].startsWith("hidden: 0.125, not "));
});

test("words tell what was set by hand in place of what the equations would have done", () => {
  const lstm = modelOf("lstm");
  const say = (edited) => narrate(lstm, stepOf(lstm, edited, 0.5), { name: "A", time: 1, unit: 0 }).map((each) => each.split(":")[0]);
  assert.deepEqual(say([]), ["main", "shows"]);
  assert.deepEqual(say(["cell"]), ["cell", "shows"]);
  assert.deepEqual(say(["hidden"]), ["main", "hidden"]);
  assert.deepEqual(say(["forget_gate", "cell", "hidden"]), ["forget_gate", "cell", "hidden"]);
});

test("the diagram dashes what does not come from what flows in, and writes it as put there", () => {
  const model = modelOf("lstm");
  const palette = { signals: Object.fromEntries(SIGNALS.lstm.map((name) => [name, {}])), diverging: [""] };
  const found = stepOf(model, ["forget_gate", "hidden"], 0.5);
  const options = { size: { ...found }, palette, scales: { forget_gate: {}, input_gate: {} }, names: {}, short: {}, digits: digitsAt(model, found) };
  const { flows, bars, texts } = levels(found, options);
  assert.deepEqual([flows.hidden.edited, flows.forget_gate.edited, flows.cell.edited], [true, true, false]);
  assert.deepEqual([bars.forget_gate[0].edited, bars.input_gate[0].edited], [true, false]);
  assert.equal(texts["hidden.value"].text, "← +0.50");
  assert.ok(!texts["cell.value"].text.includes("←"));
});

test("a template may put its parts in any order", () => {
  const wrap = (text) => ({ text });
  assert.deepEqual(fillWith("{b} for {a}", { a: [1], b: [2, 3] }, wrap), [2, 3, { text: " for " }, 1]);
});
