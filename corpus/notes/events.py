"""The log of deeds that notes and decisions are kept as: values and their form on disk.

A deed is never changed or taken away: an edit, a deletion and an undo are
further events. Each event holds the whole state its subject has afterwards,
so any event that can be read back stands on its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, cast

Deed = Literal["create", "salvage", "add", "edit", "delete", "restore", "decide", "undo", "redo"]
JsonObject = dict[str, object]
Subject = tuple[str, str]

STORE = "store"  # the kind of the events that speak of the notes file itself

MARK = '{"at":'  # how every body begins: keys are written in alphabetical order


@dataclass(frozen=True, slots=True)
class Event:
    """One deed on one subject.

    Attributes:
        id: random, never from the clock.
        step: shared by the events that were saved, and are undone, together.
        kind: of the subject: ``note``, ``link``, ``actor`` …
        subject: the subject's id, unique in its kind.
        deed: what was done.
        at: when, by the clock of that moment; the order is that of the log.
        state: the subject afterwards, as a JSON object; None when it is gone.
        documents: the sources concerned; empty when it concerns them all.
        of: for an undo or a redo, the step it is about.
    """

    id: str
    step: str
    kind: str
    subject: str
    deed: Deed
    at: str
    state: JsonObject | None
    documents: tuple[str, ...] = ()
    of: str = ""

    @property
    def key(self) -> Subject:
        """The subject with its kind."""
        return self.kind, self.subject


def body_of(seq: int, event: Event) -> str:
    """The event as one line of ASCII: any string a note may hold survives, and no other byte."""
    fields = {
        "seq": seq,
        "id": event.id,
        "step": event.step,
        "kind": event.kind,
        "subject": event.subject,
        "deed": event.deed,
        "at": event.at,
        "state": event.state,
        "documents": list(event.documents),
        "of": event.of,
    }
    return json.dumps(fields, sort_keys=True, separators=(",", ":"))


def seal_of(body: str) -> str:
    """The checksum kept beside a body: 128 bits of SHA-256, in hexadecimal."""
    return sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def read_body(body: str) -> tuple[int, Event]:
    """The sequence number and the event of a body; ValueError when it is not one."""
    try:
        return _decode(json.loads(body))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"not an event: {error}") from error


def _decode(fields: JsonObject) -> tuple[int, Event]:
    state = fields["state"]
    if not (state is None or isinstance(state, dict)):
        raise TypeError("its state is no object")
    texts = {name: _text(fields[name]) for name in ("id", "step", "kind", "subject", "at", "of")}
    event = Event(
        **texts,
        deed=cast("Deed", _text(fields["deed"])),
        state=cast("JsonObject | None", state),
        documents=tuple(_text(name) for name in cast("list[object]", fields["documents"])),
    )
    return int(cast("int", fields["seq"])), event


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
