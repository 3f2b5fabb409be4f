"""What a page gives away: a table, and the arrays behind it."""

import io

import numpy as np
import pandas
import pytest
from streamlit.testing.v1 import AppTest


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
