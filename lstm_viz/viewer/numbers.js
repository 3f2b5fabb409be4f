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

/** Two decimals, or three where two would show nothing of a value that is there. */
export function digitsOf(value) {
  const size = Math.abs(value);
  return size < 0.005 && size >= 0.0005 ? 3 : 2;
}

/**
 * The fewest digits with which `result = compute(operands)` holds for someone who checks it from what is shown.
 *
 * Rounded operands rarely give the rounded result at equal digits, so the operands get more digits until they do.
 * Returns {result, operands}: decimals of each.
 */
export function settle(result, operands, compute) {
  const first = digitsOf(result);
  for (let digits = first; digits <= first + 4; digits += 1) {
    for (let fine = digits; fine <= digits + 4; fine += 1) {
      const recomputed = compute(...operands.map((operand) => asShown(operand, fine)));
      if (format(recomputed, digits) === format(result, digits)) return { result: digits, operands: fine };
    }
  }
  return { result: first, operands: first + 2 };
}

/**
 * Digits for `result = kept + written`, both products of two operands: every line of it holds as shown.
 *
 * `shownAt(digits)` gives the four operands as they are shown with so many decimals. Returns {result, products, operands}.
 */
export function settleProducts(result, [kept, written], shownAt) {
  const first = digitsOf(result);
  const holds = (digits, products, fine) => {
    const [a, b, c, d] = shownAt(fine);
    return (
      format(a * b, products) === format(kept, products) &&
      format(c * d, products) === format(written, products) &&
      format(asShown(kept, products) + asShown(written, products), digits) === format(result, digits) &&
      format(a * b + asShown(written, products), digits) === format(result, digits) &&
      format(a * b + c * d, digits) === format(result, digits)
    );
  };
  for (let digits = first; digits <= first + 3; digits += 1) {
    for (let fine = digits; fine <= digits + 6; fine += 1) {
      for (let products = digits; products <= fine; products += 1) {
        if (holds(digits, products, fine)) return { result: digits, products, operands: fine };
      }
    }
  }
  return { result: first, products: first + 1, operands: first + 2 };
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
