"""Everything in ASCII: signs by look-alikes, letters by transliteration, the rest by ``?``.

On the screen each character keeps its cells (``in_cells``), so that offsets,
rows and ribbons stay where they are; a letter then has one letter (``ж`` is
``z``). In lines there is room, and it has as many as it needs (``zh``).
"""

from __future__ import annotations

import codecs
import json
import unicodedata
from contextlib import contextmanager
from functools import cache
from io import TextIOWrapper
from typing import TYPE_CHECKING

from rich.cells import split_graphemes

from tui.keys import IN_WORDS
from tui.looks import ASCII_ERRORS as ERRORS

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping
    from typing import TextIO

# One sign for each: box drawing by weight, so that strong, medium and weak stay apart.
_SIGNS = """\
━= ┃# ─- │| ┄. ┆: ┏# ┓# ┗# ┛# ┣# ┫# ┳# ┻# ╋# ┌+ ┐+ └+ ┘+ ├+ ┤+ ┬+ ┴+ ┼+ ▌> ▼v ▲^ ▸> ▾v ▁_ █#
░. ▒: ▓# ★* ☆- ●o ○. •o ·. …~ –- —- −- ‐- ‑- ‒- ―- ≥> ≤< ≠! ≈~ ↔- →> ←< ↑^ ↓v ⏎E ⌫< ✓+ ✗x ✎%
×x ÷/ “" ”" „" «" »" ‹< ›> ‘' ’' ‚' ′' ″" °o ¶P §S №N €E £L ¥Y ©c ®r ™T ⁄/"""
_CELLS: dict[str, str] = {"\xa0": " ", **{pair[0]: pair[1] for pair in _SIGNS.split()}}
_LINES = {
    "…": "...", "—": "--", "≥": ">=", "≤": "<=", "≠": "!=", "↔": "<->", "→": "->", "←": "<-",
    "↑": "^", "↓": "v", "⏎": "Enter", "№": "No", "€": "EUR", "£": "GBP",
    "¥": "JPY", "©": "(c)", "®": "(r)", "™": "(tm)",
}  # fmt: skip
# Letters that have accents in one script and are their own in another, and signs
# of softness: what compares names drops them.
_LETTERS = "ё yo й y ї yi ў w ъ \" ь ' ħ h ŧ t ŋ ng ə e ĸ k ſ s"


@cache
def _transliterated() -> Mapping[str, str]:
    """Letters in lower case, as news in English spells names; read when there is one."""
    from corpus.links.lexicon import lexicon

    parts = _LETTERS.split()
    own = dict(zip(parts[::2], parts[1::2], strict=True))
    return {chr(letter): latin for letter, latin in lexicon().latin.items()} | own


def in_cells(text: str) -> str:
    """The text in ASCII, each character in as many cells as before."""
    if text.isascii():
        return text
    spans, _ = split_graphemes(text)
    return "".join(_fitted(text[start:end], cells) for start, end, cells in spans)


def in_lines(text: str) -> str:
    """The text in ASCII, each character as long as it needs."""
    return text if text.isascii() else "".join(map(_spelled, unicodedata.normalize("NFC", text)))


def in_format(text: str, format_: str | None) -> str:
    """A report in ASCII: without loss where its format has a way to write any character."""
    if text.isascii():
        return text
    if format_ in ("json", "jsonld"):
        return "".join(c if c.isascii() else json.dumps(c)[1:-1] for c in text)
    if format_ == "html":
        return text.encode("ascii", "xmlcharrefreplace").decode("ascii")
    return in_lines(text)


@contextmanager
def kept_to_ascii(streams: Iterable[TextIO]) -> Generator[None]:
    """Let nothing but ASCII through these streams, whoever writes to them; keys have names."""
    token = IN_WORDS.set(True)
    codecs.register_error(ERRORS, _handed_over)
    before = [(stream, stream.encoding, stream.errors) for stream in streams]
    for stream, _, _ in before:
        _reconfigure(stream, "ascii", ERRORS)
    try:
        yield
    finally:
        IN_WORDS.reset(token)
        for stream, encoding, errors in before:
            _reconfigure(stream, encoding, errors)


def _reconfigure(stream: TextIO, encoding: str, errors: str | None) -> None:
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors=errors)


def _handed_over(error: UnicodeError) -> tuple[str, int]:
    """What stands for the characters that ASCII has not (``codecs.register_error``)."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return in_lines(error.object[error.start : error.end]), error.end


def _fitted(grapheme: str, cells: int) -> str:
    """What a terminal shows as one character, in ASCII and in its cells."""
    first = grapheme[0]
    sign = first if first.isascii() else _CELLS.get(first) or _letter(first)
    if len(sign) > cells and not sign.isalpha():
        sign = ""  # a part of ½ would be another number
    return (sign or "?")[:cells].ljust(cells)


def _spelled(character: str) -> str:
    """A character as a line has it; marks that combine with another leave nothing."""
    if character.isascii():
        return character
    found = _LINES.get(character) or _CELLS.get(character) or _letter(character)
    return found or ("" if unicodedata.category(character) in ("Mn", "Me", "Cf") else "?")


def _letter(character: str) -> str:
    """A letter transliterated, or without its accents; empty for what is neither."""
    small = character.lower()
    found = _transliterated().get(small)
    if found is None:
        parts = unicodedata.normalize("NFKD", character)
        return "".join(c for c in map(_basic, parts) if c.isascii())
    return found if small == character else found.capitalize()


def _basic(character: str) -> str:
    """A part of a decomposed letter, itself transliterated if need be."""
    return _CELLS.get(character) or _transliterated().get(character.lower(), character)
