"""The table of errors about shapes, targets, states and arrays, and of those that come with older names.

To add an error: a `Rule` with its wordings, its cases and a message as an example, in front of the rules that would
take the message for theirs, and otherwise after those that people meet more often.
"""

import re
from dataclasses import replace
from math import prod

from lstm_viz.i18n import N_
from lstm_viz.keras_errors.around import AROUND
from lstm_viz.keras_errors.building import BUILDING, LISTS, WHOLE_BATCHES
from lstm_viz.keras_errors.calling import CALLING
from lstm_viz.keras_errors.elsewhere import RUN_ELSEWHERE
from lstm_viz.keras_errors.explanation import Shape, shape_text
from lstm_viz.keras_errors.given import GIVEN, REST
from lstm_viz.keras_errors.graphs import GRAPHS, THEANO
from lstm_viz.keras_errors.layers import LAYERS
from lstm_viz.keras_errors.names import NAMES
from lstm_viz.keras_errors.pytorch import PYTORCH
from lstm_viz.keras_errors.rule import Case, Facts, Rule, number, shape, single
from lstm_viz.keras_errors.training import CELLS, TRAINING

THREE_AXES = N_(
    "A recurrent layer reads three axes, (samples, timesteps, features). This array has {found}: "
    "{given}. Keras cannot know which axis is missing, or which one is too many."
)
CHOOSE_A_LINE = N_("Choose what each size counts, and use the line that makes three axes.")
OLD_LAYER_BEFORE = N_(
    "Choose what each size counts, and use the line that makes three axes. If another recurrent layer comes before "
    "this one, set return_sequences=True there."
)


def _lines_to_three_axes(known: Facts) -> str:
    """A line of code for each way from a shape to (samples, timesteps, features), with the new shape as a comment."""
    given: Shape = known.given
    if not given:
        return "x = np.asarray(x)\nprint(x.shape)"
    if len(given) == 1:
        (count,) = given
        return f"x.reshape(1, {count or -1}, 1)  # (1, {count}, 1)\nx.reshape(-1, 1, 1)  # ({count}, 1, 1)"
    if len(given) == 2:
        first, last = given
        lines = (f"x[np.newaxis]  # (1, {first}, {last})", f"x[:, :, np.newaxis]  # ({first}, {last}, 1)")
        return "\n".join([*lines, f"x[:, np.newaxis]  # ({first}, 1, {last})"])
    return _lines_from_four_axes(given)


def _lines_from_four_axes(given: Shape) -> str:
    first, steps, *rest = given
    if given[0] is not None and None not in given:
        return f"x.reshape({first}, {steps}, {prod(_known(rest))})  # ({first}, {steps}, {prod(_known(rest))})"
    lines = []
    if first is None and len(given) == 4:
        lines = [f"keras.Input(({given[2]}, {given[3]}))"]
        lines += [f"keras.Input(batch_shape={shape_text(given[1:])})"] if steps is not None else []
    return "\n".join([*lines, "keras.layers.TimeDistributed(keras.layers.Flatten())"])


def _known(given: Shape | list[int | None]) -> list[int]:
    return [size or 0 for size in given]


def _fits(expected: Shape, given: Shape) -> bool:
    """Whether an array of one shape can be read where another is expected."""
    return len(expected) == len(given) and all(
        a is None or b is None or a == b for a, b in zip(expected, given, strict=True)
    )


# The layers whose number of axes means something else than a recurrent layer's.
NAMED_LAYER = (
    r"(?:\b(?P<layer>repeat_vector|dense|flatten|conv1d|(?:global_)?(?:max|average)_pooling1d)\w{0,9}'?"
    r"(?: is incompatible with the layer)?: (?:: )?expected (?:min_)?)?"
)
NDIM = rf"{NAMED_LAYER}ndim=(?P<expected>\d),? found ndim=(?P<found>\d{{1,3}})(?!\d)"


def _count_axes(values: dict[str, object]) -> None:
    values.setdefault("layer")
    values.setdefault("index")
    if values["found"] is None:
        values["found"] = len(values["given"]) if isinstance(values["given"], tuple) else 0


