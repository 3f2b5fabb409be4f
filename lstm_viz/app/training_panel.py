"""Training on a page: a button or a link starts it, and the page shows its progress, stops it and continues it."""

import time
from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import streamlit as st

from lstm_viz.app.connections import between_turns, let_others_run
from lstm_viz.app.from_keras import waiting_words
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.app.page import Page
from lstm_viz.data import InputError
from lstm_viz.i18n import N_
from lstm_viz.training.trainable import Trainable
from lstm_viz.worker import shared_worker
from lstm_viz.worker.training_job import TrainingJob

EVERY_SECONDS = 0.1
# Between two drawings the job is only watched: that costs other visitors nothing.
REDRAW_SECONDS = 1.0
# To draw takes about a tenth of the time at most: where many others are served, it takes longer, and comes less often.
REST = 10
# Where many train, a job has a turn every few seconds. Without a turn it draws only for its place in the queue. This is
# also how many watches a drawing may rest, however long it takes.
MOST_WATCHES = 5
# The first drawing comes sooner: whoever has pressed the button sees that the training has begun.
FIRST_SECONDS = 0.3

About = TypeVar("About")
AnyRun = TypeVar("AnyRun", bound=Trainable)


class Kept(Generic[AnyRun]):
    """The longest known run of one training. A run is never changed, so it can be shared."""

    def __init__(self, run: AnyRun):
        self.run = run

    def keep(self, run: AnyRun) -> None:
        """Keeps a run if it is longer than the one that is kept."""
        if _reached(run) > _reached(self.run):
            self.run = run


def _reached(run: Trainable) -> tuple[int, bool]:
    return run.position, run.has_ended


def train_words(epochs: int, *, goes_on: bool) -> str:
    """The text of a button that trains for a number of epochs."""
    if epochs == 1:
        return _("Train 1 epoch")
    template = _("Go on to {epochs} epochs") if goes_on else _("Train {epochs} epochs")
    return template.format(epochs=epochs)


