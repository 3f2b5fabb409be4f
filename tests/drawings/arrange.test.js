import assert from "node:assert/strict";
import { test } from "node:test";

import { LABEL, arrange, neighbour } from "../../lstm_viz/drawings/arrange.js";
import { cellBoxes } from "../../lstm_viz/drawings/cells.js";
import { anything, bidirectional, build, stacked } from "./support.js";

const ROOMS = [[350, true], [1060, false], [700, false]];

function overlap(a, b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

test("boxes never overlap, whatever is drawn, and stay within the picture and their lane's band", () => {
  for (let round = 0; round < 60; round += 1) {
    const model = anything();
    for (const [room, headed] of ROOMS) {
      const { boxes, bands, width, height } = arrange(model, room, headed);
      boxes.forEach((box, index) => {
        for (let other = 0; other < index; other += 1) assert.ok(!overlap(box, boxes[other]), `${index} and ${other} at ${room}`);
        assert.ok(box.x >= 0 && box.x + box.w <= width && box.y >= 0 && box.y + box.h <= height);
        const band = bands[model.nodes[index].lane];
        assert.ok(box.y >= band.y && box.y + box.h <= band.y + band.h, "in its lane");
      });
    }
  }
});

test("lanes go up and columns go right", () => {
  for (const [room, headed] of ROOMS) {
    const { boxes, bands, columns } = arrange(bidirectional(6), room, headed);
    for (let lane = 1; lane < 4; lane += 1) assert.ok(bands[lane].y + bands[lane].h < bands[lane - 1].y);
    for (let t = 1; t < 6; t += 1) assert.ok(columns[t] > columns[t - 1] && boxes[t].x > boxes[t - 1].x + boxes[t - 1].w);
    assert.equal(boxes[0].x + boxes[0].w / 2, columns[0]);
  }
});

test("what shares a lane and column stands above what was named before it", () => {
  const { boxes } = arrange(stacked(2), 900, false);
  const [c, h] = [boxes[4], boxes[6]];
  assert.equal(c.x, h.x);
  assert.ok(h.y + h.h < c.y);
});

test("every value has a cell inside its box, and no two share a place", () => {
  for (const count of [1, 3, 6, 7, 16]) {
    const model = build(3, 2, (add) => { for (const t of [0, 1, 2]) add(0, t, count); add(1, null, count); add(1, null, 2); });
    const { boxes } = arrange(model, 900, false);
    model.nodes.forEach((node, index) => {
      const cells = cellBoxes(node, boxes[index]);
      assert.equal(cells.length, node.values.length);
      cells.forEach((cell, at) => {
        assert.ok(cell.x >= boxes[index].x && cell.x + cell.w <= boxes[index].x + boxes[index].w + 0.01);
        assert.ok(cell.y >= boxes[index].y + LABEL && cell.y + cell.h <= boxes[index].y + boxes[index].h + 0.01);
        for (const other of cells.slice(0, at)) assert.ok(cell.x >= other.x + other.w - 0.01 || cell.y >= other.y + other.h - 0.01);
      });
    });
  }
});

test("four steps fit a phone", () => {
  assert.ok(arrange(bidirectional(4), 352, true).width <= 352);
});

test("arrow keys lead to the next box of the lane, and to the nearest above and below", () => {
  const model = bidirectional(4);
  const { boxes } = arrange(model, 1000, false);
  const output = model.nodes.length - 1;
  const to = (from, key) => neighbour(boxes, from, key);
  assert.deepEqual([to(0, "ArrowRight"), to(1, "ArrowLeft"), to(0, "ArrowLeft"), to(3, "ArrowRight")], [1, 0, 0, 3]);
  assert.deepEqual([to(2, "ArrowUp"), to(6, "ArrowUp"), to(6, "ArrowDown"), to(2, "ArrowDown")], [6, 10, 2, 2]);
  assert.deepEqual([to(10, "ArrowUp"), to(output, "ArrowUp")], [output, output]);
  assert.ok([8, 9, 10, 11].includes(to(output, "ArrowDown")));
});
