// Sentences from the catalogue with their numbers put in.

/** `template` with each {name} replaced by `values[name]`; an unknown name stays as it is. */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
