// The viewer in a notebook, as anywidget calls it. The model has the data of the viewer, and the reader's place.
// VIEWER_CSS and VIEWER_HTML stand before this module.

import { inWindow } from "../model.js";
import show from "../viewer.js";

const THEMES = "data-jp-theme-light data-vscode-theme-kind data-theme class style".split(" ");

function render({ model, el }) {
  el.dataset.lmSuppressShortcuts = "true"; // else JupyterLab takes the arrow keys before the viewer
  const root = el.attachShadow({ mode: "open" });
  root.append(Object.assign(document.createElement("style"), { textContent: VIEWER_CSS }));
  root.append(...new DOMParser().parseFromString(VIEWER_HTML, "text/html").body.children);
  let moves = 0;
  let reported = "";
  let stop;
  const place = () => ({ time: model.get("time"), unit: model.get("unit"), show: model.get("sequence") });
  const setStateValue = (_name, { time, unit, show: sequence }) => {
    reported = JSON.stringify({ time, unit, show: sequence });
    model.set({ time, unit, sequence });
    model.save_changes();
  };
  const draw = () => {
    el.style.setProperty("--st-background-color", pageColor(el));
    const data = model.get("data");
    const shown = { ...data, cursor: inWindow(data, place()), cursor_key: String(moves) };
    stop = show({ parentElement: root, data: [shown], setStateValue });
  };
  const move = () => {
    if (JSON.stringify(place()) === reported) return; // the notebook repeats what this viewer has told it
    reported = "";
    moves += 1;
    draw();
  };
  model.on("change:data", draw);
  model.on("change:time change:unit change:sequence", move);
  const themed = new MutationObserver(draw);
  for (const each of [document.documentElement, document.body]) themed.observe(each, { attributeFilter: THEMES });
  draw();
  return () => {
    themed.disconnect();
    model.off("change:data", draw);
    model.off("change:time change:unit change:sequence", move);
    stop();
  };
}

/** What the page has behind an element, as #rrggbb, in whatever way the notebook writes its colours. */
function pageColor(element) {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  for (let each = element; each; each = each.parentElement ?? each.getRootNode().host) {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = getComputedStyle(each).backgroundColor;
    pen.fillRect(0, 0, 1, 1);
    const [red, green, blue, opacity] = pen.getImageData(0, 0, 1, 1).data;
    if (opacity > 127) return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  }
  return "#ffffff";
}

export default { render };
