import assert from "node:assert/strict";
import { test } from "node:test";

import { clampCursor, isForViewer, moved, wishAfter } from "../../lstm_viz/viewer/cursor.js";
import { linkTo } from "../../lstm_viz/viewer/link.js";
import { differenceColor, rampOf } from "../../lstm_viz/viewer/colors.js";
import {
  before, choices, decode, facts, inWhole, readModel, roundUp, scaleOf, stepNumber, stepsOf, unitNumber, values,
} from "../../lstm_viz/viewer/model.js";
import { fill } from "../../lstm_viz/viewer/text.js";
import { narrate } from "../../lstm_viz/viewer/words.js";
import { encode, payload } from "./support.js";

test("base64 float32 is read as it was written", () => {
  assert.deepEqual([...decode(encode([1.5, -2, NaN, Infinity]))], [1.5, -2, NaN, Infinity]);
});

test("values are found by step and unit, and the state before by the order of reading", () => {
  const model = readModel(payload());
  assert.equal(facts(model, "A", 2, 1).cell, 21);
  assert.equal(facts(model, "A", 2, 1).cell_before, 11);
  assert.equal(facts(model, "A", 0, 1).cell_before, -2);
  assert.equal(facts(model, "A", 0, 1).hidden_before, -1);
  const back = readModel(payload({ backwards: true })).sequences.A;
  assert.equal(before(back, "cell", 2, 1), 31);
  assert.equal(before(back, "cell", 3, 1), -2);
});

test("kept and written are the products that the cell is the sum of", () => {
  const found = facts(readModel(payload()), "A", 1, 0);
  assert.equal(found.kept, found.forget_gate * found.cell_before);
  assert.equal(found.written, found.input_gate * found.candidate);
});

test("a difference has the steps that both have, and a scale around zero", () => {
  const model = readModel(payload({ stepsA: 5, stepsB: 3 }));
  assert.deepEqual(choices(model), ["A", "B", "A-B"]);
  assert.equal(stepsOf(model, "A-B"), 3);
  const difference = values(model, "A-B", "cell");
  assert.deepEqual([...difference], Array(9).fill(-100));
  const scale = scaleOf(model, "A-B", model.signals[0], difference);
  assert.deepEqual([scale.low, scale.high, scale.diverging], [-100, 100, true]);
  const palette = { diverging: ["negative", "positive"], difference: ["B", "A"], muted: "muted" };
  assert.deepEqual(rampOf(palette, scale), ["B", "A"]);
  assert.deepEqual(rampOf(palette, model.signals.find((signal) => signal.name === "cell")), ["negative", "positive"]);
  assert.deepEqual([1, -1, 0].map((value) => differenceColor(palette, value)), ["A", "B", "muted"]);
});

test("equal sequences do not blow noise up to full colour", () => {
  const model = readModel(payload({ stepsB: 4 }));
  const scale = scaleOf(model, "A-B", model.signals[0], new Float32Array([1e-7, -1e-7]));
  assert.ok(scale.high >= 0.05);
});

test("scales end at a number of two digits", () => {
  assert.equal(roundUp(2.31), 2.4);
  assert.equal(roundUp(2.4), 2.4);
  assert.equal(roundUp(123), 130);
  assert.equal(roundUp(0.0101), 0.011);
});

test("a cursor is moved into the data", () => {
  const model = readModel(payload({ stepsA: 5, stepsB: 3 }));
  assert.deepEqual(clampCursor({ time: 99, unit: -4, show: "B" }, model), { show: "B", time: 2, unit: 0 });
  assert.deepEqual(clampCursor({ time: "x", unit: NaN, show: "C" }, model), { show: "A", time: 0, unit: 0 });
  assert.deepEqual(clampCursor(null, model), { show: "A", time: 0, unit: 0 });
});

test("keys move to the ends and no further", () => {
  const model = readModel(payload());
  const at = { time: 3, unit: 2, show: "A" };
  assert.equal(moved(at, "ArrowRight", model).time, 3);
  assert.equal(moved(at, "ArrowLeft", model).time, 2);
  assert.equal(moved(at, "Home", model).time, 0);
  assert.equal(moved({ ...at, time: 0 }, "End", model).time, 3);
  assert.equal(moved(at, "ArrowDown", model).unit, 2);
  assert.equal(moved(at, "ArrowUp", model).unit, 1);
  assert.equal(moved(at, "a", model), null);
});

