"""Rules for what runs in Keras 3 too, and gives something else: kernels, generators, learning rates, values."""

import ast
from collections.abc import Iterator
from dataclasses import replace

from lstm_viz.i18n import Translate
from lstm_viz.old_code import keras_3, names
from lstm_viz.old_code.files_of_models import loads_its_own
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.origins import Origins
from lstm_viz.old_code.receivers import is_optimizer, kind, makers
from lstm_viz.old_code.script import Replacement, Script, last_name


def kernels(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The size of a kernel, which was two or three numbers in Keras 1; now the second of them is the strides."""
    origins = Origins(script)
    for call in script.walk(ast.Call):
        callee = last_name(call.func)
        most = names.KERNELS.get(callee)
        if most:
            yield from _kernel(script, call, most, gettext)
        elif callee == "Convolution1D" and len(call.args) > 2:
            words = gettext(
                "`{name}` in Keras 1 took the initializer as its third argument, Keras 3 takes the strides."
            )
            yield Finding(call.lineno, words.format(name=callee), is_rewritten=False)
        elif callee in ("Conv2D", "Conv3D") and not origins.of(call.func).startswith("tf."):
            numbers = [each for each in call.args[1:] if not isinstance(each, ast.Tuple | ast.List)]
            if len(call.args) > 2 and len(numbers) == len(call.args) - 1:
                words = gettext(
                    "`{name}` with several numbers: Keras 1 and 2 read them as the rows and columns of the kernel, "
                    "Keras 3 reads the third as the strides. Write `kernel_size=(…, …)` if the code is that old."
                )
                yield Finding(call.lineno, words.format(name=callee), is_rewritten=False)


def _kernel(script: Script, call: ast.Call, most: int, gettext: Translate) -> Iterator[Finding]:
    words = gettext("The rows and columns of the kernel are one argument now, `kernel_size`.")
    given = {keyword.arg: keyword for keyword in call.keywords}
    own = next((each[:most] for each in names.KERNEL_ARGUMENTS if set(each[:most]) <= set(given)), ())
    sizes = call.args[1 : 1 + most]
    if own:
        first = given[own[0]]
        code = f"kernel_size=({', '.join(script.on_one_line(given[each].value) for each in own)})"
        edit = Replacement(script.start(first), script.end(first), code)
        yield Finding(first.lineno, words, (edit,), tuple((call, given[each]) for each in own[1:]))
    elif len(sizes) == most and not isinstance(sizes[0], ast.Tuple | ast.List):
        start, end = script.start(sizes[0]), script.end(sizes[-1])
        yield Finding(sizes[0].lineno, words, (Replacement(start, start, "("), Replacement(end, end, ")")))
        if len(call.args) > 1 + most:
            words = gettext("After the size of its kernel, `{name}` of Keras 1 took the initializer; Keras 3 does not.")
            yield Finding(call.lineno, words.format(name=last_name(call.func)), is_rewritten=False)
    elif len(sizes) > 1 or any(name in given for each in names.KERNEL_ARGUMENTS for name in each):
        words = gettext("`{name}`: write the rows and columns of the kernel as `kernel_size=(…, …)`.")
        yield Finding(call.lineno, words.format(name=last_name(call.func)), is_rewritten=False)


def generators(script: Script, gettext: Translate) -> Iterator[Finding]:
    """What the *_generator methods took without a name: the second was the number of batches, now it is another."""
    for call in script.walk(ast.Call):
        order = names.GENERATOR_ORDER.get(last_name(call.func))
        if not order or not isinstance(call.func, ast.Attribute) or len(call.args) < 2:
            continue
        if len(call.args) > len(order) or any(isinstance(each, ast.Starred) for each in call.args):
            words = gettext("`{name}`: write its arguments with their names; their order has changed.")
            yield Finding(call.lineno, words.format(name=call.func.attr), is_rewritten=False)
            continue
        starts = [script.start(each) for each in call.args]
        edits = [Replacement(at, at, f"{name}=") for at, name in zip(starts, order, strict=False)]
        words = gettext("The order of the arguments of `{name}` has changed: they are given by name.")
        yield Finding(call.lineno, words.format(name=call.func.attr), tuple(edits[1:]))
        if is_keras_1(script):
            words = gettext("`{name}`: the second argument counts batches now; in Keras 1 it counted samples.")
            yield Finding(call.lineno, words.format(name=call.func.attr), is_rewritten=False)


def orders(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Arguments without a name, where their order is another now: they are given by name."""
    origins = Origins(script)
    words = gettext("The order of the arguments of `{name}` has changed: they are given by name.")
    for call in script.walk(ast.Call):
        callee, is_method = last_name(call.func), isinstance(call.func, ast.Attribute)
        known = keras_3.arguments(f"keras.optimizers.{callee}")
        now = names.METHOD_ORDER.get(callee, ()) if known is None else known[1]
        old = names.ORDER.get(callee, ()) if is_method or known else ()
        # tf.keras 2 already had the optimizers' order of today.
        if len(call.args) > len(old) or (known and origins.of(call.func).startswith("tf.")):
            continue
        moved = list(zip(old, now, call.args, strict=False))
        first = next((at for at, (was, is_now, _) in enumerate(moved) if was != is_now), len(moved))
        if not any(_is_of_today(was, value) for was, _, value in moved[first:]):
            edits = [
                Replacement(script.start(value), script.start(value), f"{was}=") for was, _, value in moved[first:]
            ]
            if edits:
                yield Finding(call.lineno, words.format(name=callee), tuple(edits))


def _is_of_today(name: str, value: ast.expr) -> bool:
    """Whether a value cannot be that of an argument of this name in Keras 2, so that the order is that of today."""
    if name == "metrics":
        elements = value.elts if isinstance(value, ast.List | ast.Tuple) else []
        return any(isinstance(each, ast.Constant) and isinstance(each.value, int | float) for each in elements)
    if name == "name":  # Keras 1 took the shape first, as today
        is_made = isinstance(value, ast.Call) and last_name(value.func) == "format"
        is_text = isinstance(value, ast.Constant) and isinstance(value.value, str)
        return not (is_text or is_made or isinstance(value, ast.JoinedStr | ast.BinOp))
    is_truth = isinstance(value, ast.Constant) and isinstance(value.value, bool)
    return isinstance(value, ast.Starred) or (name in ("decay", "epsilon") and is_truth)


def is_keras_1(script: Script) -> bool:
    """Whether a script has arguments or names that Keras 2 did not have."""
    old = {"nb_epoch", "nb_val_samples", "samples_per_epoch", "inner_activation", "inner_init", "border_mode"}
    old |= {"nb_filter", "output_dim", "init", "consume_less", "forget_bias_init", "dropout_W", "dropout_U"}
    for call in script.walk(ast.Call):
        given = {keyword.arg for keyword in call.keywords} - ({"output_dim"} if _is_embedding(call) else set())
        if given & old:
            return True
    return False


def _is_embedding(call: ast.Call) -> bool:
    return last_name(call.func) == "Embedding"


def learning_rates(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The attribute lr of an optimizer: setting it does nothing now."""
    words = gettext("`lr` of an optimizer is `learning_rate` now; setting `lr` changes nothing.")
    set_whole = set()
    for call in script.walk(ast.Call):
        if call.args and _is_rate(script, call.args[0]) and (edits := _rate_edits(script, call)):
            set_whole.add(call.args[0])
            yield Finding(call.lineno, words, edits)
    for call in script.walk(ast.Call):
        method = call.func
        if isinstance(method, ast.Attribute) and _is_rate(script, method.value) and (edits := _of_theano(script, call)):
            set_whole.add(method.value)
            yield Finding(call.lineno, words, edits)
    for text in script.walk(ast.Constant):
        outer = script.parent(text) if text.value == "lr" else None
        is_named = isinstance(outer, ast.Call) and last_name(outer.func) in ("setattr", "getattr", "hasattr")
        if is_named and is_optimizer(script, outer.args[0]):  # type: ignore[union-attr]
            edit = Replacement(script.start(text), script.end(text), repr("learning_rate"))
            yield Finding(text.lineno, words, (edit,))
    for node in script.walk(ast.Attribute):
        if _is_rate(script, node) and node not in set_whole:
            yield Finding(node.lineno, words, (_renamed_rate(script, node),))


def _rate_edits(script: Script, call: ast.Call) -> tuple[Replacement, ...]:
    """The edits of a call of the backend that sets or reads a rate; none for another call.

    They leave the value that is set as it is, because it may hold a rate, too.
    """
    callee, rate, statement = last_name(call.func), call.args[0], script.statement(call)
    begin, name = Replacement(script.start(call), script.start(rate), ""), _renamed_rate(script, rate)
    if callee in ("get_value", "eval") and len(call.args) == 1:
        return replace(begin, text="float("), name, Replacement(script.end(rate), script.end(call), ")")
    is_set = callee == "set_value" and len(call.args) == 2
    if not is_set or not isinstance(statement, ast.Expr) or statement.value is not call:
        return ()
    value = call.args[1]
    opened, closed = ("(", ")") if value.lineno != value.end_lineno else ("", "")
    equals = Replacement(script.end(rate), script.start(value), f" = {opened}")
    return begin, name, equals, Replacement(script.end(value), script.end(call), closed)


def _of_theano(script: Script, call: ast.Call) -> tuple[Replacement, ...]:
    """The edits of a rate's own set_value or get_value, which a variable of Theano had."""
    method: ast.Attribute = call.func  # type: ignore[assignment]
    name, start, end = _renamed_rate(script, method.value), script.start(call), script.end(call)
    after = script.end(method.value)
    if method.attr == "get_value" and not call.args:
        return Replacement(start, start, "float("), name, Replacement(after, end, ")")
    statement = script.statement(call)
    is_alone = isinstance(statement, ast.Expr) and statement.value is call
    if method.attr != "set_value" or len(call.args) != 1 or call.keywords or not is_alone:
        return ()
    return name, Replacement(after, script.start(call.args[0]), " = ("), Replacement(script.end(call.args[0]), end, ")")


def _renamed_rate(script: Script, rate: ast.AST) -> Replacement:
    return Replacement(script.end(rate) - len("lr"), script.end(rate), "learning_rate")


def _is_rate(script: Script, node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "lr" and is_optimizer(script, node.value)


def activations(script: Script, gettext: Translate) -> Iterator[Finding]:
    """hard_sigmoid, which is another function now."""
    words = gettext(
        "`hard_sigmoid` is a different function now: Keras 1 and 2 computed clip(0.2 v + 0.5, 0, 1), Keras 3 "
        "computes clip(v / 6 + 0.5, 0, 1). For the old numbers give `lambda v: keras.ops.clip(0.2 * v + 0.5, "
        "0, 1)` instead."
    )
    for node in script.walk(ast.expr):
        is_text = isinstance(node, ast.Constant) and node.value == "hard_sigmoid"
        if is_text or last_name(node) == "hard_sigmoid":
            yield Finding(node.lineno, words, is_rewritten=False)


def defaults(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Recurrent layers that get weights of old, and compute something else by default."""
    advice = {
        "LSTM": gettext(
            "`LSTM` with weights of Keras before 2.3: its `recurrent_activation` was hard_sigmoid, "
            "clip(0.2 v + 0.5, 0, 1); now it is sigmoid."
        ),
        "GRU": gettext(
            "`GRU` with weights of an old Keras: before 2.3 its `recurrent_activation` was hard_sigmoid, "
            "clip(0.2 v + 0.5, 0, 1), and before 2.4 its `reset_after` was False; now they are sigmoid and "
            "True."
        ),
        "ConvLSTM2D": gettext(
            "`ConvLSTM2D` with weights of Keras 2: its `recurrent_activation` was hard_sigmoid, "
            "clip(0.2 v + 0.5, 0, 1); now it is sigmoid."
        ),
    }
    origins = Origins(script)
    for call in script.walk(ast.Call) if _takes_old_weights(script) else ():
        callee, given = last_name(call.func), {keyword.arg for keyword in call.keywords}
        is_given = given & {"recurrent_activation", "inner_activation"} and (callee != "GRU" or "reset_after" in given)
        is_of_tf = origins.of(call.func).startswith("tf.") and callee != "ConvLSTM2D"
        if callee in advice and not is_given and not is_of_tf:
            yield Finding(call.lineno, advice[callee], is_rewritten=False)


def _takes_old_weights(script: Script) -> bool:
    """Whether a script sets weights that may be of an old Keras: it loads what it does not save, or gives numbers."""
    called = {last_name(call.func) for call in script.walk(ast.Call) if isinstance(call.func, ast.Attribute)}
    loads = [call for call in script.walk(ast.Call) if last_name(call.func) == "load_weights"]
    takes = "save_weights" not in called and any(not loads_its_own(script, call) for call in loads)
    numbers = [
        call
        for call in script.walk(ast.Call)
        if last_name(call.func) == "set_weights" and not any(_is_of_model(each) for each in call.args)
    ]
    return takes or bool(numbers)


def _is_of_model(given: ast.expr) -> bool:
    return isinstance(given, ast.Call) and last_name(given.func) == "get_weights"


def epochs(script: Script, gettext: Translate) -> Iterator[Finding]:
    """`fit` without a number of epochs: Keras 1 trained for ten."""
    words = gettext("`fit` without a number of epochs: Keras 1 trained for 10 epochs, now it is 1.")
    if is_keras_1(script):
        for call in script.walk(ast.Call):
            given = {keyword.arg for keyword in call.keywords}
            is_fit = isinstance(call.func, ast.Attribute) and call.func.attr == "fit" and len(call.args) in (2, 3)
            if is_fit and not given & {"nb_epoch", "epochs", None}:
                fitted = call.func.value  # type: ignore[attr-defined]
                if not makers(script, fitted) or kind(script, fitted) == "model":
                    yield Finding(call.lineno, words, is_rewritten=False)


def values(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Values of arguments, and losses by name, that are other values now."""
    words = gettext("`{old}` is `{now}` now.")
    for keyword in script.walk(ast.keyword):
        table = names.VALUES.get(keyword.arg or "", {})
        if isinstance(keyword.value, ast.Constant) and (now := table.get(str(keyword.value.value))):
            edit = Replacement(script.start(keyword.value), script.end(keyword.value), repr(now))
            yield Finding(keyword.lineno, words.format(old=keyword.value.value, now=now), (edit,))
        if isinstance(keyword.value, ast.Constant) and keyword.arg == "shuffle" and keyword.value.value == "batch":
            advice = gettext(
                "`shuffle='batch'` is gone: Keras 3 takes it for True and shuffles the samples one by one."
            )
            yield Finding(keyword.lineno, advice, is_rewritten=False)
        if (
            isinstance(keyword.value, ast.Constant)
            and keyword.arg == "class_weight"
            and keyword.value.value is not None
        ):
            advice = gettext("`class_weight` is a dictionary now, of a number for each class.")
            yield Finding(keyword.lineno, advice, is_rewritten=False)
    for call in script.walk(ast.Call):
        if last_name(call.func) != "compile":
            continue
        for text in ast.walk(call):
            if isinstance(text, ast.Constant) and (now := names.IDENTIFIERS.get(str(text.value))):
                edit = Replacement(script.start(text), script.end(text), repr(now))
                yield Finding(text.lineno, words.format(old=text.value, now=now), (edit,))
