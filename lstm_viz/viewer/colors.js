// Colour ramps as look-up tables, and which ink can be read on them.

const SIZE = 256;

/** "#rrggbb" or "rgb(r, g, b)" → [r, g, b]. */
export function rgb(color) {
  if (color.startsWith("#")) {
    const full = color.length === 4 ? color.replace(/[^#]/g, "$&$&") : color;
    return [1, 3, 5].map((at) => parseInt(full.slice(at, at + 2), 16));
  }
  return color.match(/[\d.]+/g).slice(0, 3).map(Number);
}

/** WCAG's relative luminance. */
export function luminance(channels) {
  const [r, g, b] = channels.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG's contrast ratio of two luminances. */
export function contrast(first, second) {
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** Whether `rgb` can read it. */
export function isColor(text) {
  return /^(#[0-9a-f]{3}([0-9a-f]{3})?$|rgb\()/i.test(text);
}

/** "light" or "dark", by the page's background; light if that cannot be read. */
export function modeOf(background) {
  return isColor(background) && luminance(rgb(background)) < 0.18 ? "dark" : "light";
}

/** 256 colours between the stops, each with the ink that reads best on it: {fill, ink, packed}. */
export function table(stops) {
  const parts = stops.map(rgb);
  const channels = Array.from({ length: SIZE }, (_, at) => {
    const place = (at / (SIZE - 1)) * (parts.length - 1);
    const left = Math.min(Math.floor(place), parts.length - 2);
    return parts[left].map((from, k) => Math.round(from + (parts[left + 1][k] - from) * (place - left)));
  });
  return {
    fill: channels.map((c) => `rgb(${c.join(",")})`),
    ink: channels.map(inkOn),
    packed: Uint32Array.from(channels, ([r, g, b]) => (255 << 24) | (b << 16) | (g << 8) | r),
  };
}

const INKS = ["#26262e", "#ffffff", "#000000"];

/** A dark or a white ink of at least 4.5:1 on the colour; black is the last resort, and always enough if white is not. */
export function inkOn(channels) {
  const ground = luminance(channels);
  return INKS.find((ink) => contrast(luminance(rgb(ink)), ground) >= 4.5);
}

/** Where a value lies in a table of 256, clamped to the scale; -1 if it is not a number. */
export function place(value, { low, high }) {
  if (Number.isNaN(value)) return -1;
  const part = high > low ? (value - low) / (high - low) : 0.5;
  return Math.round(Math.min(1, Math.max(0, part)) * (SIZE - 1));
}

/** The ramp a signal is painted with. */
export function rampOf(palette, scale) {
  if (scale.difference) return palette.difference;
  return scale.diverging ? palette.diverging : palette.signals[scale.name].ramp;
}

/** The colour of a signed quantity: the diverging ramp's ends. */
export const signColor = (palette, value) => endColor(palette, palette.diverging, value);

/** The colour of A − B: that of the sequence whose number is larger. */
export const differenceColor = (palette, value) => endColor(palette, palette.difference, value);

function endColor(palette, ramp, value) {
  if (!(Math.abs(value) >= 0.005)) return palette.muted;
  return value > 0 ? ramp.at(-1) : ramp[0];
}
