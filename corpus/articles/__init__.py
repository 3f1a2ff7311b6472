"""The bundled texts, as data, with what is known of each; unknown stays unknown."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.errors import InputError

PREFIX = "corpus:"


@dataclass(frozen=True, slots=True)
class Article:
    """A bundled text's entry in the catalogue; None where nothing is known.

    ``page_stamp`` is a line of the page about the page: not the text's date.
    """

    name: str
    file: str
    title: str | None = None
    page_stamp: str | None = None
    date: str | None = None

    @property
    def source(self) -> str:
        """What opens this text, on the command line and in a note: ``corpus:NAME``."""
        return PREFIX + self.name

    def read(self) -> bytes:
        """The text as it came, byte for byte."""
        return files(__name__).joinpath(self.file).read_bytes()


@cache
def catalogue() -> tuple[Article, ...]:
    """Every bundled text, in the order in which they are shown."""
    entries = tomllib.loads(files(__name__).joinpath("catalogue.toml").read_text("utf-8"))
    return tuple(
        Article(**{key.replace("-", "_"): value for key, value in entry.items()})
        for entry in entries["article"]
    )


def article(source: str) -> Article:
    """The bundled text that ``corpus:NAME`` opens; InputError when there is none."""
    name = source.removeprefix(PREFIX)
    for entry in catalogue():
        if entry.name == name:
            return entry
    known = ", ".join(entry.source for entry in catalogue())
    raise InputError(f"{PREFIX}{name}: no bundled text has this name; there are {known}")
