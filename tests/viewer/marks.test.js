import assert from "node:assert/strict";
import { test } from "node:test";

import { heatmap } from "../../lstm_viz/viewer/layout.js";
import { CHANGED, EDITED, blockOf, chosenMarks, editedAt, hasMarks, marksOf, readMarks } from "../../lstm_viz/viewer/marks.js";
import { readModel } from "../../lstm_viz/viewer/model.js";
import { narrate, narrateDifference } from "../../lstm_viz/viewer/words.js";
import { encode, encodeBits, payload, random } from "./support.js";

const TEXT = {
  words_edited_in: "{name}.{signal}: {value}", words_pair: "pair", words_pair_edited: "edited", words_pair_remembers: "remembers", words_pair_differs: "differs", words_pair_other_input: "other",
  words_remembers: "it remembers", words_differs: "it differs", words_lstm: "main", words_lstm_less: "main", words_shows: "shows",
};

const bits = (steps, units, ...cells) => encodeBits(Array.from({ length: steps * units }, (_, at) =>
  cells.some(([time, unit]) => at === time * units + unit)));

/** A has its cell edited at step 1, unit 0, which changes the hidden state there; B has nothing. */
function markedModel() {
  const data = payload({ stepsB: 3 });
  data.sequences[1].inputs = encode([0, 1, 2]);
  Object.assign(data.sequences[0], {
    edited: { cell: bits(4, 3, [1, 0]) }, changed: { cell: bits(4, 3, [1, 0], [2, 2]), hidden: bits(4, 3, [1, 0]) },
  });
  return readModel({ ...data, text: TEXT });
}

test("bits are read by step and unit, and what was set by hand counts more than what changed", () => {
  const { A, B } = markedModel().sequences;
  assert.deepEqual([...A.marks.cell], [0, 0, 0, EDITED, 0, 0, 0, 0, CHANGED, 0, 0, 0]);
  assert.deepEqual(editedAt(A, 1, 0), ["cell"]);
  assert.deepEqual(editedAt(A, 2, 2), []);
  assert.equal(B.marks, null);
  assert.deepEqual(editedAt({ ...A, mask: [true, false, true, true] }, 1, 0), []);
  assert.deepEqual([...readMarks({ steps: 5, edited: { hidden: bits(5, 2, [4, 1]) } }, 2).hidden], [0, 0, 0, 0, 0, 0, 0, 0, 0, EDITED]);
});

test("a difference bears the marks of both sequences, at the steps that both have", () => {
  const model = markedModel();
  assert.equal(marksOf(model, "A-B", "cell")[3], EDITED);
  assert.equal(marksOf(model, "B", "cell"), null);
  assert.deepEqual(["A", "B", "A-B"].map((show) => hasMarks(model, show)), [true, false, true]);
  model.sequences.B.marks = { cell: Uint8Array.from([CHANGED, 0, 0, CHANGED, 0, 0, 0, 0, 0]) };
  assert.deepEqual([...marksOf(model, "A-B", "cell")].slice(0, 9), [CHANGED, 0, 0, EDITED, 0, 0, 0, 0, CHANGED]);
});

const STEP = {
  masked: false, edited: [], forget_gate: 0.5, cell_before: 1, input_gate: 0.5, candidate: 1, kept: 0.5, written: 0.5, cell: 1,
  output_gate: 1, activated_cell: Math.tanh(1), hidden: Math.tanh(1),
};

test("words do not lay a difference that edits made to what the network remembers", () => {
  const model = markedModel();
  for (const { tokens } of Object.values(model.sequences)) tokens.splice(0, 3, tokens[0], "x", "x");
  const rows = (a, b) => [{ key: "cell", a, b, difference: -100 }];
  const say = (time, unit) => narrateDifference(model, rows("0.00", "1.00"), { time, unit });
  assert.deepEqual(say(1, 0), ["pair", "edited", "A.cell: 0.00"]);
  assert.deepEqual(say(1, 1), ["pair", "remembers"]);
  assert.deepEqual(say(2, 2), ["pair", "edited"]);
  const alone = (time, unit) => narrate(model, STEP, { name: "A", time, unit }).at(-1);
  assert.deepEqual([alone(1, 0), alone(1, 1)], ["it differs", "it remembers"]);
});

