"""What one may predict on the page Shapes. Every right answer is computed; the wrong ones are what people mix up."""

from collections.abc import Mapping

from lstm_viz.app.predict_first import Question
from lstm_viz.comparison import Comparison
from lstm_viz.data.series import HOURS
from lstm_viz.i18n import Translate
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.shapes.results import Sizes, Tried
from lstm_viz.lessons.shapes.settings import ShapeSettings
from lstm_viz.lessons.shapes.steps import Journey


def shape_question(settings: ShapeSettings, journey: Journey, gettext: Translate) -> Question:
    """What is the shape of X?"""
    right = str(journey.x.shape)
    why = {right: gettext("Samples, timesteps, features: this is what X.shape says.")}
    for option, reason in _wrong_shapes(settings, journey, gettext).items():
        why.setdefault(option, reason)
    return _question(("X", settings), gettext("What is the shape of X?"), right, why)


def _wrong_shapes(settings: ShapeSettings, journey: Journey, gettext: Translate) -> dict[str, str]:
    if settings.source == "pair":
        return _wrong_for_pair(journey, gettext)
    samples, steps = journey.block.shape[:2]
    if settings.source == "tanks":
        return {
            f"({samples * HOURS}, 2)": gettext("That is the table without its first columns: it has no timesteps yet."),
            f"({HOURS}, {samples}, 2)": gettext("Samples come first: the tanks, not the hours."),
            f"({samples}, 2, {HOURS})": gettext("Features come last; the hours are the timesteps."),
        }
    if settings.source == "text":
        words = int(journey.x.max()) + 1
        return {
            f"({samples}, {steps}, {words})": gettext(
                "That would be one-hot. Ids stay single numbers; Embedding makes the vectors."
            ),
            f"({steps}, {samples})": gettext("Samples come first: the sentences, not the words."),
            f"({samples},)": gettext("Lists of different lengths cannot be an array; padding makes them equally long."),
        }
    return _wrong_for_windows(settings, journey, gettext)


def _wrong_for_pair(journey: Journey, gettext: Translate) -> dict[str, str]:
    steps, symbols = next(step.array for step in journey.steps if step.name == "encoded").shape[1:]  # type: ignore[union-attr]
    return {
        f"(2, {steps}, {symbols})": gettext("That is both sequences, a sequence a sample."),
        f"({steps}, 1, {symbols})": gettext("That is one sequence, a step a sample."),
        f"(2, {steps + 1}, {symbols})": gettext(
            "The last symbol is not read: nothing comes after it that could be a target."
        ),
        f"(2, {steps}, 1)": gettext("One-hot makes {symbols} features of each symbol.").format(symbols=symbols),
    }


def _wrong_for_windows(settings: ShapeSettings, journey: Journey, gettext: Translate) -> dict[str, str]:
    samples, steps, features = journey.x.shape
    length = len(journey.raw.rows)
    return {
        f"({length // settings.look_back}, {steps}, {features})": gettext(
            "That would be windows side by side; these begin at a distance of {stride} and overlap where that is less "
            "than their length."
        ).format(stride=settings.stride),
        f"({samples + settings.horizon}, {steps}, {features})": gettext(
            "The last window needs a value after it as its target: n − look_back windows, not one more."
        ),
        f"({samples}, {features}, {steps})": gettext("Timesteps come before features."),
    }


def scaling_question(settings: ShapeSettings, claims: Mapping[str, Comparison], gettext: Translate) -> Question:
    """Who notices the test part?"""
    titles = {
        "train": gettext("the one fitted on the training part"),
        "all": gettext("the one fitted on everything"),
        "both": gettext("both"),
        "none": gettext("neither"),
    }
    changed = [fit for fit, claim in claims.items() if not claim.equal]
    right = {0: "none", 1: changed[0] if changed else "none", 2: "both"}[len(changed)]
    reasons = {
        "train": gettext("What it has not seen cannot change it."),
        "all": gettext("Its mean and standard deviation hold the test values, too."),
        "both": gettext("A scaler depends on nothing but what it was fitted on."),
        "none": gettext("A scaler depends on everything that it was fitted on."),
    }
    why = {titles[right]: reasons[right], **{titles[name]: reason for name, reason in reasons.items()}}
    text = gettext("The values of the test part change. With which scaler do the training inputs change?")
    return _question(("scaling", settings), text, titles[right], why)


def padding_question(settings: ShapeSettings, claims: Mapping[str, Comparison], gettext: Translate) -> Question:
    """What does the mask save?"""
    masked = claims["masked"].equal
    unmasked = claims["unmasked"].equal if "unmasked" in claims else True
    options = {
        (True, False): gettext("with the mask alone"),
        (True, True): gettext("with and without the mask"),
        (False, False): gettext("with neither"),
        (False, True): gettext("without the mask alone"),
    }
    reasons = {
        (True, False): gettext("A masked step is passed over; without the mask the layer reads a word 0 there."),
        (True, True): gettext("That is so where nothing is padded: without the mask, a padded step is a step as any."),
        (False, False): gettext("A masked step repeats the state, so the last output is that of the last real word."),
        (False, True): gettext("It is the mask that says which steps are real."),
    }
    right = options[masked, unmasked]
    why = {option: reasons[case] for case, option in options.items()}
    text = gettext("When does the LSTM return for a padded sentence what it returns for the sentence alone?")
    return _question(("padding", settings), text, right, why)


def units_question(sizes: Mapping[str, Sizes], gettext: Translate) -> Question:
    """How many weights has a longer sequence?"""
    now, longer = sizes["chosen"].parameters, sizes["timesteps"].parameters
    per_step = now // max(sizes["chosen"].sequence[1], 1)
    why = {
        f"{longer}": gettext("The layer is the same at every timestep: its weights do not depend on their number."),
        f"{now + per_step}": gettext("That would be a layer with weights of its own at each timestep."),
        f"{sizes['units'].parameters}": gettext(
            "That is one more unit, which is a larger state, not a longer sequence."
        ),
        f"{sizes['features'].parameters}": gettext("That is one more feature: a wider input, not a longer one."),
    }
    text = gettext("The layer has {parameters} weights. How many has it with one more timestep?").format(parameters=now)
    return _question(("units", sizes["chosen"]), text, f"{longer}", why)


def helper_question(tried: Tried, gettext: Translate) -> Question:
    """Will Keras take it?"""
    refused = isinstance(tried.result, KerasError)
    yes = gettext("it takes it and returns an array")
    no = gettext("it refuses it with an error")
    made = gettext("it takes it and adds the missing axis itself")
    three = gettext("Any array of three axes is taken, whatever its numbers mean to you.")
    other = gettext("A recurrent layer takes three axes and no other number of them.")
    why = {
        no: other if refused else three,
        yes: three if not refused else other,
        made: gettext("Keras does not guess which axis is missing."),
    }
    text = gettext("What does an LSTM do with an array of the shape {shape}?").format(shape=tried.shape)
    return _question(("helper", tried.shape), text, no if refused else yes, why)


def _question(about: tuple[object, ...], text: str, right: str, why: Mapping[str, str]) -> Question:
    """The options in an order that does not tell: by their text."""
    return Question(about, text, tuple(sorted(why)), right, why)
