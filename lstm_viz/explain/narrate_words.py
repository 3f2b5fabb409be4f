"""The thresholds for words about numbers, and how numbers are written in a sentence."""

NEARLY_ALL = 0.9
"""A gate of at least this value is open, and what it keeps is nearly all."""
HALF = 0.5
NEARLY_NOTHING = 0.1
"""A gate below this value is closed, and what it keeps is nearly nothing."""
NO_MEMORY = 0.005
"""A memory closer to 0 than this is shown as 0.00."""
NOTICEABLE = 0.05
"""A written value, a change or a difference below this is next to nothing."""
EQUAL = 1e-6
"""Two numbers closer than this are the same number in float32."""


def in_words(value: float, decimals: int = 2) -> str:
    """A number as a sentence has it: 0.93, −0.40, 0.00; NaN, ∞."""
    text = f"{value:.{decimals}f}".replace("-", "−").replace("nan", "NaN").replace("inf", "∞")
    return text if text.strip("−0.") else text.removeprefix("−")


def signed_in_words(value: float) -> str:
    """A number with two decimals and its sign: +0.93, −0.40, 0.00."""
    text = in_words(value)
    return text if text.startswith("−") or not text.strip("0.") or text == "NaN" else f"+{text}"


def memory_name(kind: str) -> str:
    """The signal that is the memory of a layer of this kind: "cell" or "hidden"."""
    return "cell" if kind == "lstm" else "hidden"
