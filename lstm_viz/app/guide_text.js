// The text of a guided lesson. A term lights its part of the figure while it is pointed at or focused.

import { dress } from "../drawings/dress.js";
import { h } from "../viewer/dom.js";
import { followLight, light } from "../viewer/light.js";

const guides = new WeakMap();

function createGuide(root) {
  const guide = { root, data: null, go: null };
  const unfollow = followLight((term) => {
    for (const button of root.querySelectorAll(".term")) button.classList.toggle("lit", button.dataset.term === term);
  });
  const onKey = (event) => keyPressed(guide, event);
  // In the capturing phase, so that the viewer does not take the arrow keys for its steps.
  document.addEventListener("keydown", onKey, true);
  guide.stop = () => {
    unfollow();
    document.removeEventListener("keydown", onKey, true);
  };
  return guide;
}

const TAKES_ARROWS = "input, textarea, select, [role=radio], [role=radiogroup], .viewer, .scroll, [contenteditable=true]";

function keyPressed({ data, go }, event) {
  const moves = { ArrowRight: 1, ArrowLeft: -1 };
  if (!(event.key in moves) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.composedPath().some((node) => node.matches?.(TAKES_ARROWS))) return;
  const wanted = data.number + moves[event.key];
  event.preventDefault();
  if (!event.repeat && wanted >= 1 && wanted <= data.count) go(wanted);
}

function termButton({ text, term }, definition) {
  const button = h("button", { type: "button", class: "term", "data-term": term, "aria-expanded": "false" }, text);
  button.onpointerenter = button.onfocus = () => light(term);
  button.onpointerleave = button.onblur = () => light(null);
  button.onclick = () => definition(button, term);
  return button;
}

/** Opens the meaning of a term below the text; the same term again closes it. */
function createDefinition(root, terms) {
  const element = h("p", { class: "definition", role: "status" });
  const open = (button, term) => {
    const opens = button.getAttribute("aria-expanded") === "false";
    for (const each of root.querySelectorAll(".term")) each.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-expanded", String(opens));
    const [name, meaning] = terms[term];
    element.replaceChildren(...(opens ? [h("b", {}, name), `: ${meaning}`] : []));
  };
  return { element, open };
}

function adopt(guide, { data, setTriggerValue }, host) {
  const { root } = guide;
  guide.go = (number) => setTriggerValue("go", number);
  dress(root, host, data.palette);
  if (JSON.stringify(data) === JSON.stringify(guide.data)) return;
  guide.data = data;
  const { number, count, text } = data;
  root.setAttribute("aria-label", text.label);
  const definition = createDefinition(root, data.terms);
  const words = data.pieces.map((piece) => (piece.term ? termButton(piece, definition.open) : piece.text));
  const button = (label, wanted, attributes = {}) => {
    const element = h("button", { type: "button", ...attributes }, label);
    element.onclick = () => guide.go(wanted);
    return element;
  };
  const last = number === count;
  root.replaceChildren(
    h("p", { class: "place" }, `${number} / ${count}`),
    h("h2", {}, data.title),
    h("p", { class: "words" }, ...words),
    definition.element,
    h("div", { class: "buttons" },
      ...(number > 1 ? [button(`← ${text.back}`, number - 1)] : []),
      ...(last ? [] : [button(`${text.next} →`, number + 1, { class: "next" })]),
      ...(last && text.end ? [button(text.end, 0, { class: "next" })] : []),
      ...(last || !text.skip ? [] : [button(text.skip, 0, { class: "skip" })])),
  );
}

export default function (component) {
  const { parentElement } = component;
  const root = parentElement.querySelector(".guide_text");
  if (guides.get(parentElement)?.root !== root) {
    guides.get(parentElement)?.stop();
    guides.set(parentElement, createGuide(root));
  }
  const guide = guides.get(parentElement);
  adopt(guide, { ...component, data: component.data[0] }, parentElement.host ?? parentElement);
  return () => {
    guide.stop();
    guides.delete(parentElement);
  };
}
