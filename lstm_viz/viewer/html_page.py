"""A page in one file, in English and Korean, which needs no server and no network."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any, TypedDict

from lstm_viz.i18n import N_, translation

ABOUT = N_("A page of the LSTM Explorer: all numbers are in this file, and it loads nothing from elsewhere.")
_HOSTS = Path(__file__).parent / "hosts"


class Link(TypedDict):
    """A link to another page: a file in the same folder, its title, and a sentence about it."""

    href: str
    title: str
    about: str


def html_page(
    languages: Mapping[str, Mapping[str, Any]],
    shared: Mapping[str, Any],
    *,
    body: str,
    script: str,
    styles: Sequence[str],
    links: Mapping[str, Sequence[Link]] | None = None,
) -> str:
    """The text of a page, whose content security policy lets only its own script and style sheets in.

    Args:
        languages: Code of a language → the contents in it: JSON values, among them its "title".
        shared: Contents that are the same in each language.
        body: The markup that the script fills.
        script: The module that draws the contents. It finds them as `languages` and `shared` in the element "contents",
            and calls `inLanguages` of hosts/languages.js.
        styles: The style sheet of the page, and those that the script adds.
        links: Code of a language → the links to other pages; none if None.
    """
    told = {
        language: {
            "language": language,
            "about": translation(language).gettext(ABOUT),
            "links": list((links or {}).get(language, ())),
            **own,
        }
        for language, own in languages.items()
    }
    script = script.replace("</script", "<\\/script")
    page_style = styles[0] + _HOSTS.joinpath("page.css").read_text("utf-8")
    # A text in the data could end the element that holds them: "<" never stands there as it is.
    data = json.dumps({"languages": told, "shared": shared}, ensure_ascii=False, separators=(",", ":"))
    parts = {"title": escape(languages["en"]["title"]), "style": page_style, "body": body, "script": script}
    parts |= {"contents": data.replace("<", "\\u003c"), "script_hash": _hash(script)}
    parts["style_hashes"] = " ".join(map(_hash, (page_style, *styles[1:])))
    page = _HOSTS.joinpath("page.html").read_text("utf-8")
    return re.sub(r"\{(\w+)\}", lambda found: parts[found[1]], page)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