AXES = Rule(
    prepare=_count_axes,
    patterns=(
        rf"{NDIM}\.? Full shape received: {shape('given')}",
        rf"{NDIM}(?P<given>)",
        rf"Shape {shape('given')} must have rank at least (?P<expected>3)(?P<found>)",
        rf"ndim=(?P<expected>\d),? (?:was provided with input shape|but previous layer has output_shape) "
        rf"{shape('given')}"
        r"(?P<found>)",
        rf"(?:at index (?P<index>[1-9])\(0-based\)'?, ')?Wrong number of dimensions: expected (?P<expected>\d), got "
        rf"(?P<found>\d{{1,3}}) with shape {shape('given')}",
    ),
    cases=(
        Case(
            N_(
                "Theano counts what it is given from 0, so this is not the first input but most often the targets y. "
                "The model's output has {expected} axes, and y has the shape {given}: one answer for each timestep "
                "against one for each sample, or the other way round."
            ),
            N_("Make the two match: change return_sequences, or give y an answer for each timestep."),
            "LSTM(units)  # an answer for each sample",
            when=lambda m: m.index is not None,
        ),
        Case(
            N_(
                "RepeatVector reads one vector for each sample, (batch, features), and was given an array with {found} "
                "axes: the recurrent layer before it returns an output for each timestep."
            ),
            N_("Let the recurrent layer before it return only its last step: leave return_sequences=False."),
            "LSTM(units)  # return_sequences=False",
            when=lambda m: m.layer == "repeat_vector" and not m.given and m.found > 2,
        ),
        Case(
            N_(
                "In Keras 1, Dense reads two axes, (samples, features), and was given an array with {found}: the "
                "recurrent layer before it returns an output for each timestep."
            ),
            N_(
                "For one answer per sample, leave return_sequences=False. For one per timestep, wrap Dense in "
                "TimeDistributed."
            ),
            "LSTM(units)  # return_sequences=False\nkeras.layers.TimeDistributed(Dense(units))",
            when=lambda m: m.layer == "dense" and m.found > 2,
        ),
        Case(
            N_("Flatten was given one vector for each sample, {found} axes: there is nothing to flatten."),
            N_("Leave Flatten out, or set return_sequences=True in the recurrent layer before it."),
            "LSTM(units, return_sequences=True)",
            when=lambda m: m.layer == "flatten",
        ),
        Case(
            N_(
                "A convolution or a pooling over timesteps reads three axes, (samples, timesteps, features), and was "
                "given an array with {found}."
            ),
            N_(
                "Give a series of single numbers the axis of features. After a recurrent layer, set "
                "return_sequences=True there."
            ),
            "x = x[..., np.newaxis]\nLSTM(units, return_sequences=True)",
            when=lambda m: "1d" in (m.layer or "") and m.found == 2,
        ),
        Case(
            N_(
                "A layer such as RepeatVector reads one vector for each sample, (batch, features). It was given "
                "{given}."
            ),
            N_("Let the recurrent layer before it return only its last step: leave return_sequences=False."),
            "LSTM(units)  # return_sequences=False",
            when=lambda m: m.expected == 2 and m.found > 2 and bool(m.given),
        ),
        Case(
            N_(
                "This layer reads {expected} axes and was given an array with {found}: for Dense that is (samples, "
                "features)."
            ),
            N_("Give a single series an axis of features, or a single sample an axis of samples."),
            "x.reshape(-1, 1)\nx[np.newaxis]",
            when=lambda m: m.expected == 2 and m.found < 2,
        ),
        Case(
            N_("This layer reads {expected} axes, (batch, features), and was given an array with {found}."),
            N_("Let the recurrent layer before it return only its last step: leave return_sequences=False."),
            "LSTM(units)  # return_sequences=False",
            when=lambda m: m.expected == 2,
        ),
        Case(
            N_(
                "A recurrent layer was given {given}: the Input has one open size, as for sequences of ids, and no "
                "features."
            ),
            N_("Put an Embedding before the layer for ids. For numbers, write the features into the Input."),
            "keras.layers.Embedding(words, features)\nkeras.Input((None, features))",
            when=lambda m: m.expected == 3 and m.given == (None, None),
        ),
        Case(
            N_(
                "Inside a model, a recurrent layer was given {given}: one vector for each sample, without "
                "timesteps. It reads (batch, timesteps, features). Usually the recurrent layer before it "
                "returned only its last step, because return_sequences is False by default."
            ),
            N_(
                "Set return_sequences=True in the recurrent layer before it. If an Input comes before it, the "
                "Input lacks an axis: its shape is (timesteps, features), without the batch."
            ),
            "LSTM({given_last}, return_sequences=True)\nkeras.Input(({given_last}, 1))",
            when=lambda m: m.expected == 3 and bool(m.given) and m.given_axes == 2 and m.given[0] is None,
        ),
        Case(
            N_(
                "A recurrent layer reads three axes, (samples, timesteps, features), but here there are {found}: "
                "{given}. The shape of an Input is written without the batch, so one axis too many is often the batch."
            ),
            N_(
                "Leave the number of samples out of the Input's shape; a fixed batch is written as "
                "batch_shape. If the axes are those of pictures, flatten each step into one axis of features. "
                "An Embedding reads ids with two axes, (samples, timesteps)."
            ),
            _lines_to_three_axes,
            when=lambda m: m.expected == 3 and bool(m.given) and m.given_axes > 3 and None in m.given,
        ),
        Case(THREE_AXES, CHOOSE_A_LINE, _lines_to_three_axes, when=lambda m: m.expected == 3 and m.given is not None),
        Case(
            N_(
                "A recurrent layer reads three axes, (samples, timesteps, features), but the array has {found}, so an "
                "axis is missing."
            ),
            OLD_LAYER_BEFORE,
            "x[:, :, np.newaxis]\nx[:, np.newaxis]\nLSTM(units, return_sequences=True)",
            when=lambda m: m.expected == 3 and m.found < 3,
        ),
        Case(
            N_(
                "A recurrent layer reads three axes, (samples, timesteps, features), but the array has {found}. The "
                "shape of an Input is written without the batch, so one axis too many is often the batch."
            ),
            N_("Leave the number of samples out of the Input's shape, or flatten each step into one axis of features."),
            "keras.Input((timesteps, features))\nkeras.layers.TimeDistributed(keras.layers.Flatten())",
            when=lambda m: m.expected == 3,
        ),
        Case(
            N_(
                "A ConvLSTM2D reads five axes, (samples, timesteps, rows, columns, channels), but the array has "
                "{found}. The shape of an Input is written without the samples: the axis too many is often theirs."
            ),
            N_("Leave the number of samples out of the Input's shape, or leave out an axis of size 1."),
            "keras.Input((timesteps, rows, columns, channels))",
            when=lambda m: m.expected == 5 and m.found > 5,
        ),
        Case(
            N_(
                "A ConvLSTM2D reads five axes, (samples, timesteps, rows, columns, channels), but the array has "
                "{found}."
            ),
            N_("Give it the axis that is missing; the shape of an Input is written without the samples."),
            "keras.Input((timesteps, rows, columns, channels))\nx[..., np.newaxis]",
            when=lambda m: m.expected == 5,
        ),
        Case(
            N_("A Conv2D reads four axes, (samples, rows, columns, channels), but the array has {found}."),
            N_("Pictures without a channel need one. For pictures in a sequence, wrap the layer in TimeDistributed."),
            "x[..., np.newaxis]\nkeras.layers.TimeDistributed(keras.layers.Conv2D(filters, 3))",
            when=lambda m: m.expected == 4,
        ),
    ),
    examples=(
        "ValueError: Input 0 is incompatible with layer lstm_1: expected ndim=3, found ndim=2",
        "Exception: Input 0 is incompatible with layer gru_5: expected ndim=3, found ndim=4",
        'ValueError: Input 0 of layer "bidirectional_2" is incompatible with the layer: expected ndim=3, found ndim=2. '
        "Full shape received: (None, 128)",
        "ValueError: Input 0 of layer sequential is incompatible with the layer: : expected min_ndim=3, found ndim=2. "
        "Full shape received: [None, 10]",
        "expected ndim=3, found ndim=2",
        "ValueError: Shape (None, 10) must have rank at least 3",
        "ValueError: Input 0 of layer lstm_3 is incompatible with the layer: expected ndim=3,\n  found ndim=4. Full "
        "shape "
        "received: (None, None, 10, 64)",
        "TypeError: ('Wrong number of dimensions: expected 3, got 2 with shape (32, 10).')",
        'ValueError: Input 0 of layer "dense" is incompatible with the layer: expected min_ndim=2, found ndim=1. Full '
        "shape received: (None,)",
        "Exception: Invalid input shape - Layer expects input ndim=3, was provided with input shape (None, 64)",
        "AssertionError: Incompatible shapes: layer expected input with ndim=2 but previous layer has output_shape "
        "(None, 20, 64)",
        "ValueError: Input 0 is incompatible with layer repeat_vector_19: expected ndim=2, found ndim=3",
        "Exception: Input 0 is incompatible with layer dense_1: expected ndim=2, found ndim=3",
        'ValueError: Input 0 of layer "conv1d" is incompatible with the layer: expected min_ndim=3, found ndim=2. Full '
        "shape received: (None, 178)",
        "ValueError: Input 0 of layer global_max_pooling1d is incompatible with the layer: expected ndim=3, found "
        "ndim=2. Full shape received: [None, 64]",
        "ValueError: Input 0 is incompatible with layer flatten_1: expected min_ndim=3, found ndim=2",
        "TypeError: ('Bad input argument to theano function with name \"models.py:402\"  at index 1(0-based)', 'Wrong "
        "number of dimensions: expected 3, got 2 with shape (9, 30).')",
        "ValueError: Input 0 is incompatible with layer conv_lst_m2d_4: expected ndim=5, found ndim=6",
        "ValueError: Input 0 of layer 'lstm' is incompatible with the layer: expected ndim=3, found ndim=2. Full shape "
        "received: (None, None)",
        'Input 0 of layer "conv_lstm2d" is incompatible with the layer: expected ndim=5, found ndim=4. Full shape '
        "received: (None, 10, 64, 64)",
    ),
)

LOSS = N_(
    "The loss compares the targets y with the model's output, number by number: y has the shape {target}, the "
    "output {output}."
)
ONE_OR_MANY = N_(
    "One of the two has an answer for each timestep, the other one for each sample. For one answer "
    "per sample, leave return_sequences=False. For one per timestep, set return_sequences=True and "
    "give y an axis of timesteps."
)
BATCH_IS_SHORT = N_(
    "The last batch has fewer samples than the batch that a stateful model was built for: {target} and {output} differ "
    "in the first axis alone, so the layers are right."
)
FILL_BATCHES = N_(
    "Leave out the samples that do not fill a batch, also those that validation_split takes, or choose a batch size "
    "that divides the number of samples."
)


def _two(m: Facts, target: int, output: int) -> bool:
    return bool(m.target_axes == target and m.output_axes == output)


def _only_batch_differs(m: Facts) -> bool:
    sizes = (m.target[:1], m.output[:1])
    return (
        sizes[0] != sizes[1]
        and (None,) not in sizes
        and m.target_axes == m.output_axes
        and m.target_rest == m.output_rest
    )


def _batch(m: Facts) -> int:
    """The size of a whole batch: the larger of the two sizes that differ."""
    return max(max(pair) for pair in zip(m.target, m.output, strict=True) if pair[0] != pair[1])


