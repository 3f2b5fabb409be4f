// The cell of each kind as a scene: wires, nodes, bars and places for labels, at any width. Pure geometry.

const BAR_TOP = 212;
const BAR_HEIGHT = 72;
const BAR_BOTTOM = BAR_TOP + BAR_HEIGHT;
const STATE = 64;
const R = 14;
export const HEIGHT = 352;

function frame(width) {
  const narrow = width < 440;
  const [left, right] = narrow ? [46, 56] : [70, 78];
  const box = { x: left, y: 20, width: width - left - right, height: HEIGHT - 26 };
  return { width, narrow, box, x: (part) => Math.round(box.x + part * box.width), bar: narrow ? 22 : 30, right: width - 4 };
}

const wire = (id, ...points) => ({ id, points });
const node = (id, symbol, x, y) => ({ id, symbol, x, y });
const label = (id, x, y, anchor = "middle", size = 13) => ({ id, x, y, anchor, size });

function bar(id, x, { bar: width }) {
  return { id, x: x - width / 2, y: BAR_TOP, width, height: BAR_HEIGHT };
}

function barLabels(ids, xs, { narrow }) {
  return ids.flatMap((id, at) => [
    label(`${id}.value`, xs[at], BAR_BOTTOM + 33, "middle", narrow ? 12 : 15), // room for "Δ +0.0045" on a phone
    label(`${id}.name`, xs[at], BAR_BOTTOM + 51, "middle", 12),
  ]);
}

/** What comes in from below: the input and the state before, to the bars they feed. */
function inputs({ box }, fedByHidden, fedByInput) {
  const [hidden, input] = [BAR_BOTTOM + 8, BAR_BOTTOM + 14];
  const stems = (xs, from, to) => xs.map((x) => wire("bus", [x, from], [x, to]));
  return {
    wires: [
      wire("bus", [4, hidden], [Math.max(...fedByHidden.map(([x]) => x)), hidden]),
      wire("bus", [4, input], [Math.max(...fedByInput), input]),
      ...fedByHidden.flatMap(([x, to]) => stems([x], hidden, to ?? BAR_BOTTOM)),
      ...stems(fedByInput, input, BAR_BOTTOM),
    ],
    labels: [label("hidden_before.name", 4, hidden - 8, "start"), label("input.name", 4, input + 17, "start")],
    box,
  };
}

function stateLabels(id, f, y) {
  return [label(`${id}.name`, f.right, y - 13, "end"), label(`${id}.value`, f.right, y + 22, "end", 16)];
}

/** Hochreiter's cell with the forget gate: c' = f·c + i·g, h = o·activation(c'). */
export function lstm(width) {
  const f = frame(width);
  const [xf, xi, xg, xo] = [0.14, 0.37, 0.62, 0.86].map(f.x);
  const xm = Math.round((xi + xg) / 2);
  const [join, show] = [150, 158];
  const feeds = [xf, xi, xg, xo];
  const below = inputs(f, feeds.map((x) => [x]), feeds);
  return {
    ...f,
    wires: [
      ...below.wires,
      wire("forget_gate", [xf, BAR_TOP], [xf, STATE + R]),
      wire("input_gate", [xi, BAR_TOP], [xi, join], [xm - R, join]),
      wire("candidate", [xg, BAR_TOP], [xg, join], [xm + R, join]),
      wire("output_gate", [xo, BAR_TOP], [xo, show + R]),
      wire("cell_before", [4, STATE], [xf - R, STATE]),
      wire("kept", [xf + R, STATE], [xm - R, STATE]),
      wire("written", [xm, join - R], [xm, STATE + R]),
      wire("cell", [xm + R, STATE], [width - 4, STATE]),
      wire("cell", [xo, STATE], [xo, 93]),
      wire("activated_cell", [xo, 117], [xo, show - R]),
      wire("hidden", [xo + R, show], [width - 4, show]),
    ],
    nodes: [
      node("forget_gate", "×", xf, STATE),
      node("cell", "+", xm, STATE),
      node("input_gate", "×", xm, join),
      node("output_gate", "×", xo, show),
    ],
    pills: [{ id: "activation", x: xo, y: 105 }],
    bars: feeds.map((x, at) => bar(["forget_gate", "input_gate", "candidate", "output_gate"][at], x, f)),
    labels: [
      ...below.labels,
      ...barLabels(["forget_gate", "input_gate", "candidate", "output_gate"], feeds, f),
      label("cell_before.name", 4, STATE - 13, "start"),
      label("cell_before.value", 4, STATE + 22, "start", 16),
      label("kept.value", Math.round((xf + xm) / 2), STATE - 14),
      label("written.name", xm + 12, 104, "start"),
      label("written.value", xm + 12, 121, "start"),
      label("activated_cell.value", xo - 8, 136, "end"),
      ...stateLabels("cell", f, STATE),
      ...stateLabels("hidden", f, show),
    ],
  };
}

