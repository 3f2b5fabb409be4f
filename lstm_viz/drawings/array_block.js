// The array beside the raw data: holds what is chosen on either side, and lights what it is on the other.

import { fill } from "../viewer/text.js";
import { h } from "../viewer/dom.js";
import { decode, digitsIn } from "./arrays.js";
import { PAGE, arrangeSlabs, movedCell, pageOf, pageWith, unravel } from "./block_arrange.js";
import { drawBlock, leftOf } from "./block_picture.js";
import { movedRaw, rawTable } from "./block_raw.js";
import { holders, numberAt, wordsOfCell, wordsOfRaw } from "./block_words.js";
import { dress } from "./dress.js";
import { textWidth } from "./letters.js";

const MOST_DIGITS = 4;
const NARROW = 640;
const BETWEEN = 40;
const LARGEST_SHARE = 0.4;
const instances = new WeakMap();

function createBlock(root) {
  const part = (name, tag = "div", attributes = {}) => h(tag, { class: name, ...attributes });
  const parts = {
    title: part("title", "p"), words: part("words", "p", { role: "status" }), pages: part("pages"), scroll: part("scroll"),
    raw: part("raw-side"), note: part("note", "p"),
  };
  root.replaceChildren(parts.title, parts.words, h("div", { class: "main" }, h("div", { class: "left" }, parts.scroll, parts.note, parts.pages), parts.raw));
  const block = { root, parts, page: 0, chosen: null, at: 0 };
  const observer = new ResizeObserver(() => fit(block));
  observer.observe(root);
  parts.scroll.onclick = (event) => { const cell = event.target.closest(".value"); if (cell) chooseCell(block, Number(cell.dataset.index)); };
  parts.scroll.onkeydown = (event) => keyOnCell(block, event);
  parts.raw.onclick = (event) => { const cell = event.target.closest("[data-source]"); if (cell) chooseRaw(block, Number(cell.dataset.source)); };
  parts.raw.onkeydown = (event) => keyOnRaw(block, event);
  block.stop = () => observer.disconnect();
  return block;
}

function readModel(data) {
  const array = decode(data.array);
  return { ...data, array, digits: digitsIn(array.values, MOST_DIGITS), sources: decode(data.source).values };
}

function isPlain(event) {
  return !(event.ctrlKey || event.metaKey || event.altKey);
}

function keyOnCell(block, event) {
  const cell = event.target.closest(".value");
  if (!cell || !isPlain(event)) return;
  const index = Number(cell.dataset.index);
  const next = movedCell(index, event.key, block.model.array.shape);
  if (next !== null) focusCell(block, next);
  else if (event.key === "Enter" || event.key === " ") chooseCell(block, index);
  else return;
  event.preventDefault();
}

function focusCell(block, index) {
  turnTo(block, pageWith(unravel(index, block.model.array.shape)[0]));
  block.picture.cells.get(block.at)?.setAttribute("tabindex", "-1");
  block.at = index;
  block.picture.cells.get(index).setAttribute("tabindex", "0");
  block.picture.cells.get(index).focus();
}

function keyOnRaw(block, event) {
  const cell = event.target.closest("[data-source]");
  if (!cell || !isPlain(event)) return;
  const source = Number(cell.dataset.source);
  const next = movedRaw(source, event.key, block.model.raw.labels.length, block.raw.cells.length);
  if (next !== null) { cell.tabIndex = -1; block.raw.cells[next].tabIndex = 0; block.raw.cells[next].focus(); }
  else if (event.key === "Enter" || event.key === " ") chooseRaw(block, source);
  else return;
  event.preventDefault();
}

function chooseCell(block, index) {
  block.chosen = { cells: [index], source: block.model.sources[index], words: wordsOfCell(index, block.model) };
  showChoice(block);
  bringIntoView(block.raw.cells[block.chosen.source], block.raw.element);
}

/** Lights every cell that holds a raw value, an empty one aside: it only fills its row. Turns to the first of them if none is on this page. */
function chooseRaw(block, source) {
  const { model } = block;
  if (block.raw.cells[source].textContent === "") return;
  const cells = holders(source, model);
  block.chosen = { cells, source, words: wordsOfRaw(source, model) };
  const pages = cells.map((index) => pageWith(unravel(index, model.array.shape)[0]));
  if (pages.length && !pages.includes(block.page)) turnTo(block, pages[0]);
  showChoice(block);
}