# The losses of Keras 3, as the nodes of its graph name them, for which y holds no classes.
REGRESSION = ("mse", "mae", "mape", "msle", "mean_squared_error", "mean_absolute_error", "huber", "log_cosh")
LOSS_CASES = (
    Case(
        BATCH_IS_SHORT,
        FILL_BATCHES,
        lambda m: WHOLE_BATCHES.format(_batch(m)),
        when=_only_batch_differs,
    ),
    Case(
        LOSS,
        N_(
            "There are two usual causes. If y holds class numbers and the last layer has a unit for each class, use a "
            "loss that takes class numbers. If the last layer is Dense(1) and {output_last} is the number of "
            "timesteps (Keras leaves an axis of size 1 out of this message), the recurrent layer returns an answer "
            "for each timestep: leave return_sequences=False."
        ),
        'loss="sparse_categorical_crossentropy"\nLSTM(units)  # return_sequences=False',
        when=lambda m: (
            (m.target_axes == 1 or m.target_rest == (1,))
            and m.output_axes == 2
            and (m.output_last or 0) > 1
            and getattr(m, "loss", None) not in REGRESSION
        ),
    ),
    Case(
        LOSS,
        N_(
            "y has a number for each timestep. Give it an axis for the one number that the output has at each timestep."
        ),
        "y = y[..., np.newaxis]",
        when=lambda m: _two(m, 2, 3) and m.target[1] == m.output[1] and m.output_last == 1,
    ),
    Case(
        LOSS,
        N_(
            "y holds a class number for each timestep: use a loss that takes class numbers, or make the "
            "targets one-hot."
        ),
        'loss="sparse_categorical_crossentropy"',
        when=lambda m: _two(m, 2, 3) and m.target[1] == m.output[1] and m.output[1] is not None,
    ),
    Case(
        LOSS,
        ONE_OR_MANY,
        "LSTM(units)  # return_sequences=False",
        when=lambda m: m.output_axes == 3 and m.target_axes < 3,
    ),
    Case(
        LOSS,
        N_("y has an axis of size 1 at the end that the output does not have. Leave it out."),
        "y = y[..., 0]",
        when=lambda m: _two(m, 3, 2) and m.target_last == 1 and m.target[1] == m.output[1] != 1,
    ),
    Case(LOSS, ONE_OR_MANY, "LSTM(units, return_sequences=True)", when=lambda m: _two(m, 3, 2)),
    Case(
        LOSS,
        ONE_OR_MANY,
        "LSTM(units)  # return_sequences=False\ny = y[:, 0]",
        when=lambda m: _two(m, 3, 3) and m.target[1] == 1 != m.output[1],
    ),
    Case(
        LOSS,
        N_(
            "y holds a class number for each timestep: use a loss that takes class numbers, or make the "
            "targets one-hot."
        ),
        'loss="sparse_categorical_crossentropy"',
        when=lambda m: _two(m, 3, 3) and m.target[1] == m.output[1] and m.target_last == 1 < (m.output_last or 0),
    ),
    Case(
        LOSS,
        N_("The output has an answer for each timestep of X: y needs as many answers."),
        "y = y[:, :{output[1]}]",
        when=lambda m: _two(m, 3, 3) and (m.target[1] or 0) > (m.output[1] or 0) > 0,
    ),
    Case(
        LOSS,
        N_("The output has an answer for each timestep of X: y needs as many answers."),
        "print(x.shape, y.shape)",
        when=lambda m: _two(m, 3, 3) and m.target[1] != m.output[1],
    ),
    Case(
        LOSS,
        N_(
            "The output has one number, a target has {target_last}. To predict them all, give the last layer as many "
            "units; if y is one-hot, with softmax and categorical_crossentropy. To predict one, keep one column of y."
        ),
        'Dense({target_last})\nDense({target_last}, activation="softmax")  # loss="categorical_crossentropy"\n'
        "y = y[:, :1]",
        when=lambda m: _two(m, 2, 2) and m.output_last == 1 and (m.target_last or 0) > 1,
    ),
    Case(
        LOSS,
        N_("Let the last layer return as many numbers as a target has, or change y to the output's shape."),
        "Dense({target_last})",
        when=lambda m: m.target_axes == m.output_axes > 1 and (m.target_last or 0) > 1,
    ),
    Case(
        LOSS,
        N_("y lacks the axis of samples: make an array of it. A dataset gives single samples until it is batched."),
        "y = np.asarray(y).reshape(-1, 1)\ndataset = dataset.batch(32)",
        when=lambda m: m.target == (),
    ),
    Case(
        LOSS,
        N_("y lacks the axis of the one number that the output has for each sample."),
        "y = np.asarray(y).reshape(-1, 1)",
        when=lambda m: _two(m, 1, 2) and m.output_last == 1,
    ),
    Case(
        LOSS,
        N_("Let the last layer return as many numbers as a target has, or change y to the output's shape."),
        "Dense(1)",
        when=lambda m: m.target_axes == 1,
    ),
    Case(
        LOSS,
        N_("Let the last layer return as many numbers as a target has, or change y to the output's shape."),
        "print(y.shape, model.output_shape)",
    ),
)


def _with_batch(*names: str):
    """Keras 2.2 and later left the batch out of the shapes of this message, Keras 1 and 2.0 did not."""

    def prepare(values: dict[str, object]) -> None:
        first, second = (values[name] for name in names)
        if isinstance(first, tuple) and isinstance(second, tuple) and first[:1] != (None,):
            values.update({names[0]: (None, *first), names[1]: (None, *second)})

    return prepare


CHECKING = r"checking (?:model )?"
LAST = r"(?:(?P<recurrent>lstm|gru|simple_rnn|bidirectional)|\S)"
CHECKED_TARGET = Rule(
    (
        rf"{CHECKING}target: expected {LAST}\S{{0,80}} to have shape {shape('output')},? but got array with shape "
        rf"{shape('target')}",
        rf"(?<!input: )(?<!checking : )expected "
        rf"(?:(?P<recurrent>lstm|gru)|dense|activation|time_distributed)_?\d{{0,4}} to "
        rf"have "
        rf"shape {shape('output')},? but got array with shape {shape('target')}",
    ),
    (
        Case(
            N_(
                "The last layer of the model is the recurrent one, so its output has a number for each of its units: "
                "{output}. The targets y have the shape {target}."
            ),
            N_("Add a Dense layer that returns as many numbers as a target has."),
            "Dense({target_last})",
            when=lambda m: bool(m.recurrent) and m.target_axes == m.output_axes and m.target_last != m.output_last,
        ),
        *LOSS_CASES,
    ),
    prepare=_with_batch("output", "target"),
    examples=(
        "ValueError: Error when checking target: expected dense_9 to have shape (1,) but got array with shape (5,)",
        "Exception: Error when checking model target: expected dense_2 to have shape (None, 10) but got array with "
        "shape (60000, 1)",
        "ValueError: Error when checking target: expected activation_3 to have shape (46,) but got array with shape "
        "(1,)",
        "ValueError: Error when checking target: expected lstm_2 to have shape (100,) but got array with shape (1,)",
        "expected dense_16 to have shape (1,) but got array with shape (3,)",
        "Error when checking target: expected time_distributed_1 to have shape (20, 1) but got array with shape (10, "
        "1)",
    ),
)
TARGET_AXES = Rule(
    (
        rf"{CHECKING}target: expected \S{{1,80}} to have {number('count')} dimensions.{{0,80}}?shape {shape('target')}",
        rf"(?<!input: )(?<!checking : )expected (?:dense|activation|time_distributed|lstm|gru)_?\d{{0,4}} to have "
        rf"{number('count')} dimensions.{{0,80}}?shape {shape('target')}",
    ),
    (
        Case(
            N_(
                "The model's output has {count} axes, but the targets y have the shape {target}. With "
                "return_sequences=True in the last recurrent layer there is an output for each timestep; "
                "without it, there is one for each sample."
            ),
            N_("Make the two match: change return_sequences, or give y an answer for each timestep."),
            "LSTM(units)  # an answer for each sample",
            when=lambda m: m.count > m.target_axes,
        ),
        Case(
            N_(
                "The model's output has {count} axes, but the targets y have the shape {target}. With "
                "return_sequences=True in the last recurrent layer there is an output for each timestep; "
                "without it, there is one for each sample."
            ),
            N_("Make the two match: set return_sequences=True, or leave out the axis of y that is too many."),
            "LSTM(units, return_sequences=True)\ny = y.reshape(len(y), -1)",
        ),
    ),
    examples=(
        "ValueError: Error when checking target: expected dense_1 to have 3 dimensions, but got array with shape "
        "(50, 1)",
        "ValueError: Error when checking model target: expected activation_1 to have 2 dimensions, but got array with "
        "shape (100, 20, 1)",
    ),
)
OWN_LOSS = Rule(
    (
        rf"Incompatible shapes: {shape('given')} vs\. {shape('wanted')}[\s\S]{{0,200}}node "
        r"[\w/]{0,80}loss\w{0,20}/(?:mul|sub|add|truediv)",
    ),
    (
        Case(
            N_(
                "The loss combines two tensors number by number, and one of them has an axis of size 1 at the end that "
                "the other has not: their shapes are {given} and {wanted}."
            ),
            N_("Compare the shape of the output with that of y: give y this axis, or leave it out of y."),
            "print(y.shape, model.output_shape)\ny = y[..., np.newaxis]\ny = y[..., 0]",
            when=lambda m: m.given == (*m.wanted, 1) or m.wanted == (*m.given, 1),
        ),
    ),
    ("InvalidArgumentError: Incompatible shapes: [64,30] vs. [64,30,1]\n\t [[node custom_loss/mul ]]",),
)
DIFFERENT_TARGETS = Rule(
    (
        rf"must have the same (?:shape|rank \(ndim\))\. Received: target\.shape={shape('target')}, "
        rf"output\.shape={shape('output')}",
        rf"compile_loss/(?P<loss>\w{{1,40}}+)[^']{{0,400}}' with input shapes: {shape('target')}, {shape('output')}",
        rf"compile_loss/(?P<loss>\w{{1,40}}+)[\s\S]{{0,8000}}Incompatible shapes: {shape('target')} vs\. "
        rf"{shape('output')}",
        rf"(?:SquaredDifference|mean_\w{{1,40}}/\w{{1,40}})[^']{{0,200}}' \(op: '\w{{1,40}}'\) with input shapes: "
        rf"{shape('output')}, {shape('target')}",
        rf"'[^']{{0,200}}SquaredDifference[^']{{0,200}}' with input shapes: {shape('output')}, {shape('target')}",
        rf"Incompatible shapes: {shape('output')} vs\. "
        rf"{shape('target')}[\s\S]{{0,400}}(?:SquaredDifference|mean_(?:squared|absolute)|loss)",
        rf"'[^']{{0,200}}node \w{{0,40}}/?Equal[^']{{0,300}}' with input shapes: {shape('target')}, {shape('output')}",
        rf"Cannot feed value of shape {shape('target')} for Tensor '[^']{{1,80}}target[^']{{0,20}}', which has shape "
        rf"'{shape('output')}'",
        rf"A target array with shape {shape('target')} was passed for an output of shape {shape('output')}",
        rf"'?logits'? and '?labels'? must have the same shape,?(?: received)? \(?{shape('output')} vs\.? "
        rf"{shape('target')}",
        rf"logits and labels must be (?:broadcastable|same size): logits_size={shape('output')} "
        rf"labels_size={shape('target')}",
        rf"Shapes {shape('target')} and {shape('output')} must have the same rank",
        rf"received \({shape('output')} vs\.? {shape('target')}\)",
        rf"target\.shape={shape('target')}, output\.shape={shape('output')}",
    ),
    LOSS_CASES,
    examples=(
        "ValueError: Cannot feed value of shape (32, 1) for Tensor 'dense_1_target:0', which has shape '(?, 10)'",
        "ValueError: A target array with shape (1000, 3) was passed for an output of shape (None, 1) while using as "
        "loss `binary_crossentropy`. This loss expects targets to have the same shape as the output.",
        "ValueError: `logits` and `labels` must have the same shape, received ((None, 20, 1) vs (None, 1)).",
        "ValueError: logits and labels must have the same shape ((None, 10) vs (None, 1))",
        "InvalidArgumentError: Incompatible shapes: [32,10] vs. [32,4]\n\t [[node "
        "mean_squared_error/SquaredDifference]]",
        "InvalidArgumentError: logits and labels must be broadcastable: logits_size=[32,10] labels_size=[32,5]",
        "ValueError: Shapes (None,) and (None, 1) must have the same rank",
        "ValueError: `logits` and `labels` must have the same shape, received ((None, 1) vs ()).",
    ),
)