@dataclass(frozen=True)
class TrainingPanel(Generic[About, AnyRun]):
    """The training of a page. `about` is the value, made from the page's controls, that says what is trained.

    Attributes:
        page: The page that trains.
        kept: Returns each network by name, with its longest run: shared by all visitors, or of this session.
        goal: Returns the position to which the button trains, in the unit of `Trainable.position`.
        draw: Draws what has been learned; it calls `row` where the button is to be.
        wanted: Returns the position to which a new link trains immediately.
        same: Returns a value that identifies the training. When it changes, the training is stopped.
        words: Returns the text of the button from `about`, whether a training has begun, and whether there is more to
            train. None if the goal is a number of epochs.
        done: The help of the button when there is no more to train; English, marked for the catalogue with `N_`.
        begin: A function that is called when the button starts a training, not when it continues one.
        prefix: The beginning of its names in the session, after the page's prefix.
    """

    page: Page
    kept: Callable[[About], Mapping[str, Kept[AnyRun]]]
    goal: Callable[[About], int]
    draw: Callable[[About], None]
    wanted: Callable[[About], int] = lambda about: 0
    same: Callable[[About], Hashable] = lambda about: about  # type: ignore[assignment,return-value]
    words: Callable[[About, bool, bool], str] | None = None
    done: str = N_("Already trained. Choose more epochs, or change a setting.")
    begin: Callable[[About], object] = lambda about: None
    prefix: str = ""

    @property
    def job(self) -> TrainingJob[AnyRun] | None:
        """The training job of this session, running or over; None if there has been none."""
        return self._find("job")

    @property
    def is_running(self) -> bool:
        """Whether a training is running."""
        return self.job is not None and not self.job.is_over

    @property
    def aim(self) -> int:
        """The goal of the running training, or 0. A link that holds it continues the training after a reload."""
        return self.job.goal if self.job is not None and self.is_running else 0

    def runs(self, about: About) -> dict[str, AnyRun]:
        """The longest run of each network, by name."""
        return {name: kept.run for name, kept in self.kept(about).items()}

    def show(self, about: About) -> dict[str, AnyRun]:
        """Draws the training in a fragment that watches it while it runs. A new link starts the training it asks for.

        Returns:
            The run of each network as it was before this call, by name.
        """
        if self._find("job_of") != self.same(about):
            self.stop()
            self._set(job=None)
        runs, wanted, jump = self.runs(about), self.wanted(about), self.page.find("jump")
        if jump != self._find("job_jump") and _fall_short(runs.values(), wanted):
            self.start(about, wanted)
        self._set(
            job_jump=jump, has_clock=self.is_running, is_drawn=False, drawn=[_reached(run) for run in runs.values()]
        )
        every = EVERY_SECONDS if self.is_running else None
        st.fragment(self._look, run_every=every, key=self._key("training"))(about)
        return runs

    def start(self, about: About, goal: int) -> None:
        """Starts a training job that continues the runs up to `goal`."""
        self.stop()
        job = TrainingJob(self.runs(about), goal, shared_worker())
        self._set(job=job, job_of=self.same(about), trouble=None)

    def stop(self) -> None:
        """Stops the training job, if there is one."""
        if self.job is not None:
            self.job.stop()

    def row(self, about: About, told: str = "") -> None:
        """Draws the button, and next to it the progress of the training, or `told` if there is no progress to show."""
        with st.container(horizontal=True, vertical_alignment="center"):
            self._button(about)
            if not self.show_progress() and told:
                st.text(told, width="stretch")
        show_problem(self._find("trouble"))

    def show_progress(self) -> bool:
        """Draws the progress of the training, or why the last one failed.

        Returns:
            Whether anything was drawn.
        """
        job = self.job
        if job is None or (job.is_over and job.problem is None):
            return False
        words = [_("{percent}% of all epochs").format(percent=round(100 * job.done))]
        if waits := waiting_words(job.state, job.place):
            words.append(waits)
        elif not job.is_over and (left := job.seconds_left) is not None:
            words.append(_("about {seconds} s left").format(seconds=max(round(left), 1)))
        st.progress(min(job.done, 1.0), " · ".join(words))
        if job.problem is not None:
            st.warning(job.problem.sentence(_), icon=":material/warning:")
        return True

    def _look(self, about: About) -> None:
        if (job := self.job) is not None:
            try:
                self._watch(job)
            except InputError as problem:  # the file that it trains on has changed since
                self.stop()
                self._set(trouble=problem)
            for name, kept in self.kept(about).items():
                kept.keep(job.runs[name])
        # The first drawing is part of the page's own run, and so is what follows a click on Stop.
        with between_turns() if self._find("is_drawn") and self.is_running else nullcontext():
            begin = time.monotonic()
            with st.container(key=self._key("live_training") if self.is_running else None):
                self.draw(about)
        self._set(is_drawn=True, drawn_in=time.monotonic() - begin)
        reached = [_reached(run) for run in self.runs(about).values()]
        is_behind = not self.is_running and reached != self._find("drawn")
        if is_behind or self.is_running != self._find("has_clock"):
            # The whole page shows what was learned, and only a rerun of the page starts or stops the clock.
            st.rerun()

    def _watch(self, job: TrainingJob[AnyRun]) -> None:
        """Watches a job until there is something new to draw, but not for long: its place in the queue changes."""
        if not self._find("is_drawn"):
            let_others_run()
            job.watch(FIRST_SECONDS)
            return
        done, rests_until = job.done, time.monotonic() + REST * self._find("drawn_in")
        for _again in range(MOST_WATCHES):
            job.watch(REDRAW_SECONDS)
            has_more = job.done != done and time.monotonic() >= rests_until
            # `_find` looks at the session, which ends this run if the visitor has pressed Stop.
            if job.is_over or has_more or not self._find("is_drawn"):
                return

    def _button(self, about: About) -> None:
        # The buttons use callbacks: a callback always runs, while another rerun may cut short the code after `_look`.
        if self.is_running:
            st.button(_("Stop"), icon=":material/stop:", key=self._key("stop"), on_click=self.stop)
            return
        runs, goal = self.runs(about).values(), self.goal(about)
        has_begun, has_more = any(run.position for run in runs), _fall_short(runs, goal)
        usual = train_words(goal, goes_on=has_begun and has_more)
        st.button(
            self.words(about, has_begun, has_more) if self.words else usual,
            icon=":material/model_training:",
            key=self._key("train"),
            disabled=not has_more,
            help=None if has_more else _(self.done),
            on_click=self._pressed,
            args=(about, has_begun),
        )

    def _pressed(self, about: About, has_begun: bool) -> None:
        self.start(about, self.goal(about))
        if not has_begun:
            self.begin(about)

    def _key(self, name: str) -> str:
        return self.page.key(self.prefix + name)

    def _find(self, name: str) -> Any:
        return self.page.find(self.prefix + name)

    def _set(self, **values: object) -> None:
        self.page.set(**{self.prefix + name: value for name, value in values.items()})


def _fall_short(runs: Iterable[Trainable], goal: int) -> bool:
    """Whether any run has not ended and has not reached the goal."""
    return any(not run.has_ended and run.position < goal for run in runs)
