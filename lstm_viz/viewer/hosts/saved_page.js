// The viewer in a file of its own. The address names the place and the language, as in the app.

import { inLanguages } from "./languages.js";
import { linkTo } from "../link.js";
import { inWhole, inWindow } from "../model.js";
import show from "../viewer.js";

function openSavedPage() {
  const { languages, shared } = JSON.parse(document.getElementById("contents").textContent);
  const asked = new URLSearchParams(location.search);
  const keepPlace = (_name, place) => history.replaceState(history.state, "", linkTo(location.href, place, shared.link));
  inLanguages(languages, (contents) => {
    const data = { ...shared, ...contents.viewer, cursor: askedCursor(asked, shared) };
    show({ parentElement: document.getElementById("viewer"), data: [data], setStateValue: keepPlace });
  });
}

/** The place that the address names, counted from 1 there; else the one where the file was saved. */
function askedCursor(asked, shared) {
  const saved = inWhole(shared, shared.cursor);
  const number = (name, otherwise) => (Number.parseInt(asked.get(name), 10) || otherwise + 1) - 1;
  const wanted = shared.shows.find((each) => each === asked.get("show"));
  return inWindow(shared, { time: number("step", saved.time), unit: number("unit", saved.unit), show: wanted ?? saved.show });
}

openSavedPage();
