"""What the page Text calls things."""

from lstm_viz.i18n import Translate

LANGUAGE_NAMES = {"en": "English", "ko": "한국어"}


def kind_titles(gettext: Translate) -> dict[str, str]:
    """What each kind of review is called."""
    return {
        "plain": gettext("plain"),
        "intensifier": gettext("intensifier"),
        "negation": gettext("negation"),
        "strong_negation": gettext("strong negation"),
        "double_negation": gettext("double negation"),
        "contrast": gettext("contrast"),
        "negated_contrast": gettext("contrast with a negation"),
    }


def model_titles(gettext: Translate) -> dict[str, str]:
    """What each of the two models is called."""
    return {"lstm": "LSTM", "bag": gettext("bag of words")}
