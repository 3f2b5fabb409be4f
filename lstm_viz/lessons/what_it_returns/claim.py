"""A claim about the tensors of a call: two expressions, decided by the numbers."""

from dataclasses import dataclass

from lstm_viz.comparison import Comparison
from lstm_viz.i18n import Translate
from lstm_viz.lessons.what_it_returns.call import Call, second
from lstm_viz.lessons.what_it_returns.expression import Expression, Named, compare
from lstm_viz.lessons.what_it_returns.results import Returned, Tensors


@dataclass(frozen=True)
class Claim:
    """Two expressions that Keras's rules make equal, or that many expect to be.

    Attributes:
        comparison: What the tensors of the call say.
        holds: Whether the rules make them equal. The numbers may still say otherwise, and theirs is what is shown.
        why: What the rule is.
    """

    comparison: Comparison
    holds: bool
    why: str

    def note(self, gettext: Translate) -> str:
        """The rule, and what to think of it if the numbers do not show it."""
        if self.comparison.equal == self.holds:
            return self.why
        if self.holds:
            return gettext("{why} These numbers say otherwise.").format(why=self.why)
        return gettext("{why} Here both hold the same numbers all the same; other numbers need not.").format(
            why=self.why
        )


class About:
    """The tensors of a call as expressions."""

    def __init__(self, call: Call, result: Returned, others: Tensors, gettext: Translate):
        self.call, self.gettext = call, gettext
        self.units = Named("units", call.units)
        # What the call itself returned goes before what another layer returned under the same name.
        self.tensors: Tensors = {
            **others,
            **result.tensors,
            **{second(name): array for name, array in result.again.items()},
        }

    def __getitem__(self, code: str) -> Expression:
        return Expression(code, self.tensors[code])


def equal(left: Expression, right: Expression, why: str) -> Claim:
    """A claim that the rules make them equal."""
    return Claim(compare(left, right), True, why)


def not_equal(left: Expression, right: Expression, why: str) -> Claim:
    """A claim that they are not equal, though one may expect it."""
    return Claim(compare(left, right), False, why)
