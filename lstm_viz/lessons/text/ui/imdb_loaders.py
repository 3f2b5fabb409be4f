"""What the panel IMDB keeps for all visitors: the files, the vocabulary and the trained networks."""

from lstm_viz.app.shared import shared
from lstm_viz.app.training_panel import Kept
from lstm_viz.lessons.text.imdb.download import Download
from lstm_viz.lessons.text.imdb.files_location import FilesLocation, KnownFile
from lstm_viz.lessons.text.imdb.run import ImdbRun, new_run
from lstm_viz.lessons.text.imdb.settings import ImdbSettings
from lstm_viz.lessons.text.imdb.words import Vocabulary, read_vocabulary


@shared(most=8)
def kept(settings: ImdbSettings, location: FilesLocation) -> Kept[ImdbRun]:
    """The longest run of this training, shared by all visitors: the same settings always give the same weights."""
    return Kept(new_run(settings, location))


@shared(most=4)
def load_missing(location: FilesLocation, stamp: tuple[int, ...]) -> tuple[KnownFile, ...]:
    """The files that are missing or are not the expected ones. They are verified again when their stamp changes."""
    return location.missing()


@shared(most=2)
def load_vocabulary(location: FilesLocation) -> Vocabulary:
    """The vocabulary of the reviews.

    Raises:
        InputError: If the file is missing, or is not the expected one.
    """
    return read_vocabulary(location)


@shared(most=2)
def load_download(location: FilesLocation) -> Download:
    """The download of the files, shared by all visitors. It begins at the first call.

    After `load_download.clear()` the next call begins a new download.
    """
    return Download(location)
