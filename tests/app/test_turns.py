"""The runs of all visitors begin one after another; the app behind the connections is a stand-in for Streamlit."""

import asyncio
import contextlib
import functools
import threading
import time
from collections.abc import AsyncIterator, Callable

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from lstm_viz.app import connections
from lstm_viz.app.connections import Connections
from tests.support.loops import result_of

RERUN = BackMsg(rerun_script={"query_string": "step=3"})
BY_CLOCK = BackMsg(rerun_script={"fragment_id": "training", "is_auto_rerun": True})
STOP = BackMsg(stop_script=True)
ELEMENT = ForwardMsg(delta={"new_element": {"text": {"body": "x" * 5000}}})


def finished(status: int = ForwardMsg.FINISHED_SUCCESSFULLY) -> ForwardMsg:
    return ForwardMsg(script_finished=status)


class Visitor:
    """A connection through `Connections`: what the visitor asks for, and what has arrived at the app."""

    def __init__(self) -> None:
        self._asked: asyncio.Queue = asyncio.Queue()
        self._to_send: asyncio.Queue = asyncio.Queue()
        self.arrived: list[BackMsg] = []
        self.sent: list[ForwardMsg] = []

    def asks(self, said: BackMsg) -> None:
        self._asked.put_nowait({"type": "websocket.receive", "bytes": said.SerializeToString()})

    def is_told(self, said: ForwardMsg) -> None:
        """The app sends the visitor a message."""
        self._to_send.put_nowait({"type": "websocket.send", "bytes": said.SerializeToString()})

    async def app(self, _scope, receive, send) -> None:
        async def listen() -> None:
            while True:
                self.arrived.append(BackMsg.FromString((await receive())["bytes"]))

        async def tell() -> None:
            while True:
                await send(await self._to_send.get())

        await asyncio.gather(listen(), tell())

    async def send(self, message) -> None:
        self.sent.append(ForwardMsg.FromString(message["bytes"]))

    async def receive(self):
        return await self._asked.get()


@contextlib.asynccontextmanager
async def visitors(count: int) -> AsyncIterator[tuple[list[Visitor], list[asyncio.Task]]]:
    """Visitors of one server."""
    people = [Visitor() for _ in range(count)]
    apps = iter([person.app for person in people])

    async def app(scope, receive, send) -> None:
        await next(apps)(scope, receive, send)

    server, scope = Connections(app), {"type": "websocket", "subprotocols": []}
    tasks = [asyncio.create_task(server(scope, person.receive, person.send)) for person in people]
    yield people, tasks
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def passes() -> None:
    """Everything that can happen at once has happened."""
    for _ in range(20):
        await asyncio.sleep(0)


def arrivals(people: list[Visitor]) -> list[int]:
    """How many messages of each visitor have arrived."""
    return [len(person.arrived) for person in people]


def on_a_loop(test):
    """Runs a test on an event loop of its own."""
    return functools.wraps(test)(lambda *args, **kwargs: result_of(test(*args, **kwargs)))


@pytest.fixture(autouse=True)
def nobody_is_late(monkeypatch) -> None:
    """A turn ends by what happens, unless a test says how long it lasts; and Keras does not start."""
    monkeypatch.setattr(connections, "TURN_SECONDS", 3600)
    monkeypatch.setattr(connections, "warm_up", lambda: None)


@pytest.mark.parametrize("status", [ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR])
@on_a_loop
async def test_runs_begin_one_after_another_in_the_order_in_which_they_were_asked_for(status):
    async with visitors(3) as (people, _):
        for person in (people[1], people[0], people[2]):
            person.asks(RERUN)
            await passes()
        assert arrivals(people) == [0, 1, 0]
        people[1].is_told(ELEMENT)
        await passes()
        assert arrivals(people) == [0, 1, 0]
        people[1].is_told(finished(status))
        await passes()
        assert arrivals(people) == [1, 1, 0]
        people[0].is_told(finished(status))
        await passes()
        assert arrivals(people) == [1, 1, 1]
        assert people[1].sent == [ELEMENT, finished(status)]


@on_a_loop
async def test_a_run_that_takes_long_keeps_nobody_waiting(monkeypatch):
    monkeypatch.setattr(connections, "TURN_SECONDS", 0.05)

    async with visitors(2) as (people, _):
        for person in people:
            person.asks(RERUN)
        await passes()
        assert arrivals(people) == [1, 0]
        await asyncio.sleep(0.1)
        assert arrivals(people) == [1, 1]


@on_a_loop
async def test_a_late_end_is_not_the_end_of_the_next_turn(monkeypatch):
    monkeypatch.setattr(connections, "TURN_SECONDS", 0.05)

    async with visitors(3) as (people, _):
        people[0].asks(RERUN)
        await asyncio.sleep(0.1)
        monkeypatch.setattr(connections, "TURN_SECONDS", 3600)
        for person in people[1:]:
            person.asks(RERUN)
        await passes()
        people[0].is_told(finished())
        await passes()
        assert arrivals(people) == [1, 1, 0]


