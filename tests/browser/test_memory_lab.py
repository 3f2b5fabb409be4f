"""The page Memory lab as a person meets it: train, stop, go on, reload, break and mend, share, on a phone."""

from playwright.sync_api import Page, expect

from lstm_viz.engine.models import ASSETS
from tests.support.browser import PHONE, POLLING_MILLISECONDS, try_this, visit, wait_until_settled
from tests.support.viewer import Viewer, open_viewer, query

SMALL = "units=4&networks=gru&epochs=10"
LONG = "units=16&networks=gru,simple_rnn&regime=sequences&epochs=2000&trained=0"


def open_lab(page: Page, server: str, link: str = "") -> Viewer:
    return open_viewer(page, f"{server}/memory_lab?{link}")


def button(page: Page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def expect_trained(page: Page, epochs: int) -> None:
    """Waits until the slider of the epochs ends there: all of the page tells of what has been learned."""
    slider = page.get_by_role("slider", name="Weights after epoch")
    expect(slider).to_have_attribute("aria-valuetext", str(epochs), timeout=60_000)
    expect(button(page, "Stop")).to_have_count(0)


def test_a_seed_is_trained_live_and_then_has_curves(page, server):
    viewer = open_lab(page, server, f"{SMALL}&seed=21&trained=0")
    viewer.expect_heading("Unit 4 at step 4")
    expect(viewer.root.locator(".title")).to_have_text("GRU after epoch 0")
    button(page, "Train 10 epochs").click()
    expect_trained(page, 10)
    expect(viewer.root.locator(".title")).to_have_text("GRU after epoch 10")
    expect(page.get_by_text("% of all epochs")).to_have_count(0)
    expect(page.locator("[aria-label^='Loss']").first).to_be_attached()
    viewer.wait_until_linked(trained="10", epoch="10", seed="21")
    assert not button(page, "Train 10 epochs").is_enabled()


def test_a_file_of_another_network_fills_the_whole_page(page, server):
    viewer = open_lab(page, server, "panel=files&networks=lstm&units=8&seed=5&trained=0")
    page.locator("input[type=file]").set_input_files(ASSETS / "memory_lab_gru_20.npz")
    expect(viewer.root.locator(".title")).to_have_text("GRU after epoch 250", timeout=20_000)
    viewer.wait_until_linked(networks="gru", units="20", seed="4")


def test_back_from_step_through_takes_one_press(page, server):
    open_lab(page, server, "panel=files&network=gru&epoch=100")
    page.get_by_role("link", name="Open in Step through").click()
    expect(page.locator(".viewer .title")).to_have_text("GRU, 20 units, from the Memory lab", timeout=20_000)
    wait_until_settled(page)
    page.go_back()
    expect(page.locator(".viewer .title")).to_have_text("GRU after epoch 100", timeout=20_000)


def wait_for_progress(page: Page) -> None:
    said = "() => /[1-9]\\d*% of all epochs/.test(document.body.innerText)"
    page.wait_for_function(said, timeout=60_000, polling=POLLING_MILLISECONDS)  # not at each frame: it is a long text


def stop(page: Page) -> None:
    button(page, "Stop").click()
    expect(button(page, "Go on to 2000 epochs")).to_be_visible(timeout=20_000)


def test_a_reload_in_mid_training_loses_nothing_and_what_was_stopped_goes_on(page, server):
    viewer = open_lab(page, server, f"{LONG}&seed=22")
    button(page, "Train 2000 epochs").click()
    wait_for_progress(page)
    viewer.wait_until_linked(trained="2000")
    page.reload()
    wait_for_progress(page)
    stop(page)
    wait_until_settled(page)
    stopped = int(query(page.url)["trained"])
    assert 0 < stopped < 2000
    page.reload()
    expect(button(page, "Go on to 2000 epochs")).to_be_visible(timeout=30_000)
    wait_until_settled(page)
    assert int(query(page.url)["trained"]) == stopped
    button(page, "Go on to 2000 epochs").click()
    wait_for_progress(page)
    stop(page)
    viewer.page.wait_for_function(
        "stopped => Number(new URLSearchParams(location.search).get('trained')) > stopped", arg=stopped
    )


def test_what_a_training_has_drawn_does_not_fade_until_the_next_drawing(new_page, server):
    page = new_page()  # on the page that tests share nothing fades
    # All three networks: with two, a training may end before it is stopped.
    open_lab(page, server, f"{LONG}&seed=23".replace("gru", "lstm,gru"))
    button(page, "Train 2000 epochs").click()
    wait_for_progress(page)
    faded = page.evaluate(
        """async () => {
            const seen = new Set();
            for (const end = performance.now() + 2500; performance.now() < end;) {
                const stale = document.querySelectorAll('[class*="training"] [data-stale="true"]');
                stale.forEach(each => seen.add(getComputedStyle(each).opacity));
                await new Promise(requestAnimationFrame);
            }
            return [...seen];
        }"""
    )
    stop(page)
    assert faded == ["1"]


def test_two_visitors_train_at_once_and_both_finish(page, other_page, server):
    pages = [page, other_page]
    for seed, each in enumerate(pages, start=23):
        visit(each, f"{server}/memory_lab?{SMALL}&seed={seed}&trained=0")
    for each in pages:
        button(each, "Train 10 epochs").click()
    for seed, each in enumerate(pages, start=23):
        expect_trained(each, 10)
        Viewer(each).wait_until_linked(trained="10", seed=str(seed))
    assert Viewer(pages[0]).values() != Viewer(pages[1]).values()


def test_broken_it_answers_otherwise_and_undo_mends_it(page, server):
    viewer = open_lab(page, server, "panel=break&show=A")
    before = viewer.values()
    answers = viewer.root.locator(".prediction")
    said = answers.all_inner_texts()
    button(page, "Apply").click()
    viewer.wait_until_linked(edits="A.cell.13.4.erase")
    wait_until_settled(page)
    assert viewer.values()["cell state"].endswith("0.00")
    expect(page.get_by_text("sequence A, cell state, unit 13, at step 4: erase", exact=True)).to_be_visible()
    assert viewer.values() != before
    button(page, "Undo").click()
    viewer.wait_until_linked(edits="")
    wait_until_settled(page)
    assert viewer.values() == before
    assert answers.all_inner_texts() == said


def test_a_change_of_the_task_is_trained_anew(page, server):
    open_lab(page, server, "panel=carry")
    try_this(page, "A task that no network can solve")
    said = "No network can solve it: after the same symbols (a, b), different answers are right (c, d)."
    expect(page.get_by_text(said)).to_be_visible(timeout=30_000)
    expect(button(page, "Stop")).to_be_visible()
    button(page, "Stop").click()
    expect(button(page, "Stop")).to_have_count(0, timeout=20_000)


def test_on_a_phone_no_two_labels_of_the_cell_touch(kept_page, server):
    page = kept_page(**PHONE)
    open_lab(page, server)
    touching = page.locator(".viewer .diagram").evaluate(
        """diagram => {
            const labels = [...diagram.querySelectorAll('text')].filter(each => each.textContent.trim());
            const boxes = labels.map(each => [each.textContent, each.getBoundingClientRect()]);
            const touch = (a, b) => a.left < b.right + 2 && b.left < a.right + 2
                && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
            return boxes.flatMap(([first, a], at) => boxes.slice(at + 1)
                .filter(([, b]) => touch(a, b)).map(([second]) => [first, second]));
        }"""
    )
    assert touching == []
