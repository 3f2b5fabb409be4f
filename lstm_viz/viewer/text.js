// Sentences from the catalogue with their numbers put in.

/** `template` with each {name} replaced by `values[name]`; an unknown name stays as it is. */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The template as a list: `lists[name]` for each {name}, and `wrap(text)` for what stands between. */
export function fillWith(template, lists, wrap) {
  return template.split(/\{(\w+)\}/).flatMap((piece, at) => (at % 2 ? lists[piece] : piece ? [wrap(piece)] : []));
}
