// A small trace for the tests, made here, and a random number that is the same on every run.

let seed = 20260101;

/** Uniform on 0 … 1 (a linear congruential generator, so that a failure can be run again). */
export function random() {
  seed = (1664525 * seed + 1013904223) % 4294967296;
  return seed / 4294967296;
}

/** Base64 of little-endian float32. */
export function encode(numbers) {
  return Buffer.from(new Float32Array(numbers).buffer).toString("base64");
}

const NAMES = ["forget_gate", "input_gate", "candidate", "output_gate", "cell", "hidden"];

/** An LSTM's payload, with values that say where they are: 10·step + unit, plus 100 for B. */
export function payload({ stepsA = 4, stepsB = null, units = 3, backwards = false, mask = null } = {}) {
  const sequence = (name, steps, add) => ({
    name, steps, backwards, mask, tokens: Array.from({ length: steps }, (_, t) => String(t + add)), predictions: null,
    features: 1, inputs: encode(Array.from({ length: steps }, (_, t) => t + add)),
    values: Object.fromEntries([...NAMES, "activated_cell"].map((signal) =>
      [signal, encode(Array.from({ length: steps * units }, (_, at) => 10 * Math.trunc(at / units) + (at % units) + add))])),
    initial: { hidden: encode(Array(units).fill(-1)), cell: encode(Array(units).fill(-2)) }, candidate_parts: {},
  });
  const sequences = [sequence("A", stepsA, 0), ...(stepsB ? [sequence("B", stepsB, 100)] : [])];
  const signals = NAMES.map((name) => ({ name, label: name, low: name.endsWith("gate") ? 0 : -1, high: 1, diverging: !name.endsWith("gate") }));
  return { kind: "lstm", activation: "tanh", units, signals, sequences, text: {} };
}

/** Base64 of a bit for each, the lowest of a byte first. */
export function encodeBits(list) {
  const bytes = new Uint8Array(Math.ceil(list.length / 8));
  list.forEach((set, at) => { if (set) bytes[at >> 3] |= 1 << (at & 7); });
  return Buffer.from(bytes).toString("base64");
}
