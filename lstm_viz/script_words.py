"""What a script says to its reader: the comments and printed words of all scripts that the app writes, in a language.

The scripts themselves are written in English. Here their comments, docstrings and printed words are replaced; the code
stays as it is.
"""

import re
from collections.abc import Iterable
from functools import cache

from lstm_viz.i18n import N_, Translate

COMMENTS = (
    N_("(samples, timesteps, features)"),
    N_("What each sequence reads, (time, features)."),
    N_("Step t reads symbol t and answers symbol t + 1. The first step of each sequence, from 0, whose answer counts:"),
    N_("only read: its answer does not count"),
    N_("or Keras would report the mean of all steps so far"),
    N_("Shorter sequences are padded with zeros at their end; what does not count has no weight."),
    N_("input, forget, candidate, output: memories are kept at first"),
    N_("The gap task: an {first}, then {filler} to the end. The answer after the last step is {last}."),
    N_("In float64: what has vanished may be far below what float32 holds."),
    N_("Forwards, keeping what each step hands to the next."),
    N_("Every step once more, all in one batch, each from the state before it: the Jacobians of single steps."),
    N_("Their products from the end: the gradient of the last state with respect to that of step t."),
    N_("The forget gates alone: their product over the steps after each."),
    N_(
        "The known part in one call. The LSTM keeps its state from call to call, so first it must forget the last "
        "series."
    ),
    N_("From here on it reads what it has just said."),
    N_("The words of the vocabulary. The place of a word is its id."),
    N_("The probabilities of the word after the last one. Each call reads the whole text so far."),
    N_("Not model.predict: compiled for any number of steps, TimeDistributed of Keras 3.15 gives too few of them."),
    N_("The same as softmax(logits / temperature)."),
    N_("What it reads, {axes}."),
    N_("The known part, (timesteps, features)."),
    N_("What it has learned."),
    N_("Keras takes them as they are."),
    N_("each sequence is a sample"),
    N_("each step is a sample of A; by_step_a, by_step_b: of A, of B"),
    N_("one step per call, the state kept from call to call"),
    N_("Readings of each tank: {names}, scaled."),
    N_("Drawn for two groups of tanks and {steps} steps, of which these are the first."),
    N_("Weights as Keras's default initialisers make them, from the same seed."),
    N_("The states carried by hand."),
    N_("What is left in the layer after the last batch: {states}."),
    N_("begin"),
    N_("A stateless model. It learns from windows of {window} steps which reading comes next."),
    N_("Its streaming twin: a batch of 1 sample, 1 step in a call. Keras 2 wrote batch_input_shape=(1, 1, features)."),
    N_("the states are not among the weights"),
    N_("One step at a time; a reset wherever a sequence begins."),
    N_("The same from the stateless model, which reads everything again at every step."),
    N_("What happens without a reset."),
    N_("in the order of time"),
    N_("the next epoch begins the sequences again"),
    N_("and so does predicting"),
    N_("zeros"),
    N_("a batch of one"),
    N_("states are not among them"),
    N_("Number 0 is padding, not a word; 1 is any word that is not in this list."),
    N_("Beside it a bag of words: logistic regression on how often each word occurs."),
    N_("The sentiment so far is what the model says of the words so far."),
    N_("The first time, Keras downloads 17.5 MB."),
    N_("Keras's own initialisers, drawn by numpy: so the seed gives the same weights everywhere."),
    N_("The visitor's file, and what was chosen for it: all else is found in the file."),
    N_("is read again as the page has read it, which needs lstm_viz"),
    N_("Split in time; the scaler knows the training part alone."),
    N_("The model, from weights drawn as Keras draws them."),
    N_("Training; the weights with the least validation loss are taken where there is early stopping."),
    N_("Forecasts: each gives rows that follow windows (windows, look_back, features), scaled."),
    N_("The windows all of whose targets lie in the rows first … end - 1."),
    N_("From each origin on, each reads its own output."),
    N_("The network reads the changes."),
    N_("The network reads the relative changes."),
    N_("Kernels of 0.1 throughout. Keras's own bias is 1 for the forget gate, else 0."),
    N_("Kernels of 0.1 throughout. Keras's own bias is 0."),
    N_("Drawn by numpy as Keras's initialisers do. Keras's own bias is 1 for the forget gate, else 0."),
    N_("Drawn by numpy as Keras's initialisers do. Keras's own bias is 0."),
    N_("The same weights, with everything that such a layer can return."),
    N_("forward and backward"),
    N_("Builds the model, and gives it the weights in {file}. It needs keras and numpy."),
    N_("The float32 array behind a base64 text."),
    # What a line of advice is followed by.
    N_("or interpolate"),
    N_("numbers: keras.layers.Masking(mask_value=0.0)"),
    N_("the forget gate: about as many steps"),
    N_("after every change of trainable"),
    N_("one answer"),
    N_("an answer at each step"),
    N_("len(x) a multiple of {size}"),
    N_("or: other_model.set_weights(model.get_weights())"),
    N_("in place of {name}"),
    N_("ids for an Embedding"),
    N_("without mask_zero"),
    N_("return_sequences=False, before Dense"),
    N_("return_sequences=False, and no Flatten"),
    N_("an answer for each sample"),
    N_("uses cuDNN by itself"),
    N_("units comes first"),
    N_("only where it was True"),
    N_("no graph and no session are needed"),
    N_("weights are set when a layer is built"),
    N_("a layer keeps its own weights"),
    N_("in a layer's build"),
    N_('before the last Dense, instead of "relu"'),
    N_("The same as functions, as tutorials write them."),
    N_("The sequences begin again in each iteration, and so do the states."),
    N_("The loop's layers, for all sines at once and with an answer at each step."),
    N_("As many steps as the page shows, of {batch} sines with random periods and phases."),
    N_("The loop: one series, and only the last answer."),
    N_("The past, (timesteps, features)."),
    N_("The right answer is the input itself. 2500 samples, batch size 64: 40 iterations an epoch."),
    N_("Ten steps of 3000 sines with random periods, phases and amplitudes. 2500 are for training."),
    N_("At each step the right answer is the next value."),
    N_("The encoder returns its hidden state at every step, and its last states, from which the decoder starts."),
    N_("Luong's attention: score = hidden · states, weights = softmax(score), context = weights · states."),
    N_("The answers and the weights after each of several beginnings of one length. 0 is the start, and the end."),
    N_("The beam search; with a width of 1 it is the greedy search."),
    # What makes the series of the page Time series.
    N_("for CuDNNLSTM"),
    N_("for each of the two"),
    N_("ids"),
    N_("not model = model.compile(…)"),
    N_("one-hot"),
    N_("Made-up measurements of tanks, one each hour."),
    N_("The pump runs until the tank is full, then stops until it is nearly empty."),
    N_("A made-up price with a trend, a weekly and a yearly season, and random steps that cannot be predicted."),
    N_("Made-up prices of the days of `daily_price`, which closes each."),
    N_("A quiet series that jumps to 1 every JUMP_PERIOD rows, and falls back to 0 over JUMP_FALL rows."),
    N_("sin(2π · k / period) for k = 0, 1, …; shape (length,)."),
    N_("The tutorial's series sin(π · 2.025 · k) + U[0, 1) for k = 0, 1, …; shape (length,), float32."),
    N_("with a callback that changes it"),
    N_("it returns its output, h and c"),
)
"""Comments and docstrings, marked for the catalogue."""

