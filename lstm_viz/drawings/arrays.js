// Arrays as the server sent them, to the last bit.

/** {shape, bytes, data} → {shape, values}: a Float32Array, or a Float64Array. */
export function decode({ shape, bytes, data }) {
  const raw = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  return { shape, values: bytes === 4 ? new Float32Array(raw.buffer) : new Float64Array(raw.buffer) };
}

/** Every index of a shape, the last axis fastest: [0, 0], [0, 1] … */
export function everyIndex(shape) {
  return shape.reduce((found, size) => found.flatMap((index) => [...Array(size).keys()].map((at) => [...index, at])), [[]]);
}

/** Whether all numbers are whole, so that they need no decimals. */
export function areWhole(values) {
  return values.every((value) => Number.isInteger(value));
}

/** How many decimals the numbers have, at most `most`. */
export function digitsIn(values, most) {
  // A float32 is off from the decimals it was written with by less than a millionth of itself; a small number is no zero.
  const has = (digits) => (value) => !Number.isFinite(value) || Math.abs(value - Number(value.toFixed(digits))) <= 1e-6 * Math.abs(value);
  for (let digits = 0; digits < most; digits += 1) if (values.every(has(digits))) return digits;
  return most;
}
