// The stepping viewer: holds the cursor, and lets the parts follow it.

import { isColor, modeOf } from "./colors.js";
import { clampCursor, isForViewer, moved, sameCursor, wishAfter } from "./cursor.js";
import { createChrome } from "./chrome.js";
import { reveal } from "./dom.js";
import { createHeatmaps } from "./heatmaps.js";
import { createLights } from "./light.js";
import { arrange } from "./layout.js";
import { createAddress } from "./link.js";
import { inWhole, readModel, stepsOf } from "./model.js";
import { createPanel } from "./panel.js";
import { createPlayer } from "./player.js";

const SETTLE = 250;
const REST = 60; // steps that follow each other sooner, as those of a held key do, have no motion: no frame pays for one
const HIDDEN_WIDTH = 320; // of a part that a lesson hides: it is drawn, but nobody sees it
const instances = new WeakMap();

function createViewer(root) {
  const viewer = { root, cursor: null, model: null, settled: null, painted: {}, address: createAddress() };
  viewer.panel = createPanel(root);
  viewer.maps = createHeatmaps(root.querySelector(".maps"), {
    choose: (place) => { root.focus({ preventScroll: true }); go(viewer, { ...viewer.cursor, ...place }); },
    redraw: () => viewer.maps.paint(viewer.font),
  });
  viewer.player = createPlayer(() => advance(viewer), (playing) => playingChanged(viewer, playing));
  viewer.chrome = createChrome(root, {
    key: (key) => press(viewer, key),
    go: (change) => go(viewer, { ...viewer.cursor, ...change }),
    play: () => viewer.player.toggle(),
    speed: viewer.player.setSpeed,
  });
  viewer.lights = createLights(root);
  viewer.stop = listen(viewer);
  return viewer;
}

function listen(viewer) {
  const onKey = (event) => keyPressed(viewer, event);
  // What the reader did just before going back belongs to the view that was left.
  const onLeave = () => [viewer.settled, viewer.motion].forEach(clearTimeout);
  document.addEventListener("keydown", onKey);
  window.addEventListener("popstate", onLeave);
  const observer = new ResizeObserver(() => {
    viewer.root.style.setProperty("--zoom", Math.min(innerWidth / 1280, innerHeight / 860));
    fit(viewer);
  });
  observer.observe(viewer.root);
  document.fonts?.ready.then(() => viewer.model && viewer.maps.paint(viewer.font));
  return () => {
    document.removeEventListener("keydown", onKey);
    window.removeEventListener("popstate", onLeave);
    observer.disconnect();
    viewer.player.stop();
    viewer.lights.stop();
    onLeave();
  };
}

function keyPressed(viewer, event) {
  const path = event.composedPath();
  const box = viewer.root.getBoundingClientRect();
  const visible = viewer.keysAnywhere && box.bottom > 0 && box.top < innerHeight && box.width > 0;
  if (!viewer.model || !isForViewer(event, path, { inside: path.includes(viewer.root), visible })) return;
  const taken = event.key === " " ? viewer.player.toggle() ?? true : press(viewer, event.key);
  if (taken) event.preventDefault();
}

function press(viewer, key) {
  const next = moved(viewer.cursor, key, viewer.model);
  if (next) go(viewer, next);
  return next !== null;
}

function go(viewer, wanted) {
  viewer.wish = wishAfter(viewer.wish, viewer.cursor, wanted);
  const cursor = clampCursor(viewer.wish, viewer.model);
  if (sameCursor(cursor, viewer.cursor)) return;
  const other = cursor.show !== viewer.cursor?.show;
  const stepped = cursor.time !== viewer.cursor?.time;
  viewer.cursor = cursor;
  if (stepped) move(viewer);
  if (other) showSequence(viewer);
  else step(viewer);
  report(viewer);
}

/** Lets the bars and the beads of a step move, unless steps follow each other too fast. */
function move(viewer) {
  const now = performance.now();
  viewer.root.classList.toggle("rapid", now - viewer.moved < REST);
  viewer.moved = now;
  clearTimeout(viewer.motion);
  if (!viewer.player.fast()) viewer.motion = setTimeout(viewer.panel.flow, REST);
}

function advance(viewer) {
  const last = stepsOf(viewer.model, viewer.cursor.show) - 1;
  const time = viewer.cursor.time >= last ? 0 : viewer.cursor.time + 1;
  go(viewer, { ...viewer.cursor, time });
  return time < last;
}

function playingChanged(viewer, playing) {
  viewer.chrome.playing(playing);
  report(viewer);
}

