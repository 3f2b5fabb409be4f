"""What the names in a script mean: which of them come from Keras or TensorFlow, and from where."""

import ast
from collections import Counter

from lstm_viz.old_code import keras_3
from lstm_viz.old_code.script import Script

BARE = ("keras.layers", "keras.models", "keras.optimizers", "keras.callbacks")
"""Where a name is from that a part of a script uses without importing it."""
CUSTOMARY = {"K": "keras.backend", "keras": "keras", "tf": "tf", "np_utils": "keras.utils"}


class Origins:
    """The names that a script imports or makes.

    Args:
        script: The script.
    """

    def __init__(self, script: Script):
        self.imported: dict[str, str] = {}
        for plain in script.walk(ast.Import):
            for alias in plain.names:
                name = alias.name if alias.asname else alias.name.split(".")[0]
                self.imported[alias.asname or name] = _short(name)
        for node in script.walk(ast.ImportFrom):
            for alias in node.names:
                module = node.module if node.level == 0 else "."
                self.imported[alias.asname or alias.name] = _short(f"{module}.{alias.name}")
        self._own = {node.id for node in script.walk(ast.Name) if isinstance(node.ctx, ast.Store)}
        self._own |= {node.name for node in script.walk(ast.FunctionDef)}
        self._own |= {node.name for node in script.walk(ast.ClassDef)}
        self._own |= {node.arg for node in script.walk(ast.arg)}
        self._follow_assignments(script)

    def _follow_assignments(self, script: Script) -> None:
        """Adds what has a short name by an assignment, such as `K = tf.keras.backend`, the only one of that name."""
        times = Counter(node.id for node in script.walk(ast.Name) if isinstance(node.ctx, ast.Store))
        for node in script.walk(ast.Assign):
            name = node.targets[0].id if isinstance(node.targets[0], ast.Name) else ""
            if times[name] == 1 and name not in self.imported and (origin := self.of(node.value)):
                self.imported[name] = origin

    def of(self, node: ast.AST) -> str:
        """Where a name is from, as "keras.layers.LSTM" or "tf.train"; "" if from elsewhere, or not known."""
        if isinstance(node, ast.Attribute):
            module = self.of(node.value)
            return f"{module}.{node.attr}" if module else ""
        if not isinstance(node, ast.Name):
            return ""
        if node.id in self.imported:
            origin = self.imported[node.id]
            return origin if origin.split(".")[0] in ("keras", "tf") else ""
        if not self.is_unbound(node.id):
            return ""
        bare = next((module for module in BARE if node.id in (keras_3.members(module) or {})), None)
        return f"{bare}.{node.id}" if bare and node.id[0].isupper() else CUSTOMARY.get(node.id, "")

    def is_unbound(self, name: str) -> bool:
        """Whether a part of a script uses a name that it neither imports nor makes."""
        return name not in self.imported and name not in self._own

    @staticmethod
    def module(name: str) -> str:
        """A module's name with "tf" for tensorflow."""
        return _short(name)


def _short(module: str) -> str:
    for long in ("tensorflow.python.keras", "tensorflow.contrib.keras", "tensorflow.keras"):
        if module == long or module.startswith(long + "."):
            return "tf.keras" + module[len(long) :]
    return "tf" + module[len("tensorflow") :] if module.split(".")[0] == "tensorflow" else module
