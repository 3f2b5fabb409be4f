"""Shapes in a real Chromium: the steps, the array, the unrolled picture, the helper, a link, a phone, Korean."""

from playwright.sync_api import Page, expect

from tests.support.browser import visit
from tests.support.drawings import Block, UnrolledPicture

# What is asked of Keras first starts TensorFlow.
PATIENCE = 90


def open_shapes(page: Page, server: str, query: str = "") -> Page:
    return visit(page, f"{server}/shapes?{query}", seconds=PATIENCE)


def expect_in_link(page: Page, name: str, value: str) -> None:
    page.wait_for_function(f"new URLSearchParams(location.search).get('{name}') === '{value}'")


def test_the_memory_pair_and_its_other_reading(page, server):
    open_shapes(page, server)
    expect(page.get_by_text("Two arrays of the same data")).to_be_visible()
    expect(page.get_by_text("by_step[1:] ≠ by_sequence[0, 1:]")).to_be_visible(timeout=PATIENCE * 1000)
    expect(page.get_by_text("stateful = by_sequence[0]")).to_be_visible()
    page.get_by_role("radio", name="each step a sample").click()
    expect(page.get_by_text("X = encoded[0].reshape(4, 1, 5)")).to_be_visible()
    expect_in_link(page, "reading", "step")


def test_a_click_on_a_number_shows_where_it_is_from_and_the_reverse(page, server):
    block = Block(open_shapes(page, server, "source=tanks&order=hour&tanks=2&panel=block"))
    # X[1, 2, 0]: the second tank's pressure in its third hour, row 6 of a table ordered by hour.
    block.cell(14).click()
    assert block.root.locator("[data-source='22'][aria-selected='true']").count() == 1
    expect(block.root.locator(".words")).to_contain_text("sample 1, timestep 2, feature 0")
    block.raw(3).click()
    assert len(block.lit()) == 1
    # A value of a series stands in as many windows as overlap there.
    block = Block(open_shapes(page, server, "source=sine&look_back=3&panel=block"))
    block.raw(2 * 4 + 1).click()
    assert len(block.lit()) == 3


def test_timesteps_add_columns_and_units_add_numbers(page, server):
    picture = UnrolledPicture(open_shapes(page, server, "panel=units&units=3&timesteps=5"))
    expect(picture.root.locator(".node")).to_have_count(10, timeout=PATIENCE * 1000)
    page.get_by_role("slider", name="timesteps").press("ArrowRight")
    expect(picture.root.locator(".node")).to_have_count(12, timeout=PATIENCE * 1000)
    expect(page.get_by_text("the same 72 parameters")).to_be_visible()
    expect_in_link(page, "timesteps", "6")
    picture.choose("return_sequences=False")
    assert len(picture.lit()) == 1
    assert [len(row) for row in picture.table()] == [3]
    expect_in_link(page, "tensor", "return_sequences=False")


def test_the_training_part_is_cut_where_the_slider_says(page, server):
    open_shapes(page, server, "source=sine&panel=scaling")
    expect(page.get_by_text("70 of 90 samples")).to_be_visible()
    page.get_by_role("slider", name="Samples for training").press("ArrowRight")
    expect(page.get_by_text("71 of 90 samples")).to_be_visible()
    expect_in_link(page, "train", "79")


def test_a_shape_is_typed(page, server):
    open_shapes(page, server, "panel=helper")
    box = page.get_by_role("textbox", name="The shape of your array")
    box.fill("X.shape = (12, 4, 2)")
    box.press("Enter")
    expect(page.get_by_text("The array already has the shape that Keras reads")).to_be_visible(timeout=PATIENCE * 1000)
    box.fill("(12, <b>)")
    box.press("Enter")
    expect(page.get_by_text("Type an array's shape")).to_be_visible()
    expect(page.get_by_text("LSTM(4)(np.zeros((12, 4, 2))).shape → (12, 4)")).to_be_visible()
    expect_in_link(page, "shape", "(12, 4, 2)")


def test_the_answer_is_hidden_until_one_predicts(page, server):
    open_shapes(page, server, "source=sine")
    page.get_by_text("Predict first").click()
    expect(page.get_by_text("The answer is hidden")).to_be_visible()
    expect(page.get_by_text("np.stack")).to_have_count(0)
    page.get_by_role("radio", name="(90, 10, 1)").check(force=True)
    expect(page.get_by_text("Right.")).to_be_visible()
    expect(page.get_by_text("np.stack")).to_be_visible()
