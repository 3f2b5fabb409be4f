"""Rules for what a model and its layers are given: batches of generators, states, callbacks, metrics of one's own."""

import ast
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code import keras_3
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.names import FITTING, OF_CALLBACKS, OF_LOGS, RENAMED
from lstm_viz.old_code.receivers import SOME, is_recurrent, outputs_of_model
from lstm_viz.old_code.script import Replacement, Script, dotted, last_name

DATASETS = ("Sequence", "PyDataset")
WEIGHT_LISTS = ("trainable_weights", "non_trainable_weights")
OLD_METHODS = {"get_output_shape_for": "compute_output_shape"}


def batches(script: Script, gettext: Translate) -> Iterator[Finding]:
    """The arrays of a batch that a generator gives as a list: they are a tuple now."""
    words = gettext("Several arrays of a batch are a tuple now; a list is not read.")
    for given in _batches(script):
        for part in given.elts:
            if isinstance(part, ast.List) and part.elts:
                start, end = script.start(part), script.end(part)
                closed = ",)" if len(part.elts) == 1 else ")"
                edits = Replacement(start, start + 1, "("), Replacement(end - 1, end, closed)
                yield Finding(part.lineno, words, edits)


def _batches(script: Script) -> Iterator[ast.Tuple]:
    """The pairs of inputs and targets that functions yield, and that the datasets of a script return."""
    given: list[ast.expr | None] = []
    if any(isinstance(call.func, ast.Attribute) and call.func.attr in FITTING for call in script.walk(ast.Call)):
        given += [node.value for node in script.walk(ast.Yield)]
    for made in script.walk(ast.ClassDef):
        if any(last_name(base) in DATASETS for base in made.bases):
            methods = [each for each in made.body if isinstance(each, ast.FunctionDef) and each.name == "__getitem__"]
            given += [node.value for each in methods for node in ast.walk(each) if isinstance(node, ast.Return)]
    yield from (each for each in given if isinstance(each, ast.Tuple))


def states_in_lists(script: Script, gettext: Translate) -> Iterator[Finding]:
    """A recurrent layer that is called with a list of its input and its states."""
    words = gettext("A recurrent layer takes its states as `initial_state` now, not in a list with its input.")
    for call in script.walk(ast.Call):
        given = call.args[0] if len(call.args) == 1 else None
        if isinstance(given, ast.List) and len(given.elts) > 1 and is_recurrent(script, call.func):
            inputs, states = script.start(given), script.start(given.elts[1])
            edits = Replacement(inputs, inputs + 1, ""), Replacement(states, states, "initial_state=[")
            yield Finding(call.lineno, words, edits)


def callbacks(script: Script, gettext: Translate) -> Iterator[Finding]:
    """What a callback was given by Keras 2, and is not given now."""
    words = gettext("`{name}` is gone: {advice}")
    means = gettext(
        "The numbers in `logs` of `on_batch_end` are the means of the epoch so far; Keras 1 and 2 gave those of the "
        "batch."
    )
    for made in script.walk(ast.ClassDef):
        if not any(last_name(base) == "Callback" for base in made.bases):
            continue
        attributes = [node for node in ast.walk(made) if isinstance(node, ast.Attribute)]
        own = {node.attr for node in attributes if isinstance(node.ctx, ast.Store)}
        gone = [(node.lineno, node.attr) for node in attributes if dotted(node) == "self.validation_data"]
        keys = [
            node for node in ast.walk(made) if isinstance(node, ast.Subscript) and last_name(node.value) == "params"
        ]
        gone += [(node.lineno, str(getattr(node.slice, "value", ""))) for node in keys]
        for line, name in gone:
            if name in OF_CALLBACKS and name not in own - {"metrics"}:
                yield Finding(line, words.format(name=name, advice=gettext(OF_CALLBACKS[name])), is_rewritten=False)
        of_batches = [each for each in made.body if isinstance(each, ast.FunctionDef) and each.name == "on_batch_end"]
        averaged = {line for each in of_batches for line, name in _keys_of_logs(each) if name not in OF_LOGS}
        for line, name in _keys_of_logs(made):
            if name in OF_LOGS:
                yield Finding(line, words.format(name=name, advice=gettext(OF_LOGS[name])), is_rewritten=False)
        yield from (Finding(line, means, is_rewritten=False) for line in sorted(averaged))