def _times(values: dict[str, object]) -> None:
    """How many rows of the output there are for each of the targets; 0 if that is no whole number."""
    sizes = [each[0] for each in (values["output"], values["target"]) if isinstance(each, tuple) and each]
    is_whole = len(sizes) == 2 and None not in sizes and 0 not in sizes and sizes[0] % sizes[1] == 0
    values["times"] = sizes[0] // sizes[1] if is_whole else 0


STEPS_IN_ROWS = Rule(
    (
        rf"logits and labels must be (?:broadcastable|same size): logits_size={shape('output')} "
        rf"labels_size={shape('target')}",
    ),
    (
        Case(
            N_(
                "For each answer in the targets there are {times} in the output, with all timesteps below each other: "
                "the model answers at each of {times} timesteps, and the targets have one answer for each sample."
            ),
            N_(
                "For one answer per sample, leave return_sequences=False in the last recurrent layer. For one per "
                "timestep, give y an answer for each."
            ),
            "LSTM(units)  # return_sequences=False",
            when=lambda m: m.times > 2 and m.output_axes == 2,
        ),
    ),
    ("InvalidArgumentError: logits and labels must be broadcastable: logits_size=[320,5] labels_size=[32,5]",),
    prepare=_times,
)

SAMPLE_WEIGHTS = single(
    N_(
        "sample_weight multiplies the losses: there is one loss for each sample, or with "
        "return_sequences=True one for each timestep. The shape of sample_weight is different."
    ),
    N_("Give it the shape (samples,) or (samples, timesteps)."),
    "model.fit(x, y, sample_weight=weights)",
    (rf"compile_loss/(?:{'|'.join(REGRESSION)}|sparse_categorical_crossentropy)/mul(?:/|\}}\}})",),
    "InvalidArgumentError: Incompatible shapes: [8] vs. [8,4]\n\t [[{{node "
    "gradient_tape/compile_loss/mse/mul/BroadcastGradientArgs}}]]",
    "ValueError: Dimensions must be equal, but are 4 and 3 for '{{node compile_loss/mse/mul}} = "
    "Mul[T=DT_FLOAT](compile_loss/mse/Mean, data_2)' with input shapes: [?,4], [?,3].",
)


def _of_weights(m: Facts) -> bool:
    """Whether two shapes may as well be those of weights: of a batch, the sizes are open or the last one is 1."""
    is_known = None not in (*m.target, *m.output) and m.target_axes == m.output_axes
    return is_known and 1 not in (m.target_last, m.output_last)


INCOMPATIBLE = Rule(
    (rf"Shapes {shape('target')} and {shape('output')} are incompatible",),
    (
        Case(
            N_(
                "Two shapes do not fit: {target} and {output}. In fit they are those of y and of the model's output; "
                "in load_weights those of a weight in the model and in the file."
            ),
            N_(
                "In fit, let the last layer return as many numbers as a target has. In load_weights, build the model "
                "as it was when it was saved: with as many units, and as many words."
            ),
            "print(y.shape, model.output_shape)\nmodel.summary()",
            when=_of_weights,
        ),
        Case(
            N_(
                "Two shapes do not fit: {target} and {output}. Most often the longer one is the model's output, with "
                "{target_last} classes at each timestep, and y has one class number at each timestep where the loss "
                "expects one-hot targets."
            ),
            N_(
                "y holds a class number for each timestep: use a loss that takes class numbers, or make the "
                "targets one-hot."
            ),
            'loss="sparse_categorical_crossentropy"\ny = keras.utils.to_categorical(y, num_classes={target_last})',
            when=lambda m: m.target_axes == 3 and m.target[:2] == m.output and (m.target_last or 0) > 1,
        ),
        *(
            Case(
                case.meaning,
                case.cure,
                case.code,
                when=lambda m, case=case: m.target[:1] == m.output[:1] and case.when(m),  # type: ignore[misc]
            )
            for case in LOSS_CASES
        ),
    ),
    examples=(
        "ValueError: Shapes (None, 1) and (None, 7) are incompatible",
        "    ValueError: Shapes (None, 3) and (None, 30, 3) are incompatible",
        "Shapes (32, 1) and (32, 46) are incompatible",
        "ValueError: Shapes (256, 358) and (256, 359) are incompatible",
        "ValueError: Shapes (1, 512) and (1, 1024) are incompatible",
        "ValueError: Shapes (None, None) and (None, None, 20) are incompatible",
        "Shapes (64, 100, 332) and (64, 100) are incompatible",
    ),
)
BATCH_ALONE = Rule(
    (
        rf"Incompatible shapes: {shape('target')} vs\. {shape('output')}",
        rf"Specified a list with shape {shape('target')} from a tensor with shape {shape('output')}",
        rf"Invalid input_h shape: {shape('target')} {shape('output')}",
        rf"must have the same size and shape\. Input 0: {shape('target')} != input 1: {shape('output')}",
        rf"Dimension 0 in both shapes must be equal, but are .{{0,40}} Shapes are {shape('target')} and "
        rf"{shape('output')}",
        rf"args to gemm {shape('target')}x\([\d,]{{1,30}}\)->{shape('output')}",
    ),
    (
        Case(
            N_(
                "The shapes {target} and {output} differ only in the number of samples, so the layers are "
                "right. One is the batch that a stateful model or an initial_state was built for; the other "
                "is the batch that was given: a last batch that is not full, or a different batch_size in "
                "predict."
            ),
            N_(
                "Always give it batches of the size that it was built for, and leave out the samples that do not fill "
                "one. For another batch size, build a second model and copy the weights. An initial_state needs a row "
                "for each sample."
            ),
            WHOLE_BATCHES.format("model.input_shape[0]") + "\nother_model.set_weights(model.get_weights())",
            when=lambda m: (
                m.target_axes == m.output_axes > 1
                and (m.target_axes < 3 or m.target[0] == m.output[0])
                and None not in (*m.target, *m.output)
                and [a == b for a, b in zip(m.target, m.output, strict=True)].count(False) == 1
                and m.target_last == m.output_last
            ),
        ),
        Case(
            LOSS,
            LOSS_CASES[1].cure,
            LOSS_CASES[1].code,
            when=lambda m: _two(m, 1, 2) and m.target[0] == m.output[0] and (m.output_last or 0) > 1,
        ),
    ),
    examples=(
        "InvalidArgumentError: Incompatible shapes: [64,128] vs. [17,128]\n [[{{node sequential/lstm/add}}]]",
        "InvalidArgumentError: Specified a list with shape [32,10] from a tensor with shape [16,10]",
        "Invalid input_h shape: [1,64,50] [1,10,50]",
        "InvalidArgumentError: Inputs to operation while/Select_1 of type Select must have the same size and shape. "
        "Input 0: [32,50] != input 1: [16,50]",
        "InvalidArgumentError: Dimension 0 in both shapes must be equal, but are 32 and 10. Shapes are [32,128] and "
        "[10,128].",
        "ValueError: dimension mismatch in args to gemm (128,512)x(512,512)->(1,512)",
        "InvalidArgumentError: Incompatible shapes: [32] vs. [32,10]",
    ),
)


def _other_steps(m: Facts) -> bool:
    """Whether class numbers for each timestep are for another number of timesteps than the output's."""
    if (m.target_axes, m.output_axes) != (2, 3) or None in (m.target[1], m.output[1]):
        return False
    return bool(1 < m.target[1] != m.output[1] > 0)


