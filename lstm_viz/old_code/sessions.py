"""The rule for the sessions of TensorFlow 1 that only say how the memory of a GPU is used."""

import ast
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.origins import Origins
from lstm_viz.old_code.receivers import makers
from lstm_viz.old_code.script import Replacement, Script, dotted, last_name

KINDS = ("ConfigProto", "GPUOptions", "InteractiveSession", "Session")
MAKE = tuple(f"{root}.{kind}" for root in ("tf", "tf.compat.v1") for kind in KINDS)


def session_lines(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Lines that make a session and give it to Keras; they stay as they are where the session is used otherwise."""
    words = gettext(
        "TensorFlow 2 has no sessions: the line is a comment now. `tf.config.experimental.set_memory_growth(gpu, "
        "True)` lets "
        "the memory of a GPU grow."
    )
    origins = Origins(script)
    lines = [each for each in script.walk(ast.stmt) if _is_of_session(script, each, origins)]  # type: ignore[type-abstract]
    names = {last_name(each.targets[0]) for each in lines if isinstance(each, ast.Assign)}
    inside = {id(node) for line in lines for node in ast.walk(line)}
    if any(node.id in names and id(node) not in inside for node in script.walk(ast.Name)):
        return
    for line in lines:
        indentation = script.indentation(line)
        if indentation is not None and script.ends_its_line(line):
            first, *rest = script.source(line).split("\n")
            pieces = [f"{'pass  ' if indentation else ''}# {first}", *(f"# {each}" for each in rest)]
            edit = Replacement(script.start(line), script.end(line), "\n".join(pieces))
            yield Finding(line.lineno, words, (edit,))


def _is_of_session(script: Script, line: ast.stmt, origins: Origins) -> bool:
    """Whether a line imports set_session or calls it, makes a session or its options, or sets one of these."""
    if isinstance(line, ast.ImportFrom):
        is_backend = (line.module or "").endswith(("tensorflow_backend", "keras.backend"))
        return is_backend and [alias.name for alias in line.names] == ["set_session"]
    if isinstance(line, ast.Assign) and len(line.targets) == 1:
        target = line.targets[0]
        root = ast.Name(dotted(target).split(".")[0])
        if isinstance(target, ast.Attribute):
            return any(origins.of(call.func) in MAKE for call in makers(script, root))
        return isinstance(line.value, ast.Call) and origins.of(line.value.func) in MAKE
    call = line.value if isinstance(line, ast.Expr) else None
    return isinstance(call, ast.Call) and last_name(call.func) == "set_session"
