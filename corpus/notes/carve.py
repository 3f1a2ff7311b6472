"""Events read from the bytes of a notes file, without SQLite and without trust.

A damaged file is searched twice: for leaf pages of tables, whose cells are
followed over their overflow pages (https://www.sqlite.org/fileformat2.html,
sections 1.6 and 2.1), and for the mark every event begins with. What comes
out counts only when its seal holds, so nothing garbled gets in.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from corpus.notes.database import PAGE_SIZE
from corpus.notes.events import MARK, Event, read_body, seal_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAF = 13  # the type byte of a table's leaf page
_HEADER = 100  # the file's header, at the head of its first page
_SEAL = 32
_REACH = 4 * PAGE_SIZE  # how far a marked event can reach without overflowing, with room


def carve(data: bytes) -> dict[int, Event]:
    """All events with an unbroken seal in the file's bytes, by sequence number."""
    found: dict[int, Event] = {}
    for body, seal in (*_from_pages(data), *_from_marks(data)):
        if seal == seal_of(body):
            with suppress(ValueError):  # sealed, but by a stranger's hand
                number, event = read_body(body)
                found[number] = event
    return found


def _from_marks(data: bytes) -> Iterator[tuple[str, str]]:
    mark, decoder = MARK.encode(), json.JSONDecoder()
    at = data.find(mark)
    while at >= 0:
        text = data[at : at + _REACH].decode("latin-1")
        try:
            _, end = decoder.raw_decode(text)
        except (ValueError, RecursionError):
            pass  # cut short, or overflowing: the pages may still give it
        else:
            yield text[:end], text[end : end + _SEAL]
        at = data.find(mark, at + 1)


def _from_pages(data: bytes) -> Iterator[tuple[str, str]]:
    followed: set[int] = set()
    for start in range(0, len(data), PAGE_SIZE):
        page = data[start : start + PAGE_SIZE]
        head = _HEADER if start == 0 else 0
        if len(page) == PAGE_SIZE and page[head] == _LEAF:
            yield from _cells(data, page, head, followed)


def _cells(data: bytes, page: bytes, head: int, followed: set[int]) -> Iterator[tuple[str, str]]:
    count = int.from_bytes(page[head + 3 : head + 5], "big")
    for pointer in range(head + 8, min(head + 8 + 2 * count, PAGE_SIZE - 1), 2):
        at = int.from_bytes(page[pointer : pointer + 2], "big")
        size, at = _varint(page, at)
        _, at = _varint(page, at)
        record = _payload(data, page[at:], size, followed)
        if record is not None:
            yield _texts(record)


def _payload(data: bytes, cell: bytes, size: int, followed: set[int]) -> bytes | None:
    """A cell's payload; None when it cannot be whole.

    An overflow page belongs to one cell, so none is followed twice.
    """
    local = _local(size)
    whole = bytearray(cell[:local])
    following = int.from_bytes(cell[local : local + 4], "big")
    while len(whole) < size:
        start = (following - 1) * PAGE_SIZE
        if following in followed or not 0 < start <= len(data) - PAGE_SIZE:
            return None
        followed.add(following)
        whole += data[start + 4 : start + min(PAGE_SIZE, 4 + size - len(whole))]
        following = int.from_bytes(data[start : start + 4], "big")
    return bytes(whole)


def _local(size: int) -> int:
    """How many bytes of a payload stand in the leaf page itself."""
    if size <= PAGE_SIZE - 35:
        return size
    smallest = (PAGE_SIZE - 12) * 32 // 255 - 23
    wanted = smallest + (size - smallest) % (PAGE_SIZE - 4)
    return wanted if wanted <= PAGE_SIZE - 35 else smallest


def _texts(record: bytes) -> tuple[str, str]:
    """The body and the seal in a row of ``events``; of any other row, whatever comes out."""
    size, at = _varint(record, 0)
    _, at = _varint(record, at)
    body, at = _varint(record, at)
    seal, _ = _varint(record, at)
    middle = size + max(0, (body - 13) // 2)
    end = middle + max(0, (seal - 13) // 2)
    return record[size:middle].decode("latin-1"), record[middle:end].decode("latin-1")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A variable-length integer and the offset behind it; reading stops at the end of the data."""
    value = 0
    for index, byte in enumerate(data[at : at + 8]):
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + index + 1
    return value, at + 8
