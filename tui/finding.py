"""What a child process does: find all there is in a story, and tell it line by line.

Standard input brings the documents and where to keep what is found, from the
reader that started this process; its end is that reader's end, and ours.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import sys
from dataclasses import replace
from threading import Thread
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from corpus.story import unfold
from tui.cache import keep
from tui.packing import pack

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from corpus.text import Document

_STEP = 5
"""Progress is told whenever so many more hundredths are done."""

_SEARCH = 0.8
"""The share of the work that is done once links are known; packing their reasons is the rest."""


class Request(NamedTuple):
    """The documents, the reader's own frames, and the file that keeps what is found."""

    documents: tuple[Document, ...]
    extra: Mapping[str, Any] | None
    file: Path

    def send(self, to: IO[bytes]) -> None:
        """Write it to a pipe. Pickling a text at once would keep a second form of it in memory."""
        bare = (replace(document, text="") for document in self.documents)
        pickle.dump(self._replace(documents=tuple(bare)), to)
        for document in self.documents:
            for piece in (*document.pieces(), ""):
                pickle.dump(piece, to)
        to.flush()

    @classmethod
    def received(cls, pipe: IO[bytes]) -> Request:
        """What was sent."""
        request: Request = pickle.load(pipe)  # noqa: S301 - our parent's pipe
        whole = (replace(document, text=_text(pipe)) for document in request.documents)
        return request._replace(documents=tuple(whole))


def _text(pipe: IO[bytes]) -> str:
    pieces: list[str] = []
    while piece := pickle.load(pipe):  # noqa: S301 - our parent's pipe
        pieces.append(piece)
    return "".join(pieces)


def main() -> None:
    """Answer one request; whatever goes wrong is told in a line too."""
    gc.disable()  # a short life, and of its many small values none is in a cycle
    request = Request.received(sys.stdin.buffer)
    Thread(target=_end_with_the_reader, daemon=True).start()
    try:
        _find(request)
    except Exception as error:  # noqa: BLE001 - a process's edge: the reader tells it
        _tell(json.dumps({"broken": f"{type(error).__name__}: {error}"}))


def _end_with_the_reader() -> None:
    """Nothing more comes on standard input, so this returns when the reader is no more."""
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)


def _find(request: Request) -> None:
    found: list[str] = []
    tell = _Progress()
    stories = unfold(request.documents, request.extra, progress=lambda done: tell(_SEARCH * done))
    for line in pack(stories, lambda done: tell(_SEARCH + (1 - _SEARCH) * done)):
        found.append(line)
        _tell(line)
    keep(request.file, found)


class _Progress:
    """Tells how far the search is, now and then."""

    def __init__(self) -> None:
        self._told = 0

    def __call__(self, share: float) -> None:
        done = int(share * 100)
        if done >= self._told + _STEP:
            self._told = done
            _tell(json.dumps({"progress": share}))


def _tell(line: str) -> None:
    sys.stdout.buffer.write(line.encode("utf-8", "surrogatepass") + b"\n")
    sys.stdout.buffer.flush()
