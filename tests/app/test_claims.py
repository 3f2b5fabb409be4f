"""Claims as lines on a page."""

import pytest
from streamlit.testing.v1 import AppTest


def page() -> None:
    from lstm_viz.app.comparisons import show_claims
    from lstm_viz.comparison import Claim, compare

    held, failed = "The first step starts from zeros either way.", "The first step already differs."
    show_claims(Claim(compare("a", "b", [0.0], [other]), held, failed) for other in (0.0, 0.5))


@pytest.mark.parametrize(
    ("language", "equal", "different"),
    [
        (
            "en",
            "Equal to the last bit. The first step starts from zeros either way.",
            "Different, by up to 0.5. The first step already differs.",
        ),
        (
            "ko",
            "마지막 비트까지 같습니다. 첫 시점은 어느 방식이든 0에서 시작합니다.",
            "다릅니다. 가장 큰 차이 0.5. 첫 시점부터 다릅니다.",
        ),
    ],
)
def test_each_claim_is_a_line_in_the_sessions_language(language, equal, different):
    app = AppTest.from_function(page)
    app.query_params["lang"] = language
    lines = [each.value for each in app.run().markdown]
    assert [line.split("] ")[1] for line in lines] == [f"`a = b` {equal}", f"`a ≠ b` {different}"]
    assert [line.split("-badge[:material/")[0] for line in lines] == [":green", ":orange"]