SPARSE = Rule(
    (
        rf"must have rank \(ndim\) 'target\.ndim - 1'\. Received: target\.shape={shape('target')}, "
        rf"output\.shape={shape('output')}",
        rf"up until the last dimension: target\.shape={shape('target')}, output\.shape={shape('output')}",
        rf"shape of labels \(received (?!\(\d+,\)){shape('target')}\) should equal the shape of logits except for the "
        rf"last dimension \(received {shape('output')}\)",
    ),
    (
        Case(
            N_(
                "Each timestep of the output needs one class number. Here y has the shape {target}, {target[1]} "
                "timesteps, and the output has the shape {output}, {output[1]} timesteps."
            ),
            N_(
                "Give both the same length: pad the targets, and in a decoder shift them by one step without "
                "shortening them."
            ),
            lambda m: (
                f'y = keras.utils.pad_sequences(y, maxlen={m.output[1]}, padding="post")'
                if m.target[1] < m.output[1]
                else "print(x.shape, y.shape, model.output_shape)"
            ),
            when=_other_steps,
        ),
        Case(
            N_(
                "y holds one class number for each sample, {target}, but the output has an answer for each timestep: "
                "{output}."
            ),
            N_("For one answer per sample, leave return_sequences=False in the last recurrent layer."),
            "LSTM(units)  # return_sequences=False",
            when=lambda m: m.output_axes == 3 and (m.target_axes == 1 or m.target_rest == (1,)),
        ),
        Case(
            N_(
                "sparse_categorical_crossentropy expects a class for each answer. Here y has the shape "
                "{target}, and the output has the shape {output}."
            ),
            N_("Without its last axis, the classes, the output must have the same shape as y."),
            "print(y.shape, model.output_shape)",
            when=lambda m: m.target_last != m.output_last,
        ),
        Case(
            N_(
                "sparse_categorical_crossentropy expects whole numbers in y, one class for each answer. Here y "
                "has the shape {target} and the output has the shape {output}: y is one-hot, or its number of "
                "timesteps differs."
            ),
            N_("For one-hot targets use categorical_crossentropy, or turn the targets into class numbers."),
            'loss="categorical_crossentropy"\ny = y.argmax(axis=-1)',
        ),
    ),
    examples=(
        "ValueError: Arguments `target` and `output` must have the same shape up until the last dimension: "
        "target.shape=(None, 20), output.shape=(None, 30, 5000)",
        "ValueError: Shape mismatch: The shape of labels (received (32, 20)) should equal the shape of logits except "
        "for the last dimension (received (32, 30, 5000)).",
    ),
)
FIRST_DIMENSION = Rule(
    (
        rf"got logits shape {shape('output')} and labels shape "
        rf"{shape('target')}",
        rf"labels\.shape={shape('target')} and logits\.shape={shape('output')}",
        rf"shape of labels \(received {shape('target')}\) should equal the shape of logits except for the last "
        rf"dimension \(received {shape('output')}\)",
    ),
    (
        Case(
            N_(
                "sparse_categorical_crossentropy expects one class number for each answer. The output has {output[0]} "
                "answers with {output_last} classes each, y has {target[0]} numbers: y is one-hot."
            ),
            N_("For one-hot targets use categorical_crossentropy, or turn the targets into class numbers."),
            'loss="categorical_crossentropy"\ny = y.argmax(axis=-1)',
            when=lambda m: m.target[0] == (m.output[0] or 0) * (m.output_last or 0),
        ),
        Case(
            N_(
                "Over all timesteps of a batch, the output has {output[0]} answers and y has {target[0]} "
                "class numbers: their numbers of timesteps differ."
            ),
            N_(
                "Give both the same length: pad the targets, and in a decoder shift them by one step without "
                "shortening them."
            ),
            "print(y.shape, model.output_shape)",
            when=lambda m: (
                None not in (m.output[0], m.target[0])
                and min(m.output[0], m.target[0]) > 0
                and max(m.output[0], m.target[0]) % min(m.output[0], m.target[0]) > 0
            ),
        ),
        Case(
            N_(
                "sparse_categorical_crossentropy expects one class number for each answer. The output has {output[0]} "
                "answers, y has {target[0]} numbers."
            ),
            ONE_OR_MANY,
            "LSTM(units)  # return_sequences=False",
            when=lambda m: (m.output[0] or 0) > (m.target[0] or 0),
        ),
        Case(
            N_(
                "sparse_categorical_crossentropy expects one class number for each answer. The output has {output[0]} "
                "answers, y has {target[0]} numbers."
            ),
            ONE_OR_MANY,
            "LSTM(units, return_sequences=True)",
        ),
    ),
    prepare=lambda values: values.update(
        {name: size or (None,) for name, size in values.items() if isinstance(size, tuple)}
    ),
    examples=(
        "logits and labels must have the same first dimension, got logits shape [192,10] and labels shape [32]",
        "InvalidArgumentError: logits and labels must have the same first dimension, got logits shape [960,5000] and "
        "labels shape [640]",
        "ValueError: `labels.shape` must equal `logits.shape` except for the last dimension. Received: "
        "labels.shape=(640,) and logits.shape=(960, 10)",
        "InvalidArgumentError: logits and labels must have the same first dimension, got logits shape [32,10] and "
        "labels "
        "shape [320]\n\t [[node sparse_categorical_crossentropy/SparseSoftmaxCrossEntropyWithLogits]]",
    ),
)
CLASS_MATRIX = Rule(
    (rf"passing a target array of shape {shape('target')} while using as loss 'categorical_crossentropy'",),
    (
        Case(
            N_("y holds class numbers, {target}, but categorical_crossentropy expects one column for each class."),
            N_("Use the loss for class numbers, or make y one-hot. The last layer needs a unit for each class."),
            'loss="sparse_categorical_crossentropy"\ny = keras.utils.to_categorical(y)',
        ),
    ),
    examples=("You are passing a target array of shape (1500, 1) while using as loss `categorical_crossentropy`.",),
)
SQUEEZE = Rule(
    (rf"Can not squeeze dim\[[1-9]\], expected a dimension of 1, got {number('classes')}",),
    (
        Case(
            N_("sparse_categorical_crossentropy expects class numbers, but y has {classes} columns: it is one-hot."),
            N_("For one-hot targets use categorical_crossentropy, or turn the targets into class numbers."),
            'loss="categorical_crossentropy"\ny = y.argmax(axis=-1)',
        ),
    ),
    examples=("InvalidArgumentError: Can not squeeze dim[1], expected a dimension of 1, got 10",),
)
CLASS_RANGE = Rule(
    (
        rf"label value of {number('given')} which is outside the valid range of \[0, {number('count')}\)",
        r"'labels' contains negative values.{0,200}?\] (?:= )?\[(?P<given>-\d{1,6})(?P<count>)",
    ),
    (
        Case(
            N_("A target is class {given}, but the classes are counted from 0."),
            N_("Number the classes from 0. A label of −1 and 1 becomes 0 and 1."),
            "classes, y = np.unique(y, return_inverse=True)",
            when=lambda m: m.given < 0,
        ),
        Case(
            N_("A target is class {given}, but the model's output has room for {count}, 0 to {count_less}."),
            N_("The last layer needs a unit for each class: the largest number in y plus 1."),
            "Dense({given_more})",
        ),
    ),
    examples=(
        "Received a label value of 10 which is outside the valid range of [0, 10).  Label values: 3 10 2",
        "InvalidArgumentError: assertion failed: [`labels` contains negative values] [Condition x >= 0 did not hold "
        "element-wise:] [x (Reshape_10:0) = ] [-1 2 2...]",
    ),
)


def _other_counts(values: dict[str, object]) -> None:
    """The samples of further inputs: ", 3, 4"."""
    counts = [int(count) for count in str(values["others"] or "").split(",") if count.strip()]
    values.update(counts=counts, others=", ".join(map(str, counts)))