/** Cho's unit as Keras has it: h' = z·h + (1 − z)·g, with the reset gate on the candidate's memory. */
export function gru(width) {
  const f = frame(width);
  const [xz, xr, xk, xg] = [0.14, 0.38, 0.6, 0.84].map(f.x);
  const [blend, reach] = [146, BAR_TOP + 46];
  const xp = Math.round((xz + xg) / 2);
  const below = inputs(f, [[xz], [xr], [xk, reach + R]], [xz, xr, xg]);
  return {
    ...f,
    wires: [
      ...below.wires,
      wire("update_gate", [xz, BAR_TOP], [xz, STATE + R]),
      wire("remaining", [xz, blend], [xp - 24, blend]),
      wire("remaining", [xp + 24, blend], [xg - R, blend]),
      wire("reset_gate", [xr + f.bar / 2, reach], [xk - R, reach]),
      wire("recalled", [xk + R, reach], [xg - f.bar / 2, reach]),
      wire("candidate", [xg, BAR_TOP], [xg, blend + R]),
      wire("hidden_before", [4, STATE], [xz - R, STATE]),
      wire("kept", [xz + R, STATE], [xg - R, STATE]),
      wire("written", [xg, blend - R], [xg, STATE + R]),
      wire("hidden", [xg + R, STATE], [width - 4, STATE]),
    ],
    nodes: [
      node("update_gate", "×", xz, STATE),
      node("hidden", "+", xg, STATE),
      node("candidate", "×", xg, blend),
      node("reset_gate", "×", xk, reach),
    ],
    pills: [{ id: "remaining", x: xp, y: blend }],
    bars: [bar("update_gate", xz, f), bar("reset_gate", xr, f), bar("candidate", xg, f)],
    labels: [
      ...below.labels.slice(1),
      ...barLabels(["update_gate", "reset_gate", "candidate"], [xz, xr, xg], f),
      label("hidden_before.name", 4, STATE - 13, "start"),
      label("hidden_before.value", 4, STATE + 22, "start", 16),
      label("hidden_before.again", 4, BAR_BOTTOM, "start"),
      label("kept.value", xp, STATE - 14),
      label("written.name", xg - 12, 98, "end"),
      label("written.value", xg - 12, 115, "end"),
      label("remaining.value", xp, blend - 20),
      label("recalled.name", xk, reach - 42, "middle", 12),
      label("recalled.value", xk, reach - 24),
      ...stateLabels("hidden", f, STATE),
    ],
  };
}

/** Elman's: h' = activation(what the input brings + what the state before brings). */
export function simpleRnn(width) {
  const f = frame(width);
  const [xh, xi, xa] = [0.22, 0.58, 0.82].map(f.x);
  const xm = Math.round((xh + xi) / 2);
  const join = 150;
  const below = inputs(f, [[xh]], [xi]);
  return {
    ...f,
    wires: [
      ...below.wires,
      wire("from_hidden", [xh, BAR_TOP], [xh, join], [xm - R, join]),
      wire("from_input", [xi, BAR_TOP], [xi, join], [xm + R, join]),
      wire("sum", [xm, join - R], [xm, STATE], [xa - 24, STATE]),
      wire("hidden", [xa + 24, STATE], [width - 4, STATE]),
    ],
    nodes: [node("hidden", "+", xm, join)],
    pills: [{ id: "activation", x: xa, y: STATE }],
    bars: [bar("from_hidden", xh, f), bar("from_input", xi, f)],
    labels: [
      ...below.labels.slice(1),
      ...barLabels(["from_hidden", "from_input"], [xh, xi], f),
      label("hidden_before.name", 4, BAR_BOTTOM - 22, "start"),
      label("hidden_before.value", 4, BAR_BOTTOM - 3, "start", 16),
      label("sum.value", Math.round((xm + xa) / 2) - 12, STATE - 14),
      ...stateLabels("hidden", f, STATE),
    ],
  };
}

export const DIAGRAMS = { lstm, gru, simple_rnn: simpleRnn };
