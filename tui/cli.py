"""The command line: the edge of the program, and the only module that prints."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING

from corpus.errors import InputError, OutputError, ReaderError
from corpus.sanitise import one_line, sanitise
from tui.commands.outcome import INTERRUPTED, PROGRAM, Outcome
from tui.looks import ASCII_ERRORS, asked_for_ascii, no_signs
from tui.terminal import discard_output, in_browser, width_of_output

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

_ASK_FOR_HELP = (["--help"], ["-h"])
_HELP_COLUMNS = 80


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line says, and give the exit status.

    Whatever fails is told in one sentence on standard error; ``--debug`` alone
    shows a traceback.
    """
    given = list(sys.argv[1:] if words is None else words)
    with _signs(given):
        return _run(given)


def _run(given: list[str]) -> int:
    try:
        return _do(given)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the edge: a defect, too, is told in a sentence
        if "--debug" in given:
            import traceback

            _print_error(sanitise(traceback.format_exc()).text)
        return _failed(error)


def _signs(words: list[str]) -> AbstractContextManager[None]:
    """Standard output and error with all signs, or in ASCII: as is wanted, or as they can."""
    wanted = asked_for_ascii(words, os.environ)
    ours = [stream for stream in (sys.stdout, sys.stderr) if stream is not None]
    if wanted is None:
        ours = [one for one in ours if one.isatty() and no_signs(os.environ, one.encoding)]
    if wanted is False or not ours:
        return nullcontext()
    from tui.ascii import kept_to_ascii

    return kept_to_ascii(ours)


def _do(words: list[str]) -> int:
    if words in _ASK_FOR_HELP and width_of_output(os.environ) >= _HELP_COLUMNS:
        return _deliver(Outcome(_stored_help()))
    from tui.commands.parsing import HelpAsked, parse

    try:
        command, args = parse(words)
    except HelpAsked as asked:
        return _deliver(Outcome(str(asked)))
    args.ascii = asked_for_ascii(words, os.environ)
    args.terminal = in_browser() or (sys.stdout is not None and sys.stdout.isatty())
    args.say = _say
    args.tell = _tell if sys.stderr is not None and sys.stderr.isatty() else None
    if getattr(args, "output", None):
        _destination(args)  # refused before the work, not after it
    return _deliver(command.module().run(args), args)


def _stored_help() -> str:
    """What the parser would say, which takes as long to load as all else together."""
    with open(f"{os.path.dirname(__file__)}/help.txt", encoding="utf-8") as stored:  # noqa: PTH123, PTH120 - pathlib is what takes long
        return stored.read()


def _deliver(outcome: Outcome, args: Namespace | None = None) -> int:
    """Complaints to standard error, data to its file or standard output."""
    for complaint in outcome.complaints:
        _complain(complaint)
    text = sanitise(outcome.text).text
    if args and args.ascii:
        from tui.ascii import in_format

        text = in_format(text, getattr(args, "format", None))
    if args and text and getattr(args, "output", None):
        _write(text, args)
    elif text:
        _print(text)
    return outcome.status


def _destination(args: Namespace) -> Path:
    """The file named with ``-o``."""
    from tui.output import destination

    return destination(args.output, getattr(args, "files", ()), force=args.force)


def _write(text: str, args: Namespace) -> None:
    from corpus.writing import write_new

    write_new(_destination(args), text, force=args.force)


def _failed(error: Exception) -> int:
    if isinstance(error, ReaderError):
        _complain(str(error))
        return error.exit_status
    _complain(f"{type(error).__name__}: {error} (a defect; --debug shows where, please report it)")
    return InputError.exit_status


def _print(text: str) -> None:
    """Data to standard output: UTF-8, but a terminal gets what it asks for."""
    out = sys.stdout
    if out is None:
        raise OutputError("standard output: it is closed; write to a file with -o")
    ascii_only = out.errors == ASCII_ERRORS
    encoding = out.encoding if ascii_only or out.isatty() else "utf-8"
    errors = ASCII_ERRORS if ascii_only else "replace"
    try:
        left = memoryview(text.encode(encoding, errors))
        while left:  # python -u writes only as much as fits
            left = left[out.buffer.write(left) :]
        out.flush()
    except BrokenPipeError:
        discard_output()  # who reads has read enough: no error
    except OSError as error:
        discard_output()
        reason = error.strerror or str(error)
        raise OutputError(f"standard output: cannot be written ({reason.lower()})") from error


def _say(sentence: str) -> None:
    """At once, while a command goes on."""
    _print(f"{one_line(sentence)}\n")


def _complain(sentence: str) -> None:
    _print_error(f"{PROGRAM}: {one_line(sentence)}\n")


def _tell(words: str) -> None:
    """One line on the terminal, in the place of the one before; an empty one takes it away."""
    from shutil import get_terminal_size

    from tui.cells import cells, cut

    width = get_terminal_size().columns - 1
    line = cut(one_line(words), width)
    _print_error(f"\r{line}{' ' * (width - cells(line))}\r{line}")
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.flush()


def _print_error(text: str) -> None:
    if sys.stderr is not None:
        with suppress(OSError):  # nowhere is left to say so; the exit status still tells
            print(text, end="", file=sys.stderr)
