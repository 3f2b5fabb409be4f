"""Every known error of Keras 3.15 is recognised by the text that Keras really writes."""

import re
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.keras_errors import explaining
from lstm_viz.keras_errors.explaining import LONGEST_MESSAGE, explain, names_an_error, plain

NO_CUDNN = "InternalError: [_Derived_] Failed to call ThenRnnForward with model config: [rnn_mode]: 2, 0, 0"
MASKED = "'cudnnSetRNNDataDescriptor( data_desc.get(), data_type, layout, max_seq_length)'"
IN_LSTM = "Exception encountered when calling LSTM.call().\n\n"
PRODUCT = "mat1 and mat2 shapes cannot be multiplied (8x6 and 5x20)"
OF_TORCH = (
    "\n\nArguments received by LSTM.call():\n  • sequences=torch.Tensor(shape=torch.Size([2, 4, 9]), dtype=float32)"
)
IN_CELL = "Exception encountered when calling LSTMCell.call().\n\n"
CONTRACTED = "dot_general requires contracting dimensions to have the same shape, got (6,) and (5,)."
OF_JAX = "\n\nArguments received by LSTMCell.call():\n  • inputs=jnp.ndarray(shape=(2, 6), dtype=float32)"
KERAS_FRAME = (
    'Traceback:\n  File "/usr/lib/python3/keras/src/backend/jax/core.py", line 1, in <module>\n    import jax\n'
)


@pytest.fixture(scope="module")
def raised() -> dict[str, Exception]:
    """Name of the case → what Keras raises."""
    pytest.importorskip("keras")
    from tests.keras_errors.provoked import CASES

    errors = {}
    for name, (provoke, _) in CASES.items():
        try:
            provoke()
        except Exception as error:  # noqa: BLE001 - of whatever class: the words are what is tested
            errors[name] = error
    return errors


@pytest.fixture(scope="module")
def provoked(raised) -> dict[str, str]:
    """Name of the case → Keras's message."""
    return {name: str(error) for name, error in raised.items()}


def said(message: str) -> str:
    explanation = explain(message, str)
    assert explanation is not None, message
    return "\n".join([explanation.meaning, explanation.cure, explanation.code])


def test_each_error_is_recognised_by_its_true_text(provoked):
    from tests.keras_errors.provoked import CASES

    assert provoked.keys() == CASES.keys()
    missing = {
        name: (wanted, said(provoked[name]))
        for name, (_, words) in CASES.items()
        for wanted in words
        if wanted not in said(provoked[name])
    }
    assert missing == {}


def test_the_whole_traceback_says_the_same(raised):
    """With the lines of Keras's own code, which quote messages that were not raised."""
    for error in raised.values():
        assert said("".join(traceback.format_exception(error))) == said(str(error))


def test_a_pasted_traceback_around_it_does_no_harm(provoked):
    pasted = 'Traceback (most recent call last):\n  File "train.py", line 7, in <module>\n' * 50
    assert said(pasted + "ValueError: " + provoked["two axes"]) == said(provoked["two axes"])


def test_what_makes_a_terminal_bold_is_left_out(provoked):
    assert "\x1b" in provoked["stateful, other batch"]
    assert "\x1b" not in plain(provoked["stateful, other batch"])
    assert "[1m" not in plain(provoked["stateful, other batch"].replace("\x1b", ""))


@pytest.mark.parametrize(
    "message",
    [
        "",
        "RuntimeError: something that nobody has seen yet",
        "ValueError: expected ndim=three, found ndim=<b>two</b>",
        "AssertionError: ndim",
        "expected ndim=7, found ndim=2. Full shape received: (12, 5)",
        "Matrix size-incompatible: In[0]: [2," + "9" * 6000 + "], In[1]: [5,12]",
    ],
)
def test_what_is_not_known_is_not_explained(message):
    assert explain(message, str) is None


