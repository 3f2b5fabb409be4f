// What happened, as sentences of the catalogue filled with the step's numbers. Pure.

import { digitsAt } from "./equations.js";
import { asShown, format, parse } from "./numbers.js";
import { fill } from "./text.js";

const NOTABLE = 0.05; // as in explain/narrate_words.py

/** The sentences for one sequence at one step. */
export function narrate(model, found, { name, time, unit }) {
  const { text } = model;
  const numbers = numbersOf(model.kind, found, { name, time, unit });
  const say = (key) => fill(text[key], numbers);
  if (found.masked) return [say("words_masked")];
  const sentences = [say(mainSentence(model.kind, found))];
  if (model.kind === "lstm") sentences.push(say("words_shows"));
  const other = otherName(model, name);
  return other ? [...sentences, ...compare(model, found, { name, other, time, unit })] : sentences;
}

function mainSentence(kind, found) {
  if (kind === "simple_rnn") return "words_rnn";
  const memory = kind === "lstm" ? found.cell_before : found.hidden_before;
  if (memory === 0) return kind === "lstm" ? "words_lstm_empty" : "words_gru_empty";
  return kind === "lstm" ? "words_lstm" : "words_gru";
}

/** Every number as a text, with the digits of the equations, so that a sentence adds up as they do. */
function numbersOf(kind, found, { name, time, unit }) {
  const { operands: fine = 2, ...digits } = digitsAt(kind, found);
  const finer = { cell_before: fine, hidden_before: fine, candidate: fine, ...digits };
  const known = Object.entries(found).filter(([, value]) => typeof value === "number");
  const texts = Object.fromEntries(known.map(([key, value]) => [key, format(value, finer[key] ?? 2)]));
  const percent = (value, decimals = 0) => format(100 * asShown(value, decimals + 2), decimals);
  return {
    ...texts, state: format(found.cell ?? found.hidden), name, unit: unit + 1, step: time + 1,
    kept_percent: percent(found.forget_gate ?? found.update_gate ?? 0, fine - 2),
    new_percent: percent(1 - asShown(found.update_gate ?? 0, fine), fine - 2),
    shown_percent: percent(found.output_gate ?? 0),
  };
}

function otherName(model, name) {
  return model.names.find((candidate) => candidate !== name);
}

function compare(model, found, { name, other, time, unit }) {
  const [mine, theirs] = [model.sequences[name], model.sequences[other]];
  if (time >= theirs.steps) return [fill(model.text.words_ended, { other })];
  const state = model.kind === "lstm" ? "cell" : "hidden";
  const value = theirs.values[state][time * model.units + unit];
  const key = sentenceFor(found[state] - value, mine.tokens, theirs.tokens, time);
  return [fill(model.text[key], { other, value: format(value) })];
}

function sentenceFor(difference, mine, theirs, time) {
  if (Math.abs(parse(format(difference))) < NOTABLE) return "words_alike";
  if (mine[time] !== theirs[time]) return "words_other_input";
  return mine.slice(0, time).some((token, at) => token !== theirs[at]) ? "words_remembers" : "words_differs";
}

/** The sentences for A − B. */
export function narrateDifference(model, a, b, { time, unit }) {
  const state = model.kind === "lstm" ? "cell" : "hidden";
  const [nameA, nameB] = model.names;
  const [mine, theirs] = model.names.map((name) => model.sequences[name].tokens);
  const numbers = { unit: unit + 1, step: time + 1, a: format(a[state]), b: format(b[state]), other: nameB, name: nameA };
  const key = sentenceFor(a[state] - b[state], mine, theirs, time).replace("words_", "words_pair_");
  return [fill(model.text.words_pair, numbers), fill(model.text[key], numbers)];
}
