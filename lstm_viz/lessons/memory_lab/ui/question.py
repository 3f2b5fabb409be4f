"""The question of the page Memory lab for Predict first: which networks have learned the task?"""

from collections.abc import Mapping

from lstm_viz.app.language import _
from lstm_viz.app.predict_first import Question
from lstm_viz.lessons.memory_lab.ui.results import right_answers
from lstm_viz.lessons.memory_lab.view import RECURRENT, LabView
from lstm_viz.training.learned import Learned


def learned_question(view: LabView, learned: Mapping[str, Learned]) -> Question:
    """The question which of the trained networks answer everything right in the end."""
    right = {name: [answer for answers in each.right for answer in answers] for name, each in learned.items()}
    solved = tuple(name for name in learned if all(right[name]))
    options = {tuple(learned): _("All of them"), (): _("None of them")}
    if with_memory := tuple(name for name in learned if name in RECURRENT):
        options.setdefault(with_memory, _("Only those with a memory"))
    if len(learned) > 1:
        options.setdefault(solved, _("Another combination"))
    return Question(
        view,
        _("Which networks get every answer right after training?"),
        tuple(options.values()),
        options[solved],
        dict.fromkeys(options.values(), right_answers(learned) + "."),
    )
