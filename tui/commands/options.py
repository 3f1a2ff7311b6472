"""Options that several commands take; what they come to is read elsewhere, when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Mapping

    from corpus.text import FactKind

FACTS: Mapping[FactKind, str] = {
    "label": "what to call a text, as in A=Agency",
    "title": "its title",
    "outlet": "who brought it out",
    "author": "who wrote it",
    "date": "when it came out, as in B=2008-08-29",
}
"""What may be said of a source, and the help for it."""


def of_texts(parser: ArgumentParser) -> None:
    """``[--encoding [A=]NAME] [--label A=…] [--date B=…] …``, each as often as there are texts."""
    parser.add_argument(
        "--encoding", action="append", metavar="[A=]NAME", help="how a text's bytes are to be read"
    )
    for kind, purpose in FACTS.items():
        parser.add_argument(f"--{kind}", action="append", metavar="A=TEXT", help=purpose)


def of_settings(parser: ArgumentParser) -> None:
    """``[--frames FILE] [--aliases FILE]``."""
    parser.add_argument("--frames", metavar="FILE", help="frames in place of your frames.toml")
    parser.add_argument("--aliases", metavar="FILE", help="aliases in place of your aliases.toml")
