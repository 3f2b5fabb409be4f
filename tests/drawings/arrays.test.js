import assert from "node:assert/strict";
import { test } from "node:test";

import { decode, digitsIn, everyIndex } from "../../lstm_viz/drawings/arrays.js";
import { short, written } from "../../lstm_viz/drawings/cells.js";
import { cut, textWidth, wrapped } from "../../lstm_viz/drawings/letters.js";

test("numbers are the same to the last bit", () => {
  const single = new Float32Array([0.1, -0, NaN, Infinity, 1.17549435e-38]);
  const double = new Float64Array([0.1, Number.MIN_VALUE, -1 / 3]);
  for (const [numbers, bytes] of [[single, 4], [double, 8]]) {
    const data = Buffer.from(numbers.buffer).toString("base64");
    const found = decode({ shape: [numbers.length], bytes, data });
    assert.deepEqual(Buffer.from(found.values.buffer), Buffer.from(numbers.buffer));
    assert.deepEqual(found.shape, [numbers.length]);
  }
});

test("indices go through the last axis first", () => {
  assert.deepEqual(everyIndex([]), [[]]);
  assert.deepEqual(everyIndex([2, 2]), [[0, 0], [0, 1], [1, 0], [1, 1]]);
});

test("numbers have the decimals they need, but a small number is never shown as a whole one", () => {
  assert.deepEqual(written(new Float32Array([0.1, 4.2])), ["0.1", "4.2"]);
  assert.deepEqual(written(new Float32Array([0.63031, -0.219417])), ["0.63031", "−0.21942"]);
  assert.deepEqual(written(new Float32Array([1, 0])), ["1", "0"]);
  assert.deepEqual(written(new Float32Array([1e-7])), ["0.00000"]);
  assert.equal(digitsIn(new Float32Array([NaN, 0.25]), 4), 2);
});

test("a cell's number has no more digits than fit", () => {
  assert.deepEqual([0.634, -0.634, 12.34, 123.4].map((value) => short(value, false)), ["0.63", "−0.63", "12.3", "123"]);
  assert.equal(short(3, true), "3");
});

test("titles are broken between words, and labels cut, where their letters end", () => {
  assert.deepEqual(wrapped("backward LSTM of 3 units", 100), ["backward LSTM", "of 3 units"]);
  assert.ok(textWidth("은닉 상태") > 1.4 * textWidth("abcde"));
  assert.equal(cut("RepeatVector", 100), "RepeatVector");
  for (const text of ["RepeatVector", "되풀이되는 벡터"]) {
    assert.ok(cut(text, 50).endsWith("…") && textWidth(cut(text, 50)) <= 50);
  }
});
