"""Events read from the bytes of a notes file, without SQLite and without trust.

A damaged file is searched twice: for leaf pages of tables, whose cells are
followed over their overflow pages (https://www.sqlite.org/fileformat2.html,
sections 1.6 and 2.1), and for the mark every event begins with. What comes
out counts only when its seal holds, so nothing garbled gets in.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.notes.database import PAGE_SIZE
from corpus.notes.events import MARK, Event, read_body, seal_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LEAF = 13  # the type byte of a table's leaf page
_HEADER = 100  # the file's header, at the head of its first page
_SEAL = 32
_REACH = 4 * PAGE_SIZE  # how far a marked event can reach without overflowing, with room
_LEAST = 100  # bytes that an event takes at the least
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)  # of a record's numbers, by their serial type

Row = list[bytes]


@dataclass(frozen=True, slots=True)
class Carved:
    """The events with an unbroken seal by their number, and the last number ever given.

    ``places`` are where stories were left, by their key. They have no seal,
    so only what still is a JSON object counts.
    """

    events: dict[int, Event]
    last: int
    places: dict[str, str]


def carve(data: bytes) -> Carved:
    """What can be read from the bytes of a notes file."""
    rows = list(_rows(data))
    sealed = [*_marked(data), *((row[1], row[2]) for row in rows if len(row) == 3)]
    events = dict(_events(sealed))
    return Carved(events, max([_counted(rows, data), *events]), dict(_places(rows)))


def _events(sealed: Iterable[tuple[bytes, bytes]]) -> Iterator[tuple[int, Event]]:
    for body, seal in sealed:
        text = body.decode("latin-1")
        if seal.decode("latin-1") == seal_of(text):
            with suppress(ValueError):  # sealed, but by a stranger's hand
                yield read_body(text)


def _places(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        if len(row) == 2:
            with suppress(ValueError, RecursionError):  # garbled, or no place
                key, state = (column.decode() for column in row)
                if isinstance(json.loads(state), dict):
                    yield key, state


def _counted(rows: Sequence[Row], data: bytes) -> int:
    """How many events SQLite counted, unless so small a file cannot have held them."""
    counts = [int.from_bytes(row[1], "big") for row in rows if row[:-1] == [b"events"]]
    return max((count for count in counts if count * _LEAST < len(data)), default=0)


def _marked(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Bodies that stand in one piece, wherever, each with what follows it."""
    mark, decoder = MARK.encode(), json.JSONDecoder()
    at = data.find(mark)
    while at >= 0:
        piece = data[at : at + _REACH]
        with suppress(ValueError, RecursionError):  # cut short, or overflowing
            _, end = decoder.raw_decode(piece.decode("latin-1"))
            yield piece[:end], piece[end : end + _SEAL]
        at = data.find(mark, at + 1)


def _rows(data: bytes) -> Iterator[Row]:
    """The rows in all leaf pages of tables, as far as they can be whole."""
    followed: set[int] = set()
    for start in range(0, len(data), PAGE_SIZE):
        page = data[start : start + PAGE_SIZE]
        head = _HEADER if start == 0 else 0
        if len(page) == PAGE_SIZE and page[head] == _LEAF:
            for size, cell in _cells(page, head):
                record = _payload(data, cell, size, followed)
                if record:
                    yield _fields(record)


def _cells(page: bytes, head: int) -> Iterator[tuple[int, bytes]]:
    """The size of each cell's payload, and the page from where that begins."""
    count = int.from_bytes(page[head + 3 : head + 5], "big")
    for pointer in range(head + 8, min(head + 8 + 2 * count, PAGE_SIZE - 1), 2):
        at = int.from_bytes(page[pointer : pointer + 2], "big")
        size, at = _varint(page, at)
        _, at = _varint(page, at)
        yield size, page[at:]


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


def _fields(record: bytes) -> Row:
    """The columns of a record, as the bytes that stand there."""
    end, at = _varint(record, 0)
    begin, row = end, Row()
    while at < min(end, len(record)):
        kind, at = _varint(record, at)
        size = _SIZES[kind] if kind < len(_SIZES) else (kind - 12) // 2
        row.append(record[begin : begin + size])
        begin += size
    return row


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A variable-length integer and the offset behind it; reading stops at the end of the data."""
    value = 0
    for index, byte in enumerate(data[at : at + 8]):
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + index + 1
    return value, at + 8
