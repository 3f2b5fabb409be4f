"""Rules for the learning rate that an optimizer is made with: its decay, and the default that is another now."""

import ast
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code.arguments import is_as_without, makes_optimizer
from lstm_viz.old_code.changed import is_keras_1
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.imports import LOWER_CASE
from lstm_viz.old_code.inputs import import_before
from lstm_viz.old_code.names import RATES
from lstm_viz.old_code.origins import Origins
from lstm_viz.old_code.receivers import is_optimizer
from lstm_viz.old_code.script import Replacement, Script, last_name

SCHEDULE = "{optimizers}.schedules.InverseTimeDecay({rate}, decay_steps=1, decay_rate={decay})"
"""What the decay of Keras 1 and 2 computed: rate / (1 + decay * batches so far)."""
SETTING = ("LearningRateScheduler", "ReduceLROnPlateau", "set_value")
"""What sets a learning rate in training, which it cannot if the rate is a schedule."""
READ = ("decay", "learning_rate", "lr")
"""What a rate and its decay are called in an optimizer, now or in old code."""
SAME_RATES = {"Adam": "0.001", "RMSprop": "0.001", "SGD": "0.01"}
"""An optimizer → its default learning rate, then and now."""


def learning_rates(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Optimizers that are made with a decay, or without a learning rate that was another."""
    origins = Origins(script)
    module = _module(origins)
    found = [*_decays(script, module or "optimizers", gettext), *_defaults(script, origins, module, gettext)]
    uses = [edit.start for finding in found for edit in finding.edits if "optimizers." in edit.text]
    if uses and not module:
        line, edit = import_before(script, min(uses), "optimizers")
        yield Finding(line, gettext("`{name}` has to be imported.").format(name="optimizers"), (edit,))
    yield from found


def _module(origins: Origins) -> str:
    """What keras.optimizers is called in a script; "" if it is not imported."""
    below = {"keras.optimizers": "", "keras": ".optimizers", "tf": ".keras.optimizers"}
    below |= {"tf.keras.optimizers": "", "tf.keras": ".optimizers"}
    return next((name + below[origin] for name, origin in origins.imported.items() if origin in below), "")


def _decays(script: Script, module: str, gettext: Translate) -> Iterator[Finding]:
    words = gettext("`decay` is gone: the learning rate is a schedule that computes the same.")
    advice = gettext(
        "`decay` is gone: give `learning_rate` a schedule, such as "
        "`keras.optimizers.schedules.InverseTimeDecay(rate, decay_steps=1, decay_rate=decay)`."
    )
    for call in script.walk(ast.Call):
        for keyword in call.keywords if makes_optimizer(call) else ():
            if keyword.arg != "decay" or is_as_without(call, keyword):
                continue
            edits = () if _uses_rates(script) else _schedule(script, call, keyword, module)
            is_in_place = any(edit.start == script.start(keyword) for edit in edits)
            drops = ((call, keyword),) if edits and not is_in_place else ()
            yield Finding(keyword.lineno, words if edits else advice, edits, drops, is_rewritten=bool(edits))


def _uses_rates(script: Script) -> bool:
    """Whether a script sets or reads the learning rate or the decay of an optimizer after it is made."""
    attributes = list(script.walk(ast.Attribute))
    texts = {node.value for node in script.walk(ast.Constant) if isinstance(node.value, str)}
    is_set = bool({*script.names, *(node.attr for node in attributes)} & set(SETTING) or texts & set(READ))
    return is_set or any(node.attr in READ and is_optimizer(script, node.value) for node in attributes)


def _schedule(script: Script, call: ast.Call, decay: ast.keyword, module: str) -> tuple[Replacement, ...]:
    """The edits that make a schedule of the rate; none if the rate is not known."""
    if isinstance(decay.value, ast.Constant) and not isinstance(decay.value.value, int | float):
        return ()
    given = [*call.args[:1], *(each.value for each in call.keywords if each.arg in ("lr", "learning_rate"))]
    rate = "{rate}" if given else SAME_RATES.get(LOWER_CASE.get(last_name(call.func).lower(), ""), "")
    code = SCHEDULE.format(optimizers=module, rate=rate, decay=script.on_one_line(decay.value))
    if given:
        before, after = code.split("{rate}")
        start, end = script.start(given[0]), script.end(given[0])
        return Replacement(start, start, before), Replacement(end, end, after)
    return (Replacement(script.start(decay), script.end(decay), f"learning_rate={code}"),) if rate else ()


def _defaults(script: Script, origins: Origins, module: str, gettext: Translate) -> Iterator[Finding]:
    """Optimizers that are used with their own learning rate, which is another now."""
    told = gettext(
        "`{name}` without a learning rate: it was {old} in Keras before 2.4, and is 0.001 now. Write "
        "`keras.optimizers.{name}(learning_rate={old})` if the code is that old."
    )
    words = gettext("`{name}` without a learning rate: it was {old} in Keras 1, and is 0.001 now.")
    lower, is_old = {name.lower(): name for name in RATES}, is_keras_1(script)
    for place in _without_rates(script, origins):
        text = place.value if isinstance(place, ast.Constant) else last_name(place.func)
        if name := lower.get(str(text).lower()):
            code = f"learning_rate={RATES[name]}"
            edit = Replacement(script.start(place), script.end(place), f"{module or 'optimizers'}.{name}({code})")
            if isinstance(place, ast.Call):
                at = script.text.index("(", script.end(place.func)) + 1
                edit = Replacement(at, at, f"{code}, " if place.keywords else code)
            sentence = (words if is_old else told).format(name=name, old=RATES[name])
            yield Finding(place.lineno, sentence, (edit,) if is_old else (), is_rewritten=is_old)


def _without_rates(script: Script, origins: Origins) -> Iterator[ast.Call | ast.Constant]:
    """The optimizers of Keras, but not of tf.keras, that are made without a rate or named by a text."""
    is_of_tf = any(origin.startswith("tf.keras") for origin in origins.imported.values())
    for call in script.walk(ast.Call):
        given = call.args or any(keyword.arg in ("lr", "learning_rate", None) for keyword in call.keywords)
        if not given and not origins.of(call.func).startswith("tf."):
            yield call
        if last_name(call.func) == "compile" and not is_of_tf:
            texts = [*call.args[:1], *(each.value for each in call.keywords if each.arg == "optimizer")]
            yield from (each for each in texts if isinstance(each, ast.Constant))
