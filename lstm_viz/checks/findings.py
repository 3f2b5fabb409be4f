"""The findings of a check-up as a list that a notebook shows: alarms first, each with what to change."""

import re
from collections.abc import Iterable
from html import escape

from lstm_viz.checks.finding import ALARM, SOUND, UNKNOWN, Finding, Measure
from lstm_viz.i18n import Translate, translation
from lstm_viz.problem import told

MOST_LISTED = 12


class Findings(list[Finding]):
    """A list of findings, in the order of their status. A notebook shows it in the language of the check-up."""

    def __init__(self, findings: Iterable[Finding] = (), language: str = "en"):
        super().__init__(findings)
        self.language = language

    def _repr_html_(self) -> str:
        """The findings as HTML. Names in it come from a file, so every text is escaped."""
        gettext = translation(self.language).gettext
        alarms, sound, rest = ([one for one in self if one.status == each] for each in (ALARM, SOUND, UNKNOWN))
        checks = dict.fromkeys(one.check for one in alarms)
        counts = {"alarms": len(checks), "sound": len(sound), "rest": len(rest)}
        template = gettext("**Alarms: {alarms}** · sound: {sound} · not known, or does not apply: {rest}")
        parts = [f"<p>{_marked(template.format(**counts))}</p>"]
        parts += [_alarm([one for one in alarms if one.check == check], gettext) for check in checks]
        parts.append(_folded(gettext("Sound"), sound, gettext))
        parts.append(_folded(gettext("Not known, or does not apply"), rest, gettext))
        return "".join(parts)


def number_of(one: Measure, gettext: Translate) -> str:
    """A number and, if it is compared with one, the number at which the alarm begins."""
    if one.threshold is None:
        return f"{one.value:.3g}"
    above, below = gettext("{value} (alarm above {limit})"), gettext("{value} (alarm below {limit})")
    template = above if one.threshold.above else below
    return template.format(value=one.threshold.text(one.value), limit=one.threshold.text(one.threshold.value))


def listed(numbers: tuple[int, ...]) -> str:
    """The numbers of units or features, counted from 1; of many the first ones."""
    shown = ", ".join(str(number + 1) for number in numbers[:MOST_LISTED])
    return shown if len(numbers) <= MOST_LISTED else f"{shown} …"


def result_of(finding: Finding, gettext: Translate) -> str:
    """What is said of a finding that is no alarm: its numbers if it is sound, or else why it is not known."""
    if finding.status == SOUND:
        return ", ".join(f"{told(one.name, gettext)} {number_of(one, gettext)}" for one in finding.measures[:2])
    return "" if finding.said is None else told(finding.said, gettext)


def _alarm(findings: list[Finding], gettext: Translate) -> str:
    """The alarms of one check: each layer with its numbers, then once why it matters and what to change."""
    advice = findings[0].advice
    why = gettext("**Why it matters.** {why}").format(why=gettext(advice.why))
    change = gettext("**What to change.** {change}").format(change=gettext(advice.change))
    lines = [line for finding in findings for line in _lines(finding, gettext)]
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    texts = f"<p>{_marked(why)}</p><p>{_marked(change)}</p><pre>{escape(advice.code)}</pre>"
    return f"<section><h4>✗ {escape(gettext(advice.fault))}</h4><ul>{items}</ul>{texts}</section>"


def _lines(finding: Finding, gettext: Translate) -> list[str]:
    said = [] if finding.said is None else [told(finding.said, gettext)]
    lines = [": ".join([finding.layer or gettext("model"), *said])]
    lines += [f"{told(one.name, gettext)}: {number_of(one, gettext)}" for one in finding.measures]
    if finding.units:
        lines.append(gettext("units: {units}").format(units=listed(finding.units)))
    if finding.features:
        lines.append(gettext("features: {features}").format(features=listed(finding.features)))
    return lines


def _folded(title: str, findings: list[Finding], gettext: Translate) -> str:
    if not findings:
        return ""
    head = _row("th", gettext("check"), gettext("layer"), gettext("result"))
    rows = [
        _row("td", gettext(one.advice.title), one.layer or gettext("model"), result_of(one, gettext))
        for one in findings
    ]
    table = f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>"
    return f"<details><summary>{escape(title)} ({len(findings)})</summary>{table}</details>"


def _row(tag: str, *texts: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(text)}</{tag}>' for text in texts)}</tr>"


def _marked(text: str) -> str:
    """A text with its ** as bold."""
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text))
