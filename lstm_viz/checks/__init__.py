"""The check-up of a model: what ails its recurrent layers, its inputs and its answers; see `check_up`.

A check is a function in `inputs`, `layers`, `outputs`, `structure` or `weights`; `running` lists them all. What is
checked is a `Subject`. `thresholds` holds the number of each alarm with its reason, `advice` what to change.
"""

from lstm_viz.checks.finding import ALARM, SOUND, UNKNOWN, Advice, Finding, Measure, Picture
from lstm_viz.checks.findings import Findings
from lstm_viz.checks.running import CHECKS, check_up
from lstm_viz.checks.thresholds import THRESHOLDS, Threshold

__all__ = [
    "ALARM",
    "CHECKS",
    "SOUND",
    "THRESHOLDS",
    "UNKNOWN",
    "Advice",
    "Finding",
    "Findings",
    "Measure",
    "Picture",
    "Threshold",
    "check_up",
]