CARDINALITY = Rule(
    (
        rf"Data cardinality is ambiguous.{{0,200}}?'?x'? sizes: {number('inputs')}(?P<others>).{{0,20}}?'?y'? sizes: "
        rf"{number('targets')}, (?P<listed>\d)",
        rf"Data cardinality is ambiguous.{{0,200}}?'?x'? sizes: {number('inputs')}(?P<others>(?:, "
        rf"\d{{1,12}}+){{0,20}}+).{{0,20}}?'?y'? sizes: {number('targets')}",
        rf"Found {number('inputs')} input samples and {number('targets')} target samples(?P<others>)",
        rf"inconsistent numbers of samples: \[{number('inputs')}, {number('targets')}\](?P<others>)",
    ),
    prepare=_other_counts,
    cases=(
        Case(
            N_("The inputs of the model have different numbers of samples: {inputs}, then {others}. y has {targets}."),
            N_("Every input needs the same samples: compare the first axis of each."),
            "print([len(part) for part in x], len(y))",
            when=lambda m: bool(set(m.counts) - {m.inputs}),
        ),
        Case(
            N_("y is a Python list, and Keras takes a list to mean several outputs."),
            N_("Make one array of it."),
            "y = np.array(y)",
            when=lambda m: getattr(m, "listed", None) is not None,
        ),
        Case(
            N_(
                "Samples in X: {inputs}; in y: {targets}. One of the two is empty: no window was cut, or no file was "
                "read."
            ),
            N_("Check the shapes. A look_back longer than the series leaves no window."),
            "print(x.shape, y.shape)",
            when=lambda m: 0 in (m.inputs, m.targets),
        ),
        Case(
            N_("x and y have {inputs} samples each, but sample_weight has another number."),
            N_("Each sample needs one weight."),
            "model.fit(x, y, sample_weight=np.ones(len(x)))",
            when=lambda m: m.inputs == m.targets,
        ),
        Case(
            N_("Samples in X: {inputs}; in y: {targets}. Each sample needs one target."),
            N_(
                "Compare the first axis of both. A series of n values has n − look_back windows with a value "
                "after them: the targets begin at position look_back."
            ),
            "y = series[look_back:]",
        ),
    ),
    examples=(
        "ValueError: Data cardinality is ambiguous:\n  x sizes: 90\n  y sizes: 100\nPlease provide data which shares "
        "the "
        "same first dimension.",
        "ValueError: Input arrays should have the same number of samples as target arrays. Found 1 input samples and "
        "990 target samples.",
        "ValueError: Found input variables with inconsistent numbers of samples: [100, 97]",
        "ValueError: Data cardinality is ambiguous:\n  x sizes: 0\n  y sizes: 25000\nMake sure all arrays contain the",
        "ValueError: Data cardinality is ambiguous:\n  x sizes: 100\n  y sizes: 1, 1, 1, 1, 1, 1, 1",
        "ValueError: Data cardinality is ambiguous. Make sure all arrays contain the same number of samples.'x' sizes: "
        "4\n'y' sizes: 4\n'sample_weight' sizes: 3",
    ),
)

FEATURES = N_(
    "The weights were made for inputs with features={wanted}, but this input has features={given}. "
    "The last axis is the features; their number is fixed when the layer is built. The number of "
    "timesteps is not."
)
MATMUL = rf"Dimensions must be equal, but are {number('given')} and {number('wanted')} for '[^']{{0,400}}MatMul"
MATRICES = (
    rf"Matrix size-incompatible: In\[0\]: \[\d{{1,12}},{number('given')}\], In\[1\]: \[{number('wanted')},\d{{1,12}}\]"
)
# The same in JAX, and in PyTorch where Keras calls it.
DOT = rf"contracting dimensions to have the same shape, got \({number('given')},\) and \({number('wanted')},\)"
KERAS_CALL = r"Exception encountered when calling .{1,60}\(\)\..{0,20}"
PRODUCT_OF_TORCH = (
    rf"{KERAS_CALL}mat1 and mat2 shapes cannot be multiplied \(\d{{1,12}}x{number('given')} and {number('wanted')}x"
)
GIVEN_INPUTS = (
    rf"[\s\S]{{0,4000}}?(?:inputs|sequences)=(?:tf\.Tensor|jnp\.ndarray|torch\.Tensor)\(shape={shape('inputs')}"
)
STATE_SIZE = Rule(
    (
        rf"{MATMUL}{GIVEN_INPUTS}",
        rf"{MATRICES}{GIVEN_INPUTS}",
        rf"{DOT}{GIVEN_INPUTS}",
        rf"{PRODUCT_OF_TORCH}{GIVEN_INPUTS}",
        # The second product of a step is the one with the state, whose weights have 1, 3 or 4 blocks of units.
        rf"{MATMUL}_1[^']{{0,400}}'.{{0,60}}shapes: \[[^\]]{{0,40}}\], \[\d{{1,12}},{number('blocks')}\]",
    ),
    (
        Case(
            N_("The layer has units={wanted}, but the state it was given has size {given} for each sample."),
            N_("Each state has the shape (batch, units). Use the states of a layer with the same units."),
            "h = np.zeros((batch_size, {wanted}))",
            when=lambda m: (
                m.inputs_last != m.given
                if hasattr(m, "inputs_last")
                else m.blocks in (m.wanted, 3 * m.wanted, 4 * m.wanted)
            ),
        ),
    ),
    examples=(
        "ValueError: Dimensions must be equal, but are 256 and 128 for '{{node decoder/MatMul_1}} = MatMul[T=DT_FLOAT, "
        "transpose_a=false](init_h, decoder/MatMul_1/ReadVariableOp)' with input shapes: [?,256], [128,512].",
    ),
)
PRODUCT = Rule(
    (
        rf"Dimensions must be equal, but are {number('given')} and {number('wanted')} for '[^']{{0,400}}BatchMatMul",
        rf"Matrix size-incompatible: In\[0\]: \[\d{{1,12}},\d{{1,12}},{number('given')}\], In\[1\]: "
        rf"\[\d{{1,12}},{number('wanted')},\d{{1,12}}\]",
    ),
    (
        Case(
            N_(
                "Attention, Dot or matmul multiplies two sequences along their features, so both need the same number "
                "of them. Here they have {given} and {wanted}."
            ),
            N_(
                "Give the two layers before it the same units, or bring one to the size of the other with a Dense "
                "layer."
            ),
            "Dense(units)(value)",
        ),
    ),
    examples=(
        "ValueError: Dimensions must be equal, but are 5 and 6 for '{{node attention_1/MatMul}} = "
        "BatchMatMulV2[T=DT_FLOAT, adj_x=false, adj_y=false](data, attention_1/transpose)' with input shapes: [2,4,5], "
        "[2,6,4].",
        "InvalidArgumentError: Matrix size-incompatible: In[0]: [2,4,5], In[1]: [2,6,4] 0 0 [Op:BatchMatMulV2] name: ",
    ),
)


def _given_features(values: dict[str, object]) -> None:
    if isinstance(inputs := values.get("inputs"), tuple):
        values["given"] = inputs[-1] if inputs else None


FEATURE_COUNT = Rule(
    (
        MATMUL,
        MATRICES,
        DOT,
        PRODUCT_OF_TORCH,
        rf"expected axis -1 of input shape to have value {number('wanted')},? but received input with shape "
        rf"{shape('inputs')}",
        rf"expected axis -1 of input shape to have value {number('wanted')}(?P<given>)",
        rf"[Dd]imension mismatch in args to gemm \(\d{{1,12}},{number('given')}\)x\({number('wanted')},",
        rf"Shape mismatch: x has {number('given')} cols .{{0,40}}?but y has {number('wanted')} rows",
    ),
    prepare=_given_features,
    cases=(
        Case(
            N_(
                "The weights of this layer were made for inputs with features={wanted}, but this input has "
                "features={given}. It has two axes: if a Flatten comes before the layer, these are timesteps "
                "× features, so that a different number of timesteps changes them too."
            ),
            N_("Give the model as many timesteps and features as in training, or build a new model for these."),
            "print(model.input_shape, x.shape)",
            when=lambda m: len(getattr(m, "inputs", None) or ()) == 2,
        ),
        Case(
            N_("The weights of this layer were made for inputs whose last axis, the features, has size {wanted}."),
            N_("Give it as many features as in training, or build a new layer."),
            "print(x.shape)",
            when=lambda m: m.given is None,
        ),
        Case(
            FEATURES,
            N_(
                "Give it as many features at each step as in training: {wanted}. If the last axis of your "
                "array is the timesteps, swap the axes. If features={given} is what you want, build a new "
                "layer."
            ),
            "x.transpose(0, 2, 1)\nkeras.Input((None, {given}))",
            when=lambda m: m.given != m.wanted,
        ),
    ),
    examples=(
        "ValueError: Input 0 of layer dense is incompatible with the layer: expected axis -1 of input shape to have "
        "value 10 but received input with shape [None, 5]",
        "ValueError: Dimensions must be equal, but are 10 and 5 for '{{node MatMul}} = MatMul[T=DT_FLOAT, "
        "transpose_a=false](strided_slice_1, kernel)' with input shapes: [?,10], [5,1024].",
        "ValueError: Dimensions must be equal, but are 3 and 100 for 'lstm_1/while/MatMul' (op: 'MatMul') with input "
        "shapes: [?,3], [100,400].",
        "InvalidArgumentError: Matrix size-incompatible: In[0]: [32,12], In[1]: [7,400]\n\t [[node lstm_cell/MatMul]]",
        "ValueError: dimension mismatch in args to gemm (128,65)x(64,512)->(128,512)",
        "ValueError: Shape mismatch: x has 784 cols (and 128 rows) but y has 512 rows (and 10 cols)",
        "expected axis -1 of input shape to have value 64",
    ),
)

