"""The bundled texts, as data, with what is known of each; unknown stays unknown."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


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
    def path(self) -> Path:
        """The file that holds the text."""
        return _HERE / self.file

    @property
    def data(self) -> bytes:
        """The text as it came, byte for byte."""
        return self.path.read_bytes()


@cache
def catalogue() -> tuple[Article, ...]:
    """Every bundled text, in the order in which they are shown."""
    entries = tomllib.loads((_HERE / "catalogue.toml").read_text("utf-8"))
    return tuple(
        Article(**{key.replace("-", "_"): value for key, value in entry.items()})
        for entry in entries["article"]
    )


def names() -> tuple[str, ...]:
    """What may stand after ``corpus:``."""
    return tuple(entry.name for entry in catalogue())


def find(name: str) -> Article | None:
    """The bundled text of this name; None when there is none."""
    return next((entry for entry in catalogue() if entry.name == name), None)