test("keys of fields, of shortcuts and of the page's scrolling are left alone", () => {
  const element = (tag) => ({ matches: (selector) => selector.split(",").some((each) => each.trim() === tag) });
  const event = (key, more = {}) => ({ key, ...more });
  const seen = { inside: false, visible: true };
  assert.ok(isForViewer(event("ArrowRight"), [element("body")], seen));
  assert.ok(isForViewer(event(" "), [element("section")], seen));
  for (const tag of ["button", "a[href]", "[role=button]"]) assert.ok(isForViewer(event("ArrowRight"), [element(tag)], seen), tag);
  for (const tag of ["textarea", "select", "[role=slider]", "[role=tab]", "[role=radio]", "[role=grid]", "[role=combobox]", "[role=dialog]"]) {
    assert.ok(!isForViewer(event("ArrowRight"), [element(tag)], { inside: true, visible: true }), tag);
  }
  assert.ok(!isForViewer(event(" "), [element("button")], seen));
  assert.ok(!isForViewer(event("ArrowRight", { ctrlKey: true }), [element("body")], seen));
  assert.ok(!isForViewer(event("ArrowRight", { isComposing: true }), [element("body")], seen));
  assert.ok(!isForViewer(event("ArrowRight", { defaultPrevented: true }), [element("body")], seen));
  assert.ok(!isForViewer(event("ArrowDown"), [element("body")], seen));
  assert.ok(isForViewer(event("ArrowDown"), [element("section")], { inside: true, visible: true }));
  assert.ok(!isForViewer(event("End"), [element("body")], { inside: false, visible: false }));
});

test("the step that was wanted outlives a shorter sequence, until the reader moves", () => {
  const model = readModel(payload({ stepsA: 5, stepsB: 3 }));
  const wish = { time: 4, unit: 1, show: "A" };
  const onB = wishAfter(wish, wish, { ...wish, show: "B" });
  const shown = clampCursor(onB, model);
  assert.equal(shown.time, 2);
  assert.equal(clampCursor(wishAfter(onB, shown, { ...shown, show: "A" }), model).time, 4);
  const moved = wishAfter(onB, shown, { ...shown, time: 1 });
  assert.equal(clampCursor(wishAfter(moved, moved, { ...moved, show: "A" }), model).time, 1);
});

test("a link carries the cursor counted from 1, and all that was in it", () => {
  const link = linkTo("https://host/app?a=3%2C0&step=9#x", { time: 2, unit: 6, show: "A-B" }, { time: "step", unit: "unit", show: "show" });
  assert.equal(link, "https://host/app?a=3%2C0&step=3&unit=7&show=A-B#x");
});

test("templates take their numbers and keep what they do not know", () => {
  assert.equal(fill("{a} of {b}, {c}", { a: 1, b: "<b>{a}</b>" }), "1 of <b>{a}</b>, {c}");
});

test("a part of a large trace counts as the whole does", () => {
  const model = readModel({ ...payload(), part: { first: 200, steps: 1000, units: [65, 7, 300] } });
  assert.equal(stepNumber(model, 3), 204);
  assert.equal(unitNumber(model, 1), 7);
  assert.deepEqual(inWhole(model, { time: 3, unit: 2, show: "A" }), { time: 203, unit: 299, show: "A" });
  const whole = readModel(payload());
  assert.deepEqual(inWhole(whole, { time: 3, unit: 2, show: "A" }), { time: 3, unit: 2, show: "A" });
});

test("the sentences of a part name the steps and units of the whole", () => {
  const text = { words_lstm: "{unit} {step}", words_lstm_empty: "{unit} {step}", words_shows: "" };
  const model = readModel({ ...payload(), text, part: { first: 200, steps: 1000, units: [65, 7, 300] } });
  assert.equal(narrate(model, facts(model, "A", 1, 2), { name: "A", time: 1, unit: 2 })[0], "300 202");
});
