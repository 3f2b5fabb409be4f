"""The questions of the page Shapes. Right answers are computed; wrong options are common mistakes."""

from collections.abc import Mapping

from lstm_viz.app.language import _
from lstm_viz.app.predict_first import Question
from lstm_viz.comparison import Claim
from lstm_viz.data.series import HOURS
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.shapes.pipeline import Pipeline
from lstm_viz.lessons.shapes.results import Sizes, Tried
from lstm_viz.lessons.shapes.settings import ShapeSettings


def shape_question(settings: ShapeSettings, pipeline: Pipeline) -> Question:
    """Asks for the shape of X."""
    right = str(pipeline.x.shape)
    why = {right: _("Samples, timesteps, features: this is what X.shape says.")}
    for option, reason in _wrong_shapes(settings, pipeline).items():
        why.setdefault(option, reason)
    return _question(("X", settings), _("What is the shape of X?"), right, why)


def _wrong_shapes(settings: ShapeSettings, pipeline: Pipeline) -> dict[str, str]:
    if settings.source == "pair":
        return _wrong_for_pair(pipeline)
    samples, steps = pipeline.block.shape[:2]
    if settings.source == "tanks":
        return {
            f"({samples * HOURS}, 2)": _("That is the table without its first columns: it has no timesteps yet."),
            f"({HOURS}, {samples}, 2)": _("Samples come first: the tanks, not the hours."),
            f"({samples}, 2, {HOURS})": _("Features come last; the hours are the timesteps."),
        }
    if settings.source == "text":
        words = int(pipeline.x.max()) + 1
        return {
            f"({samples}, {steps}, {words})": _(
                "That would be one-hot. Ids stay single numbers; Embedding makes the vectors."
            ),
            f"({steps}, {samples})": _("Samples come first: the sentences, not the words."),
            f"({samples},)": _("Lists of different lengths cannot be an array; padding makes them equally long."),
        }
    return _wrong_for_windows(settings, pipeline)


def _wrong_for_pair(pipeline: Pipeline) -> dict[str, str]:
    steps, symbols = pipeline.made("encoded").shape[1:]
    return {
        f"(2, {steps}, {symbols})": _("That is both sequences, each of them a sample."),
        f"({steps}, 1, {symbols})": _("That is one sequence, each step of it a sample."),
        f"(2, {steps + 1}, {symbols})": _(
            "The last symbol is not read: nothing comes after it that could be a target."
        ),
        f"(2, {steps}, 1)": _("One-hot makes {symbols} features of each symbol.").format(symbols=symbols),
    }


def _wrong_for_windows(settings: ShapeSettings, pipeline: Pipeline) -> dict[str, str]:
    samples, steps, features = pipeline.x.shape
    length = len(pipeline.raw.rows)
    return {
        f"({length // settings.look_back}, {steps}, {features})": _(
            "That would be windows side by side. Here a window begins at every multiple of {stride}, so "
            "windows overlap if that is less than their length."
        ).format(stride=settings.stride),
        f"({samples + settings.horizon}, {steps}, {features})": _(
            "The last window needs a value after it as its target: n − look_back windows, not one more."
        ),
        f"({samples}, {features}, {steps})": _("Timesteps come before features."),
    }


def scaling_question(settings: ShapeSettings, claims: Mapping[str, Claim]) -> Question:
    """Asks which scaler makes the training part depend on the test part."""
    titles = {
        "train": _("the one fitted on the training part"),
        "all": _("the one fitted on everything"),
        "both": _("both"),
        "none": _("neither"),
    }
    changed = [fit for fit, claim in claims.items() if not claim.equal]
    right = {0: "none", 1: changed[0] if changed else "none", 2: "both"}[len(changed)]
    reasons = {
        "train": _("Values that it was not fitted on cannot change it."),
        "all": _("Its mean and standard deviation include the test values."),
        "both": _("A scaler depends only on the data that it was fitted on."),
        "none": _("A scaler depends on all the data that it was fitted on."),
    }
    why = {titles[right]: reasons[right], **{titles[name]: reason for name, reason in reasons.items()}}
    text = _("The values of the test part change. With which scaler do the training inputs change?")
    return _question(("scaling", settings), text, titles[right], why)


def padding_question(settings: ShapeSettings, claims: Mapping[str, Claim]) -> Question:
    """Asks whether padding changes the output, with and without the mask."""
    masked = claims["masked"].equal
    unmasked = claims["unmasked"].equal if "unmasked" in claims else True
    options = {
        (True, False): _("only with the mask"),
        (True, True): _("with and without the mask"),
        (False, False): _("with neither"),
        (False, True): _("only without the mask"),
    }
    reasons = {
        (True, False): _("A masked step is skipped; without the mask the layer reads a word 0 there."),
        (True, True): _(
            "That holds only where nothing is padded: without the mask, a padded step is read like any other."
        ),
        (False, False): _("A masked step repeats the state, so the last output is that of the last real word."),
        (False, True): _("The mask says which steps are real."),
    }
    right = options[masked, unmasked]
    why = {option: reasons[case] for case, option in options.items()}
    text = _("When does the LSTM return for a padded sentence what it returns for the sentence alone?")
    return _question(("padding", settings), text, right, why)


def units_question(sizes: Mapping[str, Sizes]) -> Question:
    """Asks how many parameters the layer has if the sequence is longer."""
    now, longer = sizes["chosen"].parameters, sizes["timesteps"].parameters
    per_step = now // max(sizes["chosen"].sequence[1], 1)
    why = {
        f"{longer}": _("The layer is the same at every timestep: its weights do not depend on their number."),
        f"{now + per_step}": _("That would be a layer with weights of its own at each timestep."),
        f"{sizes['units'].parameters}": _("That is one more unit, which is a larger state, not a longer sequence."),
        f"{sizes['features'].parameters}": _("That is one more feature: a wider input, not a longer one."),
    }
    text = _("The layer has {parameters} parameters. How many does it have with one more timestep?").format(
        parameters=now
    )
    return _question(("units", sizes["chosen"]), text, f"{longer}", why)


def helper_question(tried: Tried) -> Question:
    """Asks whether an LSTM accepts an array of this shape."""
    refused = isinstance(tried.result, KerasError)
    yes = _("it accepts it and returns an array")
    no = _("it raises an error")
    made = _("it accepts it and adds the missing axis itself")
    three = _("Any array of three axes is accepted, whatever its numbers mean to you.")
    other = _("A recurrent layer accepts exactly three axes.")
    why = {
        no: other if refused else three,
        yes: three if not refused else other,
        made: _("Keras does not guess which axis is missing."),
    }
    text = _("What does an LSTM do with an array of the shape {shape}?").format(shape=tried.shape)
    return _question(("helper", tried.shape), text, no if refused else yes, why)


def _question(about: tuple[object, ...], text: str, right: str, why: Mapping[str, str]) -> Question:
    """A question whose options are sorted by their text, so that the order does not give away the answer."""
    return Question(about, text, tuple(sorted(why)), right, why)
