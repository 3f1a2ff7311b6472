"""The search for all there is in a story, beside the keys.

Small texts are searched where this is called, on a thread of the screen's;
large ones by a child process, so that the keys stay quick, and what it finds
is kept for the next start.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from contextlib import closing, contextmanager, suppress
from subprocess import DEVNULL, PIPE
from threading import Lock
from typing import IO, TYPE_CHECKING, Any, cast

from corpus.story import MOST_SEARCHED, unfold

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
    from pathlib import Path

    from corpus.story import Story
    from corpus.text import Document
    from tui.finding import Request

LARGE = 60_000
"""Texts of more code points together go to a child: its start costs less than it spares."""

# The modules of this very program, wherever it was started from. Without -P a
# module in the folder of the texts could be taken for one of Python's.
_CHILD = "import sys; sys.path[:] = {path!r}; from tui.finding import main; main()"


class SearchError(Exception):
    """The search broke off; one sentence says why."""


class SearchCancelled(Exception):  # noqa: N818 - what happened, not what went wrong
    """``cancel`` was called."""


class Search:
    """One search in some documents.

    Args:
        documents: those of the story.
        folder: gives the folder of what was found before, when it is needed.
        extra: the reader's own frames, as for ``corpus.story.unfold``.
        large: how many code points a thread searches at most.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        folder: Callable[[], Path],
        extra: Mapping[str, Any] | None = None,
        *,
        large: int = LARGE,
    ) -> None:
        self._documents = tuple(documents)
        self._folder = folder
        self._extra = extra
        self._size = sum(len(document.text) for document in documents)
        self.is_large = self._size > large
        self._is_too_large = self._size > MOST_SEARCHED
        self._child: subprocess.Popen[bytes] | None = None
        self._cancelled = False
        self._lock = Lock()

    def stories(self, progress: Callable[[float], None]) -> Iterator[Story]:
        """The story as it is found, more of it each time; for any thread.

        Args:
            progress: is told the share of the search done, in [0, 1].

        Raises:
            SearchError: a defect, or the child was killed.
            SearchCancelled: ``cancel`` was called.
            TooLongError: the documents are too long to be searched.
        """
        if not self.is_large or self._is_too_large:
            yield from unfold(self._documents, self._extra)
            return
        from tui.cache import cache_file

        file = cache_file(self._folder(), self._documents, self._extra)
        with _collector_paused():
            kept = self._kept(file)
            if kept is not None:
                yield kept
            else:
                yield from self._found(file, progress)

    @property
    def cancelled(self) -> bool:
        """Whether it was ended before its time."""
        return self._cancelled

    def cancel(self) -> None:
        """End the search at once; from any thread, at any time."""
        with self._lock:
            self._cancelled = True
            if self._child is not None:
                self._child.kill()

    def _kept(self, file: Path) -> Story | None:
        """What an earlier search found; None when that is not known."""
        from tui.cache import load
        from tui.packing import Unpacker

        unpacker = Unpacker(self._documents)
        story = None
        lines = load(file)
        if lines is None:
            return None
        _prepare()
        try:
            for line in lines:
                story = unpacker.take(json.loads(line)) or story
        except (ValueError, LookupError, TypeError, OverflowError):  # not ours after all
            return None
        return story

    def _found(self, file: Path, progress: Callable[[float], None]) -> Iterator[Story]:
        """What the child finds, and keeps in ``file``."""
        from tui.packing import Unpacker

        unpacker = Unpacker(self._documents)
        with closing(self._told(file)) as lines:
            for line in lines:
                said = json.loads(line)
                if "progress" in said:
                    progress(said["progress"])
                elif "broken" in said:
                    raise SearchError(said["broken"])
                elif story := unpacker.take(said):
                    yield story

    def _told(self, file: Path) -> Generator[bytes]:
        """The child's lines, to its end; it never outlives this."""
        child = self._start()
        with suppress(BrokenPipeError), child:  # it may not have read all it was asked
            _prepare()
            try:
                yield from _ask(child, self._request(file))
            finally:
                child.kill()
        if self._cancelled:
            raise SearchCancelled
        if child.returncode:
            raise SearchError(f"the process that looks for them {_ended(child.returncode)}")

    def _request(self, file: Path) -> Request:
        from tui.finding import Request

        return Request(self._documents, self._extra, file)

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-P", "-c", _CHILD.format(path=sys.path)]
        with self._lock:
            if self._cancelled:
                raise SearchCancelled
            try:
                self._child = subprocess.Popen(  # noqa: S603 - this program itself
                    command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
                )
            except OSError as error:
                raise SearchError(f"no process can be started ({error.strerror})") from error
        return self._child


def _ended(status: int) -> str:
    return f"was killed by signal {-status}" if status < 0 else f"ended with status {status}"


def _prepare() -> None:
    """Load what the screen needs to show actors, so that no key has to wait for it."""
    import rapidfuzz.fuzz  # noqa: F401  # pyright: ignore[reportUnusedImport]

    from corpus.actors.lexicon import lexicon

    lexicon()


def _ask(child: subprocess.Popen[bytes], request: Request) -> Iterator[bytes]:
    """Send the request, then give each whole line of the answer.

    Standard input stays open, for the child lives as long as it.
    """
    asked, answered = cast("IO[bytes]", child.stdin), cast("IO[bytes]", child.stdout)
    with suppress(BrokenPipeError):  # it is no more: its status tells
        request.send(asked)
    yield from (line for line in answered if line.endswith(b"\n"))
    child.wait()


@contextmanager
def _collector_paused() -> Generator[None]:
    """No search for cycles while many small values arrive, nor among them later: they stay."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