def _keys_of_logs(made: ast.ClassDef | ast.FunctionDef) -> Iterator[tuple[int, str]]:
    """Line and name of each value that a callback, or a method of it, reads from its logs."""
    for node in ast.walk(made):
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
            of, key = node.value, node.slice
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            of, key = node.func.value, next(iter(node.args), node)
        else:
            continue
        if last_name(of) == "logs" and isinstance(key, ast.Constant):
            yield node.lineno, str(key.value)


def own_layers(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Methods of layers of one's own that have another name now."""
    words = gettext("`{old}` is `{now}` now.")
    for function in script.walk(ast.FunctionDef):
        if now := OLD_METHODS.get(function.name):
            start = script.text.index(function.name, script.start(function))
            edit = Replacement(start, start + len(function.name), now)
            yield Finding(function.lineno, words.format(old=function.name, now=now), (edit,))
    for node in script.walk(ast.Attribute):
        if node.attr in WEIGHT_LISTS and dotted(node.value) == "self" and isinstance(node.ctx, ast.Store):
            words = gettext(
                "`{name}` cannot be set now, and an array that an initializer makes is not trained: make each weight "
                "with `self.add_weight(name=…, shape=…, initializer=…)`."
            )
            yield Finding(node.lineno, words.format(name=node.attr), is_rewritten=False)
        elif node.attr == "dimshuffle":
            words = gettext(
                "`dimshuffle` is of Theano: write `keras.ops.expand_dims(x, axis)` or `keras.ops.transpose(x, axes)`."
            )
            yield Finding(node.lineno, words, is_rewritten=False)


def own_initializers(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Functions that are given to a layer as initializers, and take no dtype."""
    words = gettext(
        "An initializer is called with the shape and `dtype` now, not with a name: give an object, such as "
        "`keras.initializers.RandomNormal(stddev=0.05)`, or a function that takes both."
    )
    for keyword in script.walk(ast.keyword):
        made = keyword.value
        is_initializer = (keyword.arg or "").endswith(("initializer", "init")) and isinstance(made, ast.Lambda)
        if is_initializer and not made.args.kwarg and all(each.arg != "dtype" for each in made.args.args):  # type: ignore[attr-defined]
            yield Finding(keyword.lineno, words, is_rewritten=False)


def other_results(script: Script, gettext: Translate) -> Iterator[Finding]:
    """What gives something else in Keras 3, without an error."""
    names = gettext(
        "`metrics_names` is ['loss', 'compile_metrics'] now, whatever the metrics are: "
        "`model.evaluate(…, return_dict=True)` gives each value with its name."
    )
    words = gettext("`layers` is a copy now, and changing it changes no model: a Sequential has `pop()` and `add()`.")
    known = _metrics_names(script)
    written = gettext("`metrics_names` is another list now: here its names are written.")
    for node in script.walk(ast.Attribute):
        if node.attr == "metrics_names" and known and isinstance(node.ctx, ast.Load):
            yield Finding(node.lineno, written, (_written_names(script, node, known),))
        elif node.attr == "metrics_names":
            yield Finding(node.lineno, names, is_rewritten=False)
        if (
            node.attr in ("pop", "append", "insert")
            and isinstance(node.value, ast.Attribute)
            and node.value.attr == "layers"
        ):
            yield Finding(node.lineno, words, is_rewritten=False)


def _metrics_names(script: Script) -> list[str]:
    """The names of what `evaluate` gives, the loss first, if the script compiles one model of one output."""
    calls = [call for call in script.walk(ast.Call) if last_name(call.func) == "compile"]
    compiled = [call for call in calls if isinstance(call.func, ast.Attribute) and dotted(call.func) != "re.compile"]
    given = [each for call in compiled for each in call.keywords if each.arg in ("metrics", "loss", "loss_weights")]
    values = {each.arg: each.value for each in given}
    metrics = values.get("metrics")
    if len(compiled) != 1 or not isinstance(metrics, ast.List) or len(compiled[0].args) > 2:
        return []
    several = [*values.values(), *compiled[0].args]
    if any(isinstance(each, ast.Dict | ast.List) and each is not metrics for each in several):
        return []
    made = [call for call in script.walk(ast.Call) if last_name(call.func) in ("load_model", "Model")]
    texts = [each.value for each in metrics.elts if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return ["loss", *texts] if len(texts) == len(metrics.elts) and not made else []


def _written_names(script: Script, node: ast.Attribute, known: list[str]) -> Replacement:
    """The edit that writes the names of the metrics, or the one that is read by its number."""
    part = script.parent(node)
    index = part.slice.value if isinstance(part, ast.Subscript) and isinstance(part.slice, ast.Constant) else None
    if isinstance(part, ast.Subscript) and isinstance(index, int) and 0 <= index < len(known):
        return Replacement(script.start(part), script.end(part), repr(known[index]))
    return Replacement(script.start(node), script.end(node), repr(known))


def old_shapes(script: Script, gettext: Translate) -> Iterator[Finding]:
    """How the shape of a tensor was read: by get_shape, as a list, and each size by its value."""
    rewritten = gettext("A tensor of a model has `shape` alone, a tuple of numbers and None: it is read as that.")
    words = gettext("A tensor of a model has `shape` alone, a tuple of numbers and None: write `x.shape`.")
    for node in script.walk(ast.Attribute):
        of_size = node.attr == "value" and isinstance(node.value, ast.Subscript)
        of_list = node.attr == "as_list" and _is_shape(script, node.value)
        if node.attr in ("get_shape", "_keras_shape") or of_list or (of_size and _is_shape(script, node.value.value)):  # type: ignore[attr-defined]
            edits = _shape_edits(script, node)
            yield Finding(node.lineno, rewritten if edits else words, edits, is_rewritten=bool(edits))


def _is_shape(script: Script, node: ast.expr) -> bool:
    """Whether an expression reads the shape of a tensor, in the way of today or of old."""
    if isinstance(node, ast.Call):
        return last_name(node.func) == "get_shape"
    return isinstance(node, ast.Attribute) and node.attr == "shape"


def _shape_edits(script: Script, node: ast.Attribute) -> tuple[Replacement, ...]:
    """The edits that read a shape as a tuple; none if it is set, or asked for more than its sizes."""
    call = script.parent(node)
    is_called = isinstance(call, ast.Call) and call.func is node and not call.args and not call.keywords
    outer = script.parent(call) if is_called and call else call
    known = ("as_list", "ndims") if node.attr == "get_shape" else ()
    is_asked = isinstance(outer, ast.Attribute) and outer.attr not in known and node.attr != "value"
    if not isinstance(node.ctx, ast.Load) or is_asked or is_called != (node.attr in ("get_shape", "as_list")):
        return ()
    end, at = script.end(node), script.end(node.value)
    if node.attr == "value":
        return (Replacement(at, end, ""),)
    if node.attr == "as_list":
        start = script.start(node)
        return Replacement(start, start, "list("), Replacement(at, script.end(call), ")")  # type: ignore[arg-type]
    if isinstance(outer, ast.Attribute) and outer.attr == "ndims":
        start = script.start(node)
        return Replacement(start, start, "len("), Replacement(at, script.end(outer), ".shape)")
    return (Replacement(at, script.end(call) if is_called else end, ".shape"),)  # type: ignore[arg-type]


def own_metrics(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Metrics of one's own, which get the targets as they are."""
    words = gettext(
        "A metric of your own gets targets y of one axis as they are; Keras 2 gave them a second axis. "
        "Give `fit` and `evaluate` `y.reshape(-1, 1)`, or the metric compares every target with every output."
    )
    own = {function.name for function in script.walk(ast.FunctionDef)}
    for keyword in script.walk(ast.keyword):
        if keyword.arg == "metrics" and any(last_name(each) in own for each in ast.walk(keyword.value)):
            yield Finding(keyword.lineno, words, is_rewritten=False)


def metrics_of_outputs(script: Script, gettext: Translate) -> Iterator[Finding]:
    """A plain list of metrics for a model with several outputs, which each of the outputs got."""
    every = gettext(
        "Keras 2 gave every metric of a plain list to every output; now there is a list of metrics for each output."
    )
    unclear = gettext(
        "`metrics`: with as many metrics as outputs, Keras 3 gives each to one output; Keras 2 gave all of them to "
        "every output. For that write a list of metrics for each output, such as `[['mae', 'mse'], ['mae', 'mse']]`."
    )
    for call in script.walk(ast.Call):
        if not isinstance(call.func, ast.Attribute) or call.func.attr != "compile":
            continue
        count = outputs_of_model(script, call.func.value)
        for keyword in call.keywords:
            given = keyword.value
            is_plain = isinstance(given, ast.List) and not any(
                isinstance(each, ast.List | ast.Dict) for each in given.elts
            )
            if keyword.arg != "metrics" or not is_plain or count < 2 or not given.elts:  # type: ignore[attr-defined]
                continue
            start, end = script.start(given), script.end(given)
            outputs = f"{script.source(call.func.value)}.outputs" if count == SOME else f"range({count})"
            around = Replacement(start, start, "["), Replacement(end, end, f" for _ in {outputs}]")
            is_clear = len(given.elts) == 1 or (len(given.elts) != count != SOME)  # type: ignore[attr-defined]
            yield Finding(given.lineno, every if is_clear else unclear, around if is_clear else (), (), is_clear)


def own_losses(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Losses of one's own that use tensors of the model besides the targets and the outputs."""
    words = gettext(
        "`{name}`: a loss is given the targets and the outputs, and cannot use other tensors of the model: let a "
        "layer of your own take them and call `self.add_loss(…)`."
    )
    tensors = {
        last_name(target)
        for made in script.walk(ast.Assign)
        for target in made.targets
        if isinstance(made.value, ast.Call) and isinstance(made.value.func, ast.Call)
    }
    losses = _losses(script)
    for function in script.walk(ast.FunctionDef):
        used = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
        own = {argument.arg for argument in ast.walk(function) if isinstance(argument, ast.arg)}
        own |= {node.id for node in used if isinstance(node.ctx, ast.Store)}
        if function.name in losses and any(node.id in tensors - own for node in used):
            yield Finding(function.lineno, words.format(name=function.name), is_rewritten=False)


def _losses(script: Script) -> set[str]:
    """The names of what models are compiled with as their losses."""
    calls = [call for call in script.walk(ast.Call) if last_name(call.func) == "compile"]
    given = [keyword.value for call in calls for keyword in call.keywords if keyword.arg == "loss"]
    return {last_name(value) for value in (*given, *(value for call in calls for value in call.args[1:2]))}


def names_of_layers(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Layers whose names hold what Keras 3 refuses."""
    words = gettext("The name of a layer cannot hold `/` now: write another sign, here and where the layer is got.")
    named = {*keras_3.layers(), *RENAMED, "Input"}
    for call in script.walk(ast.Call):
        for keyword in call.keywords if last_name(call.func) in named else ():
            value = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
            if keyword.arg == "name" and isinstance(value, str) and "/" in value:
                yield Finding(keyword.lineno, words, is_rewritten=False)
