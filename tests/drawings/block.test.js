import assert from "node:assert/strict";
import { test } from "node:test";

import { PAGE, arrangeSlabs, cellOf, movedCell, pageOf, pageWith, ravel, unravel } from "../../lstm_viz/drawings/block_arrange.js";
import { movedRaw } from "../../lstm_viz/drawings/block_raw.js";
import { holders, wordsOfCell, wordsOfRaw } from "../../lstm_viz/drawings/block_words.js";

const SHAPES = [[1, 1, 1], [4, 1, 5], [2, 4, 5], [8, 30, 8], [8, 10, 1], [3, 5, 2]];
const NEEDS = { letters: 6, titles: 60, left: 60 };

test("slabs never overlap, and every cell is in its slab", () => {
  for (const shape of SHAPES) {
    for (const room of [350, 1000]) {
      const layout = arrangeSlabs(shape, pageOf(0, shape[0]), { ...NEEDS, room });
      layout.slabs.forEach((slab, at) => {
        assert.ok(slab.x >= 0 && slab.x + slab.w <= layout.width && slab.y >= 0 && slab.y + slab.h <= layout.height);
        for (const other of layout.slabs.slice(0, at)) {
          assert.ok(slab.x >= other.x + other.w || slab.y >= other.y + other.h, `${shape}: ${slab.sample} over ${other.sample}`);
        }
        const last = cellOf(slab, shape[1] - 1, shape[2] - 1, layout.cell);
        assert.ok(Math.abs(last.x + last.w - slab.x - slab.w) < 0.01 && Math.abs(last.y + last.h - slab.y - slab.h) < 0.01);
      });
    }
  }
});

test("pages hold every sample once", () => {
  for (const samples of [1, PAGE, PAGE + 1, 90]) {
    const pages = Array.from({ length: pageWith(samples - 1) + 1 }, (_, page) => pageOf(page, samples));
    const found = pages.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));
    assert.deepEqual(found, [...Array(samples).keys()]);
  }
});

test("a flat index and its place are one", () => {
  const shape = [3, 4, 5];
  for (let index = 0; index < 60; index += 1) assert.equal(ravel(unravel(index, shape), shape), index);
  assert.deepEqual(unravel(59, shape), [2, 3, 4]);
});

test("arrows go through the cells of a sample and on into the next, and stop at the ends", () => {
  const shape = [2, 2, 3];
  assert.equal(movedCell(0, "ArrowRight", shape), 1);
  assert.equal(movedCell(0, "ArrowDown", shape), 3);
  assert.equal(movedCell(3, "ArrowDown", shape), 6);
  assert.equal(movedCell(6, "ArrowUp", shape), 3);
  assert.equal(movedCell(1, "PageDown", shape), 7);
  assert.equal(movedCell(0, "ArrowLeft", shape), 0);
  assert.equal(movedCell(11, "ArrowDown", shape), 11);
  assert.equal(movedCell(0, "Tab", shape), null);
  assert.deepEqual(["ArrowRight", "ArrowDown", "ArrowUp", "x"].map((key) => movedRaw(1, key, 2, 4)), [2, 3, 1, null]);
});

const text = {
  place: "X[{sample},{timestep},{feature}]", cell: "{place}={value}", is_raw: "{cell} {row} {column} {value}", also: "in {count}", made_up: "{cell} made",
  nowhere: "{value} nowhere", once: "{value} at {places}", some: "{value} {count}: {places}", often: "{value} {count}: {places} +{more}",
};

/** Windows of two steps over a series of ten, and a cell that was put there. */
function windows() {
  const sources = Float64Array.from({ length: 18 }, (_, index) => Math.floor(index / 2) + (index % 2));
  sources[0] = -1;
  const values = Float32Array.from(sources, (source) => source / 4);
  const raw = { labels: ["v"], rows: Array.from({ length: 11 }, (_, row) => [`r${row}`]) };
  return { array: { shape: [9, 2, 1], values }, digits: 2, sources, raw, text };
}

test("a cell is named with its raw value, a raw value with every cell that holds it", () => {
  const model = windows();
  assert.equal(wordsOfCell(3, model), "X[1,1,0]=0.50 3 v r2 in 2");
  assert.equal(wordsOfCell(17, model), "X[8,1,0]=2.25 10 v r9");
  assert.equal(wordsOfCell(0, model), "X[0,0,0]=−0.25 made");
  assert.deepEqual(holders(2, model), [3, 4]);
  assert.equal(wordsOfRaw(2, model), "r2 2: X[1,1,0], X[2,0,0]");
  assert.equal(wordsOfRaw(9, model), "r9 at X[8,1,0]");
  assert.equal(wordsOfRaw(10, model), "r10 nowhere");
});

test("of many places some are named and the rest counted", () => {
  const model = windows();
  model.sources.fill(4);
  assert.match(wordsOfRaw(4, model), /^r4 18: (X\[\d,\d,0\](, )?){6} \+12$/);
});
