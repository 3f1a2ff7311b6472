"""The terminal as Textual drives it, made to outlast the terminal itself."""

from __future__ import annotations

import sys
import termios
from typing import TYPE_CHECKING, TextIO, cast

from textual.drivers.linux_driver import LinuxDriver

from tui.commands.outcome import INTERRUPTED

if TYPE_CHECKING:
    from io import TextIOWrapper

    from textual.app import App


class OutlastingOutput:
    """Writes to a terminal, and to nobody once that is gone.

    Textual's thread for output would end with the first error, and whoever
    writes to it then waits for ever: nothing that was typed would be kept.
    That the terminal is gone is told by SIGHUP, which ends the program.
    """

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal
        self._gone = False

    def write(self, text: str) -> int:
        """Write text, if anybody is there."""
        if not self._gone:
            try:
                return self._terminal.write(text)
            except OSError:
                self._gone = True
        return len(text)

    def flush(self) -> None:
        """Let what was written appear, if anybody is there."""
        if not self._gone:
            try:
                self._terminal.flush()
            except OSError:
                self._gone = True

    def fileno(self) -> int:
        """The terminal's number."""
        return self._terminal.fileno()


def _painted(usual: TextIO) -> TextIO:
    """Standard error, as Textual has it, or standard output where only that is a terminal."""
    if usual.isatty() or sys.__stdout__ is None or not sys.__stdout__.isatty():
        return usual
    return sys.__stdout__


class OutlastingDriver(LinuxDriver):
    """Textual's driver, which ends the program in good order when the terminal is gone."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = cast("TextIOWrapper", OutlastingOutput(_painted(cast("TextIO", self._file))))

    def run_input_thread(self) -> None:
        """Hand on what is typed, until there is no terminal to type in."""
        try:
            super().run_input_thread()
        except OSError:
            self._app.call_later(self._app.exit, None, INTERRUPTED)

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal again, if it is there: whoever hangs up also says to go on.

        A process that was stopped without being asked to is still at work in
        the terminal; it leaves first, or two threads would take its keys.
        """
        if not self._auto_restart or not self._has_terminal():
            return
        if not self._must_signal_resume:
            self.suspend_application_mode()
        super()._sigcont_application()

    def _has_terminal(self) -> bool:
        try:
            termios.tcgetattr(self.fileno)
        except termios.error:
            return False
        return True
