"""What a method is called on: a model, a layer, an optimizer, or something that is not known."""

import ast

from lstm_viz.old_code import keras_3
from lstm_viz.old_code.names import RECURRENT, RENAMED
from lstm_viz.old_code.script import Script, dotted, last_name

NOT_MODELS = {
    *("checkpoint", "config", "dir", "file", "filename", "folder", "history", "id", "img"),
    *("input", "inputs", "json", "list", "models", "name", "names", "output", "outputs"),
    *("params", "path", "str", "string", "type", "weights", "yaml"),
}
"""The words of a name that is about a model, and is none."""
LIBRARIES = ("keras", "sklearn", "statsmodels", "tensorflow", "torch", "torchvision")
SOME = 1_000
"""The number of outputs of a model that are in a list which is filled elsewhere."""
MAKES_MODELS = ("Sequential", "Model", "load_model", "model_from_json", "clone_model")


def makers(script: Script, receiver: ast.expr) -> list[ast.Call]:
    """The calls that make what a name means."""
    name = dotted(receiver)
    return [
        node.value
        for node in script.walk(ast.Assign)
        if name and isinstance(node.value, ast.Call) and any(dotted(target) == name for target in node.targets)
    ]


def kind(script: Script, receiver: ast.expr) -> str:
    """Whether a name means a "model" or a "layer"; "" if that is not known."""
    made = {last_name(call.func) for call in makers(script, receiver)}
    if made & set(RECURRENT) or "layer" in last_name(receiver).lower() or isinstance(receiver, ast.Subscript):
        return "layer"
    if made & set(MAKES_MODELS) or _is_made_by_own(script, made):
        return "model"
    is_of_another_class = any(callee[:1].isupper() for callee in made)
    return "model" if _is_named_model(script, receiver) and not is_of_another_class else ""


def _is_named_model(script: Script, receiver: ast.expr) -> bool:
    """Whether a name is one for a model, such as lstm_model, and not for its path, or for a module of models."""
    name = last_name(receiver).lower()
    if "model" not in name or NOT_MODELS & set(name.split("_")):
        return False
    root = dotted(receiver).split(".")[0]
    modules = [alias.asname or alias.name.split(".")[0] for node in script.walk(ast.Import) for alias in node.names]
    return root not in modules and not any(
        root == (alias.asname or alias.name)
        for node in script.walk(ast.ImportFrom)
        if (node.module or "").split(".")[0] in LIBRARIES
        for alias in node.names
    )


def is_model(script: Script, receiver: ast.expr) -> bool:
    """Whether a name means a model."""
    return isinstance(receiver, ast.Name | ast.Attribute) and kind(script, receiver) == "model"


def is_layer(script: Script, receiver: ast.expr) -> bool:
    """Whether an expression surely means a layer: `model.layers[0]`, what `get_layer` gives, or a name for these."""
    if isinstance(receiver, ast.Subscript):
        return last_name(receiver.value) == "layers" and not isinstance(receiver.slice, ast.Slice)
    if isinstance(receiver, ast.Call):
        return last_name(receiver.func) == "get_layer"
    if not isinstance(receiver, ast.Name):
        return False
    if any(last_name(call.func) in {*keras_3.layers(), *RENAMED, "get_layer"} for call in makers(script, receiver)):
        return True
    loops: list[ast.For | ast.comprehension] = [*script.walk(ast.For), *script.walk(ast.comprehension)]
    return any(last_name(loop.iter) == "layers" and last_name(loop.target) == receiver.id for loop in loops)


def is_recurrent(script: Script, receiver: ast.expr) -> bool:
    """Whether an expression makes a recurrent layer, or is a name for one."""
    calls = [receiver, *makers(script, receiver)]
    return any(isinstance(call, ast.Call) and last_name(call.func) in RECURRENT for call in calls)


def is_optimizer(script: Script, receiver: ast.expr) -> bool:
    """Whether an expression means an optimizer, by its name or by what made it."""
    optimizers = keras_3.members("keras.optimizers") or {}
    made = [last_name(call.func) for call in makers(script, receiver) if not dotted(call.func).startswith("torch")]
    name = dotted(receiver)
    given = [node.value for node in script.walk(ast.Assign) if name and name in map(dotted, node.targets)]
    if any(isinstance(value, ast.Attribute) and value.attr == "optimizer" for value in given):
        return True
    by_name = last_name(receiver).lower() in ("optimizer", "opt")
    return any(name in optimizers for name in made) or (by_name and not makers(script, receiver))


