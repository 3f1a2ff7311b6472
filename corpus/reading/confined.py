"""A format's reader in a process of its own, with limits on time and memory.

The child is told what to do by its command line and standard input, and
answers with one JSON object: nothing that it says can run. It is a process
group of its own and is killed with all it may have started; should this
process die first, the child notices and ends.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from subprocess import DEVNULL, PIPE
from threading import Thread
from typing import TYPE_CHECKING, Any

from corpus.reading.model import ReadingCancelled, RefusedError, from_json

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from corpus.reading.model import Extract, Format

SECONDS = 7.0
"""For one file, all attempts together: whoever waits is answered within ten."""
_ARTICLE_SECONDS = 4.5
_MOST_HTML = 20_000_000
_TICK = 0.05

# The modules of this very program, wherever it was started from. Without -P a
# module in the folder of the texts could be taken for one of Python's.
_CHILD = "import sys; sys.path[:] = {path!r}; from corpus.reading.child import main; main()"

_TOO_LONG = "it takes too long to read; save it as plain text first"
_TOO_LARGE = "it needs too much memory to read; save it as plain text first"
_BROKEN = "it is damaged, or no such file as it seems to be; save it as plain text first"


class OvertimeError(RefusedError):
    """The child was not done in time."""


def extract_confined(form: Format, data: bytes, cancelled: Callable[[], bool]) -> Extract:
    """The text of a file in one of the risky formats.

    Raises:
        RefusedError: it is damaged, locked, has no text, or takes too much.
        ReadingCancelled: ``cancelled`` said so.
    """
    end = time.monotonic() + SECONDS
    if form not in {"html", "mail"}:
        return _run(form, data, SECONDS, cancelled)
    if len(data) > _MOST_HTML:
        raise RefusedError(f"it is a page of more than {_MOST_HTML:,} bytes; save it as text first")
    try:
        return _run(form, data, _ARTICLE_SECONDS, cancelled)
    except RefusedError as refusal:
        if form == "mail" and not isinstance(refusal, OvertimeError):
            raise
        return _run(f"{form}-plain", data, end - time.monotonic(), cancelled)


def _run(form: str, data: bytes, seconds: float, cancelled: Callable[[], bool]) -> Extract:
    with _child(form, data, seconds) as child:
        said = _answer(child, seconds, cancelled)
    return _read(said, child.returncode)


@contextlib.contextmanager
def _child(form: str, data: bytes, seconds: float) -> Generator[subprocess.Popen[bytes]]:
    """The process, which ends at the latest when the block does."""
    leash, held = os.pipe()
    given, giving = os.pipe()
    code = _CHILD.format(path=sys.path)
    command = [sys.executable, "-P", "-c", code, form, str(leash), str(int(seconds) + 1)]
    try:
        child = subprocess.Popen(  # noqa: S603 - our own program
            command,
            stdin=given,
            stdout=PIPE,
            stderr=DEVNULL,
            pass_fds=(leash,),
            start_new_session=True,
        )
    except OSError as error:
        os.close(held)
        os.close(giving)
        raise RefusedError(f"its reader cannot be started ({error.strerror})") from None
    finally:
        os.close(leash)
        os.close(given)
    feeder = Thread(target=_feed, args=(giving, data), daemon=True)
    feeder.start()
    try:
        yield child
    finally:
        _end(child)
        feeder.join()
        os.close(held)


def _feed(giving: int, data: bytes) -> None:
    """Write all of it; a child that ended has had enough.

    ``Popen.communicate`` forgets what is left to write when it times out.
    """
    with contextlib.suppress(OSError), os.fdopen(giving, "wb") as pipe:
        pipe.write(data)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill the child and its group, and wait for it; nothing is left behind."""
    if child.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    if child.stdout is not None:
        child.stdout.close()
    child.wait()


def _answer(child: subprocess.Popen[bytes], seconds: float, cancelled: Callable[[], bool]) -> bytes:
    end = time.monotonic() + seconds
    while True:
        try:
            return child.communicate(timeout=_TICK)[0]
        except subprocess.TimeoutExpired:
            if cancelled():
                raise ReadingCancelled from None
        if time.monotonic() > end:
            raise OvertimeError(_TOO_LONG)


def _read(said: bytes, status: int) -> Extract:
    try:
        answer: dict[str, Any] = json.loads(said)
        if "refused" in answer:
            raise RefusedError(str(answer["refused"]))
        return from_json(answer)
    except (ValueError, KeyError, TypeError):
        if status in {-signal.SIGXCPU, -signal.SIGALRM}:
            raise OvertimeError(_TOO_LONG) from None
        raise RefusedError(_BROKEN if status >= 0 else _TOO_LARGE) from None
