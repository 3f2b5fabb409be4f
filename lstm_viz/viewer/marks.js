// What was set by hand, and what that has changed: a level for every cell of every heatmap. Pure.

export const CHANGED = 1;
export const EDITED = 2;
const APART = 11;

/** The levels of a sequence, by signal, from its bits in base64: 0, CHANGED or EDITED, [time][unit]. Null if it has no mark. */
export function readMarks({ changed, edited, steps }, units) {
  if (!changed && !edited) return null;
  const marks = {};
  for (const [level, signals] of [[CHANGED, changed], [EDITED, edited]]) {
    for (const [signal, bits] of Object.entries(signals ?? {})) {
      marks[signal] ??= new Uint8Array(steps * units);
      raise(marks[signal], atob(bits), level);
    }
  }
  return marks;
}

function raise(levels, binary, level) {
  for (let at = 0; at < levels.length; at += 1) {
    if ((binary.charCodeAt(at >> 3) >> (at & 7)) & 1) levels[at] = level;
  }
}

/** Which signals of a unit were set by hand at a step. A masked step makes none, so there is nothing to set. */
export function editedAt({ marks, mask, units }, time, unit) {
  if (!marks || (mask && !mask[time])) return [];
  return Object.keys(marks).filter((signal) => marks[signal][time * units + unit] === EDITED);
}

/** Whether a number is another than it would be without the edits, or was set by hand. */
export function isTouched({ marks, units }, signal, time, unit) {
  return (marks?.[signal]?.[time * units + unit] ?? 0) > 0;
}

/** The levels of a signal as they are shown, or null if none is marked; of a difference, the stronger of the two. */
export function marksOf(model, show, signal) {
  const names = show === "A-B" ? model.names : [show];
  const lists = names.map((name) => model.sequences[name].marks?.[signal]).filter(Boolean);
  if (lists.length < 2) return lists[0] ?? null;
  return lists[0].map((level, at) => Math.max(level, lists[1][at] ?? 0));
}

/** Whether anything of what is shown bears a mark. */
export function hasMarks(model, show) {
  return (show === "A-B" ? model.names : [show]).some((name) => model.sequences[name].marks);
}

/** Of how many columns and rows one cell is marked, so that marks can be told apart, and the colours under them. */
export function blockOf({ column, row }) {
  return { across: Math.ceil(APART / column), down: Math.ceil(APART / row) };
}

/** The cells to mark from step `from` to before step `to`: of each block the first of the strongest. */
export function chosenMarks(marks, { from, to, units }, { across, down }) {
  const chosen = [];
  for (let time = from - (from % across); time < to; time += across) {
    for (let unit = 0; unit < units; unit += down) {
      const first = strongest(marks, { time, unit, units, until: Math.min(time + across, to), below: Math.min(unit + down, units) });
      if (first.level) chosen.push(first);
    }
  }
  return chosen;
}

function strongest(marks, { time, unit, units, until, below }) {
  let best = { level: 0 };
  for (let step = time; step < until; step += 1) {
    for (let each = unit; each < below; each += 1) {
      const level = marks[step * units + each];
      if (level > best.level) best = { time: step, unit: each, level };
    }
  }
  return best;
}
