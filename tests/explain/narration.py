"""Narration as the tests ask for it."""

from lstm_viz.explain.narrate import narrate


def told(traces, *, time, unit=0, tokens=None, **options):
    traces = traces if isinstance(traces, dict) else {"A": traces}
    return narrate(traces, time=time, unit=unit, tokens=tokens or {}, **{"gettext": str, **options})