@pytest.mark.parametrize(
    "text",
    [
        "What is the shape of the input to an LSTM, and what does it return?",
        "out, h, c = GRU(64, return_state=True)(x)",
        "model.fit(x, y, validation_data=[x_val, y_val])",
        "SyntaxError: Unexpected token < in JSON at position 0",
        "java.lang.StringIndexOutOfBoundsException: String index out of range: 5",
        "fatal error: stdio.h: No such file or directory\ncompilation terminated.",
        "ERROR:  division by zero\nSQL state: 22012",
        "TypeError: Cannot read properties of undefined (reading 'map')",
    ],
)
def test_questions_code_and_the_errors_of_other_languages_are_not_explained(text):
    assert explain(text) is None


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("o, h, c = Bidirectional(LSTM(8, return_state=True))(x)", "output, h, c, h_back, c_back = "),
        ("encoder = layers.Bidirectional(layers.GRU(8, return_state=True))\no, h = encoder(x)", "output, h, h_back = "),
        ("gru = GRU(8)\no, h = lstm(x)  # an LSTM", "output, h, c = "),
        ("b, t = lstm_input.shape", "print(x.shape)"),
        ("model.add(LSTM(8, return_sequences=True))\nloss, mae = model.evaluate(x, y)", "model.compile("),
        ("", "output, *states = "),
    ],
)
def test_the_program_tells_what_was_unpacked(program, code):
    message = "ValueError: too many values to unpack (expected 2)"
    pasted = f'  File "a.py", line 4, in <module>\n    {program}\n'
    assert explain(f"{program}\n{message}").code.startswith(code)
    assert explain(f"Traceback (most recent call last):\n{pasted}{message}").code.startswith(code)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (
            "Dimension must be 5 but is 3 for 'transpose_1' (op: 'Transpose') with input shapes: [2,9,6,4,3]",
            "5 axes",
        ),
        (
            "Dimension must be 4 but is 3 for 'lstm_1/transpose_1' (op: 'Transpose') with input shapes: [?,9,6,4]",
            "mask",
        ),
        ("logits and labels must be broadcastable: logits_size=[320,5] labels_size=[32,5]", "each of 10 timesteps"),
        ("logits and labels must be broadcastable: logits_size=[32,5] labels_size=[16,5]", "last batch"),
        ("TypeError: Layer.__init__() got an unexpected keyword argument 'name'", "that its __init__ does not take"),
        (f"E dnn.cc:616] CUDNN_STATUS_BAD_PARAM\nin cuda_dnn.cc: {MASKED}\n{NO_CUDNN}", "every step is masked"),
        (NO_CUDNN, "could not be started"),
        ("Incompatible shapes: [64,30] vs. [64,30,1]\n [[node custom_loss/mul ]]", "one of them has an axis of size 1"),
        (
            "Incompatible shapes: [64,30] vs. [64,30,1]\n [[node mean_squared_error/SquaredDifference]]",
            "output (64, 30)",
        ),
        (f"RuntimeError: {IN_LSTM}{PRODUCT}", "made for inputs with features=5"),
        (f"RuntimeError: {IN_LSTM}{PRODUCT.replace('8x6', '8x4')}{OF_TORCH}", "units=5, but the state"),
        (f"RuntimeError: {PRODUCT}", "A Linear layer"),
        (f"TypeError: {IN_CELL}{CONTRACTED}{OF_JAX.replace('6', '7')}", "units=5, but the state"),
        (f"TypeError: {IN_CELL}{CONTRACTED}{OF_JAX}", "made for inputs with features=5"),
        (
            "target.shape=torch.Size([4, 1]), output.shape=torch.Size([4, 5])",
            "y has the shape (4, 1), the output (4, 5)",
        ),
        (f"{KERAS_FRAME}ModuleNotFoundError: No module named 'jax'", "The one that it takes here is not installed"),
        ("ModuleNotFoundError: No module named 'jax'", "not installed in the Python"),
        ("cannot pickle '_thread.RLock' object", "joblib"),
        ("AttributeError: 'float' object has no attribute 'lower'", "a cell without a text as NaN"),
        ("Shape of passed values is (97, 1), indices imply (100, 1)", "97 forecasts for a table of 100 rows"),
        ("Shape of passed values is (97, 3), indices imply (97, 2)", "more or fewer columns"),
        ("could not broadcast input array from shape (10,1) into shape (10,)", "no axis of size 1"),
        ("NotImplementedError: Layers with arguments in `__init__` must override `get_config`.", "cannot be saved"),
    ],
)
def test_what_looks_alike_is_told_apart(message, words):
    assert words in explain(message).meaning


