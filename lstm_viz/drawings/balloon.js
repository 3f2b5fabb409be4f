// What is said of one box: beside the box, for whoever points at it, taps it or has moved there with the keys.

import { h } from "../viewer/dom.js";
import { fill } from "../viewer/text.js";
import { written } from "./cells.js";

const AWAY = 8;

/** Everything a node has to say, line by line: {title, values, tensors}. */
export function describe(model, index) {
  const node = model.nodes[index];
  const names = model.tensors.filter((tensor) => tensor.nodes.includes(index)).map(({ name }) => name);
  return {
    title: node.title,
    values: node.values ? written(node.values).join("  ") : "",
    tensors: names.length ? fill(model.text.node_tensors, { tensors: names.join(", ") }) : model.text.node_no_tensor,
  };
}

/** The same as one sentence, for a screen reader. */
export function spoken(model, index) {
  const { title, values, tensors } = describe(model, index);
  const said = values ? fill(model.text.node_values, { title, values: values.replaceAll("  ", ", ") }) : title;
  return model.tensors.length ? `${said}. ${tensors}` : said;
}

/** A balloon in `frame`. Returns {show, hide}. */
export function createBalloon(frame) {
  const element = h("div", { class: "balloon", role: "presentation", hidden: "" });
  frame.append(element);
  return {
    show(model, index, box) {
      const { title, values, tensors } = describe(model, index);
      const lines = [h("strong", {}, title), ...(values ? [h("span", { class: "list" }, values)] : [])];
      element.replaceChildren(...lines, ...(model.tensors.length ? [h("span", { class: "held" }, tensors)] : []));
      element.hidden = false;
      put(element, frame, box);
    },
    hide() { element.hidden = true; },
  };
}

/** Above the box, or below it where there is no room; never beyond the frame's sides. */
function put(element, frame, box) {
  const outer = frame.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = element;
  const middle = (box.left + box.right) / 2 - outer.left;
  const left = Math.max(0, Math.min(middle - width / 2, outer.width - width));
  const above = box.top - outer.top - height - AWAY;
  element.style.left = `${left}px`;
  element.style.top = `${box.top - height - AWAY > 0 ? above : box.bottom - outer.top + AWAY}px`;
}
