"""XML from strangers: no DOCTYPE, so no entities; no deep nesting; names without namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from corpus.reading.model import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Start = Callable[[str, Mapping[str, str]], None]
    End = Callable[[str], None]
    Text = Callable[[str], None]

_DEEPEST = 500


def parse_xml(data: bytes, start: Start, end: End, text: Text) -> None:
    """Call back for each element and text; tags and attributes come without their namespace.

    Raises:
        RefusedError: it is not well-formed, declares a DOCTYPE, or nests too deeply.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def started(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise RefusedError("it nests far deeper than a text; save it as plain text first")
        start(_local(tag), {_local(name): value for name, value in attributes.items()})

    def ended(tag: str) -> None:
        nonlocal depth
        depth -= 1
        end(_local(tag))

    def refuse(*_: object) -> None:
        raise RefusedError("it declares a DOCTYPE, which no such file needs; save it again")

    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise RefusedError("it is damaged; save it again, or as plain text") from error


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
