// The row of steps. Only those in view are in the document, so that a thousand cost no more than twenty.

import { h } from "./dom.js";
import { createStep } from "./header.js";

const AROUND = 8;

/** Fills `parent`. Returns {mark, fit}: `mark` shows a step as current and keeps it in view, `fit` measures anew. */
export function createTokens(parent, model, go) {
  const steps = Math.max(...model.names.map((name) => model.sequences[name].steps));
  const lane = h("div", { class: "lane" });
  const strip = h("div", { class: "strip", role: "group", "aria-label": model.text.steps_label }, lane);
  const names = h("div", { class: "names", "aria-hidden": "true" }, ...model.names.map((name) => h("span", {}, name)));
  parent.replaceChildren(...(model.names.length > 1 ? [names, strip] : [strip]));
  const state = { model, go, strip, lane, steps, buttons: new Map(), current: null, left: 0, room: 0, width: 96 };
  strip.onscroll = () => {
    state.left = strip.scrollLeft;
    renderSteps(state);
  };
  return { mark: (time) => markStep(state, time), fit: () => fitStrip(state) };
}

/** How wide the widest of the steps is. */
function widest({ model, steps, lane, go }) {
  const size = (time) => Math.max(...model.names.map((name) => {
    const { tokens, predictions } = model.sequences[name];
    return (tokens[time] ?? "").length + (predictions?.[time]?.label ?? "").length;
  }));
  let longest = 0;
  for (let time = 1; time < steps; time += 1) if (size(time) > size(longest)) longest = time;
  const probe = createStep(model, longest, go);
  lane.append(probe);
  const [width, height] = [probe.offsetWidth + 1, probe.offsetHeight];
  probe.remove();
  return { width, height };
}

function fitStrip(state) {
  for (const button of state.buttons.values()) button.remove();
  state.buttons.clear();
  const { width, height } = widest(state);
  Object.assign(state.lane.style, { width: `${width * state.steps}px`, height: `${height}px` });
  Object.assign(state, { width, room: state.strip.clientWidth, left: state.strip.scrollLeft });
  renderSteps(state);
}

function renderSteps(state) {
  const { buttons, left, room, width, steps, current } = state;
  const from = Math.max(0, Math.floor(left / width) - AROUND);
  const to = Math.min(steps - 1, Math.ceil((left + room) / width) + AROUND);
  for (const [time, button] of buttons) {
    if ((time >= from && time <= to) || time === current) continue;
    button.remove();
    buttons.delete(time);
  }
  for (let time = from; time <= to; time += 1) addStep(state, time);
}

function addStep(state, time) {
  if (state.buttons.has(time)) return;
  const button = createStep(state.model, time, state.go);
  Object.assign(button.style, { left: `${time * state.width}px`, width: `${state.width}px` });
  setCurrent(button, time === state.current);
  state.buttons.set(time, button);
  state.lane.append(button);
}

function setCurrent(button, is) {
  button?.setAttribute("aria-pressed", String(is));
  button?.setAttribute("tabindex", is ? "0" : "-1");
}

function markStep(state, time) {
  const before = state.buttons.get(state.current);
  const focused = before !== undefined && before.getRootNode().activeElement === before;
  setCurrent(before, false);
  state.current = time;
  addStep(state, time);
  const button = state.buttons.get(time);
  setCurrent(button, true);
  if (focused) button.focus({ preventScroll: true });
  keepInView(state, time);
}

function keepInView(state, time) {
  const { width, left, room, strip, steps } = state;
  if (time * width >= left && (time + 1) * width <= left + room) return;
  state.left = Math.max(0, Math.min(time * width - room * 0.15, steps * width - room));
  renderSteps(state);
  strip.scrollLeft = state.left; // last: to scroll, the browser lays out all that has changed before
}