test("what was read before decides what is said, also for a layer that reads backwards and in a window", () => {
  const say = (tokensA, tokensB, time, { backwards = false, part, inputs, other } = {}) => {
    const data = payload({ stepsA: tokensA.length, stepsB: tokensB.length, backwards });
    Object.assign(data, { text: TEXT, part });
    [tokensA, tokensB].forEach((tokens, at) => Object.assign(data.sequences[at], { tokens, inputs: inputs ?? encode(tokens.map(() => 0)) }));
    if (other) data.sequences[1].inputs = other;
    const rows = [{ key: "cell", a: "0.00", b: "1.00", difference: -100 }];
    return narrateDifference(readModel(data), rows, { time, unit: 0 }).at(-1);
  };
  const [first, last] = [["p", "x", "x"], ["x", "x", "q"]];
  assert.deepEqual([say(first, ["o", "x", "x"], 1), say(last, ["x", "x", "r"], 1)], ["remembers", "differs"]);
  const back = { backwards: true };
  assert.deepEqual([say(first, ["o", "x", "x"], 1, back), say(last, ["x", "x", "r"], 1, back)], ["differs", "remembers"]);
  assert.equal(say(last, [...last, "x"], 1, back), "remembers", "the longer one has read a step more");
  const rows = ["row 1", "row 2", "row 3"];
  const numbers = (list) => ({ inputs: encode([1, 2, 3]), other: encode(list) });
  assert.equal(say(rows, rows, 1, numbers([1, 5, 3])), "other", "a text may say no more than the number of the step");
  assert.deepEqual([[9, 2, 3], [1, 2, 9]].map((list) => say(rows, rows, 1, numbers(list))), ["remembers", "differs"]);
  const within = (at) => ({ first: at, steps: 6, units: [1, 2, 3] });
  assert.deepEqual([0, 3].map((at) => say(last, last, 1, { part: within(at) })), ["differs", "remembers"]);
  assert.deepEqual([0, 3].map((at) => say(last, last, 1, { ...back, part: within(at) })), ["remembers", "differs"]);
});

test("cells of four steps and eight units are marked one by one", () => {
  const geometry = heatmap({ width: 230, steps: 4, units: 8 });
  const marks = new Uint8Array(32).fill(CHANGED);
  assert.equal(chosenMarks(marks, { from: 0, to: 4, units: 8 }, blockOf(geometry)).length, 32);
});

test("marks of fifty steps and sixty-four units keep their distance, and none stands where nothing is marked", () => {
  const geometry = heatmap({ width: 272, steps: 50, units: 64 });
  const window_ = { from: 0, to: 50, units: 64 };
  const marks = new Uint8Array(50 * 64).map((_, at) => (random() < 0.02 ? EDITED : at >= 640 ? CHANGED : 0));
  const block = blockOf(geometry);
  const chosen = chosenMarks(marks, window_, block);
  assert.ok(chosen.length * 11 * 11 <= 272 * 384, `${chosen.length} marks`);
  for (const { time, unit, level } of chosen) assert.equal(marks[time * 64 + unit], level);
  const covered = new Set(chosen.map(({ time, unit, level }) => `${Math.floor(time / block.across)} ${Math.floor(unit / block.down)} ${level}`));
  marks.forEach((level, at) => {
    const place = `${Math.floor(Math.floor(at / 64) / block.across)} ${Math.floor((at % 64) / block.down)}`;
    if (level) assert.ok(covered.has(`${place} ${EDITED}`) || (level === CHANGED && covered.has(`${place} ${CHANGED}`)), place);
  });
});

test("marks stay with their cells when the window scrolls", () => {
  const marks = new Uint8Array(300 * 4).fill(CHANGED);
  const block = { across: 3, down: 1 };
  const all = chosenMarks(marks, { from: 0, to: 300, units: 4 }, block).map(({ time }) => time);
  for (const from of [100, 101, 102]) {
    const seen = chosenMarks(marks, { from, to: 150, units: 4 }, block).map(({ time }) => time);
    assert.ok(seen.every((time) => all.includes(time)));
    assert.ok(seen.includes(102) && seen.includes(147));
  }
});
