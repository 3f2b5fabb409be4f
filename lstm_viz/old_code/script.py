"""A parsed script: the position of each node and token in the text, and what each node is part of."""

import ast
import io
import itertools
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

BLANKS = {tokenize.NL, tokenize.NEWLINE, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT}
Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True)
class Replacement:
    """An edit that replaces the text between two positions.

    Attributes:
        start: The position of the first character that is replaced, counted from 0.
        end: The position after the last character that is replaced.
        text: The new text.
    """

    start: int
    end: int
    text: str


class Script:
    """A script that is valid Python, with only line feeds between its lines.

    Args:
        text: The script.
        has_old_print: Whether it was written with print of Python 2.

    Raises:
        SyntaxError: From `ast.parse`, if the script is not valid.
        ValueError: If the script has a null character.
        RecursionError: If the script is nested too deeply. It can also be a MemoryError or a TokenError.
    """

    def __init__(self, text: str, *, has_old_print: bool = False):
        self.text = text
        self.has_old_print = has_old_print
        self.tree = ast.parse(text)
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}
        self._nodes = sorted(
            ast.walk(self.tree), key=lambda node: (getattr(node, "lineno", 0), getattr(node, "col_offset", 0))
        )
        self._of_kind: dict[type[ast.AST], list] = {}
        self.tokens = self._read_tokens()

    def _read_tokens(self) -> list[Replacement]:
        """Every token that is not blank, as an edit that replaces it by itself."""
        read = tokenize.generate_tokens(io.StringIO(self.text).readline)
        return [
            Replacement(
                self._starts[token.start[0] - 1] + token.start[1],
                self._starts[token.end[0] - 1] + token.end[1],
                token.string,
            )
            for token in read
            if token.type not in BLANKS and token.string
        ]

    def start(self, node: ast.AST) -> int:
        """The position of a node's first character."""
        return self._position(node.lineno, node.col_offset)  # type: ignore[attr-defined]

    def end(self, node: ast.AST) -> int:
        """The position after a node's last character."""
        return self._position(node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]

    def _position(self, line: int, byte: int) -> int:
        # The parser counts the bytes of UTF-8.
        return self._starts[line - 1] + len(self._lines[line - 1].encode()[:byte].decode())

    def source(self, node: ast.AST) -> str:
        """The text of a node."""
        return self.text[self.start(node) : self.end(node)]

    def on_one_line(self, node: ast.AST) -> str:
        """The text of a node on one line, without the comments in it."""
        start, end = self.start(node), self.end(node)
        tokens = [token for token in self.tokens if start <= token.start and token.end <= end]
        pieces = [tokens[0].text]
        for before, after in itertools.pairwise(tokens):
            between = self.text[before.end : after.start]
            is_break = "\n" in between
            at_bracket = before.text in ("(", "[", "{") or after.text in (")", "]", "}")
            pieces += ["" if is_break and at_bracket else " " if is_break else between, after.text]
        return "".join(pieces)

    def walk(self, kind: type[Node]) -> Iterator[Node]:
        """Every node of a kind, in the order of the text."""
        if kind not in self._of_kind:  # a rule asks once for each place
            self._of_kind[kind] = [node for node in self._nodes if isinstance(node, kind)]
        return iter(self._of_kind[kind])

    def parent(self, node: ast.AST) -> ast.AST | None:
        """The node that directly contains a node; None for the whole script."""
        return self._parents.get(node)

    def is_in_keyword(self, node: ast.AST, name: str) -> bool:
        """Whether a node is the value of an argument of this name, or in the list or tuple that is."""
        parent = self.parent(node)
        if isinstance(parent, ast.List | ast.Tuple):
            parent = self.parent(parent)
        return isinstance(parent, ast.keyword) and parent.arg == name

    def statement(self, node: ast.AST) -> ast.stmt:
        """The statement that a node is part of."""
        while not isinstance(node, ast.stmt):
            node = self._parents[node]
        return node

    def indentation(self, statement: ast.stmt) -> str | None:
        """The blanks before a statement; None if something else is before it on its line."""
        before = self._lines[statement.lineno - 1][: self.start(statement) - self._starts[statement.lineno - 1]]
        return before if not before.strip() else None

    def ends_its_line(self, statement: ast.stmt) -> bool:
        """Whether only a comment, or nothing, follows a statement on its line."""
        rest = self.text[self.end(statement) : self._starts[statement.end_lineno or 1] - 1].strip()
        return not rest or rest.startswith("#")

    def token_before(self, position: int) -> Replacement | None:
        """The last token that ends at or before a position."""
        return next((token for token in reversed(self.tokens) if token.end <= position), None)

    def token_from(self, position: int) -> Replacement | None:
        """The first token that begins at or after a position."""
        return next((token for token in self.tokens if token.start >= position), None)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name that the script uses."""
        return frozenset(node.id for node in ast.walk(self.tree) if isinstance(node, ast.Name))


def last_name(node: ast.AST) -> str:
    """The last part of a dotted name: "LSTM" of keras.layers.LSTM; "" if the node is not a name."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def dotted(node: ast.AST) -> str:
    """A dotted name as it is written; "" if the node is not a name."""
    names = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(names)]) if isinstance(node, ast.Name) else ""
