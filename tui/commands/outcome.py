"""What a command comes to, and how it says that it was called wrongly."""

from typing import NamedTuple

from corpus.errors import ReaderError

PROGRAM = "ossetia-reader"
"""What the program is called."""

INTERRUPTED = 130
"""The exit status of a run that a signal ended."""


# Annotations are not postponed in this module: a NamedTuple would compile each of them.
class Outcome(NamedTuple):
    """Data for standard output, sentences for standard error, and the exit status."""

    text: str = ""
    complaints: tuple[str, ...] = ()
    status: int = 0


class UsageError(ReaderError):
    """The command line does not say what to do; the sentence says what is missing."""

    exit_status = 2
