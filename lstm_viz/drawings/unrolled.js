// The unrolled picture: holds which tensor is chosen, and lets picture, chips and table follow.

import { h } from "../viewer/dom.js";
import { decode } from "./arrays.js";
import { createBalloon, spoken } from "./balloon.js";
import { dress } from "./dress.js";
import { chipsOf, legendOf, titlesOf, toldOf, valuesOf } from "./labels.js";
import { draw, light } from "./picture.js";
import { arrange, neighbour } from "./arrange.js";
import { asFile, download } from "./save.js";

const SETTLE = 250;
const NARROW = 640;
const GUTTER = 168;
const BESIDE = 330; // what the table needs to stand beside the picture
const instances = new WeakMap();

function createDrawing(root) {
  const part = (name, tag = "div", attributes = {}) => h(tag, { class: name, ...attributes });
  const parts = {
    title: part("title", "p"), chips: part("chips", "div", { role: "group" }), frame: part("frame"), titles: part("titles"),
    scroll: part("scroll"), legend: part("legend"), told: part("told", "div", { "aria-live": "polite" }), values: part("values"),
  };
  parts.frame.append(parts.scroll, parts.titles);
  const main = h("div", { class: "main" }, h("div", { class: "left" }, parts.frame, parts.legend), h("section", { class: "details" }, parts.told, parts.values));
  root.replaceChildren(parts.title, parts.chips, main);
  const drawing = { root, parts, balloon: createBalloon(parts.frame), chosen: null, at: 0 };
  const observer = new ResizeObserver(() => fit(drawing));
  observer.observe(root);
  const outside = (event) => { if (!event.composedPath().includes(parts.scroll)) drawing.balloon.hide(); };
  document.addEventListener("pointerdown", outside);
  drawing.stop = () => {
    observer.disconnect();
    document.removeEventListener("pointerdown", outside);
    clearTimeout(drawing.settled);
  };
  parts.scroll.addEventListener("scroll", () => drawing.balloon.hide());
  parts.scroll.addEventListener("keydown", (event) => keyPressed(drawing, event));
  return drawing;
}

/** The payload with its arrays as numbers. */
export function readModel(data) {
  const nodes = data.nodes.map((node) => ({ ...node, values: node.values && decode(node.values).values }));
  const tensors = data.tensors.map((tensor) => ({ ...tensor, array: decode(tensor.array) }));
  return { ...data, nodes, tensors };
}

function keyPressed(drawing, event) {
  const { layout, picture, at } = drawing;
  if (event.key === "Escape") drawing.balloon.hide();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" || event.key === " ") showNode(drawing, at);
  else if (event.key.startsWith("Arrow")) picture.nodes[rove(drawing, neighbour(layout.boxes, at, event.key))].focus();
  else return;
  event.preventDefault();
}

function save({ model, layout, picture, clothes }) {
  download(asFile(model, layout, picture.svg, clothes), "unrolled.svg");
}

/** Makes one box the one that Tab leads to. */
function rove(drawing, index) {
  drawing.picture.nodes[drawing.at]?.setAttribute("tabindex", "-1");
  drawing.picture.nodes[index].setAttribute("tabindex", "0");
  drawing.at = index;
  return index;
}

function showNode(drawing, index) {
  drawing.balloon.show(drawing.model, index, drawing.picture.nodes[index].getBoundingClientRect());
}

function choose(drawing, name) {
  drawing.chosen = drawing.chosen === name ? null : name;
  follow(drawing);
  bringIntoView(drawing);
  clearTimeout(drawing.settled);
  drawing.settled = setTimeout(() => drawing.send("tensor", { name: drawing.chosen, wish: drawing.wish }), SETTLE);
}

/** Scrolls the picture, never the page, to the first lit box unless a lit one is in view. */
function bringIntoView({ model, layout, parts: { scroll }, chosen }) {
  const boxes = (model.tensors.find(({ name }) => name === chosen)?.nodes ?? []).map((index) => layout.boxes[index]);
  const [left, right] = [scroll.scrollLeft, scroll.scrollLeft + scroll.clientWidth];
  if (!boxes.length || boxes.some(({ x, w }) => x + w > left && x < right)) return;
  scroll.scrollLeft = boxes[0].x + (boxes[0].w - scroll.clientWidth) / 2;
}

