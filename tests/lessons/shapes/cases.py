"""Settings that between them go every way from data to X."""

from dataclasses import replace

from lstm_viz.lessons.shapes.settings import DEFAULT

CASES = {
    "pair, sequences": DEFAULT,
    "pair, steps": replace(DEFAULT, reading="step"),
    "a pair of one's own": replace(DEFAULT, pair="0,4,4\n1,2,2"),
    "sine": replace(DEFAULT, source="sine"),
    "sine, strides": replace(DEFAULT, source="sine", look_back=7, stride=3, horizon=4, seed=5),
    "own rows": replace(DEFAULT, source="own"),
    "own series": replace(DEFAULT, source="own", own="0.1,0.25,-3,4,0.125,7", look_back=2),
    "tanks": replace(DEFAULT, source="tanks"),
    "tanks by hour": replace(DEFAULT, source="tanks", order="hour", tanks=3, seed=9),
    "text, pre": replace(DEFAULT, source="text"),
    "text, post": replace(DEFAULT, source="text", padding="post"),
}
