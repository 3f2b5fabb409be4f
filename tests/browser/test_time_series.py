"""Time series in a real Chromium: a click on a moment, a training, a visitor's file, a link, a phone."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.support.browser import open_controls, visit, wait_until_settled
from tests.support.time_series import ROWS

# The first training starts TensorFlow.
PATIENCE = 90
RANGES = """figure => Object.entries(figure._fullLayout).filter(([name]) => /^xaxis/.test(name))
    .map(([, axis]) => axis.range.map(String).join())"""


def open_series(page: Page, server: str, query: str = "") -> Page:
    return visit(page, f"{server}/time_series?{query}", seconds=PATIENCE)


def figure(page: Page) -> Locator:
    return page.locator(".js-plotly-plot").first


def moment(page: Page) -> Locator:
    return page.get_by_label(re.compile("Row to forecast"))


def click_point(page: Page, number: int) -> None:
    """Clicks a point of the curves, counted from 0."""
    point = page.locator(".js-plotly-plot .scatterlayer .point").nth(number)
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_click_on_a_moment_opens_its_window_and_keeps_the_zoom(page, server):
    open_series(page, server, "panel=gates")
    expect(page.locator(".viewer .title")).to_contain_text("rows 988 to 999")
    plane = page.locator(".js-plotly-plot .nsewdrag").first
    plane.scroll_into_view_if_needed()
    whole = figure(page).evaluate(RANGES)
    plane.hover()
    page.mouse.wheel(0, -300)
    page.wait_for_function(
        "before => (" + RANGES + ")(document.querySelector('.js-plotly-plot'))[0] !== before", arg=whole[0]
    )
    zoomed = figure(page).evaluate(RANGES)
    assert len(zoomed) == 3
    assert len(set(zoomed)) == 1  # all signals pan and zoom together
    click_point(page, 110)
    expect(moment(page)).not_to_have_value("1000")
    row = int(moment(page).input_value())
    expect(page.locator(".viewer .title")).to_contain_text(f"rows {row - 12} to {row - 1}")
    page.wait_for_function("row => new URLSearchParams(location.search).get('moment') === row", arg=str(row))
    assert figure(page).evaluate(RANGES) == zoomed


def test_another_figure_chooses_no_moment_by_itself(page, server):
    open_series(page, server, "panel=gates")
    click_point(page, 20)
    expect(moment(page)).to_have_value("981")
    open_controls(page)
    page.get_by_role("radio", name="SimpleRNN").click()
    wait_until_settled(page)
    expect(moment(page)).to_have_value("981")
    expect(page.locator(".viewer .title")).to_contain_text("SimpleRNN")


def test_a_network_is_trained_live_and_the_link_shows_it_again(page, other_page, server):
    open_series(page, server, "source=noisy_sine&epochs=3")
    page.get_by_role("button", name="Train 3 epochs").click()
    expect(page.get_by_text("was trained: 3.").first).to_be_visible(timeout=PATIENCE * 1000)
    wait_until_settled(page)
    said = page.get_by_text(re.compile("The LSTM (has the smallest mean error|does not beat)")).inner_text()
    again = visit(other_page, page.url, seconds=PATIENCE)
    expect(again.get_by_text(said)).to_be_visible(timeout=PATIENCE * 1000)


def test_ones_own_file_is_read_and_a_wrong_one_is_told(page, server, tmp_path: Path):
    open_series(page, server, "source=own&panel=way&look_back=3")
    expect(page.get_by_text("No data yet")).to_be_visible()
    good, wrong = tmp_path / "good.csv", tmp_path / "wrong.csv"
    good.write_bytes(ROWS.replace("day,a,b", "날짜,기온,b").encode("cp949"))
    wrong.write_text(ROWS.replace("2026-01-09,", "2026-01-09,oops"), encoding="utf-8")
    page.locator("input[type=file]").set_input_files(good)
    expect(page.get_by_text("Read: 31 rows; columns of numbers: 2")).to_be_visible()
    wait_until_settled(page)
    expect(page.get_by_text("X of shape (16, 3, 1)")).to_be_visible()
    page.locator("input[type=file]").set_input_files(wrong)
    expect(page.get_by_text("Row 10, column a: “oops")).to_be_visible()
    expect(page.get_by_text("X of shape (16, 3, 1)")).to_be_visible()


def test_how_ones_own_file_is_read_is_changed_beside_it(page, server, tmp_path: Path):
    open_series(page, server, "source=own&panel=way&look_back=3")
    rows = [f"{name},2000-{month:02}-01,{month}" for name in "AB" for month in range(1, 13)]
    (tmp_path / "stacked.csv").write_text("symbol,date,price\n" + "\n".join(rows), encoding="utf-8")
    page.locator("input[type=file]").set_input_files(tmp_path / "stacked.csv")
    expect(page.get_by_text("2 series were below each other (column symbol)")).to_be_visible()
    wait_until_settled(page)
    # A file that was refused before, in this session, has opened the controls.
    if (line := page.locator("[class*='series_reading'] details:not([open]) summary")).count():
        line.click()
        wait_until_settled(page)
    field = page.get_by_role("textbox", name="Rows left out")
    field.fill("2-13")
    field.press("Enter")
    expect(page.get_by_text("Read: 12 rows; columns of numbers: 1")).to_be_visible()
    page.wait_for_function("() => new URLSearchParams(location.search).get('leave_out') === '2-13'")


def test_the_contributions_are_drawn_and_their_gradient_is_that_of_keras(page, server):
    open_series(page, server, "panel=lags")
    expect(page.get_by_text("Integrated gradients: the contributions add up to")).to_be_visible()
    expect(page.get_by_text("model(window)")).to_be_visible(timeout=PATIENCE * 1000)
    for method in ("Integrated gradients", "Occlusion"):
        expect(page.locator(f'[aria-label^="{method}"]').first).to_be_visible()
    expect(page.locator('[aria-label^="Memory ledger"]').first).to_be_visible()


def test_the_model_and_the_report_are_downloaded(page, server, tmp_path: Path):
    open_series(page, server, "panel=files")
    with page.expect_download() as download:
        page.get_by_role("button", name="Report (HTML)").click()
    report = Path(download.value.path()).read_text("utf-8")
    assert "The LSTM has the smallest mean error" in report
    assert "Plotly" in report
    page.get_by_role("button", name="Make the model's .keras file").click()
    with page.expect_download(timeout=PATIENCE * 1000) as download:
        page.get_by_role("button", name="Download the model (.keras)").click(timeout=PATIENCE * 1000)
    assert Path(download.value.path()).read_bytes()[:2] == b"PK"
