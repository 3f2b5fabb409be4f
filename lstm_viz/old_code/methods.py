"""Rules for methods of models that Keras 3 no longer has, and for names of Python 2."""

import ast
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code import keras_3
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.names import (
    METHODS,
    OTHER_LIBRARIES,
    PYTHON_2_METHODS,
    PYTHON_2_MODULES,
    PYTHON_2_NAMES,
    RENAMED,
)
from lstm_viz.old_code.receivers import has_models_inside, kind, outputs_of
from lstm_viz.old_code.script import Replacement, Script, dotted, last_name

GIVE_FLOATS = ("cos", "exp", "log", "mean", "random", "sin", "sqrt", "std", "tanh", "uniform")
"""Functions that give fractions, whatever they are given."""


def _method_calls(script: Script, name: str) -> Iterator[tuple[ast.Call, ast.Attribute]]:
    for call in script.walk(ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr == name:
            yield call, call.func


def renamed_methods(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Methods that have another name now, such as fit_generator."""
    words = gettext("`{old}` is `{now}` now.")
    for old, now in METHODS.items():
        for call, method in _method_calls(script, old):
            edit = Replacement(script.end(method) - len(old), script.end(method), now)
            yield Finding(call.lineno, words.format(old=old, now=now), (edit,))


def yaml_models(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Models that a script both writes and reads as YAML: both are JSON now."""
    used: list[ast.Name | ast.Attribute] = [*script.walk(ast.Name), *script.walk(ast.Attribute)]
    writes, reads = ([each for each in used if last_name(each) == name] for name in ("to_yaml", "model_from_yaml"))
    words = gettext("`{old}` is `{now}` now.")
    imports = [alias for node in script.walk(ast.ImportFrom) for alias in node.names if alias.name == "model_from_yaml"]
    if not writes or not reads or any(alias.asname for alias in imports):
        return
    for node in (*imports, *writes, *reads):
        old = node.name if isinstance(node, ast.alias) else last_name(node)
        now = old.replace("yaml", "json")
        edit = Replacement(script.end(node) - len(old), script.end(node), now)
        yield Finding(node.lineno, words.format(old=old, now=now), (edit,))


def predicted_probabilities(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The method predict_proba of a Keras model; the models of scikit-learn still have it."""
    for call, method in _method_calls(script, "predict_proba"):
        if kind(script, method.value) == "model":
            edit = Replacement(script.end(method) - len(method.attr), script.end(method), "predict")
            yield Finding(
                call.lineno, gettext("`{old}` is `{now}` now.").format(old=method.attr, now="predict"), (edit,)
            )
        else:
            words = gettext("`predict_proba()`: for a Keras model it is `predict` now.")
            yield Finding(call.lineno, words, is_rewritten=False)


def predicted_classes(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The method predict_classes: the position of the largest output, or whether a single output is above 0.5.

    How many outputs there are is told by the model's last layer. If it is not in the script, the new code asks.
    """
    for call, method in _method_calls(script, "predict_classes"):
        name = Replacement(script.end(method) - len(method.attr), script.end(method), "predict")
        start, end = script.start(call), script.end(call)
        outputs = outputs_of(script, method.value)
        if outputs is None:
            words = gettext(
                "`predict_classes` is gone: the class is the position of the largest output, "
                "or, with a single output, whether it is above 0.5."
            )
            edits = _either(script, call, name)
        elif outputs == 1:
            words = gettext("`predict_classes` is gone: with a single output, the class is whether it is above 0.5.")
            edits = Replacement(start, start, "("), name, Replacement(end, end, ' > 0.5).astype("int32")')
        else:
            words = gettext("`predict_classes` is gone: the class is the position of the largest output.")
            edits = name, Replacement(end, end, ".argmax(axis=-1)")
        yield Finding(call.lineno, words, edits)


def _either(script: Script, call: ast.Call, name: Replacement) -> tuple[Replacement, ...]:
    """The edits that look at the number of outputs when the new code runs."""
    start, end, statement = script.start(call), script.end(call), script.statement(call)
    indentation = script.indentation(statement)
    choice = '{0}.argmax(axis=-1) if {0}.shape[-1] > 1 else ({0} > 0.5).astype("int32")'
    target = _assigned(statement, call)
    if target and indentation is not None and script.ends_its_line(statement):
        return name, Replacement(end, end, f"\n{indentation}{target} = {choice.format(target)}")
    before = Replacement(start, start, f"(lambda outputs: {choice.format('outputs')})(")
    return before, name, Replacement(end, end, ")")


def _assigned(statement: ast.stmt, value: ast.expr) -> str:
    """The name that a statement gives to a value, if it does nothing else; otherwise ""."""
    is_assigned = isinstance(statement, ast.Assign) and statement.value is value
    return dotted(statement.targets[0]) if is_assigned and len(statement.targets) == 1 else ""  # type: ignore[attr-defined]


def reset_models(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The method reset_states of a model: each stateful layer has its own, which takes no states."""
    layer = next(name for name in ("layer", "each_layer", "stateful_layer", "reset_layer") if name not in script.names)
    for call, method in _method_calls(script, "reset_states"):
        model = script.source(method.value)
        meant = kind(script, method.value)
        if call.args or call.keywords:
            yield _set_states(script, call, method, gettext)
        elif meant == "layer":
            continue
        elif meant == "" or "\n" in model:
            words = gettext(
                "`reset_states()`: if this is a model, reset each of its stateful layers; a layer still has it."
            )
            yield Finding(call.lineno, words, is_rewritten=False)
        else:
            # Keras 2 also reset the layers of models that are layers of the model.
            layers = f"{model}._flatten_layers()" if has_models_inside(script) else f"{model}.layers"
            words = gettext("`model.reset_states()` is gone: each stateful layer has its own.")
            yield Finding(call.lineno, words, (_reset(script, call, layers, layer),))


def _set_states(script: Script, call: ast.Call, method: ast.Attribute, gettext: Translate) -> Finding:
    """States that a layer is given: each is assigned to the layer's own."""
    given = call.args[0] if call.args else call.keywords[0].value
    statement = script.statement(call)
    indentation = script.indentation(statement)
    is_alone = isinstance(statement, ast.Expr) and statement.value is call and script.ends_its_line(statement)
    count = len(call.args) + len(call.keywords)
    is_list = isinstance(given, ast.List | ast.Tuple | ast.Name)
    if kind(script, method.value) != "layer" or not is_alone or indentation is None or count != 1 or not is_list:
        words = gettext("`reset_states` takes no states now: give each to `layer.states[i].assign(…)`.")
        return Finding(call.lineno, words, is_rewritten=False)
    words = gettext("`reset_states` takes no states now: each is assigned to the layer's own.")
    layer, step = script.source(method.value), "\t" if "\t" in indentation else "    "
    states = script.on_one_line(given)
    if isinstance(given, ast.Name):  # Keras 2 also took a single state
        states = f"{states} if isinstance({states}, (list, tuple)) else [{states}]"
    code = f"for state, value in zip({layer}.states, {states}):\n{indentation}{step}state.assign(value)"
    return Finding(call.lineno, words, (Replacement(script.start(call), script.end(call), code),))


def _reset(script: Script, call: ast.Call, layers: str, layer: str) -> Replacement:
    start, end = script.start(call), script.end(call)
    statement = script.statement(call)
    indentation = script.indentation(statement)
    alone = isinstance(statement, ast.Expr) and statement.value is call and script.ends_its_line(statement)
    condition = f'if getattr({layer}, "stateful", False)'
    if not alone or indentation is None:
        return Replacement(start, end, f"[{layer}.reset_states() for {layer} in {layers} {condition}]")
    step = "\t" if "\t" in indentation else "    "
    lines = [f"for {layer} in {layers}:", f"{step}{condition}:", f"{2 * step}{layer}.reset_states()"]
    return Replacement(start, end, f"\n{indentation}".join(lines))


def python_2_names(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Names of Python 2, such as xrange, and `print >>file`, which Python 3 reads as a shift."""
    for shift in script.walk(ast.BinOp):
        if isinstance(shift.op, ast.RShift) and last_name(shift.left) == "print":
            words = gettext("`print >>file, …` is `print(…, file=file)` in Python 3.")
            yield Finding(shift.lineno, words, is_rewritten=False)
    words = gettext("`{old}` is `{now}` in Python 3.")
    own = {node.id for node in script.walk(ast.Name) if isinstance(node.ctx, ast.Store)}
    for node in script.walk(ast.Name):
        if (now := PYTHON_2_NAMES.get(node.id)) and isinstance(node.ctx, ast.Load) and node.id not in own:
            edit = Replacement(script.start(node), script.end(node), now)
            yield Finding(node.lineno, words.format(old=node.id, now=now), (edit,))
    for call in script.walk(ast.Call):
        callee = last_name(call.func)
        if (now := PYTHON_2_METHODS.get(callee)) and isinstance(call.func, ast.Attribute) and not call.args:
            edit = Replacement(script.end(call.func) - len(callee), script.end(call.func), now)
            yield Finding(call.lineno, gettext("`{old}` is `{now}` now.").format(old=callee, now=now), (edit,))


def python_2_modules(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Modules of Python 2 that have another name now."""
    words = gettext("`{old}` is `{now}` in Python 3.")
    for node in script.walk(ast.ImportFrom):
        if now := PYTHON_2_MODULES.get(node.module or ""):
            at = script.text.index(node.module or "", script.start(node))
            edit = Replacement(at, at + len(node.module or ""), now)
            yield Finding(node.lineno, words.format(old=node.module, now=now), (edit,))
    for alias in (alias for plain in script.walk(ast.Import) for alias in plain.names):
        if now := PYTHON_2_MODULES.get(alias.name):
            edit = Replacement(script.start(alias), script.end(alias), f"{now} as {alias.asname or alias.name}")
            yield Finding(alias.lineno, words.format(old=alias.name, now=now), (edit,))


def python_2_dictionaries(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The method has_key, and the position in keys() of a dictionary."""
    words = gettext("`{old}` is `{now}` in Python 3.")
    for call in script.walk(ast.Call):
        outer = script.parent(call)
        if not isinstance(call.func, ast.Attribute):
            continue
        start, end, of = script.start(call), script.end(call), script.end(call.func.value)
        if call.func.attr == "has_key" and len(call.args) == 1 and not call.keywords:
            key = call.args[0]
            edits = (
                Replacement(start, start, f"({script.on_one_line(key)} in "),
                Replacement(of, end, ")"),
            )
            yield Finding(call.lineno, words.format(old="has_key", now="in"), edits)
        elif call.func.attr in ("keys", "values", "items") and isinstance(outer, ast.Subscript) and outer.value is call:
            edits = Replacement(start, start, "list("), Replacement(end, end, ")")
            old = f"{call.func.attr}()[…]"
            yield Finding(call.lineno, words.format(old=old, now=f"list({call.func.attr}())[…]"), edits)


def python_2_iterators(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The method next of an iterator: a function calls it now, and a class defines it by another name."""
    defined = [made for made in script.walk(ast.FunctionDef) if made.name == "next"]
    classes = [script.parent(made) for made in defined]
    # A class that is no iterator has a method next of its own.
    iterates = [{getattr(each, "name", "") for each in getattr(made, "body", ())} >= {"__iter__"} for made in classes]
    if not is_python_2(script) or not all(iterates):
        return
    words = gettext("`{old}` is `{now}` in Python 3.")
    for made in defined:
        at = script.text.index("next", script.start(made))
        edit = Replacement(at, at + len("next"), "__next__")
        yield Finding(made.lineno, words.format(old="next", now="__next__"), (edit,))
    for call, method in _method_calls(script, "next"):
        if not call.args and not call.keywords:
            start, of, end = script.start(call), script.end(method.value), script.end(call)
            edits = Replacement(start, start, "next("), Replacement(of, end, ")")
            yield Finding(call.lineno, words.format(old="x.next()", now="next(x)"), edits)


def other_libraries(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Names of numpy and scikit-learn that are gone."""
    words = gettext("`{old}` is `{now}` now.")
    for node in script.walk(ast.Attribute):
        if now := OTHER_LIBRARIES.get(dotted(node)):
            edit = Replacement(script.start(node), script.end(node), now)
            yield Finding(node.lineno, words.format(old=dotted(node), now=now), (edit,))
    for old_import in script.walk(ast.ImportFrom):
        module = old_import.module or ""
        if now := OTHER_LIBRARIES.get(module):
            at = script.text.find(module, script.start(old_import))
            edit = Replacement(at, at + len(module), now)
            yield Finding(old_import.lineno, words.format(old=module, now=now), (edit,))


def python_2_numbers(script: Script, gettext: Translate) -> Iterator[Finding]:
    """What Python 3 computes otherwise without an error: the division of whole numbers, and lists that are none now."""
    if not is_python_2(script):
        return
    for division in script.walk(ast.BinOp):
        parts = (division.left, division.right)
        is_float = any(isinstance(each, ast.Constant) and isinstance(each.value, float) for each in parts)
        if isinstance(division.op, ast.Div) and not is_float and not any(_is_float(each) for each in parts):
            words = gettext("`/` of two whole numbers gave a whole number in Python 2: if both are, write `//`.")
            yield Finding(division.lineno, words, is_rewritten=False)
    for call in script.walk(ast.Call):
        outer = script.parent(call)
        is_read = isinstance(outer, ast.For | ast.comprehension) or (
            isinstance(outer, ast.Call) and last_name(outer.func) in ("list", "tuple", "set", "dict", "sum", "sorted")
        )
        if isinstance(call.func, ast.Name) and call.func.id in ("map", "filter", "zip") and not is_read:
            words = gettext("`{name}` gave a list in Python 2: write `list({name}(…))`.")
            yield Finding(call.lineno, words.format(name=call.func.id), is_rewritten=False)


def fractions(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Quotients where a whole number is needed: in a slice, in a range, and as the size of a layer."""
    if is_python_2(script):  # there every quotient is told
        return
    words = gettext("Here a whole number is needed, and `/` gives a fraction in Python 3: write `//`.")
    needed: list[ast.expr | None] = []
    for part in script.walk(ast.Slice):
        needed += [part.lower, part.upper]
    for call in script.walk(ast.Call):
        if last_name(call.func) == "range" or _first_argument(last_name(call.func)) in ("units", "filters"):
            needed += call.args[:1]
    named = _named_quotients(script)
    for value in needed:
        if value is not None and (last_name(value) in named or _is_quotient(value)):
            yield Finding(value.lineno, words, is_rewritten=False)


def numpy_numbers(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The size of a layer that NumPy computes, such as `Dense(np.prod(shape))`: only a plain whole number is taken."""
    words = gettext("The size of a layer is a plain whole number now, not one of NumPy: it is written with `int`.")
    for call in script.walk(ast.Call):
        first = _first_argument(last_name(call.func))
        sizes = [*call.args[:1], *(each.value for each in call.keywords if each.arg in (first, "output_dim"))]
        for size in sizes if first in ("units", "filters") else ():
            if isinstance(size, ast.Call) and dotted(size.func).startswith(("np.", "numpy.")):
                start, end = script.start(size), script.end(size)
                yield Finding(size.lineno, words, (Replacement(start, start, "int("), Replacement(end, end, ")")))


def _first_argument(layer: str) -> str:
    """The name of a layer's first argument; "" if there is no such layer."""
    known = keras_3.arguments(f"keras.layers.{RENAMED.get(layer, layer)}")
    return known[1][0] if known else ""


def _named_quotients(script: Script) -> set[str]:
    """The names that are given a value once, and computed with a quotient."""
    given: dict[str, list[ast.expr]] = {}
    for each in script.walk(ast.Assign):
        for target in each.targets:
            given.setdefault(dotted(target), []).append(each.value)
    return {name for name, values in given.items() if name and len(values) == 1 and _is_quotient(values[0])}


def _is_quotient(value: ast.expr) -> bool:
    """Whether a number is computed with a quotient that no function makes whole."""
    if not isinstance(value, ast.BinOp):
        return False
    return isinstance(value.op, ast.Div) or _is_quotient(value.left) or _is_quotient(value.right)


def _is_float(value: ast.expr) -> bool:
    callee = last_name(value.func) if isinstance(value, ast.Call) else ""
    return callee.startswith("float") or callee in GIVE_FLOATS


def is_python_2(script: Script) -> bool:
    """Whether a script has names that only Python 2 had, or its print."""
    imported = [alias.name for node in script.walk(ast.ImportFrom) for alias in node.names]
    old = {*PYTHON_2_NAMES} & script.names
    methods = {node.attr for node in script.walk(ast.Attribute)} & set(PYTHON_2_METHODS) - {"as_matrix"}
    return bool(script.has_old_print or old or methods) and "division" not in imported
