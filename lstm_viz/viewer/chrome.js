// What stands around the data: title, tokens, transport, the choice of what is shown, link and full screen.

import { choices, inWhole, stepNumber, stepsOf } from "./model.js";
import { h, setText } from "./dom.js";
import { hasMarks } from "./marks.js";
import { createTokens } from "./tokens.js";
import { copy, linkTo } from "./link.js";
import { fill } from "./text.js";

const QUIET = 700;

/** `actions`: {key, go, play, speed}. Returns {rebuild, update, playing, fit}. */
export function createChrome(root, actions) {
  const find = (name) => root.querySelector(`.${name}`);
  const state = { root, find, actions, tokens: null, model: null, cursor: null, spoken: null };
  for (const button of root.querySelectorAll("[data-key]")) button.onclick = () => actions.key(button.dataset.key);
  find("play").onclick = actions.play;
  find("speed").onchange = (event) => actions.speed(Number(event.target.value));
  find("copy").onclick = () => copyLink(state);
  find("full").onclick = () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen());
  find("full").hidden = !document.fullscreenEnabled;
  return {
    rebuild: (model, palette, mode) => rebuild(state, model, palette, mode),
    update: (cursor, playing) => update(state, cursor, playing),
    playing: (playing) => showPlaying(state, playing),
    fit: () => fitHead(state),
  };
}

const SURFACES = ["background", "panel", "sunken", "line", "control", "ink", "muted", "link", "focus",
  "correct", "correct_fill", "wrong", "wrong_fill", "unknown", "unknown_fill"];

function rebuild(state, model, palette, mode) {
  const { root, find } = state;
  state.model = model;
  root.dataset.mode = mode;
  for (const name of SURFACES) root.style.setProperty(`--${name.replace("_", "-")}`, palette[name]);
  for (const name of model.names) root.style.setProperty(`--sequence-${name}`, palette.sequences[name]);
  root.setAttribute("aria-label", model.text.viewer_label);
  for (const element of root.querySelectorAll("[data-text]")) nameControl(element, model.text[element.dataset.text]);
  find("transport").setAttribute("aria-label", model.text.transport_label);
  find("address").setAttribute("aria-label", model.text.copy_link);
  find("title").textContent = model.title;
  find("subtitle").textContent = model.subtitle;
  find("keys").textContent = model.text.keys;
  showPlaying(state, root.classList.contains("playing"));
  state.tokens = createTokens(find("tokens"), model, (time) => state.actions.go({ time }));
  createChoice(state);
}

/** The steps get a row of their own where they do not fit beside the title and the transport. */
function fitHead({ root, find, tokens }) {
  root.dataset.head = "row";
  tokens.fit();
  const strip = find("strip");
  if (strip.scrollWidth <= strip.clientWidth + 1) return;
  root.dataset.head = "rows";
  tokens.fit();
}

function nameControl(element, text) {
  if (element.querySelector("svg")) Object.assign(element, { ariaLabel: text, title: text });
  else element.textContent = text ?? "";
}

function createChoice({ find, model, actions }) {
  const list = choices(model);
  find("choice").hidden = list.length < 2;
  find("choice").setAttribute("aria-label", model.text.show);
  find("choice").replaceChildren(h("span", { class: "show", "aria-hidden": "true" }, model.text.show), ...list.map((show) => {
    const text = show === "A-B" ? "A − B" : show;
    const button = h("button", { type: "button", class: "option", "data-show": show, "aria-pressed": "false" }, text);
    button.onclick = () => actions.go({ show });
    return button;
  }));
}

function update(state, cursor, playing) {
  const { find, model } = state;
  state.cursor = cursor;
  const steps = stepsOf(model, cursor.show);
  state.tokens.mark(cursor.time);
  const more = cursor.show === "A-B" ? "note_difference" : model.names.length > 1 ? "note_pair" : null;
  setText(find("note"), [model.text.note, model.text[more]].filter(Boolean).join(" · "));
  find("legend").hidden = !hasMarks(model, cursor.show);
  find("step-of").textContent = fill(model.text.step_of, { step: stepNumber(model, cursor.time), steps: model.part?.steps ?? steps });
  for (const option of find("choice").querySelectorAll("button")) {
    option.setAttribute("aria-pressed", String(option.dataset.show === cursor.show));
  }
  for (const button of state.root.querySelectorAll("[data-key]")) {
    const back = button.dataset.key === "Home" || button.dataset.key === "ArrowLeft";
    button.setAttribute("aria-disabled", String(back ? cursor.time === 0 : cursor.time === steps - 1));
  }
  announce(state, playing);
}

/** Says the step once the reader rests on it, so that playing does not flood a screen reader. */
function announce(state, playing) {
  clearTimeout(state.spoken);
  state.spoken = setTimeout(() => {
    const words = [...state.find("words").children].map((line) => line.textContent).join(" ");
    state.find("live").textContent = `${state.find("step-of").textContent}. ${words}`;
  }, playing ? 4 * QUIET : QUIET);
}

function showPlaying({ root, find, model }, playing) {
  root.classList.toggle("playing", playing);
  const text = model?.text[playing ? "pause" : "play"] ?? "";
  Object.assign(find("play"), { ariaLabel: text, title: text });
}

async function copyLink({ find, model, cursor }) {
  const address = linkTo(globalThis.location.href, inWhole(model, cursor), model.link);
  const copied = await copy(address);
  find("copied").textContent = model.text[copied ? "copied" : "copy_yourself"];
  find("address").hidden = copied;
  if (!copied) {
    find("address").value = address;
    find("address").focus();
    find("address").select();
    return;
  }
  setTimeout(() => { find("copied").textContent = ""; }, 4000);
}
