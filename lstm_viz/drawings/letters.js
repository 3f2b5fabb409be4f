// How much room a text takes, before it is drawn.

const LATIN = 0.58; // of a letter's size
const HANGUL = 1;

/** About so many pixels; never much less. */
export function textWidth(text, size = 13) {
  return [...text].reduce((sum, letter) => sum + size * (letter.codePointAt(0) < 0x1100 ? LATIN : HANGUL), 0);
}

/** A text no wider than so many pixels. */
export function cut(text, room) {
  if (textWidth(text) <= room) return text;
  let end = text.length - 1;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`) > room) end -= 1;
  return `${text.slice(0, end)}…`;
}

/** Words in lines no wider than so many pixels, if no single word is. */
export function wrapped(text, room) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (textWidth(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter(Boolean);
}
