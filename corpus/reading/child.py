"""What the confined process does: limit itself, read one file, answer in JSON."""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from contextlib import suppress
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Any

from corpus.reading.model import RefusedError, to_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.reading.model import Extract

MEMORY = 500_000_000
"""Bytes of address space. What started us holds the file and its text besides."""

_READERS = {
    "html": "html_article:extract_article",
    "html-plain": "html_article:extract_plain",
    "mail": "mail:extract_mail",
    "mail-plain": "mail:extract_mail_plain",
    "pdf": "pdf:extract_pdf",
    "docx": "docx:extract_docx",
    "epub": "epub:extract_epub",
}
_DAMAGED = "it is damaged, or no such file as it seems to be; save it as plain text first"
_TOO_DEEP = "it nests far deeper than a text; save it as plain text first"
_TOO_LARGE = "it needs too much memory to read; save it as plain text first"


def main() -> None:
    """Answer one request; whatever goes wrong is told in one sentence."""
    form, leash, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    _limit(seconds)
    Thread(target=_end_with_the_reader, args=(leash,), daemon=True).start()
    answer = _answer(form, sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    sys.stdout.buffer.flush()
    os._exit(0)  # nothing that was read is to be tidied up


def _limit(seconds: int) -> None:
    """Memory, time on the processor and on the clock; and not a byte into any file."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with suppress(OSError, ValueError):  # a system that knows no such limit: the others hold
            resource.setrlimit(what, (most, most))
    signal.alarm(seconds)


def _end_with_the_reader(leash: int) -> None:
    """Nothing ever comes on the leash, so this returns when the reader is no more."""
    os.read(leash, 1)
    os._exit(1)


def _answer(form: str, data: bytes) -> dict[str, Any]:
    try:
        return to_json(_reader(form)(data))
    except RefusedError as reason:
        return {"refused": str(reason)}
    except MemoryError:
        return {"refused": _TOO_LARGE}
    except RecursionError:
        return {"refused": _TOO_DEEP}
    except Exception:  # noqa: BLE001 - a process's edge: a library's defect is the file's refusal
        return {"refused": _DAMAGED}


def _reader(form: str) -> Callable[[bytes], Extract]:
    module, _, function = _READERS[form].partition(":")
    reader: Callable[[bytes], Extract] = getattr(
        import_module(f"corpus.reading.{module}"), function
    )
    return reader
