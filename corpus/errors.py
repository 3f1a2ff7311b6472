"""What can go wrong in a way the reader should be told: one sentence each."""

from __future__ import annotations


class ReaderError(Exception):
    """A failure that is told in one sentence, never as a traceback."""

    exit_status = 1


class InputError(ReaderError):
    """An input is missing, unreadable or refused; the sentence names it and says what to do."""

    exit_status = 3


class OutputError(ReaderError):
    """Something could not be written; what stood there before is untouched."""

    exit_status = 5
