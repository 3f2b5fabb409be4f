// A long review as text: each word has the colour of the sentiment so far.

import { h } from "../../viewer/dom.js";
import { place, table } from "../../viewer/colors.js";
import { dress } from "../../drawings/dress.js";

const CHANCE = { low: 0, high: 1 };

/** A word that moves the sentiment a lot is bold and has an arrow, because colour alone is not enough. */
function createWord(word, at, { fill, ink }, current, choose) {
  const color = place(word.chance, CHANCE);
  const classes = ["word", word.moves ? "moves" : "", word.known ? "" : "unknown"].filter(Boolean).join(" ");
  const button = h("button", {
    type: "button", class: classes, title: word.label, "aria-label": word.label, "aria-pressed": String(at === current),
  }, word.moves + word.text);
  Object.assign(button.style, { background: fill[color], color: ink[color] });
  button.onclick = () => choose(at);
  return button;
}

function createLegend(data, { fill, ink }) {
  const steps = [0, 0.25, 0.5, 0.75, 1].map((chance, at) => {
    const sample = h("span", { class: "word" }, data.steps[at]);
    Object.assign(sample.style, { background: fill[place(chance, CHANCE)], color: ink[place(chance, CHANCE)] });
    return sample;
  });
  return h("p", { class: "legend" }, h("span", {}, data.legend), ...steps, h("span", {}, data.moving));
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".imdb_words");
  const { colors } = dress(root, parentElement.host ?? parentElement, data.palette);
  const ramp = table(colors.diverging);
  const had = [...root.querySelectorAll("button")].indexOf(root.getRootNode().activeElement);
  const choose = (at) => setTriggerValue("word", at);
  const words = data.words.map((word, at) => createWord(word, at, ramp, data.current, choose));
  const text = h("div", { class: "words", role: "group", "aria-label": data.label }, ...words);
  root.replaceChildren(text, createLegend(data, ramp));
  words[had]?.focus({ preventScroll: true });
}
