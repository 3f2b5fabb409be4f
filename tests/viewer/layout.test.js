import assert from "node:assert/strict";
import { test } from "node:test";

import { contrast, inkOn, isColor, luminance, modeOf, place, rgb, table } from "../../lstm_viz/viewer/colors.js";
import { repaintAxes, ticksBeside } from "../../lstm_viz/viewer/paint.js";
import { DIAGRAMS } from "../../lstm_viz/viewer/diagrams.js";
import { arrange, heatmap, hit, inward, isTick, labelReach, offsetFor, rowHeight, tickEvery } from "../../lstm_viz/viewer/layout.js";

test("cells keep their numbers up to 20 steps on a desk, and lose them after", () => {
  for (let steps = 1; steps <= 24; steps += 1) {
    const { side, columns } = arrange({ width: 1300, steps, units: 8, signals: 6 });
    const width = ((side ? 1300 * 0.55 : 1300) - 20 * (columns - 1)) / columns;
    assert.equal(heatmap({ width, steps, units: 8 }).numbers !== "none", steps <= 20, `${steps} steps`);
  }
});

test("four steps of eight units fit beside the diagram, three in a row", () => {
  assert.deepEqual(arrange({ width: 1300, steps: 4, units: 8, signals: 6 }), { side: true, columns: 3 });
  assert.deepEqual(arrange({ width: 1300, steps: 4, units: 8, signals: 1 }), { side: true, columns: 1 });
  assert.deepEqual(arrange({ width: 358, steps: 4, units: 8, signals: 6 }), { side: false, columns: 2 });
});

test("columns shrink before they scroll", () => {
  assert.ok(!heatmap({ width: 230, steps: 40, units: 8 }).scrolls);
  assert.ok(heatmap({ width: 230, steps: 300, units: 8 }).scrolls);
  assert.ok(rowHeight(64) * 64 <= 400);
});

test("the cursor's column is always in view, and the window rests while it is", () => {
  const geometry = heatmap({ width: 230, steps: 300, units: 8 });
  let offset = 0;
  let moves = 0;
  for (const time of [...Array(300).keys(), 0, 299, 150, 149, 10]) {
    const next = offsetFor(time, offset, geometry);
    moves += next === offset ? 0 : 1;
    offset = next;
    const left = time * geometry.column - offset;
    assert.ok(left >= -0.5 && left + geometry.column <= geometry.inner + 0.5, `step ${time} at ${left}`);
    assert.ok(offset >= 0 && offset <= geometry.content - geometry.inner + 0.5);
  }
  assert.ok(moves < 20);
});

test("a point is the cell under it, and outside the nearest", () => {
  const geometry = { column: 10, row: 20 };
  assert.deepEqual(hit(25, 45, 100, geometry, { steps: 50, units: 4 }), { time: 12, unit: 2 });
  assert.deepEqual(hit(-5, 999, 0, geometry, { steps: 50, units: 4 }), { time: 0, unit: 3 });
});

test("tick labels keep their distance", () => {
  for (const size of [5, 6, 9, 15, 30]) {
    const every = tickEvery(size, 14);
    const ticks = [...Array(300).keys()].filter((index) => isTick(index, every));
    for (let at = 1; at < ticks.length; at += 1) assert.ok((ticks[at] - ticks[at - 1]) * size >= 11, `${size}`);
  }
});

test("the label of a step at the edge moves in, and goes with its column when that is scrolled away", () => {
  assert.equal(inward(3, labelReach(299), 200), labelReach(299) - 3);
  assert.equal(inward(199, labelReach(299), 200), 200 - labelReach(299) - 199);
  assert.equal(inward(100, labelReach(299), 200), 0);
  assert.equal(inward(-40, labelReach(299), 200), 0);
});

test("the ticks that the cursor's own labels would cover are not painted", () => {
  const painted = [];
  const context = new Proxy({ fillText: (text) => painted.push(text), clearRect: () => {} }, { set: () => true });
  const geometry = heatmap({ width: 230, steps: 300, units: 8 });
  const view = { geometry, offset: 0, steps: 300, units: 8, palette: {}, font: "x" };
  const paint = (cursor) => {
    painted.length = 0;
    repaintAxes(context, view, ticksBeside({ ...view, cursor }));
    return [...painted];
  };
  assert.ok(paint({ time: 0, unit: 0 }).includes("10"));
  assert.ok(!paint({ time: 9, unit: 3 }).includes("10"));
  assert.ok(!paint({ time: 11, unit: 3 }).includes("10"));
  assert.ok(!paint({ time: 0, unit: 3 }).includes("4"));
});

test("every colour of a ramp carries an ink of at least 4.5:1", () => {
  for (const stops of [["#f3f1ec", "#b92d23"], ["#1b57a6", "#f3f1ec", "#b04a0a"], ["#000000", "#ffffff"]]) {
    const { fill, ink } = table(stops);
    fill.forEach((color, at) => assert.ok(contrast(luminance(rgb(color)), luminance(rgb(ink[at]))) >= 4.5, color));
  }
  assert.ok(inkOn([118, 118, 118]));
});

test("values are placed on their scale, clamped; what is no number has no place", () => {
  assert.equal(place(0, { low: -2, high: 2 }), 128);
  assert.equal(place(9, { low: 0, high: 1 }), 255);
  assert.equal(place(-Infinity, { low: 0, high: 1 }), 0);
  assert.equal(place(NaN, { low: 0, high: 1 }), -1);
});

test("light and dark are told by the page's background", () => {
  assert.equal(modeOf("#15161a"), "dark");
  assert.equal(modeOf("rgb(255, 255, 255)"), "light");
  assert.equal(modeOf("unset"), "light");
  assert.ok(!isColor("unset"));
});

/** About the room that a label takes: [left, top, right, bottom]. */
function room({ x, y, anchor, size, id }) {
  const text = { name: 8, value: 7, again: 2 }[id.split(".")[1]] + (id === "kept.value" ? 6 : 0);
  const short = /^(cell|hidden|cell_before|hidden_before|input)\.name$/.test(id) ? 3 : text;
  const width = short * size * 0.5;
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return [left, y - size * 0.75, left + width, y + 2];
}

function crosses([left, top, right, bottom], [[x1, y1], [x2, y2]]) {
  return Math.max(x1, x2) > left && Math.min(x1, x2) < right && Math.max(y1, y2) > top && Math.min(y1, y2) < bottom;
}

for (const kind of Object.keys(DIAGRAMS)) {
  for (const width of [338, 390, 560, 640]) {
    test(`no line runs through a label of the ${kind} diagram at ${width} pixels, and nothing leaves it`, () => {
      const scene = DIAGRAMS[kind](width);
      for (const label of scene.labels) {
        const box = room(label);
        assert.ok(box[0] >= 0 && box[2] <= width, label.id);
        for (const { id, points } of scene.wires) {
          for (let at = 1; at < points.length; at += 1) {
            assert.ok(!crosses(box, [points[at - 1], points[at]]), `${id} runs through ${label.id}`);
          }
        }
      }
    });
  }
}
