"""The charts of the panels for a notebook, which shows what a cell returns."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from lstm_viz.charts.knockouts import carriers as knockout_chart
from lstm_viz.charts.ledger import ledger as ledger_charts
from lstm_viz.charts.theme import Mode
from lstm_viz.charts.timelines import timelines as timeline_charts
from lstm_viz.engine.models import Head
from lstm_viz.engine.trace import Trace
from lstm_viz.explain.knockouts import carriers
from lstm_viz.explain.narrate_words import memory_name
from lstm_viz.i18n import translation

Traces = Trace | Mapping[str, Trace]
Chart = Any  # an Altair chart, or several below each other


def timelines(
    traces: Traces, *, unit: int | None = None, time: int | None = None, language: str = "en", **options: Any
) -> Chart:
    """The gates and states over the steps.

    Args:
        traces: A trace, or "A" and "B" → two traces of one layer to compare.
        unit: The unit, counted from 0; None for the mean over all units.
        time: The step that is marked, counted from 0; None for the last one.
        language: "en" or "ko".
        **options: Further arguments of `lstm_viz.charts.timelines`: tokens, sample, mode ("light" or "dark").

    Raises:
        ValueError: If the traces do not belong together.
        IndexError: If `unit`, `time` or `sample` is outside its range.
    """
    named = _named(traces)
    at = _last(named) if time is None else time
    gettext = translation(language).gettext
    return _stacked(timeline_charts(named, unit=unit, time=at, gettext=gettext, **options))


def ledger(traces: Traces, *, unit: int = 0, time: int | None = None, language: str = "en", **options: Any) -> Chart:
    """Which step wrote how much of the cell state of a unit of an LSTM. `memory_ledger` returns the numbers.

    Args:
        traces: A trace, or "A" and "B" → two traces of one layer to compare.
        unit: The unit, counted from 0.
        time: The step that is marked, counted from 0; None for the last one.
        language: "en" or "ko".
        **options: Further arguments of `lstm_viz.charts.ledger`: tokens, sample, mode ("light" or "dark").

    Raises:
        ValueError: If the traces do not belong together, or are not those of an LSTM.
        IndexError: If `unit`, `time` or `sample` is outside its range.
    """
    named = _named(traces)
    at = _last(named) if time is None else time
    return _stacked(ledger_charts(named, unit=unit, time=at, gettext=translation(language).gettext, **options))


def knockouts(
    trace: Trace,
    head: Any,
    *,
    answer: int | None = None,
    answer_time: int | None = None,
    sample: int = 0,
    symbols: Sequence[str] | None = None,
    tokens: Sequence[str] = (),
    language: str = "en",
    mode: Mode = "light",
) -> Chart:
    """How far the probability of an answer drops when the memory of one unit is erased at one step.

    Args:
        trace: The trace of a layer of any kind.
        head: The Keras layer `Dense(symbols, activation="softmax")` that answers from the hidden state, or a `Head`.
        answer: The number of the answer, counted from 0; None for the one that is most probable.
        answer_time: The step after which the answer is read, counted from 0; None for the step that is read last.
        sample: Index of the sample in the batch.
        symbols: The name of each answer; None to use its number.
        tokens: What each step reads.
        language: "en" or "ko".
        mode: The colours of the chart, "light" or "dark".

    Raises:
        TypeError: If `head` is neither a `Head` nor a layer with kernel, bias and softmax.
        IndexError: If `answer`, `answer_time` or `sample` is outside its range.
    """
    answers = _head(head)
    if answer_time is None:
        answer_time = 0 if trace.go_backwards else trace.steps - 1
    if answer is None:
        answer = int(answers.probabilities(trace.hidden[sample, answer_time]).argmax())
    values = carriers(trace, answers, answer_time=answer_time, answer=answer, action="erase", sample=sample)
    chart = knockout_chart(
        values,
        action="erase",
        answer=str(answer) if symbols is None else symbols[answer],
        answer_time=answer_time,
        time=answer_time,
        gettext=translation(language).gettext,
        state=memory_name(trace.kind),
        tokens=tokens,
        mode=mode,
    )
    return _with_rows(chart)


def _head(head: Any) -> Head:
    if isinstance(head, Head):
        return head
    arrays = head.get_weights() if hasattr(head, "get_weights") else []
    if len(arrays) != 2 or getattr(getattr(head, "activation", None), "__name__", "") != "softmax":
        raise TypeError(f"head must be a Head, or a Dense layer with a bias and softmax, not {head!r}.")
    return Head(*arrays)


def _named(traces: Traces) -> dict[str, Trace]:
    return {"A": traces} if isinstance(traces, Trace) else dict(traces)


def _last(traces: Mapping[str, Trace]) -> int:
    return max(trace.steps for trace in traces.values()) - 1


def _stacked(charts: Sequence[Any]) -> Chart:
    """The charts below each other. Altair takes the look from the whole alone, so it moves there."""
    look = {"config": charts[0].config, "background": charts[0].background}
    parts = [_with_rows(chart) for chart in charts]
    if len(parts) == 1:
        return parts[0]
    for part in parts:
        part.config = part.background = alt.Undefined
    return alt.VConcatChart(vconcat=parts, **look)


def _with_rows(chart: Any) -> Any:
    """A copy with the rows as inline data: in a dict, Altair refuses more than 5,000 of them."""
    copy = chart.copy(deep=False)
    copy.data = alt.InlineData(values=chart.data["values"])
    return copy
