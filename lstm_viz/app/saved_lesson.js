// A lesson, or figures alone, in a file of its own. The address names the stop and the language, as in the app.
// COMPONENTS stands before this module: for each figure that is a component its style sheet, its markup and its function.

import { h } from "../viewer/dom.js";
import { inLanguages } from "../viewer/hosts/languages.js";

const SIMPLE = { chart: drawChart, code: drawCode, table: drawTable, text: drawText };

function openLesson() {
  const { languages } = JSON.parse(document.getElementById("contents").textContent);
  const [beside, figure] = ["beside", "figure"].map((id) => document.getElementById(id));
  const places = {};
  const chosen = {};
  const count = languages.en.stops.length;
  let shown = null;

  function draw(contents) {
    shown = contents;
    const number = askedStop(count);
    const { guide, question, parts } = contents.stops[number - 1];
    beside.hidden = !guide;
    if (guide) {
      drawFigure(beside.firstElementChild, [{ kind: "guide_text", data: guide }], places, go);
      beside.lastElementChild.replaceChildren(...(question ? [drawQuestion(question, chosen, number)] : []));
    }
    drawFigure(figure, parts, places, () => {});
  }

  function go(number) {
    const root = places.guide_text;
    const isInside = root.activeElement !== null;
    const url = new URL(location);
    url.searchParams.set("lesson", number);
    history.pushState(null, "", url);
    draw(shown);
    const heading = root.querySelector("h2");
    heading.tabIndex = -1;
    if (isInside) heading.focus(); // the button that was pressed is gone
  }

  addEventListener("popstate", () => draw(shown));
  inLanguages(languages, draw);
}

/** The number of the stop that the address names, else the first. */
function askedStop(count) {
  const number = Number.parseInt(new URLSearchParams(location.search).get("lesson"), 10);
  return number >= 1 && number <= count ? number : 1;
}

/** Draws the parts of a figure below each other. A component keeps its place, and what the reader has chosen there. */
function drawFigure(root, parts, places, send) {
  const elements = parts.map(({ kind, data }) => {
    if (kind in SIMPLE) return SIMPLE[kind](data);
    places[kind] ??= createPlace(kind);
    return places[kind].host;
  });
  const isThere = root.children.length === elements.length && elements.every((each, at) => root.children[at] === each);
  if (!isThere) root.replaceChildren(...elements);
  for (const { kind, data } of parts) {
    const component = { parentElement: places[kind], data: [data], setStateValue() {}, setTriggerValue: (_name, value) => send(value) };
    if (kind in COMPONENTS) COMPONENTS[kind].show(component);
  }
}

/** A component's style sheet and markup, apart from those of the page and of others. */
function createPlace(kind) {
  const { css, html } = COMPONENTS[kind];
  const root = h("div", { class: kind }).attachShadow({ mode: "open" });
  root.append(h("style", {}, css), ...new DOMParser().parseFromString(html, "text/html").body.children);
  return root;
}

function drawQuestion({ text, hint, options, verdicts }, chosen, number) {
  const told = h("div", { class: "verdict", role: "status" });
  const choose = (option) => {
    chosen[number] = option;
    told.replaceChildren(...(verdicts[option] ?? [hint]).map((sentence) => h("p", {}, sentence)));
  };
  const labels = options.map((option, at) => {
    const input = h("input", { type: "radio", name: "question" });
    input.checked = chosen[number] === at;
    input.onchange = () => choose(at);
    return h("label", {}, input, option);
  });
  choose(chosen[number]);
  return h("fieldset", {}, h("legend", {}, text), ...labels, told);
}

/** A chart as a picture in both themes. A narrow screen scrolls it: its letters would be too small. */
function drawChart({ light, dark, description }) {
  const address = (drawing) => `data:image/svg+xml,${encodeURIComponent(drawing)}`;
  const source = h("source", { media: "(prefers-color-scheme: dark)", srcset: address(dark) });
  const image = h("img", { alt: description });
  const picture = h("picture", {}, source, image);
  image.src = address(light);
  return h("div", { class: "chart scroll", role: "region", "aria-label": description.split(".")[0], tabindex: "0" }, picture);
}

function drawCode(text) {
  return h("pre", {}, h("code", {}, text));
}

function drawTable({ head, rows }) {
  const cells = (tag, row) => h("tr", {}, ...row.map((text) => h(tag, {}, text)));
  const table = h("table", {}, h("thead", {}, cells("th", head)), h("tbody", {}, ...rows.map((row) => cells("td", row))));
  return h("div", { class: "table scroll", tabindex: "0", role: "region", "aria-label": head.join(", ") }, table);
}

/** A text in which **words** are bold and `words` are code. */
function drawText(text) {
  const pieces = text.split(/(\*\*.+?\*\*|`[^`]+`)/).map((piece) => {
    if (piece.startsWith("**")) return h("b", {}, piece.slice(2, -2));
    return piece.startsWith("`") ? h("code", {}, piece.slice(1, -1)) : piece;
  });
  return h("p", {}, ...pieces);
}

openLesson();
