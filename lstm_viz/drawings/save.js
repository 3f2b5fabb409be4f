// The drawing as a file of its own.

import { svg } from "../viewer/dom.js";

const MARGIN = 16;
const LINE = 17;

/** Words in lines of about so many letters. */
export function wrapped(text, letters) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (longer.length <= letters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter(Boolean);
}

/** A self-contained SVG: title, lane titles on their left, and the picture as it is on screen, lit or not. */
export function asFile(model, layout, picture, { colors, font }) {
  const gutter = layout.headed ? 0 : layout.gutter;
  const [width, height] = [layout.width + gutter + 2 * MARGIN, layout.height + 2 * MARGIN + 32];
  const copy = picture.cloneNode(true);
  for (const node of copy.querySelectorAll("[tabindex]")) node.removeAttribute("tabindex");
  copy.setAttribute("x", MARGIN + gutter);
  copy.setAttribute("y", MARGIN + 32);
  const text = (words, attributes) => svg("text", { "font-size": 13, fill: colors.ink, ...attributes }, words);
  const titles = model.lanes.flatMap((title, lane) => {
    const { y, h } = layout.bands[lane];
    const lines = wrapped(title, layout.headed ? 60 : Math.floor(gutter / 7.4));
    const top = layout.headed ? y + 15 : y + h / 2 - ((lines.length - 1) * LINE) / 2 + 4;
    return lines.map((line, at) => text(line, { x: MARGIN + (layout.headed ? 10 : 0), y: MARGIN + 32 + top + at * LINE, "font-weight": 600 }));
  });
  return svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": font },
    svg("rect", { width, height, fill: colors.background }), text(model.title, { x: MARGIN, y: MARGIN + 15, "font-size": 16, "font-weight": 600 }),
    copy, ...titles);
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
