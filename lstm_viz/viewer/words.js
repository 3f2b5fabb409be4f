// What happened, as sentences of the catalogue filled with the step's numbers. Pure.

import { digitsAt } from "./digits.js";
import { editedAt, isTouched } from "./marks.js";
import { stepNumber, unitNumber } from "./model.js";
import { format, parse } from "./numbers.js";
import { fill } from "./text.js";

const NOTABLE = 0.05; // as in explain/narrate_words.py

/** The sentences for one sequence at one step. */
export function narrate(model, found, { name, time, unit }) {
  const { text } = model;
  const numbers = numbersOf(model, found, { name, time, unit });
  const say = (key) => fill(text[key], numbers);
  if (found.masked) return [say("words_masked")];
  const sentences = sayStep(model, found, numbers, say);
  const other = otherName(model, name);
  return other ? [...sentences, ...compare(model, found, { name, other, time, unit })] : sentences;
}

/** What became of the states, and before that of the gates: in its own words what was set by hand. */
function sayStep(model, found, numbers, say) {
  const edited = found.edited ?? [];
  const own = model.kind === "lstm"
    ? { cell: mainSentence(model.kind, found, numbers), hidden: "words_shows" }
    : { hidden: mainSentence(model.kind, found, numbers) };
  const setByHand = (signal) => sayEdited(model, signal, numbers, found[`made_${signal}`] ?? NaN);
  return [
    ...edited.filter((signal) => !(signal in own)).map(setByHand),
    ...Object.entries(own).map(([signal, key]) => (edited.includes(signal) ? setByHand(signal) : say(key))),
  ];
}

function sayEdited({ text, signals }, name, numbers, outcome) {
  const signal = signals.find((each) => each.name === name).label;
  const key = Number.isNaN(outcome) ? "words_edited" : "words_edited_made";
  return fill(text[key], { ...numbers, signal, value: numbers[name], made: numbers[`made_${name}`] });
}

function mainSentence(kind, found, { written }) {
  if (kind === "simple_rnn") return "words_rnn";
  const empty = (kind === "lstm" ? found.cell_before : found.hidden_before) === 0;
  if (kind === "gru") return empty ? "words_gru_empty" : "words_gru";
  if (parse(written) < 0) return empty ? "words_lstm_empty_less" : "words_lstm_less";
  return empty ? "words_lstm_empty" : "words_lstm";
}

/** Every number as a text, the same as in the equations. */
function numbersOf(model, found, { name, time, unit }) {
  const digits = digitsAt(model, found);
  const known = Object.entries(found).filter(([, value]) => typeof value === "number");
  const texts = Object.fromEntries(known.map(([key, value]) => [key, format(value, digits[key] ?? 2)]));
  return {
    ...texts, state: format(found.cell ?? found.hidden), name, unit: unitNumber(model, unit), step: stepNumber(model, time),
    amount: (texts.written ?? "").replace("\u2212", ""),
    keep: texts.forget_gate ?? texts.update_gate, open: texts.output_gate,
  };
}

/** The signal that is the memory of a layer. */
function memoryOf({ kind }) {
  return kind === "lstm" ? "cell" : "hidden";
}

function otherName(model, name) {
  return model.names.find((candidate) => candidate !== name);
}

function compare(model, found, { name, other, time, unit }) {
  const [mine, theirs] = [model.sequences[name], model.sequences[other]];
  if (time >= theirs.steps) return [fill(model.text.words_ended, { other })];
  const state = memoryOf(model);
  const value = theirs.values[state][time * model.units + unit];
  const touched = [mine, theirs].some((sequence) => isTouched(sequence, state, time, unit));
  const usual = sentenceFor(model, found[state] - value, [mine, theirs], time);
  const key = touched && usual === "words_remembers" ? "words_differs" : usual;
  return [fill(model.text[key], { other, value: format(value) })];
}

function sentenceFor(model, difference, [mine, theirs], time) {
  if (Math.abs(parse(format(difference))) < NOTABLE) return "words_alike";
  if (!readTheSame(mine, theirs, time, time + 1)) return "words_other_input";
  return mayHaveReadSomethingElse(model, mine, theirs, time) ? "words_remembers" : "words_differs";
}

/** Whether what two sequences read before a step differs, or was read before the window and is not known here. */
function mayHaveReadSomethingElse({ part }, mine, theirs, time) {
  if (!mine.backwards) return (part?.first ?? 0) > 0 || !readTheSame(mine, theirs, 0, time);
  const isWhole = !part || part.first + mine.steps === part.steps;
  return !isWhole || mine.steps !== theirs.steps || !readTheSame(mine, theirs, time + 1, mine.steps);
}

/** Whether two sequences read the same from a step to before another, as far as it is known here: of many features only the first are. */
function readTheSame(mine, theirs, from, to) {
  const width = mine.inputs.length / mine.steps;
  const isRead = ({ mask }, at) => !mask || mask[at];
  const isSame = (token, at) => token === theirs.tokens[from + at] && isRead(mine, from + at) === isRead(theirs, from + at);
  return mine.tokens.slice(from, to).every(isSame)
    && mine.inputs.subarray(from * width, to * width).every((value, at) => Object.is(value, theirs.inputs[from * width + at]));
}

/** The sentences for A − B, from the rows of their comparison. */
export function narrateDifference(model, rows, { time, unit }) {
  const state = memoryOf(model);
  const [nameA, nameB] = model.names;
  const { a, b, difference } = rows.find(({ key }) => key === state);
  const numbers = { unit: unitNumber(model, unit), step: stepNumber(model, time), a, b, other: nameB, name: nameA };
  const sequences = model.names.map((name) => model.sequences[name]);
  const touched = sequences.some((sequence) => isTouched(sequence, state, time, unit));
  const usual = sentenceFor(model, difference, sequences, time).replace("words_", "words_pair_");
  const key = touched && usual !== "words_pair_alike" ? "words_pair_edited" : usual;
  const edits = sequences.flatMap((sequence) => editedAt(sequence, time, unit).map((signal) => sayEditedIn(model, sequence, signal, rows, unit)));
  return [fill(model.text.words_pair, numbers), fill(model.text[key], numbers), ...edits];
}

function sayEditedIn(model, { name }, signal, rows, unit) {
  const row = rows.find(({ key }) => key === signal);
  const { label } = model.signals.find((each) => each.name === signal);
  return fill(model.text.words_edited_in, { name, unit: unitNumber(model, unit), signal: label, value: row[name.toLowerCase()] });
}