OTHER_SHAPE = N_("The model was built for {expected} and was given {given}. None stands for any size.")
WINDOWS = """look_back = {steps}
x, y = np.stack([x[i : i + look_back] for i in range(len(x) - look_back)]), y[look_back:]
keras.Input((look_back, {features}))"""


def _windows(m: Facts) -> str:
    """Lines that cut a table with a row for each moment into windows; a usual length where the model's is none."""
    steps = m.expected[1] if len(m.expected) == 3 and m.expected[1] and m.expected[1] <= 1000 else 30
    return WINDOWS.format(steps=steps, features=m.expected_last)


def _windows_of_one_axis(m: Facts) -> str:
    steps, features = (m.expected[1] or 30), (m.expected_last or 1)
    if features > 1:
        return f"x = x[: len(x) // {steps * features} * {steps * features}].reshape(-1, {steps}, {features})"
    return f"x = np.lib.stride_tricks.sliding_window_view(x, {steps})[..., np.newaxis]  # (windows, {steps}, 1)"


NO_SAMPLES = Case(
    N_("There are no samples: no window was cut, no file was read, or the array is empty."),
    N_("Check the shape. A look_back longer than the series leaves no window."),
    "print(x.shape)",
    when=lambda m: m.given[:1] == (0,),
)
# What the message says a model was given: several tensors.
SEVERAL_INPUTS = re.compile(r"inputs=[\[(]'?tf\.Tensor\(.{1,80}?, '?tf\.Tensor\(")
MODEL_SHAPE = Rule(
    (
        rf"xpected shape ?=?{shape('expected')}, (?:but input has incompatible|found) shape ?=?{shape('given')}",
        rf"xpected shape {shape('expected')}, but received (?:instead )?(?:a tensor|input) with shape {shape('given')}",
        # The message without its beginning.
        rf"^\W{{0,9}}{shape('expected')}, found shape={shape('given')}",
        rf"constructed with shape {shape('expected')}[\s\S]{{0,300}}incompatible shape {shape('given')}",
        rf"Cannot feed value of shape {shape('given')} for Tensor '?[^',]{{1,80}}'?, which has shape "
        rf"'?{shape('expected')}",
    ),
    cases=(
        NO_SAMPLES,
        Case(
            N_(
                "The model was built for batches of {expected[0]}, as a stateful model must be, and was given "
                "{given[0]} samples at once: {expected} against {given}."
            ),
            N_(
                "Give batch_size={expected[0]} to fit and predict, with a number of samples that is a multiple of it. "
                "Otherwise, build the model with the other batch size, and copy the weights."
            ),
            "model.predict(x, batch_size={expected[0]})\nkeras.Input(batch_shape=({given[0]}, *model.input_shape[1:]))",
            when=lambda m: (
                None not in (*m.expected[:1], *m.given[:1])
                and m.expected[:1] != m.given[:1]
                and m.given_axes > 1
                and _fits(m.expected_rest, m.given_rest)
            ),
        ),
        Case(
            LISTS.meaning,
            LISTS.cure,
            LISTS.code,
            when=lambda m: _fits(m.expected_rest, m.given) and bool(SEVERAL_INPUTS.search(m.pasted)),
        ),
        Case(
            OTHER_SHAPE,
            N_(
                "One axis is missing. For a single sample, put the axis of samples before it. A dataset gives single "
                "samples until it is batched."
            ),
            lambda m: f"x[np.newaxis]  # {shape_text((1, *m.given))}",
            when=lambda m: m.given_axes > 1 and m.given[0] is not None and _fits(m.expected_rest, m.given),
        ),
        Case(
            OTHER_SHAPE,
            N_("The axis of features is missing: one number for each timestep is one feature."),
            "x = x[..., np.newaxis]",
            when=lambda m: m.expected_last == 1 and m.given_axes > 1 and _fits(m.expected[:-1], m.given),
        ),
        Case(
            OTHER_SHAPE,
            N_("The axis of timesteps is missing: each sample is one timestep."),
            "x = x[:, np.newaxis]",
            when=lambda m: (
                m.expected_axes == 3 and m.expected[1] == 1 and m.given_axes == 2 and m.given_last == m.expected_last
            ),
        ),
        Case(
            N_(
                "The model was built for {expected} and was given {given}: the first axis is the samples "
                "already, and the timesteps are missing. A table has a row for each step; a recurrent layer "
                "reads windows of rows."
            ),
            N_(
                "Cut the table into windows, each of as many rows as the model reads, and build the Input for that "
                "length."
            ),
            _windows,
            when=lambda m: m.expected_axes == 3 and m.given_axes == 2,
        ),
        Case(
            N_("The model was built for {expected} and was given {given}: two axes are missing."),
            N_("Cut the series into windows: each window is a sample of (timesteps, features)."),
            _windows_of_one_axis,
            when=lambda m: m.expected_axes == 3 and m.given_axes == 1,
        ),
        Case(
            OTHER_SHAPE,
            N_("The axes of timesteps and features are swapped: swap them back."),
            "x = x.transpose(0, 2, 1)",
            when=lambda m: (
                m.expected_axes == m.given_axes == 3 and m.expected_rest == m.given_rest[::-1] != m.given_rest
            ),
        ),
        Case(
            N_(
                "The model was built for {expected} and was given {given}: the number of timesteps differs, "
                "{given[1]} in place of {expected[1]}. None stands for any size."
            ),
            N_(
                "Cut or pad the sequences to the model's length, or leave the timesteps open in the Input: a "
                "recurrent layer reads any number of them."
            ),
            "keras.Input((None, {given_last}))",
            when=lambda m: m.expected_axes == m.given_axes == 3 and m.expected_last == m.given_last,
        ),
        Case(
            N_(
                "The model was built for {expected} and was given {given}: the number of features differs, "
                "{given_last} in place of {expected_last}. None stands for any size."
            ),
            N_(
                "Give every set of data the same columns as in training, in the same order; or build the model with "
                "an Input for these features."
            ),
            lambda m: f"keras.Input({shape_text(m.given_rest)})",
            when=lambda m: m.expected_axes == m.given_axes == 3 and _fits(m.expected[:2], m.given[:2]),
        ),
        Case(
            N_(
                "The model was built for {expected} and was given {given}: both the number of timesteps, {given[1]} in "
                "place of {expected[1]}, and that of the features, {given_last} in place of {expected_last}, differ."
            ),
            N_(
                "Cut windows of the same length and with the same columns as in training; or build the model with an "
                "Input of the data's shape."
            ),
            lambda m: f"keras.Input({shape_text(m.given_rest)})",
            when=lambda m: (
                m.expected_axes == m.given_axes == 3
                and m.expected[0] is None
                and None not in (*m.expected_rest, *m.given_rest)
            ),
        ),
        Case(
            N_(
                "The model was built for {expected} and was given {given}: the last axis has the size "
                "{given_last} in place of {expected_last}. Before an Embedding it counts timesteps, before a Dense "
                "layer features."
            ),
            N_(
                "Pad or cut sequences of ids to the model's length; give other data as many columns as in training. Or "
                "build the model with an Input of the data's shape."
            ),
            lambda m: f"keras.Input({shape_text(m.given_rest)})",
            when=lambda m: m.expected_axes == m.given_axes == 2 and None not in (m.expected_last, m.given_last),
        ),
        Case(
            OTHER_SHAPE,
            N_("Change the data to the model's shape, or build the model with an Input of the data's shape."),
            lambda m: f"keras.Input({shape_text(m.given_rest)})",
            when=lambda m: m.given_axes > 1 and m.given_axes == m.expected_axes,
        ),
        Case(
            OTHER_SHAPE,
            N_("There is an axis of size 1 too many. Leave it out."),
            "x = np.squeeze(x)",
            when=lambda m: m.given_axes == m.expected_axes + 1 and m.given_rest.count(1) == 1 != m.given[0],
        ),
        Case(
            OTHER_SHAPE,
            N_("Change the data to the model's shape, or build the model with an Input of the data's shape."),
            "print(model.input_shape, x.shape)",
        ),
    ),
    examples=(
        'ValueError: Input 0 of layer "model" is incompatible with the layer: expected shape=(None, 100), found '
        "shape=(32, 1, 100)",
        "ValueError: Input 0 of layer sequential is incompatible with the layer: expected shape=(None, 10, 3), found "
        "shape=(None, 3, 10)",
        'Input 0 of layer "sequential" is incompatible with the layer: expected\nshape=(None, 1, 4), found '
        "shape=(None, 1, 34)",
        '(Input 0 of layer "model" is incompatible with the layer: expected shape=(None, 24, 27), found shape=(None, '
        "12, 1))",
        "Input 0 of layer sequential_5 is incompatible with the layer: expected shape=(None, 100), found shape=(None, "
        "40)",
        "ValueError: Sequential was passed incompatible inputs. For input 'x', expected shape (None, 4, 5), but "
        "received instead a tensor with shape (None, 4, 7).",
        "ValueError: Cannot feed value of shape (13, 16) for Tensor InputData/X:0, which has shape (?, 1, 16)",
        "ValueError: Cannot feed value of shape (2, 5, 7) for Tensor u'lstm_1_input:0', which has shape '(5, 5, 7)'",
        "WARNING:tensorflow:Model was constructed with shape (None, 10, 3) for input "
        "KerasTensor(type_spec=TensorSpec(...)), "
        "but it was called on an input with incompatible shape (None, 3).",
    ),
)


