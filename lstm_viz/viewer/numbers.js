// Numbers as they are shown, and how many digits an equation needs to hold as it is shown.

const MINUS = "\u2212";
const LARGE = 1e5;

/** `value` with `digits` decimals, a true minus sign, and no negative zero. */
export function format(value, digits = 2) {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : `${MINUS}∞`;
  if (Math.abs(value) >= LARGE) return value.toExponential(digits).replace("e+", "e").replace("-", MINUS);
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", MINUS);
}

/** The same with a plus sign before positive numbers, as a change is written. */
export function signed(value, digits = 2) {
  const text = format(value, digits);
  return value > 0 && parse(text) !== 0 ? `+${text}` : text;
}

/** What fits a narrow cell: no zero before the point. */
export function compact(value) {
  if (Math.abs(value) >= 9.95) return Math.abs(value) < 999.5 ? format(value, 0) : signOf(value);
  const text = format(value, Math.abs(value) >= 0.995 ? 1 : 2);
  return text.replace(/^(\u2212?)0\./, "$1.");
}

function signOf(value) {
  return value > 0 ? "≫" : "≪";
}

/** The number that a shown text says. */
export function parse(text) {
  return Number(text.replace(MINUS, "-").replace("∞", "Infinity").replace("+", ""));
}

/** `value` as a reader sees it. */
export function asShown(value, digits) {
  return parse(format(value, digits));
}

/** A step's number as a subscript. */
export function subscript(number) {
  return String(number).replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)));
}

/** The numbers that the layer reads at a step, as text: the first features; "" where what is read there is that number. */
export function vectorAt({ inputs, features, steps, tokens }, time) {
  const width = inputs.length / steps;
  const row = [...inputs.slice(time * width, (time + 1) * width)];
  const text = row.map((value) => format(value, row.every(Number.isInteger) ? 0 : 2)).join(" ");
  if (features > 1) return `[${text}${features > width ? " …" : ""}]`;
  return Math.abs(parse(tokens[time]) - row[0]) < 0.005 ? "" : text;
}

/** Two decimals, or three where two would show nothing of a value that is there. */
export function digitsOf(value) {
  const size = Math.abs(value);
  return size < 0.005 && size >= 0.0005 ? 3 : 2;
}

/**
 * Whether someone who rounds `value` by hand to `digits` decimals writes what `target` is shown as.
 *
 * A tie has no one answer: half up and half to even are both taught. So it never rounds to anything.
 */
export function roundsTo(value, target, digits) {
  const scaled = Math.abs(value) * 10 ** digits;
  const isTie = Math.abs(value) < LARGE && Math.abs(scaled - Math.floor(scaled) - 0.5) < 1e-6;
  return !isTie && format(value, digits) === format(target, digits);
}

/**
 * The fewest digits, from `first` on, with which `result = compute(operands)` holds for someone who checks it from what is shown.
 *
 * Rounded operands rarely give the rounded result at equal digits, so the operands get more digits until they do.
 * Returns {result, operands}: decimals of each.
 */
export function settle(result, operands, compute, first = digitsOf(result)) {
  for (let digits = first; digits <= first + 4; digits += 1) {
    for (let fine = digits; fine <= digits + 4; fine += 1) {
      const recomputed = compute(...operands.map((operand) => asShown(operand, fine)));
      if (roundsTo(recomputed, result, digits)) return { result: digits, operands: fine };
    }
  }
  return { result: first, operands: first + 2 };
}

/** How many digits more each of four operands gets: few first, and the second and fourth, the states, last. */
const MORE = [...Array(7 ** 4).keys()]
  .map((at) => [Math.floor(at / 343), Math.floor(at / 49) % 7, Math.floor(at / 7) % 7, at % 7])
  .map((more) => ({ more, cost: more[0] + 1.5 * more[1] + more[2] + 1.5 * more[3] }))
  .filter(({ more, cost }) => cost <= 9 || Math.min(...more) === Math.max(...more))
  .sort((one, other) => one.cost - other.cost)
  .map(({ more }) => more);

/**
 * Digits for `result = kept + written`, both products of two operands: every line of it holds as shown.
 *
 * `shownAt(place, digits)` is the operand at `place`, 0 … 3, as it is shown with so many decimals; it has `least[place]`
 * at least. `tied`: the first and the third always have as many. Returns {result, products, operands}, the last a list.
 */
export function settleProducts(result, [kept, written], shownAt, { least = [2, 2, 2, 2], tied = false } = {}) {
  const first = digitsOf(result);
  const choices = tied ? MORE.filter((more) => more[0] === more[2]) : MORE;
  const shown = least.map((digits, place) => Array.from({ length: 7 }, (_, more) => shownAt(place, digits + more)));
  for (let digits = first; digits <= first + 3; digits += 1) {
    for (const more of choices) {
      const [a, b, c, d] = more.map((extra, place) => shown[place][extra]);
      if (!roundsTo(a * b + c * d, result, digits)) continue;
      const operands = more.map((extra, place) => least[place] + extra);
      for (let products = digits; products <= Math.max(digits + 1, ...operands); products += 1) {
        const [left, right] = [asShown(kept, products), asShown(written, products)];
        const holds = roundsTo(left + right, result, digits) && roundsTo(a * b + right, result, digits);
        if (holds && roundsTo(a * b, kept, products) && roundsTo(c * d, written, products)) {
          return { result: digits, products, operands };
        }
      }
    }
  }
  return { result: first, products: first + 1, operands: least.map((digits) => digits + 2) };
}

const SOFT = (x) => Math.log1p(Math.exp(-Math.abs(x))) + Math.max(x, 0);

/** The activations that can be recomputed here; others are shown without a check. */
export const ACTIVATIONS = {
  tanh: Math.tanh,
  linear: (x) => x,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  hard_sigmoid: (x) => Math.min(1, Math.max(0, x / 6 + 0.5)),
  relu: (x) => Math.max(0, x),
  relu6: (x) => Math.min(6, Math.max(0, x)),
  elu: (x) => (x > 0 ? x : Math.expm1(x)),
  selu: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)),
  softplus: SOFT,
  softsign: (x) => x / (1 + Math.abs(x)),
  exponential: Math.exp,
  silu: (x) => x / (1 + Math.exp(-x)),
  swish: (x) => x / (1 + Math.exp(-x)),
};
