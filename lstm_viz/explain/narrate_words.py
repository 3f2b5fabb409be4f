"""When a number bears which word, and how it is written in a sentence."""

NEARLY_ALL = 0.9
"""A gate from here on is open; what it keeps is nearly all."""
HALF = 0.5
NEARLY_NOTHING = 0.1
"""A gate below is closed; what it keeps is nearly nothing."""
NO_MEMORY = 0.005
"""A memory nearer to 0 is shown as 0.00."""
NOTICEABLE = 0.05
"""What is written, changed or different below this is next to nothing."""
EQUAL = 1e-6
"""Two numbers nearer than this are the same number in float32."""


def in_words(value: float) -> str:
    """Two decimals: 0.93, −0.40, 0.00."""
    text = f"{value:.2f}".replace("-", "−")
    return text if text.strip("−0.") else text.removeprefix("−")


def signed_in_words(value: float) -> str:
    """The same with a plus: +0.93, −0.40, 0.00."""
    text = in_words(value)
    return text if text.startswith("−") or not text.strip("0.") else f"+{text}"


def memory_name(kind: str) -> str:
    """The signal that a layer remembers by."""
    return "cell" if kind == "lstm" else "hidden"
