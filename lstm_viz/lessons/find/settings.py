"""The settings of the page Find: what is looked for, and the page whose questions are listed."""

from lstm_viz.i18n import N_
from lstm_viz.lessons.find.questions import PAGES
from lstm_viz.links import Choice, Text
from lstm_viz.settings import Setting, Settings

SETTINGS = Settings(
    {
        "q": Setting(
            Text(""),
            N_("A question, a term, the name of an argument, or an error message"),
            help=N_("In English or Korean. It is not sent anywhere else, but it is part of this page's link."),
            control="text",
        ),
        "page": Setting(Choice(PAGES, PAGES[0]), N_("Questions about"), control="pills"),
    }
)