/** Picture, chips and table of what is chosen now. */
function follow({ model, parts, picture, clothes, chosen }) {
  const tensor = model.tensors.find(({ name }) => name === chosen);
  light(model, picture, tensor ? new Set(tensor.nodes) : null, clothes.colors);
  for (const chip of parts.chips.children) chip.setAttribute("aria-pressed", String(chip.dataset.name === tensor?.name));
  parts.told.replaceChildren(...toldOf(tensor, model));
  parts.values.replaceChildren(...valuesOf(tensor, model));
}

/** Draws the picture for the present width, unless it is there. */
function fit(drawing) {
  const { root, parts, model, clothes } = drawing;
  const width = Math.floor(root.clientWidth);
  if (!model || !width || width === drawing.width) return;
  drawing.width = width;
  const headed = width < NARROW;
  const room = width - (headed ? 0 : GUTTER);
  const wide = arrange(model, room - BESIDE, headed);
  const beside = !headed && model.tensors.length > 0 && wide.width <= room - BESIDE;
  drawing.layout = { ...(beside ? wide : arrange(model, room, headed)), headed, gutter: GUTTER };
  root.dataset.beside = String(beside);
  root.dataset.headed = String(headed);
  drawing.picture = draw(model, drawing.layout, clothes);
  drawing.picture.nodes.forEach((node, index) => bindNode(drawing, node, index));
  rove(drawing, Math.min(drawing.at, model.nodes.length - 1));
  parts.scroll.replaceChildren(drawing.picture.svg);
  parts.frame.style.setProperty("--gutter", `${headed ? 0 : GUTTER}px`);
  parts.titles.replaceChildren(...titlesOf(model, drawing.layout.bands));
  drawing.balloon.hide();
  follow(drawing);
}

function bindNode(drawing, node, index) {
  node.setAttribute("aria-label", spoken(drawing.model, index));
  node.onpointerenter = (event) => { if (event.pointerType === "mouse") showNode(drawing, index); };
  node.onpointerleave = (event) => { if (event.pointerType === "mouse") drawing.balloon.hide(); };
  node.onfocus = () => { rove(drawing, index); showNode(drawing, index); };
  node.onblur = () => drawing.balloon.hide();
  node.onclick = () => { rove(drawing, index); showNode(drawing, index); };
}

/** Takes new data or a new theme; the choice stays the reader's unless the page makes another. */
function adopt(drawing, { data, setStateValue }, host) {
  const { root, parts } = drawing;
  drawing.send = setStateValue;
  const clothes = dress(root, host, data.palette);
  const summoned = drawing.wish !== data.wish;
  if (summoned) Object.assign(drawing, { wish: data.wish, chosen: data.selected });
  if (drawing.digest !== data.digest || drawing.clothes.colors.background !== clothes.colors.background) {
    Object.assign(drawing, { digest: data.digest, model: readModel(data), clothes, width: null, picture: null });
    root.setAttribute("aria-label", data.title);
    parts.title.textContent = data.title;
    parts.chips.setAttribute("aria-label", data.text.tensors);
    parts.chips.replaceChildren(...chipsOf(drawing.model, (name) => choose(drawing, name)));
    parts.legend.replaceChildren(...legendOf(drawing.model, clothes.colors, () => save(drawing)));
    fit(drawing);
  } else if (summoned && drawing.picture) follow(drawing);
  if (summoned && drawing.picture) bringIntoView(drawing);
}

export default function (component) {
  const { parentElement } = component;
  const root = parentElement.querySelector(".unrolled");
  if (instances.get(parentElement)?.root !== root) {
    instances.get(parentElement)?.stop();
    instances.set(parentElement, createDrawing(root));
  }
  const drawing = instances.get(parentElement);
  adopt(drawing, { ...component, data: component.data[0] }, parentElement.host ?? parentElement);
  return () => {
    drawing.stop();
    instances.delete(parentElement);
  };
}
