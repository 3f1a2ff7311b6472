"""``keys``: the keys of the screen as the reader has them, checked or changed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, get_args

from tui.commands.outcome import Outcome, UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tui.keys import Key


def arguments(parser: ArgumentParser) -> None:
    """``[--format table|markdown|json] [--check] [--edit]``."""
    parser.add_argument(
        "-f", "--format", choices=tuple(_FORMS), default="table", help="how to print them"
    )
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--check", action="store_true", help="print only whether a key does two things"
    )
    ways.add_argument("--edit", action="store_true", help="open your keys.toml in your editor")


def run(args: Namespace) -> Outcome:
    """All keys; or what is wrong with the reader's own, status 2 when something is."""
    from tui.keys import Where, keys_of, use
    from tui.settings import own_keys

    if args.edit:
        from tui.commands.config.files import edit

        return _checked(edit("keys"), "")
    found = own_keys()
    if args.check:
        many = len(found.keys)
        counted = "1 key" if many == 1 else f"{many} keys"
        return _checked(found.complaints, f"{counted} of your own, no clash\n")
    use(found.keys)
    keys = keys_of(*get_args(Where))
    return Outcome(_FORMS[args.format](keys), found.complaints)


def _checked(wrong: tuple[str, ...], right: str) -> Outcome:
    return Outcome("", wrong, UsageError.exit_status) if wrong else Outcome(right)


def _table(keys: Sequence[Key]) -> str:
    """A block for each part of the program: keys, ids, and what they do."""
    wide = [max(map(len, column)) for column in zip(*map(_cells, keys), strict=True)]
    return "\n".join(
        "".join([f"{group}\n", *(_row(_cells(key), wide) for key in some)])
        for group, some in _groups(keys)
    )


def _row(cells: Sequence[str], wide: Sequence[int]) -> str:
    padded = [cell.ljust(width) for cell, width in zip(cells, wide, strict=True)]
    return f"  {'  '.join(padded).rstrip()}\n"


def _markdown(keys: Sequence[Key]) -> str:
    """The same as tables in Markdown."""
    return "\n".join(
        "".join([f"## {group}\n\n| keys | id | what |\n|---|---|---|\n", *map(_line, some)])
        for group, some in _groups(keys)
    )


def _line(key: Key) -> str:
    cells = (cell.replace("\\", "\\\\").replace("|", "\\|") for cell in _cells(key))
    return f"| {' | '.join(cells)} |\n"


def _json(keys: Sequence[Key]) -> str:
    """The same for programs: Textual's key names beside those on the screen."""
    from corpus.writing import json_text

    return json_text(
        [
            {
                "id": key.id,
                "keys": list(key.keys),
                "shown": key.all_shown.split(),
                "words": key.words,
                "help": key.help,
                "group": key.group,
                "where": key.where,
            }
            for key in keys
        ]
    )


def _cells(key: Key) -> tuple[str, str, str]:
    return key.all_shown, key.id, key.help


def _groups(keys: Sequence[Key]) -> Iterator[tuple[str, list[Key]]]:
    for group, some in groupby(keys, key=lambda key: key.group):
        yield group, list(some)


_FORMS: Mapping[str, Callable[[Sequence[Key]], str]] = {
    "table": _table,
    "markdown": _markdown,
    "json": _json,
}