def has_models_inside(script: Script) -> bool:
    """Whether a model may be a layer of another model: it is added, is in a list of layers, or is called.

    If the script makes no model, that is not known, and so it may be.
    """
    if not any(last_name(call.func) in MAKES_MODELS for call in script.walk(ast.Call)):
        return True
    for call in script.walk(ast.Call):
        is_list = last_name(call.func) == "Sequential" and call.args and isinstance(call.args[0], ast.List | ast.Tuple)
        inner = list(call.args[0].elts) if is_list else call.args[:1]  # type: ignore[attr-defined]
        takes = is_list or last_name(call.func) in ("add", "TimeDistributed", "Bidirectional")
        if takes and any(_gives_model(script, each) for each in inner):
            return True
        if isinstance(call.func, ast.Name) and any(
            last_name(made.func) in MAKES_MODELS for made in makers(script, call.func)
        ):
            return True
    return any(last_name(call.func) in ("load_model", "model_from_json") for call in script.walk(ast.Call))


def _gives_model(script: Script, given: ast.expr) -> bool:
    if isinstance(given, ast.Call):
        return last_name(given.func) in MAKES_MODELS or _is_made_by_own(script, {last_name(given.func)})
    return kind(script, given) == "model"


def outputs_of(script: Script, model: ast.expr) -> int | None:
    """How many outputs the last layer of a Sequential model has; None if the script does not say."""
    name = dotted(model)
    added = [
        call.args[0] for call in script.walk(ast.Call) if name and dotted(call.func) == f"{name}.add" and call.args
    ]
    if len([made for made in makers(script, model) if last_name(made.func) == "Sequential"]) != 1:
        return None
    if any(isinstance(script.parent(script.statement(each)), ast.If | ast.For | ast.While | ast.Try) for each in added):
        return None
    layers = list(added)
    (made,) = makers(script, model)[:1]
    if made.args and isinstance(made.args[0], ast.List):
        layers = [*made.args[0].elts, *added]
    while layers and isinstance(layers[-1], ast.Call) and last_name(layers[-1].func) in ("Activation", "Dropout"):
        layers.pop()
    return _units(script, layers[-1]) if layers else None


def outputs_of_model(script: Script, model: ast.expr) -> int:
    """How many outputs the list has that a Model is made with; SOME if they are not counted, 0 if there is no list."""
    made = makers(script, model)
    if len(made) != 1 or last_name(made[0].func) != "Model":
        return 0
    given = [each.value for each in made[0].keywords if each.arg in ("outputs", "output")] + made[0].args[1:2]
    if given and isinstance(given[0], ast.Name):
        values = [node.value for node in script.walk(ast.Assign) if given[0].id in map(dotted, node.targets)]
        return SOME if values and all(isinstance(value, ast.List | ast.ListComp) for value in values) else 0
    return len(given[0].elts) if given and isinstance(given[0], ast.List) else 0


def _units(script: Script, layer: ast.expr) -> int | None:
    if not isinstance(layer, ast.Call):
        return None
    if last_name(layer.func) == "TimeDistributed" and layer.args:
        return _units(script, layer.args[0])
    if last_name(layer.func) not in ("Dense", "LSTM", "GRU", "SimpleRNN"):
        return None
    given = [each.value for each in layer.keywords if each.arg in ("units", "output_dim")] + layer.args[:1]
    value = given[0] if given else None
    if isinstance(value, ast.Name):
        values = [node.value for node in script.walk(ast.Assign) if value.id in map(dotted, node.targets)]
        stored = [node for node in script.walk(ast.Name) if node.id == value.id and isinstance(node.ctx, ast.Store)]
        # A loop, `+=` or a parameter may give the name another value.
        if len(stored) != 1 or any(each.arg == value.id for each in script.walk(ast.arg)):
            return None
        value = values[0] if len(values) == 1 else None
    is_number = isinstance(value, ast.Constant) and type(value.value) is int
    return value.value if is_number else None  # type: ignore[union-attr,return-value]


def _is_made_by_own(script: Script, callees: set[str]) -> bool:
    """Whether one of the callees is a function of the script that makes a model."""
    return any(
        isinstance(node, ast.Call) and last_name(node.func) in MAKES_MODELS
        for function in script.walk(ast.FunctionDef)
        if function.name in callees
        for node in ast.walk(function)
    )
