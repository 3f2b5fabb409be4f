"""Text: a sentiment model that shows why order matters, and which word moved which gate."""

from lstm_viz.app import language, session
from lstm_viz.app.messages import show_ignored
from lstm_viz.lessons.text.ui.controls import asked, choose_language
from lstm_viz.lessons.text.ui.hints import lessons
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.lessons.text.ui.panels import show_sentences

gettext = language.translator()
session.adopt_link(PAGE)

language.heading(
    gettext("Text"),
    gettext("A model reads a review word by word: which word moves its opinion, and why does order matter?"),
)
choose_language(gettext)
show_ignored(session.ignored_of_link(PAGE, asked()), gettext)
show_sentences(gettext)
lessons(gettext)
