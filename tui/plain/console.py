"""Lines in, lines out: the only part of plain mode that reads and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.sanitise import one_line, sanitise

if TYPE_CHECKING:
    from typing import TextIO


class Console:
    """Asks and tells, a safe line at a time.

    Args:
        typed: where lines come from.
        told: where lines go.
        terminal: whether a person types: the prompt then stands on the line
            that is typed on; else it is a line of its own, so that a program
            knows where an answer ends.
    """

    def __init__(self, typed: TextIO | None, told: TextIO, *, terminal: bool) -> None:
        self._typed = typed
        self._told = told
        self._terminal = terminal

    def say(self, *lines: str) -> None:
        """Tell some lines; what could control a terminal in them is left out."""
        for line in lines:
            self._told.write(f"{one_line(line)}\n")
        self._told.flush()

    def ask(self, prompt: str) -> str | None:
        """The next line that is typed, without its end; None when there are no more."""
        self._told.write(f"{prompt} " if self._terminal else f"{prompt}\n")
        self._told.flush()
        line = self._typed.readline() if self._typed else ""
        if not line:
            self.leave_prompt()
            return None
        return sanitise(line.rstrip("\r\n")).text  # an arrow key, say, types an escape

    def leave_prompt(self) -> None:
        """End the line of a prompt that was not answered."""
        if self._terminal:
            self.say("")
