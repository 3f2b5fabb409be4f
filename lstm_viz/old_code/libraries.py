"""Rules for names of TensorFlow 1, and for what pandas and scikit-learn no longer have and tutorials use."""

import ast
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.names import IN_TENSORFLOW, OF_LIBRARIES, OF_READ_CSV
from lstm_viz.old_code.origins import Origins
from lstm_viz.old_code.script import Replacement, Script, dotted, last_name


def renamed_in_tensorflow(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Names of TensorFlow 1 that have another place in TensorFlow 2, and the same arguments."""
    words = gettext("`{old}` is `{now}` now.")
    origins = Origins(script)
    for node in script.walk(ast.Attribute):
        origin = origins.of(node)
        old = origin.removeprefix("tf.")
        if origin.startswith("tf.") and (now := IN_TENSORFLOW.get(old)) and dotted(node).endswith(f".{old}"):
            edit = Replacement(script.end(node) - len(old), script.end(node), now)
            yield Finding(node.lineno, words.format(old=f"tf.{old}", now=f"tf.{now}"), (edit,))


def gone_from_libraries(script: Script, gettext: Translate) -> Iterator[Finding]:
    """Imports, dotted names and arguments of read_csv that are gone."""
    words = gettext("`{name}` is gone: {advice}")
    found: list[tuple[int, str]] = []
    for node in script.walk(ast.ImportFrom):
        module = node.module or ""
        found += [(node.lineno, name) for name in (module, *(f"{module}.{alias.name}" for alias in node.names))]
    for attribute in script.walk(ast.Attribute):
        written = dotted(attribute)
        root, dot, below = written.partition(".")
        found.append((attribute.lineno, f"pandas.{below}" if root == "pd" and dot else written))
        if attribute.attr == "ix" and isinstance(script.parent(attribute), ast.Subscript):
            found.append((attribute.lineno, "ix"))
    for line, name in found:
        if name in OF_LIBRARIES:
            yield Finding(line, words.format(name=name, advice=gettext(OF_LIBRARIES[name])), is_rewritten=False)
    for call in script.walk(ast.Call):
        for keyword in call.keywords if last_name(call.func) == "read_csv" else ():
            if advice := OF_READ_CSV.get(keyword.arg or ""):
                yield Finding(
                    keyword.lineno, words.format(name=keyword.arg, advice=gettext(advice)), is_rewritten=False
                )
