"""Text: a sentiment model that shows why order matters, and which word moved which gate."""

from lstm_viz.app import language, session
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_ignored
from lstm_viz.lessons.text.ui.controls import asked, choose_language
from lstm_viz.lessons.text.ui.hints import lessons
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.lessons.text.ui.panels import show_sentences

session.adopt_link(PAGE)

language.heading(
    _("Text"),
    _("A model reads a review word by word: which word moves its opinion, and why does order matter?"),
)
choose_language()
show_ignored(session.ignored_of_link(PAGE, asked()))
show_sentences()
lessons()
