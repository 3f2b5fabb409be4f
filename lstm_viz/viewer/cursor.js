// Where the reader looks: {time, unit, show}, counted from 0.

import { choices, stepsOf } from "./model.js";

const clamp = (value, low, high) => Math.min(Math.max(Math.trunc(value) || 0, low), high);

/** The nearest cursor that the model has. */
export function clampCursor(cursor, model) {
  const show = choices(model).includes(cursor?.show) ? cursor.show : choices(model)[0];
  return {
    show,
    time: clamp(cursor?.time ?? 0, 0, Math.max(0, stepsOf(model, show) - 1)),
    unit: clamp(cursor?.unit ?? 0, 0, model.units - 1),
  };
}

export function sameCursor(first, second) {
  return first?.time === second?.time && first?.unit === second?.unit && first?.show === second?.show;
}

/** What the reader wants to see after asking for `wanted`: another sequence leaves the step as it was wanted, even if cut short. */
export function wishAfter(wish, cursor, wanted) {
  return wanted.show === cursor.show ? wanted : { ...wish, show: wanted.show };
}

const MOVES = {
  ArrowLeft: (cursor) => ({ ...cursor, time: cursor.time - 1 }),
  ArrowRight: (cursor) => ({ ...cursor, time: cursor.time + 1 }),
  ArrowUp: (cursor) => ({ ...cursor, unit: cursor.unit - 1 }),
  ArrowDown: (cursor) => ({ ...cursor, unit: cursor.unit + 1 }),
  Home: (cursor) => ({ ...cursor, time: 0 }),
  End: (cursor) => ({ ...cursor, time: Infinity }),
};

/** The cursor after a key or a transport button, or null if the key means nothing here. */
export function moved(cursor, key, model) {
  if (!(key in MOVES)) return null;
  const next = MOVES[key](cursor);
  const last = stepsOf(model, cursor.show) - 1;
  return clampCursor({ ...next, time: Math.min(next.time, last) }, model);
}

// What arrow keys mean something to, and what holds such parts: a radio button moves to the next one. A plain button does not.
const OWN_KEYS =
  "input:not([type=checkbox], [type=button], [type=submit]), textarea, select, [contenteditable]:not([contenteditable=false]), iframe, canvas[tabindex], " +
  "[role=slider], [role=tab], [role=tablist], [role=radio], [role=radiogroup], [role=option], [role=listbox], [role=menu], " +
  "[role=menubar], [role=menuitem], [role=toolbar], [role=combobox], [role=textbox], [role=spinbutton], [role=grid], [role=tree], " +
  "[role=dialog], [role=alertdialog], dialog, video, audio";
const PRESSED_BY_SPACE = "button, a[href], summary, input, [role=button], [role=switch], [role=checkbox]";

/**
 * Whether a key press is for the viewer.
 *
 * `path` is the event's composed path; `inside` whether it began in the viewer, `visible` whether the viewer is on screen.
 * Up and down belong to the page's scrolling until the viewer has the focus.
 */
export function isForViewer(event, path, { inside, visible }) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  if (event.isComposing) return false;
  const elements = path.filter((node) => typeof node.matches === "function");
  if (elements.some((element) => element.matches(OWN_KEYS))) return false;
  if (event.key === " " && elements.some((element) => element.matches(PRESSED_BY_SPACE))) return false;
  if (event.key === "ArrowUp" || event.key === "ArrowDown") return inside;
  return inside || visible;
}
