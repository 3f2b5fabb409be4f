// The address of the very view on screen.

/** `location` with the cursor under the names of `names`; steps and units counted from 1. */
export function linkTo(location, cursor, names) {
  const url = new URL(location);
  const values = { time: cursor.time + 1, unit: cursor.unit + 1, show: cursor.show };
  for (const [part, name] of Object.entries(names)) if (name) url.searchParams.set(name, values[part]);
  return url.toString();
}

const PAUSE = 1000; // browsers refuse many changes of the address in a short time

/**
 * Keeps the address at the step that is playing, so that a reload opens there: the server hears of it at the end.
 *
 * Playing has one entry of its own in the browser's history, so that going back leads to where it began.
 * Without names the address is somebody else's, and stays as it is.
 */
export function createAddress() {
  let changed = null;
  const put = (change, cursor, names) => {
    history[change](history.state, "", linkTo(location.href, cursor, names));
    changed = performance.now();
  };
  return {
    follow(cursor, names) {
      if (!names) return;
      if (changed === null) put("pushState", cursor, names);
      else if (performance.now() - changed >= PAUSE) put("replaceState", cursor, names);
    },
    rest(cursor, names) {
      if (changed !== null) put("replaceState", cursor, names);
      changed = null;
    },
  };
}

/** Copies the text; resolves to whether the browser allowed it. */
export async function copy(text) {
  if (!navigator.clipboard?.writeText) return false;
  return navigator.clipboard.writeText(text).then(() => true, () => false);
}
