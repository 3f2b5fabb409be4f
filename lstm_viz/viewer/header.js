// One step of the row at the top: what it reads and predicts, as a button.

import { h } from "./dom.js";
import { stepNumber } from "./model.js";
import { format, vectorAt } from "./numbers.js";
import { fill } from "./text.js";

/** The button of a step. */
export function createStep(model, time, go) {
  const rows = model.names.map((name) => createRow(model, model.sequences[name], time));
  const label = rows.map((row) => row.label).filter(Boolean).join(". ");
  const button = h("button", {
    type: "button", class: "step", tabindex: "-1", "aria-pressed": "false",
    "aria-label": `${fill(model.text.step_button, { step: stepNumber(model, time) })} ${label}`,
  }, ...rows.map((row) => row.element));
  button.onclick = () => go(time);
  return button;
}

function createRow(model, sequence, time) {
  const element = h("span", { class: "row" });
  if (time >= sequence.steps) return { element, label: "" };
  const token = sequence.tokens[time];
  const skipped = sequence.mask && !sequence.mask[time];
  element.append(h("span", { class: skipped ? "token skipped" : "token", title: token, "data-term": "step" }, token));
  const prediction = sequence.predictions?.[time];
  if (prediction) element.append(h("span", { class: "arrow" }), createPrediction(model, prediction));
  return { element, label: stepLabel(model, sequence, time, { judged: true }) };
}

const VERDICTS = new Map([[true, ["correct", "✓"]], [false, ["wrong", "✗"]]]);

function createPrediction(model, { label, probability, correct }) {
  const [verdict, sign] = VERDICTS.get(correct) ?? ["unknown", ""];
  const chance = probability == null ? "" : percent(model, probability);
  return h("span", { class: `prediction ${verdict}`, "data-term": "prediction" },
    h("span", { class: "guess", title: label }, label),
    h("span", { class: "chance", title: chance ? model.text.chance : null }, chance, h("b", {}, sign)));
}

/** 0.997 → "99.7%"; never 100% of what is less. */
export function percent({ text }, probability) {
  const rounded = Math.round(probability * 1000) / 10;
  const shown = rounded >= 100 && probability < 1 ? 99.9 : rounded;
  return fill(text.percent, { value: format(shown, 1) });
}

/** What a sequence reads and predicts at a step; `judged` with how sure the model is, and whether it is right. */
export function stepLabel({ text, ...model }, sequence, time, { judged = false, numbers = false } = {}) {
  const skipped = sequence.mask && !sequence.mask[time];
  const [token, vector] = [sequence.tokens[time], numbers && vectorAt(sequence, time)];
  const kind = skipped ? "step_masked" : vector ? "step_reads_as" : "step_reads";
  const reads = fill(text[kind], { name: sequence.name, token, vector });
  const prediction = sequence.predictions?.[time];
  if (!prediction) return reads;
  const { label, probability, correct } = prediction;
  const chance = probability == null ? null : percent({ text, ...model }, probability);
  const verdict = correct == null ? null : text[correct ? "right" : "wrong"];
  const judgement = judged ? [chance, verdict].filter(Boolean).join(", ") : "";
  return fill(text.step_predicts, { reads, label: judgement ? `${label} (${judgement})` : label });
}
