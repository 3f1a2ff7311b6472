"""``corpus list``: the texts that can be opened by name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

Row = dict[str, str | None]


def arguments(parser: ArgumentParser) -> None:
    """``[-f txt|json]``."""
    parser.add_argument("-f", "--format", choices=("txt", "json"), default="txt")


def run(args: Namespace) -> Outcome:
    """The bundled texts, then the reader's own, by name."""
    rows = [*_bundled(), *_own()]
    if args.format == "json":
        from corpus.writing import json_text

        return Outcome(json_text(json.loads(json.dumps(rows))))
    width = max(len(str(row["source"])) for row in rows)
    return Outcome("".join(f"{row['source']!s:{width}}  {_told(row)}\n" for row in rows))


def _bundled() -> Iterator[Row]:
    from corpus import articles

    for article in articles.catalogue():
        yield {
            "source": f"corpus:{article.name}",
            "title": article.title,
            "file": article.file,
            "sha256": None,
            "added": None,
        }


def _own() -> Iterator[Row]:
    from corpus.library import kept_texts
    from tui import paths

    for kept in kept_texts(paths.library_dir()):
        yield {
            "source": f"corpus:{kept.name}",
            "title": kept.title,
            "file": kept.file,
            "sha256": kept.sha256,
            "added": kept.added,
        }


def _told(row: Row) -> str:
    added = f"added {row['added'][:10]}" if row["added"] else "comes with the program"
    return f"{row['title'] or row['file']} ({added})"
