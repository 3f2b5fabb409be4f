// A term of a text and the part of a figure that it names light each other, whichever is pointed at.

const EVENT = "lstm-explorer-light";

/** Lights the parts of a term in every figure and text of the page; null lights none. */
export function light(term) {
  document.dispatchEvent(new CustomEvent(EVENT, { detail: term }));
}

/** Calls `show(term)` whenever another term is lit. Returns a function that ends it. */
export function followLight(show) {
  const listen = (event) => show(event.detail);
  document.addEventListener(EVENT, listen);
  return () => document.removeEventListener(EVENT, listen);
}

/** The term of each part whose name is not one itself. */
const TERMS = { cell_before: "cell", kept: "cell", activated_cell: "output_gate", written: "input_gate", hidden_before: "hidden" };

export function termOf(part) {
  return TERMS[part] ?? part;
}

/** Marks the parts of `root` that belong to the lit term, or to the `first` terms while none is lit. Returns {rest, stop}. */
export function createLights(root) {
  const state = { first: [] };
  const show = (terms) => {
    root.classList.toggle("has-light", terms.length > 0);
    for (const part of root.querySelectorAll("[data-term]")) part.classList.toggle("lit", terms.includes(part.dataset.term));
  };
  const stop = followLight((term) => show(term ? [term] : state.first));
  const pointed = (event) => light(event.target.closest?.("[data-term]")?.dataset.term ?? null);
  root.addEventListener("pointerover", pointed);
  root.addEventListener("pointerleave", () => light(null));
  return { rest: (first) => { state.first = first; show(state.first); }, stop };
}
