// The unrolled picture as SVG. Every colour is an attribute, so that a copy of it looks the same anywhere.

import { svg } from "../viewer/dom.js";
import { drawCells, tables } from "./cells.js";
import { LABEL, PAD } from "./arrange.js";
import { cut } from "./letters.js";
import { pathOf, routes } from "./route.js";

const DIMMED = 0.18;
const FAINT = 0.5;

/** Draws it. Returns {svg, nodes, edges}, the elements of each in the model's order. */
export function draw(model, layout, { colors, font }) {
  const paint = { scales: model.scales, painted: tables(model.scales, colors), colors };
  const nodes = model.nodes.map((node, index) => drawNode(node, layout.boxes[index], paint));
  const ways = routes(model, layout);
  const edges = model.edges.map((edge, index) => drawEdge(edge, ways[index], model.nodes[edge.start], colors));
  const picture = svg("svg", {
    xmlns: "http://www.w3.org/2000/svg", width: layout.width, height: layout.height, viewBox: `0 0 ${layout.width} ${layout.height}`,
    "font-family": font, role: "group", "aria-label": model.title,
  }, ...bands(layout, colors), ...stepLabels(model, layout, colors), ...edges, ...nodes);
  return { svg: picture, nodes, edges };
}

function bands({ bands: all, width }, colors) {
  return all.map(({ y, h }) => svg("rect", { class: "band", x: 0, y, width, height: h, rx: 10, fill: colors.panel }));
}

function stepLabels(model, { columns, steps, pitch }, colors) {
  return model.columns.map((label, column) => svg("text", {
    class: "step", x: columns[column], y: steps + 4, "font-size": 13, "text-anchor": "middle", fill: colors.muted,
  }, cut(label, pitch - 6)));
}

function drawNode(node, box, paint) {
  const { colors } = paint;
  const color = node.signal ? colors.signals[node.signal] : { mark: colors.control, text: colors.ink };
  const label = { x: box.x + (box.shown ?? box.w) / 2, y: box.y + PAD + LABEL / 2 + 3, "font-size": 13, "font-weight": 600, "text-anchor": "middle", fill: color.text };
  const frame = {
    class: "box", x: box.x, y: box.y, width: box.w, height: box.h, rx: 9, fill: colors.background, stroke: color.mark, "stroke-width": 1.5,
    "stroke-dasharray": node.faint ? "4 3" : null,
  };
  const ring = { class: "ring", x: box.x - 4, y: box.y - 4, width: box.w + 8, height: box.h + 8, rx: 12, fill: "none", stroke: "none", "stroke-width": 2.5 };
  return svg("g", { class: "node", role: "button", tabindex: "-1", opacity: node.faint ? FAINT : 1 },
    svg("rect", ring), svg("rect", frame), svg("text", label, cut(node.label, box.w - PAD)), ...(node.values ? drawCells(node, box, paint) : []));
}

function drawEdge(edge, points, from, colors) {
  const carried = edge.kind === "state";
  const color = !carried ? colors.control : from.signal ? colors.signals[from.signal].mark : colors.ink;
  const [[x1, y1], [x2, y2]] = points.slice(-2);
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const size = carried ? 8 : 7;
  const [bx, by] = [x2 - dx * size, y2 - dy * size];
  const head = `M${x2} ${y2}L${bx - dy * size * 0.5} ${by + dx * size * 0.5}L${bx + dy * size * 0.5} ${by - dx * size * 0.5}Z`;
  const way = [...points.slice(0, -1), [x2 - dx * size * 0.8, y2 - dy * size * 0.8]];
  return svg("g", { class: `edge ${edge.kind}`, opacity: 1 },
    svg("path", { d: pathOf(way), fill: "none", stroke: color, "stroke-width": carried ? 2.25 : 1.5 }), svg("path", { d: head, fill: color }));
}

/** Lights exactly the nodes of a set and what runs between them, and dims the rest; null: everything as it is. */
export function light(model, { nodes, edges }, lit, colors) {
  model.nodes.forEach((node, index) => {
    const on = lit?.has(index) ?? false;
    nodes[index].classList.toggle("lit", on);
    nodes[index].setAttribute("opacity", on ? 1 : lit ? DIMMED : node.faint ? FAINT : 1);
    nodes[index].querySelector(".ring").setAttribute("stroke", on ? colors.link : "none");
  });
  model.edges.forEach((edge, index) => {
    const on = !lit || (lit.has(edge.start) && lit.has(edge.end));
    edges[index].setAttribute("opacity", on ? 1 : DIMMED);
  });
}

