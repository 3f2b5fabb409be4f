import assert from "node:assert/strict";
import { test } from "node:test";

import { arrange, isWide } from "../../lstm_viz/drawings/arrange.js";
import { pathOf, routes } from "../../lstm_viz/drawings/route.js";
import { anything, bidirectional, build, encoderDecoder, handedDown, pick, stacked } from "./support.js";

const MODELS = {
  bidirectional: bidirectional(4), "one step": bidirectional(1), "many steps": bidirectional(30, 16), stacked: stacked(5),
  "fed back": stacked(4, true), "encoder and decoder": encoderDecoder(4), "handed down": handedDown(),
};

/** Whether a point is on a box's border, on the side that the arrow comes from. */
function isOnBorder([x, y], { x: left, y: top, w, h }) {
  const [right, bottom] = [left + w, top + h];
  const within = x >= left - 0.01 && x <= right + 0.01 && y >= top - 0.01 && y <= bottom + 0.01;
  const near = (a, b) => Math.abs(a - b) < 0.01;
  return within && (near(x, left) || near(x, right) || near(y, top) || near(y, bottom));
}

function runsThrough([[x1, y1], [x2, y2]], { x, y, w, h }) {
  return Math.max(x1, x2) > x + 0.5 && Math.min(x1, x2) < x + w - 0.5 && Math.max(y1, y2) > y + 0.5 && Math.min(y1, y2) < y + h - 0.5;
}

function segments(points) {
  return points.slice(1).map((point, at) => [points[at], point]);
}

for (const [name, model] of Object.entries(MODELS)) {
  for (const [room, headed] of [[350, true], [1000, false]]) {
    const layout = arrange(model, room, headed);
    const ways = routes(model, layout);

    test(`${name}: every arrow goes from the border of its start to the border of its end (${room})`, () => {
      ways.forEach((points, index) => {
        const { start, end } = model.edges[index];
        assert.ok(isOnBorder(points[0], layout.boxes[start]), `edge ${index} starts at ${points[0]}`);
        assert.ok(isOnBorder(points.at(-1), layout.boxes[end]), `edge ${index} ends at ${points.at(-1)}`);
        for (const [[x1, y1], [x2, y2]] of segments(points)) assert.ok(x1 === x2 || y1 === y2, "in right angles");
      });
    });

    test(`${name}: no arrow runs through a column's box (${room})`, () => {
      ways.forEach((points, index) => {
        layout.boxes.forEach((box, at) => {
          if (isWide(model.nodes[at])) return;
          for (const segment of segments(points)) assert.ok(!runsThrough(segment, box), `edge ${index} through node ${at}`);
        });
      });
    });

    test(`${name}: the arrows of one column stand apart (${room})`, () => {
      const upright = ways.flatMap((points, index) => segments(points)
        .filter(([a, b]) => a[0] === b[0]).map(([a, b]) => ({ index, x: a[0], from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) })));
      for (const one of upright) {
        for (const other of upright) {
          if (one.index >= other.index || model.edges[one.index].start === model.edges[other.index].start) continue;
          const upon = Math.abs(one.x - other.x) < 3 && Math.min(one.to, other.to) - Math.max(one.from, other.from) > -1;
          assert.ok(!upon, `edges ${one.index} and ${other.index} at ${one.x}`);
        }
      }
    });
  }
}

test("between any two boxes an arrow finds a way from border to border", () => {
  for (let round = 0; round < 40; round += 1) {
    const model = anything();
    const count = model.nodes.length;
    for (let edge = 0; edge < 20 && count > 1; edge += 1) {
      const start = pick(count);
      model.edges.push({ start, end: (start + 1 + pick(count - 1)) % count, kind: ["data", "state"][pick(2)] });
    }
    const layout = arrange(model, 1000, false);
    routes(model, layout).forEach((points, index) => {
      const { start, end } = model.edges[index];
      const told = () => JSON.stringify([model.edges[index].kind, model.nodes[start].column, model.nodes[end].column, layout.boxes[start], layout.boxes[end], points]);
      assert.ok(points.flat().every(Number.isFinite), told());
      assert.ok(isOnBorder(points[0], layout.boxes[start]) && isOnBorder(points.at(-1), layout.boxes[end]), told());
    });
  }
});

test("a backward lane's arrows go from right to left, a forward lane's from left to right", () => {
  const model = bidirectional(4);
  const layout = arrange(model, 1000, false);
  routes(model, layout).forEach((points, index) => {
    const { start, end, kind } = model.edges[index];
    if (kind !== "state") return;
    const backward = model.nodes[start].lane === 2;
    assert.equal(points.length, 2);
    assert.equal(points[1][0] < points[0][0], backward);
    assert.equal(points[0][0], layout.boxes[start].x + (backward ? 0 : layout.boxes[start].w));
    assert.equal(points[1][0], layout.boxes[end].x + (backward ? layout.boxes[end].w : 0));
  });
});

test("what is fed back goes down to the step after, and enters its left side", () => {
  const model = build(2, 2, (add, join) => { join(add(1, 0), add(0, 1)); });
  const layout = arrange(model, 600, false);
  const [points] = routes(model, layout);
  assert.equal(points.at(-1)[0], layout.boxes[1].x);
  assert.ok(points.at(-1)[1] > points[0][1]);
});

test("a path goes through its points with rounded corners", () => {
  assert.equal(pathOf([[0, 10], [0, 0]]), "M0 10L0 0");
  assert.equal(pathOf([[0, 20], [0, 0], [20, 0]], 5), "M0 20L0 5Q0 0 5 0L20 0");
});
