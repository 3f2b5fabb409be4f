"""The report on a forecast: one HTML page that needs no other files."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from lstm_viz.charts.theme import SURFACES, Mode
from lstm_viz.data.choices import DECLARED, understood_as
from lstm_viz.i18n import N_, Translate
from lstm_viz.lessons.time_series.judge import Judged
from lstm_viz.lessons.time_series.prepare import PARTS, STANDARD, Prepared
from lstm_viz.lessons.time_series.run import ForecastRun
from lstm_viz.lessons.time_series.series import Origin
from lstm_viz.lessons.time_series.settings import SCALINGS, SETTINGS
from lstm_viz.lessons.time_series.view import View

STYLE = """
body {{ font: 15px/1.5 "Source Sans", "Noto Sans KR", "Malgun Gothic", sans-serif; max-width: 62rem; margin: 2rem auto;
  padding: 0 1rem; color: {ink}; background: {background}; }}
table {{ border-collapse: collapse; margin: 0.5rem 0 1.5rem; }}
th, td {{ border-bottom: 1px solid {line}; padding: 0.25rem 0.9rem 0.25rem 0; text-align: left; }}
pre {{ background: {sunken}; padding: 1rem; overflow-x: auto; }}
"""


def report(
    view: View,
    run: ForecastRun,
    judged: Mapping[str, Judged],
    *,
    titles: Mapping[str, str],
    words: Sequence[str],
    drawing: str,
    code: str,
    language: str,
    gettext: Translate,
    mode: Mode = "light",
) -> bytes:
    """The report as an HTML page.

    Args:
        view: The series and the network.
        run: The training of the network.
        judged: Heading → the forecasts below it.
        titles: Method → its title.
        words: The result, in sentences.
        drawing: The figure, as a part of an HTML page.
        code: The script that trains the network.
        language: The language code of the texts.
        gettext: Translates the texts of the report.
        mode: The colours of the figure, "light" or "dark".
    """
    title = gettext("Forecast of {name}").format(name=view.target_name)
    style = STYLE.format(**SURFACES[mode])
    head = f'<meta charset="utf-8"><title>{_safe(title)}</title><style>{style}</style>'
    parts = [f"<h1>{_safe(title)}</h1>", *(f"<p>{_safe(each)}</p>" for each in words), drawing]
    for heading, each in judged.items():
        parts += [f"<h2>{_safe(heading)}</h2>", _errors(each, titles, gettext)]
    sections = {
        **({gettext("How the file was read"): _reading(origin, gettext)} if (origin := view.series.origin) else {}),
        gettext("Data"): _data(view, gettext),
        gettext("Network and training"): _network(view, run, gettext),
        gettext("Code"): f"<pre>{_safe(code)}</pre>",
    }
    for heading, section in sections.items():
        parts += [f"<h2>{_safe(heading)}</h2>", section]
    return f'<!doctype html><html lang="{language}"><head>{head}</head><body>{"".join(parts)}</body></html>'.encode()


def _safe(text: object) -> str:
    return html.escape(str(text))


def _rows(rows: Sequence[Sequence[object]], head: Sequence[object] = ()) -> str:
    top = [_row(head, "th")] if head else []
    return f"<table>{''.join([*top, *(_row(row, 'td') for row in rows)])}</table>"


def _row(cells: Sequence[object], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{_safe(cell)}</{tag}>' for cell in cells)}</tr>"


def _errors(judged: Judged, titles: Mapping[str, str], gettext: Translate) -> str:
    ranked = sorted(judged.errors.items(), key=lambda each: each[1].mae)
    rows = [
        (titles[name], f"{e.mae:.6g}", f"{e.rmse:.6g}", "–" if e.mase is None else f"{e.mase:.6g}")
        for name, e in ranked
    ]
    return _rows(rows, (gettext("forecast"), "MAE", "RMSE", "MASE"))


def _data(view: View, gettext: Translate) -> str:
    prepared = view.prepared
    parts = []
    for part, title in PARTS.items():
        if windows := len(prepared.starts(part)):
            begin, end = prepared.split.bounds(part)
            parts.append((gettext(title), f"{begin + 1}–{end}", windows))
    first = _rows(parts, (gettext("part"), gettext("rows"), gettext("windows")))
    scaling = [(gettext("Scaling"), gettext(SCALINGS[prepared.scaling]))]
    return first + _rows(scaling) + _scaler(prepared, gettext)


def _scaler(prepared: Prepared, gettext: Translate) -> str:
    """The numbers of the scaler; for min–max, also how many rows of the test part it takes out of 0 … 1."""
    zero, unit = prepared.scaler.zero, prepared.scaler.unit
    names = prepared.series.columns
    if prepared.scaling == STANDARD:
        head = gettext("column"), gettext("mean"), gettext("standard deviation")
        return _rows([(name, f"{zero[at]:.6g}", f"{unit[at]:.6g}") for at, name in enumerate(names)], head)
    first, end = prepared.split.bounds("test")
    outside = prepared.outside("test")
    rows = [
        (name, f"{zero[at]:.6g}", f"{zero[at] + unit[at]:.6g}", f"{outside[at]:,} / {end - first:,}")
        for at, name in enumerate(names)
    ]
    named = gettext("becomes 0"), gettext("becomes 1"), gettext("test values outside 0 … 1")
    return _rows(rows, (gettext("column"), *named))


def _reading(origin: Origin, gettext: Translate) -> str:
    """What the visitor's file was taken to be, and which of it the visitor chose."""
    rows = [
        (gettext(declared.label), understood_as(name, origin.understood, gettext), _by(name, origin, gettext))
        for name, declared in DECLARED.items()
    ]
    return f"<p>{_safe(origin.file)}</p>" + _rows(rows)


def _by(name: str, origin: Origin, gettext: Translate) -> str:
    return gettext("chosen") if name in origin.choices else gettext("automatic")


def _network(view: View, run: ForecastRun, gettext: Translate) -> str:
    chosen = asdict(view.settings) | {"season": view.season}
    told = {SETTINGS[name].label: _value(name, value, gettext) for name, value in chosen.items()}
    told |= {N_("Epochs"): run.epoch, N_("Weights after epoch"): run.weights_epoch}
    return _rows([(gettext(label), value) for label, value in told.items()])


def _value(name: str, value: object, gettext: Translate) -> object:
    if isinstance(value, bool):
        return gettext(N_("yes") if value else N_("no"))
    titles = SETTINGS[name].titles or {}
    return gettext(titles[value]) if value in titles else value
