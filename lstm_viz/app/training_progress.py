"""Whether a training is under way, and how far it is, in a bar and in words."""

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.worker.training_job import TrainingJob


def is_running(job: TrainingJob | None) -> bool:
    """Whether there is a training to look after."""
    return job is not None and not job.is_over


def show_progress(job: TrainingJob) -> None:
    """The part that is done, the place in the queue, and the time that is left."""
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
