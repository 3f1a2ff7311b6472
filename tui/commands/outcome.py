"""What a command comes to, and how it says that it was called wrongly."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.errors import ReaderError

INTERRUPTED = 130
"""The exit status of a run that a signal ended."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Data for standard output, sentences for standard error, and the exit status."""

    text: str = ""
    complaints: tuple[str, ...] = ()
    status: int = 0


class UsageError(ReaderError):
    """The command line does not say what to do; the sentence says what is missing."""

    exit_status = 2
