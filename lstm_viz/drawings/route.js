// The ways of the arrows between the boxes: straight where nothing stands in the way, else around it, in right angles.

import { isWide } from "./arrange.js";

const CLEAR = 4; // how far an arrow keeps from a box that it passes
const PASSING = 10; // the first free line beside a column
const APART = 8; // between two lines
const LEFT = 14; // between the first column and what enters it from elsewhere

/** For each edge its points, [[x, y], …], from its start's border to its end's. */
export function routes(model, layout) {
  const taken = { down: [], across: [] };
  return model.edges.map((edge) => route(edge, model, layout, taken));
}

function route(edge, model, { boxes, gap }, taken) {
  const [from, to] = [edge.start, edge.end].map((index) => ({ ...model.nodes[index], ...boxes[index], index }));
  if (isCarried(edge, from, to)) return carried(from, to);
  if (edge.kind === "state" && !isWide(to) && from.column !== to.column) return aside(from, to, gap);
  if (to.y + to.h < from.y) return upwards(edge, from, to, { boxes, taken });
  return aside(from, to, gap);
}

/** Whether an edge goes from a column to the one beside it, along its lane. */
function isCarried(edge, from, to) {
  return edge.kind === "state" && from.lane === to.lane && Math.abs((from.column ?? -9) - (to.column ?? 9)) === 1;
}

function carried(from, to) {
  const forward = to.column > from.column;
  const [x1, x2] = forward ? [from.x + from.w, to.x] : [from.x, to.x + to.w];
  const [y1, y2] = [middle(from), middle(to)];
  if (Math.abs(y1 - y2) < 0.5) return [[x1, y1], [x2, y1]];
  return [[x1, y1], [(x1 + x2) / 2, y1], [(x1 + x2) / 2, y2], [x2, y2]];
}

function middle(box) {
  return box.y + box.h / 2;
}

/** Into the left side of a box in another column: what is carried to another lane, or fed back from the step before. */
function aside(from, to, gap) {
  const enter = isWide(to) ? to.x - LEFT : to.column === 0 ? to.x - gap / 2 - LEFT : to.x - gap / 2;
  const [right, y] = [from.x + from.w, middle(from)];
  const end = [[enter, middle(to)], [to.x, middle(to)]];
  if (!isWide(from) && to.column === from.column + 1) return [[right, y], [enter, y], ...end];
  const up = !isWide(from) || to.y < from.y;
  const x = isWide(from) ? within(from, enter) : from.x + from.w / 4;
  const row = up ? from.above : from.below;
  return [[x, up ? from.y : from.y + from.h], [x, row], [enter, row], ...end];
}

/** Where an arrow leaves or enters a box: in the middle of a column's box, above the other end in a wide one. */
function anchor(box, other) {
  if (!isWide(box)) return box.x + box.w / 2;
  const aim = isWide(other) ? Math.max(box.x, other.x) + Math.min(box.w, other.w) / 2 : other.x + other.w / 2;
  return within(box, aim);
}

function within(box, x) {
  return Math.min(Math.max(x, box.x + LEFT), box.x + box.w - LEFT);
}

function upwards(edge, from, to, { boxes, taken }) {
  const [x1, x2] = [anchor(from, to), anchor(to, from)];
  const [top, bottom] = [from.y, to.y + to.h];
  const between = boxes.filter((box, index) => index !== edge.start && index !== edge.end && box.y < from.y && box.y + box.h > bottom);
  if (Math.abs(x1 - x2) < 0.5 && isFree(x1, between)) return [[x1, top], [x1, bottom]];
  if (to.track === from.track + 1 || !between.length) return bent(edge, [x1, top], [x2, bottom], from.above, taken);
  const [low, high] = [from.above, to.below];
  const x = [x2, x1, ...lines(to, from)].find((at) => isFree(at, between) && isUntaken(taken.down, at, [high, low], edge)) ?? x2;
  taken.down.push({ at: x, span: [high, low], start: edge.start });
  if (x === x1 && x === x2) return [[x1, top], [x1, bottom]];
  const [start, end] = [beside(from, x1, x), beside(to, x2, x)];
  return tidy([[start, top], [start, low], [x, low], [x, high], [end, high], [end, bottom]]);
}

/** Where a way around along the line `x` meets a box: beside the place of the straight way. */
function beside(box, straight, x) {
  if (isWide(box)) return within(box, x);
  return straight + Math.sign(x - straight) * Math.min(box.w / 4, Math.abs(x - straight));
}

function bent(edge, [x1, top], [x2, bottom], row, taken) {
  const span = [Math.min(x1, x2), Math.max(x1, x2)];
  const y = [row, row - 6, row + 6].find((at) => isUntaken(taken.across, at, span, edge)) ?? row;
  taken.across.push({ at: y, span, start: edge.start });
  return tidy([[x1, top], [x1, y], [x2, y], [x2, bottom]]);
}

/** The free lines beside two columns, the nearest first. */
function lines(...columns) {
  const sides = columns.filter((box) => !isWide(box)).flatMap(({ x, w }) => [[x + w, 1], [x, -1]]);
  return [0, 1, 2].flatMap((step) => sides.map(([edge, sign]) => edge + sign * (PASSING + APART * step)));
}

function isFree(x, boxes) {
  return boxes.every((box) => x < box.x - CLEAR || x > box.x + box.w + CLEAR);
}

function isUntaken(list, at, [low, high], { start }) {
  return list.every((other) => other.start === start || Math.abs(other.at - at) >= APART - 2.5 || other.span[0] > high || other.span[1] < low);
}

/** Without points that stand on the line between their neighbours, or twice. */
function tidy(points) {
  const kept = points.filter(([x, y], at) => at === 0 || x !== points[at - 1][0] || y !== points[at - 1][1]);
  return kept.filter(([x, y], at) => {
    if (at === 0 || at === kept.length - 1) return true;
    const [[x0, y0], [x2, y2]] = [kept[at - 1], kept[at + 1]];
    return !((x0 === x && x === x2) || (y0 === y && y === y2));
  });
}

/** An SVG path through the points, its corners rounded. */
export function pathOf(points, radius = 7) {
  let path = `M${points[0].join(" ")}`;
  for (let at = 1; at < points.length - 1; at += 1) {
    const [before, corner, after] = [points[at - 1], points[at], points[at + 1]];
    const [a, b] = [before, after].map((other) => {
      const length = Math.hypot(other[0] - corner[0], other[1] - corner[1]);
      const part = Math.min(radius, length / 2) / (length || 1);
      return [corner[0] + (other[0] - corner[0]) * part, corner[1] + (other[1] - corner[1]) * part];
    });
    path += `L${a.join(" ")}Q${corner.join(" ")} ${b.join(" ")}`;
  }
  return `${path}L${points.at(-1).join(" ")}`;
}