/** Tells the server where the reader is, once it has settled there. */
function report(viewer) {
  clearTimeout(viewer.settled);
  viewer.settled = setTimeout(() => {
    if (viewer.player.playing()) return;
    viewer.address.rest(inWhole(viewer.model, viewer.cursor), viewer.model.link);
    if (sameCursor(viewer.cursor, viewer.reported)) return;
    viewer.reported = viewer.cursor;
    viewer.send("cursor", { ...inWhole(viewer.model, viewer.cursor), key: viewer.key });
  }, SETTLE);
  if (viewer.player.playing()) viewer.address.follow(inWhole(viewer.model, viewer.cursor), viewer.model.link);
}

/** What a step changes: markers, diagram, words. No cell is painted unless the window scrolls. */
function step(viewer) {
  const digits = viewer.panel.update(viewer.cursor);
  const scrolled = viewer.maps.mark(viewer.cursor, digits);
  viewer.chrome.update(viewer.cursor, viewer.player.playing());
  if (scrolled) viewer.maps.paint(viewer.font);
}

function showSequence(viewer) {
  viewer.maps.show(viewer.model, viewer.cursor.show, viewer.palette);
  viewer.painted = {};
  fit(viewer);
}

/** Lays out at the present width; does nothing if that is already there. */
function fit(viewer) {
  const width = Math.floor(viewer.root.querySelector(".main").clientWidth);
  if (!viewer.model || width === 0 || viewer.painted.width === width) return;
  viewer.painted = { width };
  const { root, model, cursor } = viewer;
  const steps = stepsOf(model, cursor.show);
  const { side, columns } = arrange({ width, steps, units: model.units, signals: model.signals.length });
  root.dataset.side = String(side);
  root.dataset.width = width < 560 ? "narrow" : width < 980 ? "middle" : "wide";
  root.style.setProperty("--columns", columns);
  viewer.chrome.fit();
  // Measured before the diagram is built: measuring it later would let its bars move to their place from the corner.
  const [diagram, heatmap] = [".diagram", ".heatmap"].map((part) => root.querySelector(part).clientWidth || HIDDEN_WIDTH);
  viewer.panel.build(model, viewer.palette, diagram);
  viewer.maps.size(heatmap);
  step(viewer);
  viewer.maps.paint(viewer.font);
}

/** Takes new data or a new theme; the cursor stays the reader's unless the server names a new one. */
function adopt(viewer, { data, setStateValue }, host) {
  const style = getComputedStyle(host);
  const page = style.getPropertyValue("--st-background-color").trim();
  const mode = modeOf(page);
  viewer.send = setStateValue;
  viewer.keysAnywhere = data.link !== null; // a notebook, which has no link, has its own use for the keys
  viewer.font = style.getPropertyValue("--st-font").trim() || "sans-serif";
  const renewed = viewer.digest !== data.digest;
  if (renewed) viewer.model = readModel(data);
  if (viewer.numbers !== data.numbers) viewer.player.stop();
  const summoned = viewer.key !== data.cursor_key;
  const again = summoned && viewer.key !== undefined;
  if (summoned) Object.assign(viewer, { key: data.cursor_key, wish: data.cursor });
  const hides = data.hides.join(" ");
  const shows = viewer.root.dataset.hides !== hides;
  viewer.root.dataset.hides = hides;
  viewer.reported = data.cursor; // the server may have moved it itself, into a shorter sequence
  const cursor = clampCursor(viewer.wish, viewer.model);
  const redrawn = renewed || shows || viewer.mode !== mode || !sameCursor(cursor, viewer.cursor);
  const { digest, numbers } = data;
  Object.assign(viewer, { digest, numbers, mode, palette: paletteOn(page, data.palette[mode]), cursor });
  if (renewed) viewer.maps.rebuild(viewer.model);
  if (redrawn) {
    viewer.chrome.rebuild(viewer.model, viewer.palette, mode);
    showSequence(viewer);
  }
  viewer.lights.rest(data.lights);
  if (!sameCursor(cursor, viewer.reported)) report(viewer);
  if (again && hides) viewer.panel.flow();
  if (again && !hides) reveal(viewer.root); // in a lesson the text beside the viewer keeps the keys
}

/** The palette on the page's own background, if the browser told which that is. */
function paletteOn(page, palette) {
  return { ...palette, background: isColor(page) ? page : palette.background };
}

export default function show(component) {
  const { parentElement } = component;
  const root = parentElement.querySelector(".viewer");
  if (instances.get(parentElement)?.root !== root) {
    instances.get(parentElement)?.stop();
    instances.set(parentElement, createViewer(root));
  }
  const viewer = instances.get(parentElement);
  adopt(viewer, { ...component, data: component.data[0] }, parentElement.host ?? parentElement);
  return () => {
    viewer.stop();
    instances.delete(parentElement);
  };
}
