"""A program in a pseudo-terminal of its own, and what it costs: for the benches of the screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import tempfile
import termios
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROWS, COLUMNS = 40, 120
PATIENCE = 60.0  # seconds until a program that shows nothing is given up
TEXTUAL = b"\x1b[?1004h"  # it asks to be told of the focus, and then paints
FRAME_END = b"\x1b[?2026l"
_ASKS, _ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"  # synchronised updates: yes, none under way
_STILL = 0.04  # seconds without output and without work

BARE = """
import time
from textual.app import App
from textual.widgets import Static

class Bare(App):
    BINDINGS = [("j", "turn", "turn")]

    def compose(self):
        yield Static("ready to read")

    def action_turn(self):
        self.query_one(Static).update(str(time.monotonic_ns()))

Bare().run()
"""
"""A key and a line that it changes."""

PAGES = """
import time
from textual.app import App
from textual.widgets import Static

class Pages(App):
    CSS = "Static { height: 100%; }"
    BINDINGS = [("j", "turn", "turn")]

    def compose(self):
        yield Static("ready to read")

    def action_turn(self):
        lines = (f"{time.monotonic_ns()} " * 6 for _ in range(self.size.height))
        self.query_one(Static).update("\\n".join(lines), layout=False)

Pages().run()
"""
"""A key and a screenful that it changes."""


class Screen:
    """A program that runs until it is left; all it has shown is in ``shown``."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.shown = bytearray()
        self.ended = False
        self.begun = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), dict(environment))  # noqa: S606 - ours
        self.resize(ROWS, COLUMNS)

    def __enter__(self) -> Screen:
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()

    @property
    def cpu(self) -> float:
        """Milliseconds of processor time until now, all its threads together."""
        clock = (~self.pid << 3) | 2  # Linux: the clock of a process, see clock_getcpuclockid(3)
        return 1000 * time.clock_gettime(clock)

    @property
    def memory(self) -> float:
        """Megabytes that stand in memory now."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    @property
    def children(self) -> list[int]:
        """The processes that it has started."""
        return [int(pid) for pid in _task(self.pid, "children").split()]

    @property
    def frames(self) -> int:
        """How many updates of the screen were shown."""
        return self.shown.count(FRAME_END)

    def resize(self, rows: int, columns: int) -> None:
        """Give the terminal another size; the kernel tells the program."""
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def press(self, key: str) -> None:
        """Type."""
        os.write(self._terminal, key.encode())

    def read(self, seconds: float) -> bool:
        """Take what is shown within so many seconds; whether there was anything."""
        ready, _, _ = select.select([self._terminal], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:
            self.ended = True
            return False
        if _ASKS in data:
            os.write(self._terminal, _ANSWER)
        self.shown += data
        return bool(data)

    def until(self, words: bytes, after: bytes = b"", patience: float = PATIENCE) -> bool:
        """Wait until these words are shown, behind those; False when they never are."""
        late = time.perf_counter() + patience
        while words not in (self.shown.partition(after)[2] if after else self.shown):
            if self.ended or time.perf_counter() > late:
                return False
            self.read(0.1)
        return True

    def settle(self) -> None:
        """Wait until it shows nothing more and works no more."""
        late = time.perf_counter() + PATIENCE
        before = -1.0
        while time.perf_counter() < late:
            while self.read(_STILL):
                pass
            now = self.cpu
            if now - before < 1.0 and not self._wants_to_run():
                return
            before = now

    def pause_children(self) -> None:
        """Let what it does beside the keys wait: they are measured without it."""
        for child in self.children:
            os.kill(child, signal.SIGSTOP)
        self.settle()

    def cost(self, *keys: str) -> float:
        """Milliseconds of processor time from these keys until all that they began is shown."""
        self.settle()
        before = self.cpu
        for key in keys:
            self.press(key)
        self.settle()
        return self.cpu - before

    def leave(self) -> float:
        """End it, for it has nothing to keep; the milliseconds of processor time it took."""
        with suppress(ProcessLookupError):
            for child in self.children:
                os.kill(child, signal.SIGKILL)
            os.kill(self.pid, signal.SIGKILL)
        _, _, used = os.wait4(self.pid, 0)
        os.close(self._terminal)
        return 1000 * (used.ru_utime + used.ru_stime)

    def _wants_to_run(self) -> bool:
        """Whether a thread waits for a processor: on a busy machine that takes a while."""
        states = [
            file.read_text().rpartition(")")[2].split()[0]
            for file in Path(f"/proc/{self.pid}/task").glob("*/stat")
        ]
        return "R" in states


def _task(pid: int, name: str) -> str:
    """What the kernel tells of a process's first thread; nothing once it has ended."""
    file = Path(f"/proc/{pid}/task/{pid}/{name}")
    return file.read_text() if file.exists() else ""


def environment(home: Path | None = None) -> dict[str, str]:
    """The same terminal for all, folders of their own, and byte code kept between the runs."""
    shared = Path(tempfile.gettempdir()) / "ossetia-reader-bench"
    home = home or shared
    ours = {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONPYCACHEPREFIX": f"{shared}/bytecode",
        "OSSETIA_READER_DATA_DIR": f"{home}/data",
        "OSSETIA_READER_CONFIG_DIR": f"{home}/config",
        "XDG_CACHE_HOME": f"{home}/cache",
    }
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return inherited | ours
