"""A training on a page: begun by a link or a button, looked after while it runs, stopped, gone on with, drawn."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.app.page import Page
from lstm_viz.data import InputError
from lstm_viz.i18n import N_
from lstm_viz.training.trainable import Trainable
from lstm_viz.worker import shared_worker
from lstm_viz.worker.training_job import TrainingJob

EVERY_SECONDS = 0.1
# Between two drawings the job is looked at without a drawing: that costs the other visitors nothing.
REDRAW_SECONDS = 1.0

About = TypeVar("About")
AnyRun = TypeVar("AnyRun", bound=Trainable)


class Kept(Generic[AnyRun]):
    """The longest known run of one training. Runs never change, so whoever has one keeps it as it is."""

    def __init__(self, run: AnyRun):
        self.run = run

    def keep(self, run: AnyRun) -> None:
        """Keeps a run that went further, for whoever asks for the same training: after a reload, say."""
        if _reached(run) > _reached(self.run):
            self.run = run


def _reached(run: Trainable) -> tuple[int, bool]:
    return run.position, run.has_ended


def train_words(epochs: int, *, goes_on: bool) -> str:
    """What a button says that trains for so many epochs."""
    if epochs == 1:
        return _("Train 1 epoch")
    template = _("Go on to {epochs} epochs") if goes_on else _("Train {epochs} epochs")
    return template.format(epochs=epochs)


@dataclass(frozen=True)
class TrainingPanel(Generic[About, AnyRun]):
    """A page's training. What is trained is told by what the page makes of its controls, here called `about`.

    Attributes:
        page: Whose it is.
        kept: Each network of it by name, and where its longest run is kept: for all visitors, unless it is one's own.
        goal: How far its button trains, in what the runs count.
        draw: Draws what has been learned, with `row` in its place.
        wanted: How far it is trained as soon as a link shows it.
        same: Equal as long as the training is the same; that of something else is stopped.
        words: What the button says, from whether something has been trained, and whether there is more to train; None
            where the goal is a number of epochs.
        done: What is explained where there is no more to train; English, marked for the catalogue with `N_`.
        begin: What is done when the button begins a training, rather than going on with one.
        prefix: What its names in the session begin with, after the page's own prefix.
    """

    page: Page
    kept: Callable[[About], Mapping[str, Kept[AnyRun]]]
    goal: Callable[[About], int]
    draw: Callable[[About], None]
    wanted: Callable[[About], int] = lambda about: 0
    same: Callable[[About], Hashable] = lambda about: about  # type: ignore[assignment,return-value]
    words: Callable[[About, bool, bool], str] | None = None
    done: str = N_("Trained already. Ask for more epochs, or change something.")
    begin: Callable[[About], object] = lambda about: None
    prefix: str = ""

    @property
    def job(self) -> TrainingJob[AnyRun] | None:
        """The session's training: under way, or the last one."""
        return self._find("job")

    @property
    def is_running(self) -> bool:
        """Whether there is a training to look after."""
        return self.job is not None and not self.job.is_over

    @property
    def aim(self) -> int:
        """How far the training under way goes; 0 without one. A link that says so loses nothing by a reload."""
        return self.job.goal if self.job is not None and self.is_running else 0

    def runs(self, about: About) -> dict[str, AnyRun]:
        """What each network has learned so far."""
        return {name: kept.run for name, kept in self.kept(about).items()}

    def show(self, about: About) -> dict[str, AnyRun]:
        """Draws the training and looks after it by itself while it runs. What a new link shows trained is trained.

        Returns:
            What each network had learned before.
        """
        if self._find("job_of") != self.same(about):
            self.stop()
            self._set(job=None)
        runs, wanted, jump = self.runs(about), self.wanted(about), self.page.find("jump")
        if jump != self._find("job_jump") and _fall_short(runs.values(), wanted):
            self.start(about, wanted)
        self._set(job_jump=jump, has_clock=self.is_running, drawn=[_reached(run) for run in runs.values()])
        every = EVERY_SECONDS if self.is_running else None
        st.fragment(self._look, run_every=every, key=self._key("training"))(about)
        return runs

    def start(self, about: About, goal: int) -> None:
        """Trains on from where the runs are."""
        self.stop()
        job = TrainingJob(self.runs(about), goal, shared_worker())
        self._set(job=job, job_of=self.same(about), trouble=None)

    def stop(self) -> None:
        """Trains no further."""
        if self.job is not None:
            self.job.stop()

    def row(self, about: About, told: str = "") -> None:
        """The button, and beside it how far the training is; without one `told`."""
        with st.container(horizontal=True, vertical_alignment="center"):
            self._button(about)
            if not self.show_progress() and told:
                st.text(told, width="stretch")
        show_problem(self._find("trouble"))

    def show_progress(self) -> bool:
        """Draws how far the training is, or why the last one ended; whether there is anything to say."""
        job = self.job
        if job is None or (job.is_over and job.problem is None):
            return False
        words = [_("{percent} % of all epochs").format(percent=round(100 * job.done))]
        if job.place:
            words.append(_("place {place} in the queue: others train too").format(place=job.place + 1))
        elif job.worker.state() in ("off", "starting"):
            words.append(_("Keras is starting, which takes some seconds …"))
        elif (left := job.seconds_left) is not None:
            words.append(_("about {seconds} s left").format(seconds=max(round(left), 1)))
        st.progress(min(job.done, 1.0), " · ".join(words))
        if job.problem is not None:
            st.warning(job.problem.sentence(_), icon=":material/warning:")
        return True

    def _look(self, about: About) -> None:
        if (job := self.job) is not None:
            try:
                job.watch(REDRAW_SECONDS)
            except InputError as problem:  # what it reads has been changed since
                self.stop()
                self._set(trouble=problem)
            for name, kept in self.kept(about).items():
                kept.keep(job.runs[name])
        self.draw(about)
        reached = [_reached(run) for run in self.runs(about).values()]
        is_behind = not self.is_running and reached != self._find("drawn")
        if is_behind or self.is_running != self._find("has_clock"):
            # What was learned is shown all over the page, and only a run of the page starts or stops the clock.
            st.rerun()

    def _button(self, about: About) -> None:
        # By callbacks: they come first in a run, while what follows the looking may be cut short by another run.
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
    """Whether any is to be trained further."""
    return any(not run.has_ended and run.position < goal for run in runs)