PRINTED = (
    N_("loss"),
    N_("answers"),
    N_("prediction"),
    N_("step"),
    N_("hidden"),
    N_("last hidden state"),
    N_("last cell state"),
    N_("bag"),
    N_("largest difference"),
    N_("largest difference without a reset"),
    N_("state after the last batch"),
    N_("weights of epoch"),
    N_("pairs"),
    N_("mean error on held-out sines"),
    N_("loss {loss:.9e}"),
    N_("{name}, step {step + 1}: {values[step]:.9e}"),
    N_("{name}: outputs {outputs.ravel().tolist()}"),
    N_("{name}: largest difference {np.abs(outputs - ways['one long sequence']).max():.9g}"),
    N_("greedy search"),
    N_("beam search"),
    N_("attention weights, (decoder step, input step)"),
    N_("after epoch {epoch + 1}: {accuracy:.4f} of the held-out reviews right, loss {loss:.4f} nats"),
)
"""Words in calls of print, marked for the catalogue. What an f-string computes stays as it is."""

_LITERAL = re.compile(r'(?<=[( ])(f?)"([^"]+)"(?=[,)])')


def spoken(code: str, gettext: Translate) -> str:
    """A script whose comments, docstrings and printed words are translated. Those that are not known stay English.

    Args:
        code: The script, in Python.
        gettext: The function that translates an English text.
    """
    return "\n".join(_line(line, gettext) for line in code.split("\n"))


def comments(code: str) -> list[str]:
    """The comments and docstrings of a script, one for each line that has one."""
    return [text for _, text, _ in map(_parts, code.split("\n")) if text]


def _line(line: str, gettext: Translate) -> str:
    before, text, after = _parts(line)
    if text:
        return f"{before}{_translated(text, gettext)}{after}"
    if not line.lstrip().startswith("print("):
        return line
    return _LITERAL.sub(lambda found: f'{found[1]}"{_word(found[2], gettext)}"', line)


def _parts(line: str) -> tuple[str, str, str]:
    """What is before the comment or docstring of a line, its text, and what is after; all empty without one."""
    if found := re.fullmatch(r'(\s*""")(.+)(""")', line):
        return found[1], found[2], found[3]
    before, mark, text = line.rpartition("# ")
    is_comment = mark and (not before.strip() or before.endswith("  "))
    return (before + mark, text, "") if is_comment else ("", "", "")


def _word(text: str, gettext: Translate) -> str:
    return gettext(text) if text in PRINTED else text


def _translated(text: str, gettext: Translate) -> str:
    for template, pattern in _patterns():
        if found := pattern.fullmatch(text):
            return gettext(template).format(**found.groupdict())
    return text


@cache
def _patterns() -> Iterable[tuple[str, re.Pattern[str]]]:
    """Each comment with the expression that finds it, whatever stands in its braces."""
    return [(text, re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(text)))) for text in COMMENTS]