def test_a_traceback_that_lost_its_lines_is_read():
    text = (
        'Traceback (most recent call last): File "a.py", line 7, in <module> steps = x.shape[1] '
        "IndexError: tuple index out of range"
    )
    assert "single axis" in explain(text).meaning
    assert names_an_error(text)


@pytest.mark.parametrize(
    ("piece", "whole"),
    [
        ("is only supported for Tensors or NumPy arrays, found", "`validation_split` is only supported for"),
        ("found following types in the input", None),
        ("only supported for Tensors or", None),
        ("it is only supported for Tensors or NumPy arrays, found", None),
    ],
)
def test_a_piece_of_a_message_is_explained_if_it_is_long_enough(piece, whole):
    assert explain(piece) == (whole and explain(whole))


def test_what_is_no_shape_is_not_repeated():
    assert "script" not in said("expected ndim=3, found ndim=2. Full shape received: (<script>alert(1)</script>)")


def test_of_a_pasted_message_only_numbers_are_repeated():
    message = "Input 0 of layer '*<b>' is incompatible: expected ndim=3, found ndim=2. Full shape received: (12, 5)"
    assert "<b>" not in said(message)


@pytest.mark.parametrize("piece", ["compile_loss", "[", "(1,", "Matrix size-incompatible: ", "'", "\n", "list index"])
def test_a_long_message_is_answered_too(piece):
    assert explain(piece * LONGEST_MESSAGE, str) is None


def test_no_message_compiles_the_patterns_again():
    """There are more than the 512 that Python keeps, and to compile them all takes 0.1 s."""
    explain("What is known of nothing?")
    compiled = explaining._compiled.cache_info()
    assert compiled.currsize == compiled.misses > 512
    explain("What is known of nothing at all?")
    assert explaining._compiled.cache_info().misses == compiled.misses


@given(st.text(max_size=300))
def test_of_a_pasted_text_nothing_but_numbers_is_shown(text):
    mark = "ꙮ"  # a letter that no explanation has
    for message in (
        "{}",
        "expected ndim=3, found ndim=2. Full shape received: ({})",
        "Received: target.shape=({}), output.shape=(None, 4, 5)",
        "must have the same shape. Received: target.shape=(3, 4), output.shape=({})",
        "No module named 'keras.layers.{}'",
    ):
        found = explain(message.format(text + mark), str)
        assert found is None or (found.meaning and mark not in found.meaning + found.cure + found.code)


@pytest.mark.parametrize(
    "shapes", ["(1, 5, 1, 2) vs. ()", "[-1] vs. [-1, -1]", "[?] vs. [?,?]", "() vs. ()", "[] vs. [1,2,3]"]
)
def test_unusual_shapes_side_by_side_break_nothing(shapes):
    explanation = explain(f"InvalidArgumentError: Incompatible shapes: {shapes}\n [[{{{{node sequential/lstm/add}}}}]]")
    assert explanation is not None
    assert explanation.cure


@pytest.mark.parametrize("shape", ["", "3,", "None,", "None, None, None", "1, 2, 3, 4", "0, 0, 0"])
def test_other_shapes_in_the_same_message_break_nothing(provoked, shape):
    for message in provoked.values():
        changed = re.sub(r"([(\[])(?:\d|None|\?|, ?){1,40}([)\]])", rf"\g<1>{shape}\g<2>", message)
        explanation = explain(changed, str)
        assert explanation is None or explanation.cure
