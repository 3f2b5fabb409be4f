"""What a page gives away: a table, and the arrays behind it."""

import io
import json
import re

import numpy as np
import pandas
import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.app import files, language
from tests.support.app import open_app, open_page


def page() -> None:
    import numpy as np
    import pandas

    from lstm_viz.app.files import show_data
    from lstm_viz.app.page import Page
    from lstm_viz.settings import Settings

    frame = pandas.DataFrame({"step": [1, 2], "value": [0.1, 0.2]})
    show_data(Page(Settings({})), frame, lambda: {"x": np.arange(3)}, "some", caption="Value by value.")


@pytest.fixture
def made(monkeypatch) -> dict[str, bytes]:
    """What the buttons would download, by the files' names."""
    files: dict[str, bytes] = {}

    def keep(_page, _label, make, name, _mime) -> None:
        files[name] = make()

    monkeypatch.setattr("lstm_viz.app.files.file_button", keep)
    return files


def test_data_are_a_table_with_both_files():
    app = AppTest.from_function(page).run()
    assert [each.value for each in app.caption] == ["Value by value."]
    assert app.dataframe[0].value["step"].tolist() == [1, 2]
    assert [each.label for each in app.get("download_button")] == ["CSV", "NPZ"]


def test_the_files_hold_what_is_shown(made):
    AppTest.from_function(page).run()
    assert pandas.read_csv(io.BytesIO(made["some.csv"]))["value"].tolist() == [0.1, 0.2]
    with np.load(io.BytesIO(made["some.npz"]), allow_pickle=False) as arrays:
        np.testing.assert_array_equal(arrays["x"], [0, 1, 2])


def test_the_header_of_a_table_is_korean_and_its_file_the_same_in_each_language(monkeypatch):
    monkeypatch.setattr(language.st, "session_state", {"lang": "ko"})
    told = files.headers(["sequence", "step", "forget_gate", "input_gate_3", "own_name", "share"])
    assert list(told.values()) == ["시퀀스", "시점", "망각 게이트", "입력 게이트 3", "기여도"]
    monkeypatch.setattr(language.st, "session_state", {"lang": "en"})
    assert files.headers(["forget_gate", "reads"]) == {"forget_gate": "forget gate", "reads": "reads"}


@pytest.mark.parametrize(
    ("name", "query", "headers"),
    [
        ("step_through", {"panel": "data", "lesson": "0"}, ("시퀀스", "망각 게이트")),
        ("text", {"panel": "data"}, ("문장", "감성")),
        ("stateful", {"panel": "data"}, ("탱크", "시점")),
        ("gradient_flow", {"panel": "data"}, ("신경망", "망각 게이트의 곱", "c에 대한 손실의 기울기")),
    ],
)
def test_a_page_of_numbers_has_korean_headers(name, query, headers, keras_here):
    app = open_app(lang="ko", **query) if name == "step_through" else open_page(name, lang="ko", **query)
    configured = [json.loads(frame.proto.columns or "{}") for frame in app.dataframe]
    labels = {each["label"] for columns in configured for each in columns.values() if each.get("label")}
    assert set(headers) <= labels


def drawn_code(characters: int) -> tuple[AppTest, str]:
    """A page with a script that has so many characters of weights, and the script."""
    line = f'        "{"A" * 76}"\n'
    code = f"weights = decode(\n{line * (characters // len(line))}        2,\n)\nprint(weights)\n"

    def draw(code):
        from lstm_viz.app.files import show_code
        from lstm_viz.app.page import Page
        from lstm_viz.settings import Settings

        show_code(Page(Settings({})), code, "model.py")

    return AppTest.from_function(draw, args=(code,)).run(), code


def test_a_script_of_weights_is_shown_without_them_and_downloaded_with_them(made):
    app, code = drawn_code(100_000)
    left_out = "        # 1,149 lines of weights are left out here"
    assert app.code[0].value.splitlines() == ["weights = decode(", left_out, "        2,", ")", "print(weights)"]
    assert "left out below" in app.caption[0].value
    assert made["model.py"].decode() == code


def test_a_short_script_is_shown_with_its_weights():
    app, code = drawn_code(40_000)
    assert app.code[0].value == code.strip()
    assert not app.caption


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("attention", {}),
        ("gradient_flow", {}),
        ("patterns", {}),
        ("patterns", {"pattern": "feed_back"}),
        ("patterns", {"pattern": "generator"}),
        ("stateful", {}),
        ("step_through", {"lesson": "0"}),
        ("text", {}),
        ("what_it_returns", {}),
    ],
)
def test_the_columns_of_a_table_of_data_have_korean_names(name, query, keras_here):
    """The words of a table are drawn on a canvas, where no test of the page's texts finds them."""
    app = open_page(name, lang="ko", panel="data", **query)
    told = json.loads(app.dataframe[0].proto.columns)
    names = {column: told.get(column, {}).get("label", column) for column in app.dataframe[0].value.columns}
    in_english = [shown for column, shown in names.items() if not re.search("[가-힣]", shown)]
    assert set(in_english) <= {"stateful", "stateless", "id", "ID"}
