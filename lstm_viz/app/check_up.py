"""What the check-up has found, on a page: alarms first, each with what to change; what is sound is folded."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from lstm_viz.app.cached import FinishedChart, finished
from lstm_viz.app.charts import draw_finished, mode
from lstm_viz.app.language import _, language, script
from lstm_viz.app.messages import sentence
from lstm_viz.app.page import Page
from lstm_viz.checks import ALARM, SOUND, UNKNOWN, Finding
from lstm_viz.checks.findings import listed, number_of, result_of
from lstm_viz.tables import table_of

MOST_LAYERS = 3
"""How many layers with the same alarm have a picture each; the others have their sentence."""


def show_check_up(page: Page, findings: Sequence[Finding]) -> None:
    """Draws the findings of `check_up`.

    Args:
        page: The page, in whose session the pictures are kept.
        findings: The findings. As long as they are the same object, no picture is made again.
    """
    alarms, sound, rest = ([one for one in findings if one.status == each] for each in (ALARM, SOUND, UNKNOWN))
    checks = list(dict.fromkeys(one.check for one in alarms))
    st.markdown(_counted(len(checks), len(sound), len(rest)))
    kept = _pictures(page, findings)
    for check in checks:
        _show_alarm([one for one in alarms if one.check == check], kept)
    _fold(page, "sound", _("Sound"), ":material/check_circle:", sound)
    _fold(page, "unknown", _("Not known, or does not apply"), ":material/help:", rest)


def _counted(alarms: int, sound: int, rest: int) -> str:
    template = _("**Alarms: {alarms}** · sound: {sound} · not known, or does not apply: {rest}")
    return template.format(alarms=alarms, sound=sound, rest=rest)


def _show_alarm(findings: list[Finding], kept: Callable[[Finding], tuple[FinishedChart, ...]]) -> None:
    """Draws the alarms of one check: each layer with its numbers, then once why it matters and what to change."""
    advice = findings[0].advice
    with st.container(border=True, gap="small"):
        st.markdown(f":red[:material/error:] **{_(advice.fault)}**")
        for place, finding in enumerate(findings):
            if finding.layer:
                st.text(finding.layer)
            if finding.said is not None:
                st.text(sentence(finding.said))
            if place >= MOST_LAYERS:
                continue
            left, right = st.columns([2, 3])
            with left, st.container(gap="xsmall"):
                _show_numbers(finding)
            if finding.picture is not None:
                with right:
                    draw_finished(kept(finding), f"check_up_{finding.check}_{place}")
        st.markdown(_("**Why it matters.** {why}").format(why=_(advice.why)))
        st.markdown(_("**What to change.** {change}").format(change=_(advice.change)))
        st.code(script(advice.code), language="python")


def _show_numbers(finding: Finding) -> None:
    for one in finding.measures:
        st.text(f"{sentence(one.name)}: {number_of(one, _)}")
        if one.threshold is not None and one.is_alarm:
            st.caption(_(one.threshold.reason))
    if finding.units:
        st.text(_("units: {units}").format(units=listed(finding.units)))
    if finding.features:
        st.text(_("features: {features}").format(features=listed(finding.features)))


def _fold(page: Page, name: str, title: str, icon: str, findings: Sequence[Finding]) -> None:
    """Draws a folded table of findings."""
    rows = [
        {_("check"): _(one.advice.title), _("layer"): one.layer or _("model"), _("result"): result_of(one, _)}
        for one in findings
    ]
    if rows:
        with st.expander(f"{title} ({len(rows)})", icon=icon, key=page.key(f"check_up_{name}")):
            st.dataframe(table_of(rows), hide_index=True)


def _pictures(page: Page, findings: Sequence[Finding]) -> Callable[[Finding], tuple[FinishedChart, ...]]:
    """The finished chart of a finding, kept in the session: the findings may be of a visitor's own model."""
    look = (language(), mode())
    made: dict[tuple[str, str | None], tuple[FinishedChart, ...]]
    of, shown_as, made = page.find("check_up_pictures") or (None, None, {})
    if of is not findings or shown_as != look:
        made = {}
        page.set(check_up_pictures=(findings, look, made))

    def picture(finding: Finding) -> tuple[FinishedChart, ...]:
        key = (finding.check, finding.layer)
        if key not in made:
            made[key] = finished([_chart(finding)])
        return made[key]

    return picture


def _chart(finding: Finding) -> Any:
    from lstm_viz.charts.check_up import check_up_picture

    assert finding.picture is not None
    return check_up_picture(finding.picture, title=_(finding.advice.fault), gettext=_, mode=mode())
