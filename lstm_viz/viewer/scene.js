// Draws a scene once, and then only changes what a step changes.

import { setText, svg } from "./dom.js";
import { termOf } from "./light.js";
import { HEIGHT } from "./diagrams.js";

const CORNER = 9;

/** An SVG path through the points, with rounded corners. */
export function pathOf(points) {
  const parts = [`M${points[0].join(" ")}`];
  for (let at = 1; at < points.length - 1; at += 1) {
    const [before, corner, after] = [points[at - 1], points[at], points[at + 1]].map(([x, y]) => ({ x, y }));
    const near = (to) => {
      const length = Math.hypot(to.x - corner.x, to.y - corner.y);
      const part = Math.min(CORNER, length / 2) / length;
      return `${corner.x + (to.x - corner.x) * part} ${corner.y + (to.y - corner.y) * part}`;
    };
    parts.push(`L${near(before)}Q${corner.x} ${corner.y} ${near(after)}`);
  }
  return [...parts, `L${points.at(-1).join(" ")}`].join("");
}

/** The SVG of a scene and the elements that a step changes, by id; `barTitles` says what a bar's fill means, by its id. */
export function drawScene(scene, pillTexts, barTitles) {
  const element = svg("svg", { viewBox: `0 0 ${scene.width} ${HEIGHT}`, width: scene.width, height: HEIGHT, role: "img" });
  const { box } = scene;
  element.append(svg("rect", { class: "box", ...box, rx: 14 }));
  const handles = { element, wires: [], bars: {}, labels: {}, nodes: [] };
  for (const { id, points } of scene.wires) {
    const path = svg("path", { d: pathOf(points), class: `wire ${id === "bus" ? "bus" : "flow"}`, "data-term": termOf(id) });
    handles.wires.push({ id, path });
    element.append(path);
  }
  for (const item of scene.bars) handles.bars[item.id] = drawBar(element, item, barTitles[item.id]);
  for (const item of scene.nodes) handles.nodes.push(drawNode(element, item));
  for (const item of scene.pills) drawPill(element, item, pillTexts[item.id]);
  for (const { id, x, y, anchor, size } of scene.labels) {
    const text = svg("text", { x, y, "text-anchor": anchor, "font-size": size, class: id.split(".")[1], "data-term": termOf(id.split(".")[0]) });
    handles.labels[id] = text;
    element.append(text);
  }
  return handles;
}

function drawBar(parent, { id, x, y, width, height }, title) {
  const frame = svg("rect", { class: "bar", x, y, width, height, rx: 5 });
  const middle = svg("line", { class: "middle", x1: x, x2: x + width, y1: y + height / 2, y2: y + height / 2 });
  const fills = [0, 1].map(() => svg("rect", { class: "fill", height: height - 6, rx: 2 }));
  parent.append(svg("g", { "data-term": termOf(id) }, svg("title", {}, title), frame, ...fills, middle));
  return { frame, middle, fills, x: x + 3, y: y + 3, width: width - 6, height: height - 6 };
}

function drawNode(parent, { id, symbol, x, y }) {
  const circle = svg("circle", { class: "node", cx: x, cy: y, r: 14 });
  const sign = svg("text", { class: "sign", x, y: y + 6, "text-anchor": "middle", "font-size": 18 }, symbol);
  parent.append(svg("g", { "data-term": termOf(id) }, circle, sign));
  return { id, circle, sign };
}

function drawPill(parent, { x, y }, text) {
  const width = Math.max(44, 14 + 7.2 * text.length);
  parent.append(
    svg("rect", { class: "pill", x: x - width / 2, y: y - 12, width, height: 24, rx: 7 }),
    svg("text", { class: "pill-text", x, y: y + 4.5, "text-anchor": "middle", "font-size": 13 }, text),
  );
}

/**
 * Puts a step's values on the scene.
 *
 * `flows`: id → {width, color, edited}; `bars`: id → [{part, diverging, color, edited}], two for a comparison;
 * `texts`: id → {text, color}. What was set by hand is dashed: it does not come from what flows in.
 */
export function paintScene(handles, { flows, bars, texts, nodes }) {
  for (const { id, path } of handles.wires) {
    if (!flows[id]) continue;
    path.style.strokeWidth = `${flows[id].width.toFixed(2)}px`;
    path.style.stroke = flows[id].color;
    path.classList.toggle("edited", Boolean(flows[id].edited));
  }
  for (const [id, levels] of Object.entries(bars)) paintBar(handles.bars[id], levels);
  for (const { id, circle, sign } of handles.nodes) {
    circle.style.stroke = nodes[id];
    sign.style.fill = nodes[id];
  }
  for (const [id, text] of Object.entries(handles.labels)) {
    setText(text, texts[id]?.text ?? "");
    text.style.fill = texts[id]?.color ?? "";
  }
}

const HALF = 260;
// What comes in and what becomes of it, in the first half of the motion; what goes out, in the second.
const FLOWS = [
  ["cell_before", "hidden_before", "kept", "written", "from_hidden", "from_input"],
  ["cell", "activated_cell", "sum", "hidden"],
];

/** Lets beads run along the wires once, each as thick as its wire: what the forget gate keeps is smaller than what came in. */
export function flow(handles) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  for (const bead of handles.beads ?? []) bead.remove();
  handles.beads = FLOWS.flatMap((ids, half) =>
    handles.wires.filter(({ id }) => ids.includes(id)).map(({ path }) => runBead(handles.element, path, half * HALF)));
}

function runBead(parent, path, delay) {
  const bead = svg("circle", { class: "bead", r: 2.5 + parseFloat(path.style.strokeWidth || "1") / 2 });
  bead.style.fill = path.style.stroke;
  bead.style.offsetPath = `path("${path.getAttribute("d")}")`;
  parent.append(bead);
  const along = [{ offsetDistance: "0%", opacity: 1 }, { offsetDistance: "100%", opacity: 1 }];
  bead.animate(along, { duration: HALF, delay, easing: "ease-in-out" }).onfinish = () => bead.remove();
  return bead;
}

function paintBar(bar, levels) {
  bar.frame.style.stroke = levels[0].frame;
  bar.frame.classList.toggle("edited", Boolean(levels[0].edited));
  bar.middle.style.display = levels[0].diverging ? "" : "none";
  const width = bar.width / levels.length - (levels.length - 1);
  bar.fills.forEach((rect, at) => {
    rect.style.display = levels[at] ? "" : "none";
    if (!levels[at]) return;
    const { part, diverging, color } = levels[at];
    const size = Math.min(1, Math.abs(part)) / (diverging ? 2 : 1);
    const from = diverging ? (part >= 0 ? 0.5 - size : 0.5) : 1 - size;
    rect.setAttribute("width", width);
    rect.style.fill = color;
    rect.style.transform = `translate(${bar.x + at * (width + 2)}px, ${bar.y + from * bar.height}px) scale(1, ${size})`;
  });
}
