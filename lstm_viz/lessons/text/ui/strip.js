// A sentence as a row of boxes: each word with the sentiment so far, and how open the gates are.

import { h } from "../../viewer/dom.js";
import { dress } from "../../drawings/dress.js";

const instances = new WeakMap();

function adopt(strip, { data: [data], setTriggerValue }, host) {
  const { root } = strip;
  const { colors } = dress(root, host, data.palette);
  root.setAttribute("aria-label", data.text.label);
  const rows = data.rows.map((row) => createRow(row, { data, colors, send: (word) => setTriggerValue("word", word) }));
  const focused = root.getRootNode().activeElement?.dataset.place;
  root.replaceChildren(...rows, createLegend(data, colors));
  root.querySelector(`[data-place="${focused}"]`)?.focus({ preventScroll: true });
}

function createRow(row, context) {
  const { name, title, note, words, parts } = row;
  const boxes = words.map((word, at) => createBox(word, { ...context, name, at, parts: at === parts }));
  const heading = h("p", { class: "heading" }, h("b", { class: "name" }, title), h("span", {}, note));
  return h("div", { class: "row", role: "group", "aria-label": title }, heading, h("div", { class: "boxes" }, ...boxes));
}

function createBox(word, { data, colors, send, name, at, parts }) {
  const place = `${name} ${at}`;
  const button = h("button", {
    type: "button", class: ["box", word.look, parts ? "parts" : ""].filter(Boolean).join(" "), "data-place": place,
    "aria-label": word.label, "aria-pressed": String(place === data.current), title: word.label,
  });
  button.append(
    h("span", { class: "word" }, word.text),
    createMeter(word, colors),
    h("span", { class: "percent" }, word.percent),
    createGates(word, data, colors),
    h("span", { class: "mark" }, parts ? data.text.parts : word.mark),
  );
  button.onclick = () => send({ name, at });
  return button;
}

/** A bar from the middle to the left (negative) or to the right (positive). */
function createMeter({ value }, colors) {
  const bar = h("span", { class: "filled" });
  Object.assign(bar.style, {
    left: `${100 * Math.min(value, 0.5)}%`, width: `${100 * Math.abs(value - 0.5)}%`,
    background: value < 0.5 ? colors.diverging[0] : colors.diverging.at(-1),
  });
  return h("span", { class: "meter" }, bar);
}

function createGates({ gates }, data, colors) {
  return h("span", { class: "gates" }, ...gates.map((open, gate) => {
    const bar = h("span");
    Object.assign(bar.style, { height: `${100 * open}%`, background: colors.signals[data.signals[gate]].mark });
    return h("span", { class: "gate" }, bar);
  }));
}

function createLegend(data, colors) {
  const titles = data.signals.map((signal, gate) => {
    const swatch = h("span", { class: "swatch" });
    swatch.style.background = colors.signals[signal].mark;
    return h("span", { class: "entry" }, swatch, data.titles[gate]);
  });
  return h("p", { class: "legend" }, h("span", {}, data.text.legend), ...titles);
}

export default function (component) {
  const { parentElement } = component;
  const root = parentElement.querySelector(".strip");
  if (instances.get(parentElement)?.root !== root) instances.set(parentElement, { root });
  adopt(instances.get(parentElement), component, parentElement.host ?? parentElement);
  return () => instances.delete(parentElement);
}
