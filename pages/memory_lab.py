"""Memory lab: how a memory is learned, where it sits, and what happens when it is broken."""

from lstm_viz.app import language, session
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_ignored
from lstm_viz.lessons.memory_lab.ui.controls import choose_lab
from lstm_viz.lessons.memory_lab.ui.hints import lessons
from lstm_viz.lessons.memory_lab.ui.page import PAGE
from lstm_viz.lessons.memory_lab.ui.panels import show_panels, write_link
from lstm_viz.lessons.memory_lab.ui.results import show_needs
from lstm_viz.lessons.memory_lab.ui.scene import choose_scene, show_scene
from lstm_viz.lessons.memory_lab.ui.training import learned_of, show_training

session.adopt_link(PAGE)

language.heading(
    _("Memory lab"),
    _("Train networks on a task that needs a memory, find the units that hold it, and break them."),
)
view = choose_lab()
show_ignored(session.ignored_of_link(PAGE, view))
show_needs(view)
learned = learned_of(view)
show_training(view)
scene = choose_scene(view, learned)
if scene is None:
    write_link(view)
else:
    show_scene(scene)
    show_panels(view, learned, scene)
lessons()
