"""Shows the answers of a pattern's trained model, and its score on held-out data."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.language import _
from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import Translate
from lstm_viz.lessons.patterns.answers import CURVES, Answers, answers_of
from lstm_viz.lessons.patterns.catalogue import GENERATOR
from lstm_viz.lessons.patterns.generator.request import Request as Text
from lstm_viz.lessons.patterns.loop import Loop, errors
from lstm_viz.lessons.patterns.results import Continuation
from lstm_viz.lessons.patterns.score import Score
from lstm_viz.lessons.patterns.trained import story
from lstm_viz.lessons.patterns.typed import Typed
from lstm_viz.lessons.patterns.ui.generated import measured, show_text
from lstm_viz.lessons.patterns.ui.model import ComputedModel
from lstm_viz.lessons.patterns.words import TASKS


def show_task(pattern: str) -> None:
    """Draws the task of a pattern's trained model, and the results of its training."""
    st.markdown(f"**{_(TASKS[pattern])}**")
    st.caption("\n\n".join(measured() if pattern == GENERATOR else _measured(pattern)))


def _measured(pattern: str) -> list[str]:
    told = story(pattern)
    lines = [
        _(
            "Trained in advance by tools/train_patterns.py with {updates} updates by Adam. Measured on "
            "{samples} held-out samples: {result}."
        ).format(updates=told.updates, samples=told.held_out.samples, result=_result(told.held_out))
    ]
    if told.guessing is not None:
        template = _("Always answering with the mean has a mean error of {error}.")
        lines[0] += " " + template.format(error=f"{told.guessing:.2f}")
    if told.rival is not None:
        weights, score = told.rival
        rival = {
            "stacked": _("One LSTM alone, with {weights} parameters, trained in the same way: {result}."),
            "bidirectional": _("A forward LSTM alone, with {weights} parameters, trained in the same way: {result}."),
        }[pattern]
        own = _("This model has {weights} parameters.").format(weights=told.weights)
        lines.append(f"{own} {rival.format(weights=weights, result=_result(score))}")
    if told.noise is not None:
        template = _("For random numbers, which are not sines: {result}.")
        lines.append(template.format(result=_result(told.noise)))
    return lines


def _result(score: Score) -> str:
    if score.error is not None:
        return _("mean error {error}").format(error=f"{score.error:.3f}")
    assert score.right is not None  # for the type checker: a score without an error has an accuracy
    assert score.all_right is not None
    if score.right == score.all_right:
        return _("accuracy {right}").format(right=f"{score.right:.1%}")
    template = _("{right} of the answers right, {all_right} of the sequences without a mistake")
    return template.format(right=f"{score.right:.1%}", all_right=f"{score.all_right:.1%}")


def show_answers(model: ComputedModel) -> None:
    """Draws the answers of the model to its input, as a table, a chart or a text."""
    request = model.request
    if isinstance(request, Text) and model.text is not None:
        show_text(request, model.text)
    elif isinstance(request, Loop) and model.loop is not None:
        draw(partial(_loop_chart, request, model.loop), "pattern_loop", request)
    elif isinstance(request, Typed) and model.pattern in CURVES:
        _curve(request, model.run.output)
    elif isinstance(request, Typed):
        _table(answers_of(request, model.run.output))


def _table(answers: Answers) -> None:
    score = answers.score
    rows = {_("reads"): answers.reads, _("answers"): answers.says, _("right"): answers.right}
    st.table(_by_step(rows), width="content")  # st.dataframe would be a second grid, with the same ids for its cells
    if score.right is None:
        st.text(_("Mean error: {error}.").format(error=f"{score.error:.4f}"))
        return
    given = sum(cell != "" for cell in answers.says)
    right = round(score.right * given)
    icon, color = (":material/check:", "green") if right == given else (":material/close:", "orange")
    st.badge(_("{right} of {given} right").format(right=right, given=given), icon=icon, color=color)


def _by_step(rows: Mapping[str, Sequence[str]]) -> Any:
    import pandas

    columns = [str(step) for step in range(1, len(next(iter(rows.values()))) + 1)]
    return pandas.DataFrame(rows.values(), index=list(rows), columns=columns)


def _curve(typed: Typed, output: np.ndarray) -> None:
    lines = {"right": typed.right_answers[0, :, 0], "model": output[0, :, 0]}
    error = float(np.abs(lines["model"] - lines["right"]).mean())
    draw(partial(_curve_chart, lines, error), "pattern_curve", typed)


def _curve_chart(lines: dict[str, np.ndarray], error: float, *, gettext: Translate, mode: Mode) -> list[Any]:
    from lstm_viz.lessons.patterns.charts.series import pattern_series

    title = gettext("The model's answers and the right ones")
    subtitle = gettext("Mean error: {error}.").format(error=f"{error:.4f}")
    return [pattern_series(lines, title=title, subtitle=subtitle, gettext=gettext, mode=mode)]  # type: ignore[arg-type]


def _loop_chart(request: Loop, loop: Continuation, *, gettext: Translate, mode: Mode) -> list[Any]:
    from lstm_viz.lessons.patterns.charts.series import pattern_series

    off = errors(loop, request.series)
    words = gettext(
        "Known steps: {known}; continued by the model: {continued}, with a mean error of {mean} and an "
        "error of {last} at the last step."
    )
    return [
        pattern_series(
            {"known": loop.known[:, 0], "right": request.series[request.known :], "model": loop.values[:, 0]},
            title=gettext("A sine, continued by the model alone"),
            subtitle=words.format(
                known=request.known, continued=request.continued, mean=f"{off.mean():.3f}", last=f"{off[-1]:.3f}"
            ),
            first={"right": request.known + 1, "model": request.known + 1},
            gettext=gettext,
            mode=mode,
        )
    ]