def _checked_input(values: dict[str, object]) -> None:
    """The batch is left out by Keras 2.2 and later: a shape that begins with a size is one of a sample."""
    first = values["expected"]
    if isinstance(first, tuple) and first[:1] != (None,) and len(first) < 3:
        _with_batch("expected", "given")(values)


FIRST_LAYERS = "lstm|gru|simple_rnn|embedding|bidirectional|dense|conv1d|time_distributed|masking"
CHECKED_INPUT = Rule(
    (
        rf"{CHECKING}(?:input)?: expected \S{{1,80}} to have shape {shape('expected')},? but got array with shape "
        rf"{shape('given')}",
        rf"\b(?:{FIRST_LAYERS})\w{{0,10}}_input\w{{0,4}} to have shape {shape('expected')},? but got array "
        rf"with "
        rf"shape {shape('given')}",
    ),
    MODEL_SHAPE.cases,
    prepare=_checked_input,
    examples=(
        "ValueError: Error when checking model input: expected lstm_input_1 to have shape (None, 30, 300) but got "
        "array with shape (128, 5, 300)",
        "ValueError: Error when checking input: expected input_1 to have shape (None, 4096) but got array with shape "
        "(0, 1)",
        "ValueError: expected lstm_7_input to have shape (20, 3) but got array with shape (20, 4)",
        "ValueError: Error when checking : expected lstm_input_3 to have shape (173, 38, 1) but got array with shape "
        "(32, 173, 38)",
        "ValueError: Error when checking input: expected embedding_1_input to have shape (100,) but got array with "
        "shape (1,)",
    ),
)
INPUT_AXES = Rule(
    (
        rf"{CHECKING}(?:input)?: expected \S{{1,80}} to have {number('count')} dimensions.{{0,80}}?shape "
        rf"{shape('given')}",
        rf"\b(?:{FIRST_LAYERS})\w{{0,10}}_input\w{{0,4}} to have {number('count')} dimensions.{{0,80}}?shape "
        rf"{shape('given')}",
    ),
    (
        Case(
            N_(
                "There are no samples, {given}: no window was cut, no file was read, or the array is empty. It has "
                "{given_axes} axes too, where the model reads {count}: (samples, timesteps, features)."
            ),
            NO_SAMPLES.cure,
            NO_SAMPLES.code,
            when=lambda m: m.given[:1] == (0,) and m.count == 3,
        ),
        replace(NO_SAMPLES, when=lambda m: m.given[:1] in ((), (0,))),
        Case(
            N_("The model reads {count} axes, but was given {given}. This is a message of Keras 2."),
            N_("Give a single sample the axis of samples, pictures without a channel the axis of channels."),
            "x[np.newaxis]\nx[..., np.newaxis]",
            when=lambda m: m.count > 3 and m.given_axes == m.count_less,
        ),
        Case(
            N_("The model reads {count} axes, but was given {given}. This is a message of Keras 2."),
            N_("A recurrent layer reads (samples, timesteps, features): add the missing axis."),
            "x[:, :, np.newaxis]\nx[:, np.newaxis]",
            when=lambda m: m.count == 3 and m.given_axes == 2,
        ),
        Case(
            N_("The model reads {count} axes, but was given {given}. This is a message of Keras 2."),
            N_("A recurrent layer reads (samples, timesteps, features): add the missing axis."),
            "x = np.lib.stride_tricks.sliding_window_view(x, timesteps)[..., np.newaxis]",
            when=lambda m: m.count == 3 and m.given_axes < 2,
        ),
        Case(
            N_("The model reads {count} axes, but was given {given}. This is a message of Keras 2."),
            N_("There is an axis too many: join two of them, or leave out one of size 1. An Embedding reads two axes."),
            "x = x.reshape(*x.shape[:{count_less}], -1)",
            when=lambda m: 1 < m.count < m.given_axes,
        ),
        Case(
            N_("The model reads {count} axes, but was given {given}. This is a message of Keras 2."),
            N_("Change the data to the model's shape, or build the model with an Input of the data's shape."),
            "print(model.input_shape, x.shape)",
        ),
    ),
    examples=(
        "ValueError: Error when checking input: expected lstm_1_input to have 3 dimensions, but got array with shape "
        "(0, 30)",
        "lstm_1_input to have 3 dimensions，but got array with shape (32, 40, 1, 2048)",
        "ValueError: Error when checking input: expected time_distributed_input to have 5 dimensions, but got array "
        "with shape (4, 28, 28, 1)",
        "ValueError: Error when checking input: expected lstm_1_input to have 3 dimensions, but got array with shape "
        "()",
        "ValueError: Error when checking input: expected lstm_1_input to have 3 dimensions, but got array with shape "
        "(100, 5)",
        "Exception: Error when checking model input: expected embedding_input_1 to have 2 dimensions, but got array "
        "with shape (25000, 100, 1)",
    ),
)
EITHER = Rule(
    (
        rf"to have shape {shape('expected')},? but got array with shape {shape('given')}",
        rf"have (?P<expected>\d) dimensions,? but got array with shape {shape('given')}",
    ),
    (
        Case(
            N_(
                "The model was given an array of the shape {given}, where its input or its output has {expected} axes. "
                'The beginning of the message says whether it was "checking input", x, or "checking target", y.'
            ),
            N_("A recurrent layer reads (samples, timesteps, features); y has an answer for each sample or timestep."),
            "print(x.shape, model.input_shape)\nprint(y.shape, model.output_shape)",
            when=lambda m: isinstance(m.expected, int) and m.expected != m.given_axes,
        ),
        Case(
            N_(
                "The model was given an array of the shape {given}, where its input or its output has the shape "
                '{expected}. The beginning of the message says whether it was "checking input", x, or "checking '
                'target", y.'
            ),
            N_("A recurrent layer reads (samples, timesteps, features); y has an answer for each sample or timestep."),
            "print(x.shape, model.input_shape)\nprint(y.shape, model.output_shape)",
            when=lambda m: isinstance(m.expected, tuple),
        ),
    ),
    examples=(
        "have 3 dimensions, but got array with shape (100, 9)",
        "to have shape (128, 23, 9) but got array with shape (1, 23, 9)",
    ),
)
TIME_DISTRIBUTED = Rule(
    (r"'input_shape' with at least 3 dimensions, received: (?P<several>[\[(])\s?\(",),
    (
        Case(
            N_("TimeDistributed was given several tensors. It applies a layer to each timestep of one tensor."),
            N_("With merge_mode=None a Bidirectional returns two outputs: merge them, or give each its own layer."),
            'Bidirectional(LSTM(units, return_sequences=True), merge_mode="concat")',
        ),
    ),
)
NO_STEPS_TO_DISTRIBUTE = Rule(
    (
        rf"'input_shape' with at least 3 dimensions, received: {shape('given')}",
        rf"'TimeDistributed' Layer should be passed an 'input_shape ' with at least 3 dimensions, received: "
        rf"{shape('given')}",
    ),
    (
        Case(
            N_("TimeDistributed applies a layer to each timestep. It was given {given}, which has no timesteps."),
            N_("Set return_sequences=True in the recurrent layer before it, or use the layer without TimeDistributed."),
            "LSTM(units, return_sequences=True)",
        ),
    ),
    examples=(
        "ValueError: `TimeDistributed` Layer should be passed an `input_shape ` with at least 3 dimensions, received: "
        "[None, 64]",
    ),
)
RULES: tuple[Rule, ...] = (
    TIME_DISTRIBUTED,
    CELLS,
    AXES,
    CHECKED_TARGET,
    TARGET_AXES,
    *GRAPHS,
    STEPS_IN_ROWS,
    CARDINALITY,
    SPARSE,
    SAMPLE_WEIGHTS,
    OWN_LOSS,
    DIFFERENT_TARGETS,
    INCOMPATIBLE,
    FIRST_DIMENSION,
    CLASS_MATRIX,
    SQUEEZE,
    CLASS_RANGE,
    MODEL_SHAPE,
    CHECKED_INPUT,
    INPUT_AXES,
    EITHER,
    STATE_SIZE,
    PRODUCT,
    FEATURE_COUNT,
    NO_STEPS_TO_DISTRIBUTE,
    *PYTORCH,
    *RUN_ELSEWHERE,
    *LAYERS,
    *GIVEN,
    *CALLING,
    *TRAINING,
    *BUILDING,
    *NAMES,
    BATCH_ALONE,
    *AROUND,
    *REST,
    THEANO,
)
