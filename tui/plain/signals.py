"""Signals that end a plain session as a key does: a terminal may be lost at any time."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator
    from types import FrameType


class Ended(KeyboardInterrupt):
    """The system asks the program to end; unlike Ctrl+c this interrupts no single command."""


@contextmanager
def ending_on_signals() -> Generator[None]:
    """``Ended`` is raised when the terminal is lost or the system asks to end."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {one: signal.signal(one, _end) for one in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(_number: int, _frame: FrameType | None) -> None:
    raise Ended