/** Scrolls the table alone, never the page. */
function bringIntoView(cell, frame) {
  if (!cell) return;
  const [inner, outer] = [cell.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (inner.top < outer.top + inner.height || inner.bottom > outer.bottom) frame.scrollTop += inner.top - outer.top - outer.height / 2;
}

function showChoice({ parts, picture, raw, chosen, model }) {
  const lit = new Set(chosen?.cells);
  for (const [index, cell] of picture.cells) {
    const on = lit.has(index);
    cell.classList.toggle("lit", on);
    cell.setAttribute("aria-pressed", String(on));
  }
  raw.cells.forEach((cell, source) => cell.setAttribute("aria-selected", String(chosen?.source === source)));
  parts.words.textContent = chosen?.words ?? model.text.hint;
}

function turnTo(block, page) {
  if (page === block.page) return;
  Object.assign(block, { page, width: null });
  fit(block);
}

function fit(block) {
  const { root, parts, model, clothes } = block;
  const width = Math.floor(root.clientWidth);
  if (!model || !width || width === block.width) return;
  block.width = width;
  root.dataset.narrow = String(width < NARROW);
  const { shape, values } = model.array;
  const range = pageOf(block.page, shape[0]);
  const letters = Math.max(...Array.from(values, (_, index) => numberAt(index, model).length));
  const titles = Math.max(...model.samples.slice(range.from, range.to).map((title) => textWidth(title)));
  const room = roomFor(block, width);
  const left = leftOf(model, width < NARROW);
  block.picture = drawBlock(model, arrangeSlabs(shape, range, { letters, titles, left, room }), clothes);
  const first = block.picture.cells.has(block.at) ? block.at : block.picture.cells.keys().next().value;
  block.at = first;
  block.picture.cells.get(first).setAttribute("tabindex", "0");
  parts.scroll.replaceChildren(block.picture.svg);
  parts.pages.replaceChildren(...pagesOf(block, range));
  showChoice(block);
}

/** What the raw data leave the array, which has the more of it. */
function roomFor({ root, raw }, width) {
  const room = width < NARROW ? width : width - Math.min(raw.element.firstChild.offsetWidth, LARGEST_SHARE * width) - BETWEEN;
  root.style.setProperty("--room", `${Math.floor(room)}px`);
  return room;
}

function pagesOf(block, { from, to }) {
  const { model, page } = block;
  const [samples] = model.array.shape;
  if (samples <= PAGE) return [];
  const turn = (text, label, by) => {
    const button = h("button", { type: "button", "aria-label": label, title: label }, text);
    button.disabled = page + by < 0 || page + by > pageWith(samples - 1);
    button.onclick = () => turnTo(block, page + by);
    return button;
  };
  const position = fill(model.text.pages, { first: from, last: to - 1, count: samples });
  return [turn("‹", model.text.previous, -1), h("span", { role: "status" }, position), turn("›", model.text.next, 1)];
}

function adopt(block, data, host) {
  const { root, parts } = block;
  const clothes = dress(root, host, data.palette);
  const renewed = block.digest !== data.digest;
  if (!renewed && block.clothes.colors.background === clothes.colors.background) return;
  if (renewed) Object.assign(block, { digest: data.digest, model: readModel(data), page: 0, chosen: null, at: 0 });
  Object.assign(block, { clothes, width: null });
  root.setAttribute("aria-label", data.title);
  parts.note.textContent = block.model.sources.some((source) => source < 0) ? block.model.text.pale : "";
  parts.title.replaceChildren(data.title, " ", h("span", { class: "shape" }, `(${block.model.array.shape.join(", ")})`));
  block.raw = rawTable(block.model);
  block.raw.cells[0]?.setAttribute("tabindex", "0");
  parts.raw.replaceChildren(h("p", { class: "raw-title" }, block.model.text.raw_title), block.raw.element);
  fit(block);
}

export default function (component) {
  const { parentElement } = component;
  const root = parentElement.querySelector(".array_block");
  if (instances.get(parentElement)?.root !== root) {
    instances.get(parentElement)?.stop();
    instances.set(parentElement, createBlock(root));
  }
  const block = instances.get(parentElement);
  adopt(block, component.data[0], parentElement.host ?? parentElement);
  return () => {
    block.stop();
    instances.delete(parentElement);
  };
}
