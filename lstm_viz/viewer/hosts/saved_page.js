// The viewer in a file of its own. The address names the place and the language, as in the app.

import show from "../viewer.js";

function openSavedPage() {
  const { languages, shared } = JSON.parse(document.getElementById("contents").textContent);
  const asked = new URLSearchParams(location.search);
  const buttons = document.querySelectorAll("[data-language]");
  let language = asked.get("lang") ?? navigator.language.split("-")[0];

  const draw = () => {
    const contents = languages[language] ?? languages.en;
    document.documentElement.lang = contents.language;
    document.title = contents.title;
    for (const part of document.querySelectorAll("[data-part]")) part.textContent = contents[part.dataset.part];
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.language === contents.language));
    }
    const data = { ...shared, ...contents.viewer, cursor: askedCursor(asked, shared) };
    show({ parentElement: document.getElementById("viewer"), data: [data], setStateValue() {} });
  };

  for (const button of buttons) {
    button.addEventListener("click", () => {
      language = button.dataset.language;
      draw();
    });
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  draw();
}

/** The place that the address names, counted from 1 there; else the one where the file was saved. */
function askedCursor(asked, { cursor, shows }) {
  const number = (name, saved) => (Number(asked.get(name)) || saved + 1) - 1;
  const wanted = shows.find((each) => each === asked.get("show"));
  return { time: number("step", cursor.time), unit: number("unit", cursor.unit), show: wanted ?? cursor.show };
}

openSavedPage();
