"""Which input mattered, on a page: both methods side by side, whether they add up, and where they disagree."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.language import _
from lstm_viz.app.page import Page
from lstm_viz.charts.theme import Mode
from lstm_viz.explain.attribution import TOLERANCE, Apart, Attribution, attribution, baselines
from lstm_viz.i18n import Translate, counted
from lstm_viz.model_files.answer import Answer
from lstm_viz.settings import BASELINES

MOST_KEPT = 8
LARGE = 2**19
"""A model that computes more numbers for one sample is not run many times before somebody asks for it."""


@dataclass(frozen=True, eq=False)
class Asked:
    """An answer whose inputs are judged.

    Attributes:
        answer: The answer.
        number: What the number is, in words and with its unit: "Forecast (bar)".
        key: Identifies the answer.
        tokens: What each step reads; empty if that is not known.
        features: The name of each feature; empty for words, and where features have no names.
        other: The answer to another sample, which can be the baseline.
        titles: Titles of baselines that are not those of `BASELINES`, in the session's language.
        zero: What is added to the number when it is shown.
        keep: Whether the server may keep the charts for others. What a visitor has brought it may not.
    """

    answer: Answer
    number: str
    key: Hashable
    tokens: Sequence[str] = ()
    features: Sequence[str] = ()
    other: Answer | None = None
    titles: Mapping[str, str] | None = None
    zero: float = 0.0
    keep: bool = True


def show_attribution(page: Page, asked: Asked) -> None:
    """Draws the choice of the baseline, the heatmaps, and what they add up to.

    Args:
        page: A page with the setting `settings.BASELINE` under the name "baseline".
        asked: The answer.
    """
    options = baselines(asked.answer, asked.other)
    if page.get("baseline") not in options:
        page.set(baseline=next(iter(options)))
    titles = {name: (asked.titles or {}).get(name) or _(BASELINES[name]) for name in options}
    page.draw("baseline", titles=titles)
    chosen = page.get("baseline")
    about = (asked.key, chosen)
    if asked.answer.size > LARGE and about not in _all_kept(page):
        st.caption(_("This model is large: both methods run it many times, which takes seconds."))
        if not st.button(_("Compute it"), key=page.key("attribute")):
            return
    found = _kept(page, about, lambda: attribution(asked.answer, options[chosen]))
    draw(partial(_maps, found, asked), page.key("attribution"), about, keep=asked.keep)
    for sentence in told(found, asked, titles[chosen]):
        st.text(sentence)
    with st.expander(_("What the two methods say"), icon=":material/help:"):
        for paragraph in _explained():
            st.markdown(paragraph)


def _all_kept(page: Page) -> dict[Hashable, Attribution]:
    """What the session has found lately."""
    return page.find("attributions") or {}


def _kept(page: Page, about: Hashable, make: Callable[[], Attribution]) -> Attribution:
    own = _all_kept(page)
    if about not in own:
        own = dict(list(own.items())[1 - MOST_KEPT :]) | {about: make()}
        page.set(attributions=own)
    return own[about]


def _maps(found: Attribution, asked: Asked, *, gettext: Translate, mode: Mode) -> list[Any]:
    from lstm_viz.charts.attribution import attribution_maps

    return list(attribution_maps(found, tokens=asked.tokens, features=_features(asked), gettext=gettext, mode=mode))


def _features(asked: Asked) -> Sequence[str]:
    """The name of each feature; numbers where there are no names. Empty for words."""
    if asked.answer.is_embedded or asked.features:
        return asked.features
    count = asked.answer.given[0].size if asked.answer.given.ndim > 1 else asked.answer.given.size
    return [str(1 + place) for place in range(count)]


def told(found: Attribution, asked: Asked, baseline: str) -> list[str]:
    """What was found, in sentences.

    Args:
        found: What was found.
        asked: The answer.
        baseline: The title of the baseline, in the session's language.
    """
    values = {
        "number": asked.number,
        "answer": _number(found.answer + asked.zero),
        "baseline": baseline,
        "other": _number(found.baseline_answer + asked.zero),
        "difference": _signed(found.difference),
    }
    first = _("{number}: {answer}. For the baseline input ({baseline}) it is {other}; the difference is {difference}.")
    changes = _("Occlusion: the changes add up to {sum}. They do not have to add up to the difference.")
    lines = [first.format(**values), _added(found), changes.format(sum=_signed(float(found.occluded.sum())))]
    if found.together > 1:
        lines.append(_("Steps that are occluded together: {count}.").format(count=found.together))
    return lines if found.integrated is None else [*lines, _compared(found, asked)]


def _added(found: Attribution) -> str:
    """Whether the integrated gradients add up."""
    if found.without_gradient:
        unknown = _("No integrated gradients: the gradient through {names} cannot be computed here.")
        return unknown.format(names=", ".join(found.without_gradient))
    if found.integrated is None:
        return _("No integrated gradients: an answer is not a finite number.")
    added = _("Integrated gradients: the contributions add up to {sum}, after {gradients}; relative error: {rest}.")
    missed = _(
        "Integrated gradients do not add up here: their sum is {sum} after {gradients}, and the relative error, "
        "{rest}, is above {limit}. The answer has too many corners on the way from the baseline input, such as those "
        "of ReLU or hard_sigmoid, or rounding is as large as the difference."
    )
    return (added if found.adds_up else missed).format(
        sum=_signed(found.sum),
        gradients=counted(found.steps, "gradient", _),
        rest=f"{found.rest:.0e}",
        limit=f"{TOLERANCE:.0e}",
    )


def _compared(found: Attribution, asked: Asked) -> str:
    """How far the two methods agree, and why not where they differ most."""
    agreement = "–" if found.agreement is None else f"{found.agreement:.2f}".replace("-", "−")
    rank = _("Rank correlation of the two methods: {agreement}.").format(agreement=agreement)
    if (apart := found.apart) is None:
        return f"{rank} " + _("Nowhere do they differ by a tenth of the largest contribution.")
    where = str(1 + apart.step)
    if apart.step < len(asked.tokens) and asked.tokens[apart.step]:
        where = f"{where} ({asked.tokens[apart.step]})"
    if apart.feature is not None and len(_features(asked)) > 1:
        where = f"{where}, {_features(asked)[apart.feature]}"
    most = _("They differ most at step {where}: {integrated} by integrated gradients, {occluded} by occlusion.")
    values = {"integrated": _signed(apart.integrated), "occluded": _signed(apart.occluded)}
    return f"{rank} {most.format(where=where, **values)} {_reason(apart)}"


def _reason(apart: Apart) -> str:
    if apart.integrated * apart.occluded < 0:
        return _(
            "On the way from the baseline input, this input moves the answer in one direction; with the other "
            "inputs at their full values, it moves the answer in the opposite direction."
        )
    if abs(apart.occluded) < abs(apart.integrated):
        return _(
            "If this input alone is missing, the answer changes by less than its contribution: the other inputs "
            "make up for it."
        )
    return _(
        "If this input is missing, the answer changes by more than its contribution: other inputs work only "
        "together with it."
    )


def _explained() -> list[str]:
    return [
        _(
            "**Integrated gradients** (Sundararajan et al., 2017) go from the baseline input to what was read in a "
            "straight line. The contribution of an input is its gradient, averaged on the way, times its change. The "
            "contributions add up to the difference of the two answers: what inputs do only together is divided among "
            "them."
        ),
        _(
            "**Occlusion** replaces one input by that of the baseline, and leaves the others as they are: how far does "
            "the answer fall? If two inputs say the same, neither seems to matter."
        ),
        _(
            "**The baseline input** stands for an input that says nothing. Another one asks another question, and may "
            "get another answer. Masked steps stay masked in it."
        ),
    ]


def _number(value: float) -> str:
    return f"{value:.4g}".replace("-", "−")


def _signed(value: float) -> str:
    return f"{value:+.4g}".replace("-", "−")
