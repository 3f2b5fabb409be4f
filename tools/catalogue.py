"""Brings the Korean catalogue up to date with the texts in the code: `make catalogue`."""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
KOREAN = ROOT / "lstm_viz" / "locale" / "ko" / "LC_MESSAGES" / "lstm_viz.po"
FOLDERS = ("lstm_viz", "pages", "tools")
# Which argument of which call is a text that people read.
KEYWORDS = {"gettext": None, "_": None, "N_": None, "LinkError": (2,)}
KEYWORDS |= dict.fromkeys(("InputError", "FileError", "Note"), (1,))


def extract() -> Catalog:
    """Every text in the code."""
    template = Catalog(locale="ko", project="LSTM Explorer", charset="utf-8", fuzzy=False)
    for folder in FOLDERS:
        for _file, _line, text, comments, context in extract_from_dir(ROOT / folder, keywords=KEYWORDS):
            template.add(text, auto_comments=comments, context=context)
    return template


def korean() -> Catalog:
    """What is translated."""
    with KOREAN.open("rb") as file:
        return read_po(file, locale="ko")


def main() -> int:
    """Adds new texts, drops those that are gone, and says what has yet to be translated."""
    catalogue = korean() if KOREAN.exists() else extract()
    catalogue.update(extract(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    KOREAN.parent.mkdir(parents=True, exist_ok=True)
    with KOREAN.open("wb") as file:
        write_po(file, catalogue, sort_output=True, no_location=True, omit_header=False, width=0)
    missing = [message.id for message in catalogue if message.id and not message.string]
    print(f"{len(catalogue)} texts, {len(missing)} without a translation", *missing, sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
