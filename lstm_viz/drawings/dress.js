// The theme of the page: which colours and letters the drawing wears.

import { isColor, modeOf } from "../viewer/colors.js";

const SURFACES = ["background", "panel", "sunken", "line", "control", "ink", "muted", "link", "focus"];

/** The page's {mode, font, colors} out of the palette of both modes; also set as CSS variables on the root. */
export function dress(root, host, palette) {
  const style = getComputedStyle(host);
  const page = style.getPropertyValue("--st-background-color").trim();
  const mode = modeOf(page);
  const colors = { ...palette[mode], background: isColor(page) ? page : palette[mode].background };
  root.dataset.mode = mode;
  for (const name of SURFACES) root.style.setProperty(`--${name}`, colors[name]);
  return { mode, colors, font: style.getPropertyValue("--st-font").trim() || "sans-serif" };
}
