// The drawing as a file of its own.

import { svg } from "../viewer/dom.js";
import { table } from "../viewer/colors.js";
import { format } from "../viewer/numbers.js";
import { rampOfScale } from "./cells.js";
import { textWidth, wrapped } from "./letters.js";

const MARGIN = 16;
const HEAD = 32;
const FOOT = 28;
const LINE = 17;
const RAMP = 60;
const SMALL = 12;

/** A self-contained SVG: title, lane titles, the picture as it is on screen, lit or not, and what its colours mean. */
export function asFile(model, layout, picture, { colors, font }) {
  const gutter = layout.headed ? 0 : layout.gutter;
  const width = 2 * MARGIN + Math.max(layout.width + gutter, textWidth(model.title, 16), legendWidth(model));
  const height = 2 * MARGIN + HEAD + layout.height + FOOT;
  const copy = picture.cloneNode(true);
  for (const node of copy.querySelectorAll("[tabindex]")) node.removeAttribute("tabindex");
  copy.setAttribute("x", MARGIN + gutter);
  copy.setAttribute("y", MARGIN + HEAD);
  return svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": font },
    svg("rect", { width, height, fill: colors.background }),
    svg("text", { x: MARGIN, y: MARGIN + 15, "font-size": 16, "font-weight": 600, fill: colors.ink }, model.title),
    ...bandsBeside(layout, gutter, colors), copy, ...laneTitles(model, layout, gutter, colors), ...legendLine(model, height - MARGIN, colors));
}

function bandsBeside({ bands }, gutter, colors) {
  if (!gutter) return [];
  return bands.map(({ y, h }) => svg("rect", { x: MARGIN, y: MARGIN + HEAD + y, width: gutter + 20, height: h, rx: 10, fill: colors.panel }));
}

function laneTitles(model, { bands, headed }, gutter, colors) {
  return model.lanes.flatMap((title, lane) => {
    const { y, h } = bands[lane];
    const lines = headed ? [title] : wrapped(title, gutter - 20);
    const top = MARGIN + HEAD + (headed ? y + 15 : y + h / 2 - ((lines.length - 1) * LINE) / 2 + 4);
    const look = { "font-size": 13, "font-weight": 600, fill: colors.ink, stroke: colors.panel, "stroke-width": 5, "paint-order": "stroke" };
    return lines.map((line, at) => svg("text", { x: MARGIN + 10, y: top + at * LINE, ...look }, line));
  });
}

/** The parts of the legend, each with the room it takes. */
function legendParts({ scales }) {
  return Object.entries(scales).map(([name, { low, high, title }]) => {
    const [before, after] = [`${title} ${format(low)}`, format(high)];
    return { name, before, after, left: textWidth(before, SMALL), room: textWidth(before + after, SMALL) + RAMP + 30 };
  });
}

function legendWidth(model) {
  return legendParts(model).reduce((sum, { room }) => sum + room, 0);
}

function legendLine(model, y, colors) {
  let x = MARGIN;
  return legendParts(model).flatMap(({ name, before, after, left, room }) => {
    const shade = table(rampOfScale(name, colors)).fill;
    const step = RAMP / 20;
    const shades = Array.from({ length: 20 }, (_, at) => svg("rect", {
      x: x + left + at * step, y: y - 9, width: step + 0.3, height: 9, fill: shade[Math.round((at / 19) * (shade.length - 1))],
    }));
    const text = { y, "font-size": SMALL, fill: colors.muted };
    const parts = [svg("text", { x, ...text }, before), ...shades, svg("text", { x: x + left + RAMP + 6, ...text }, after)];
    x += room;
    return parts;
  });
}

/** Lets the browser save it. */
export function download(element, name) {
  const file = new Blob([new XMLSerializer().serializeToString(element)], { type: "image/svg+xml" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
