// Unrolled pictures for the tests, as the browser has them.

import { random } from "../viewer/support.js";

/** One of 0 … `count` − 1. */
export function pick(count) {
  return Math.floor(random() * count);
}

function nodeAt(lane, column, count, signal = null) {
  return { lane, column, label: "h", title: "h", signal, scale: "signed", faint: false, values: count ? new Float32Array(count).fill(0.5) : null };
}

/** A picture with `columns` steps; `lanes` and `edges` are filled by `add(lane, column, values)`, which gives the node's number. */
export function build(columns, lanes, draw) {
  const model = { columns: Array.from({ length: columns }, (_, at) => `step ${at + 1}`), lanes: Array(lanes).fill("lane"), nodes: [], edges: [], tensors: [] };
  const add = (lane, column, values = 3) => model.nodes.push(nodeAt(lane, column, values)) - 1;
  const join = (start, end, kind = "data") => model.edges.push({ start, end, kind });
  draw(add, join);
  return model;
}

const steps = (count) => [...Array(count).keys()];

/** Input, a lane forward, a lane backward, and a wide output of the one's last and the other's first state. */
export function bidirectional(columns, units = 3) {
  return build(columns, 4, (add, join) => {
    const [x, f, b] = [0, 1, 2].map((lane) => steps(columns).map((column) => add(lane, column, lane ? units : 5)));
    const output = add(3, null, 2 * units);
    steps(columns).forEach((t) => { join(x[t], f[t]); join(x[t], b[t]); });
    steps(columns - 1).forEach((t) => { join(f[t], f[t + 1], "state"); join(b[t + 1], b[t], "state"); });
    join(f.at(-1), output);
    join(b[0], output);
  });
}

/** Two layers, the second with c and h in one lane, and a Dense for each step, fed back if wished. */
export function stacked(columns, fedBack = false) {
  return build(columns, 4, (add, join) => {
    const [x, a, c, h, y] = [0, 1, 2, 2, 3].map((lane) => steps(columns).map((column) => add(lane, column)));
    steps(columns).forEach((t) => { join(x[t], a[t]); join(a[t], c[t]); join(c[t], h[t]); join(h[t], y[t]); });
    steps(columns - 1).forEach((t) => {
      for (const lane of [a, c, h]) join(lane[t], lane[t + 1], "state");
      if (fedBack) join(y[t], x[t + 1]);
    });
  });
}

/** An encoder, its last state repeated and handed on, a decoder. */
export function encoderDecoder(columns) {
  return build(columns, 4, (add, join) => {
    const [x, e] = [0, 1].map((lane) => steps(columns).map((column) => add(lane, column)));
    const repeat = add(2, null);
    const d = steps(columns).map((column) => add(3, column));
    steps(columns).forEach((t) => { join(x[t], e[t]); join(repeat, d[t]); });
    steps(columns - 1).forEach((t) => { join(e[t], e[t + 1], "state"); join(d[t], d[t + 1], "state"); });
    join(e.at(-1), repeat);
    join(e.at(-1), d[0], "state");
  });
}

/** A state that goes down, to a lane below and the first step: it must not come through the boxes. */
export function handedDown() {
  return build(4, 3, (add, join) => {
    const [below, , above] = [0, 1, 2].map((lane) => steps(4).map((column) => add(lane, column)));
    join(above[2], below[0], "state");
  });
}

/** Anything: some boxes missing, some wide, some two in a lane and column. */
export function anything() {
  const [columns, lanes] = [1 + pick(30), 1 + pick(8)];
  return build(columns, lanes, (add) => {
    for (let lane = 0; lane < lanes; lane += 1) {
      for (let column = 0; column < columns; column += 1) for (let count = pick(3); count > 0; count -= 1) add(lane, column, pick(17));
      for (let count = pick(4); count > 0; count -= 1) add(lane, null, pick(33));
    }
  });
}
