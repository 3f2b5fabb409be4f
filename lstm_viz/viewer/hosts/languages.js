// A page in two languages. The address names the language, as in the app.

import { h } from "../dom.js";

/** Calls `draw` with the contents in the reader's language, now and whenever the language or the theme changes. */
export function inLanguages(languages, draw) {
  const buttons = document.querySelectorAll("[data-language]");
  let language = new URLSearchParams(location.search).get("lang") ?? navigator.language.split("-")[0];
  const show = () => {
    const contents = languages[language] ?? languages.en;
    document.documentElement.lang = contents.language;
    document.title = contents.title;
    for (const part of document.querySelectorAll("[data-part]")) part.textContent = contents[part.dataset.part];
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.language === contents.language));
    }
    document.querySelector("nav").replaceChildren(...contents.links.flatMap((link) => pageLink(link, contents.language)));
    draw(contents);
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      language = button.dataset.language;
      const url = new URL(location);
      url.searchParams.set("lang", language);
      history.replaceState(history.state, "", url);
      show();
    });
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  show();
}

/** A link to another page in the same language, and what is there. */
function pageLink({ href, title, about }, language) {
  const link = h("a", { href: `${href}?lang=${language}` }, title);
  return about ? [link, h("p", {}, about)] : [link];
}
