"""The rule for what pandas and scikit-learn no longer have, and tutorials on time series use."""

import ast
from collections.abc import Iterator

from lstm_viz.i18n import Translate
from lstm_viz.old_code.finding import Finding
from lstm_viz.old_code.names import OF_LIBRARIES, OF_READ_CSV
from lstm_viz.old_code.script import Script, dotted, last_name


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
