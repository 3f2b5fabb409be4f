// Elements without HTML strings: text is always set as text.

const SVG = "http://www.w3.org/2000/svg";

function create(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) if (value != null) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An HTML element. */
export function h(tag, attributes = {}, ...children) {
  return create(document.createElement(tag), attributes, children);
}

/** Sets a text if it is another: the browser would lay it out anew even for the same. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** An SVG element. */
export function svg(tag, attributes = {}, ...children) {
  return create(document.createElementNS(SVG, tag), attributes, children);
}

const SEEN = 200;

/** Brings an element before the reader's eyes, unless its top is there, and under the keys. */
export function reveal(element) {
  const { top } = element.getBoundingClientRect();
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  if (top < 0 || top > innerHeight - SEEN) element.scrollIntoView({ behavior, block: "start" });
  element.focus({ preventScroll: true });
}
