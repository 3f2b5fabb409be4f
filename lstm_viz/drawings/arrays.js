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
