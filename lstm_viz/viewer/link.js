// The address of the very view on screen.

/** `location` with the cursor under the names of `names`; steps and units counted from 1. */
export function linkTo(location, cursor, names) {
  const url = new URL(location);
  const values = { time: cursor.time + 1, unit: cursor.unit + 1, show: cursor.show };
  for (const [part, name] of Object.entries(names)) if (name) url.searchParams.set(name, values[part]);
  return url.toString();
}

/** Copies the text; resolves to whether the browser allowed it. */
export async function copy(text) {
  if (!navigator.clipboard?.writeText) return false;
  return navigator.clipboard.writeText(text).then(() => true, () => false);
}