@on_a_loop
async def test_a_run_that_waits_for_another_process_keeps_nobody_waiting():
    connections.let_others_run()  # outside of any turn, as in a script without a server
    async with visitors(3) as (people, _):
        for person in people:
            person.asks(RERUN)
        await passes()
        await asyncio.to_thread(connections.let_others_run)
        await passes()
        assert arrivals(people) == [1, 1, 0]
        people[0].is_told(finished())
        await passes()
        assert arrivals(people) == [1, 1, 0]


@on_a_loop
async def test_who_clicks_does_not_wait_behind_clocks_nor_they_behind_clicks():
    async with visitors(5) as (people, _):
        people[0].asks(RERUN)
        await passes()
        for person in people[1:4]:
            person.asks(BY_CLOCK)
        people[4].asks(RERUN)
        await passes()
        assert arrivals(people) == [1, 1, 1, 1, 0]
        people[1].is_told(finished())  # which is not the end of the turn
        await passes()
        assert len(people[4].arrived) == 0
        people[0].is_told(finished())
        await passes()
        assert len(people[4].arrived) == 1


def drawing(drawn: list[str], name: str, during: Callable[[], object] = lambda: None) -> threading.Thread:
    """A thread in which the drawing of a training begins, and ends after `during`."""

    def draw() -> None:
        with connections.between_turns():
            drawn.append(f"{name} begins")
            during()
            drawn.append(f"{name} ends")

    thread = threading.Thread(target=draw, daemon=True)
    thread.start()
    return thread


@on_a_loop
async def test_what_a_clock_draws_waits_for_the_turn_of_who_clicked():
    drawn: list[str] = []
    async with visitors(1) as (people, _):
        people[0].asks(RERUN)
        await passes()
        thread = drawing(drawn, "training")
        await asyncio.sleep(0.1)
        assert drawn == []
        people[0].is_told(finished())
        await passes()
        await asyncio.to_thread(thread.join)
        assert drawn == ["training begins", "training ends"]


def test_clocks_draw_one_after_another():
    drawn: list[str] = []
    for thread in [drawing(drawn, name, lambda: time.sleep(0.05)) for name in "abc"]:
        thread.join()
    order = [each.removesuffix(" begins") for each in drawn[::2]]  # threads may begin in another order than they start
    assert sorted(order) == ["a", "b", "c"]
    assert drawn == [f"{name} {what}" for name in order for what in ("begins", "ends")]


def test_what_a_clock_draws_does_not_wait_long(monkeypatch):
    monkeypatch.setattr(connections, "TURN_SECONDS", 0.05)
    monkeypatch.setattr(connections.Turn, "current", "a turn that does not end")
    drawn: list[str] = []
    slow_has_begun, quick_is_seen = threading.Event(), threading.Event()
    slow = drawing(drawn, "slow", lambda: slow_has_begun.set() or quick_is_seen.wait(10))
    assert slow_has_begun.wait(10)
    drawing(drawn, "quick").join(timeout=10)
    assert drawn == ["slow begins", "quick begins", "quick ends"]
    quick_is_seen.set()
    slow.join(timeout=10)


@on_a_loop
async def test_who_leaves_keeps_nobody_waiting():
    async with visitors(4) as (people, tasks):
        for person in people:
            person.asks(RERUN)
        await passes()
        tasks[0].cancel()  # during the turn
        tasks[1].cancel()  # while waiting for it
        await passes()
        assert arrivals(people) == [1, 0, 1, 0]
        tasks[3].cancel()
        people[2].is_told(finished())
        people[2].asks(RERUN)
        await passes()
        assert len(people[2].arrived) == 2


@on_a_loop
async def test_who_asks_again_need_not_wait_behind_the_own_run():
    async with visitors(2) as (people, _):
        people[0].asks(RERUN)
        people[1].asks(RERUN)
        people[0].asks(RERUN)
        await passes()
        assert arrivals(people) == [2, 0]
        people[0].is_told(finished(ForwardMsg.FINISHED_EARLY_FOR_RERUN))  # the second run takes its place
        await passes()
        assert len(people[1].arrived) == 0


@on_a_loop
async def test_who_waits_for_another_process_can_click_meanwhile():
    async with visitors(3) as (people, _):
        people[0].asks(RERUN)
        await passes()
        connections.let_others_run()
        people[1].asks(RERUN)
        await passes()
        for said in (BY_CLOCK, RERUN):  # a clock comes round, then a click
            people[0].asks(said)
        people[2].asks(RERUN)
        await passes()
        assert arrivals(people) == [3, 1, 0]
        for person in people[:2]:
            person.is_told(finished())
        await passes()
        people[0].asks(RERUN)
        await passes()
        assert arrivals(people) == [3, 1, 1]  # the next run waits for its turn again


@on_a_loop
async def test_what_is_no_run_waits_for_nobody():
    async with visitors(2) as (people, _):
        people[0].asks(RERUN)
        people[1].asks(STOP)
        await passes()
        assert people[1].arrived == [STOP]
