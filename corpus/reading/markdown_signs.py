"""Whether a text is Markdown: told by marks that plain text hardly ever has."""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<lines>(?:[^\r\n]{0,1000}\r?\n){0,100}?)"
    r"(?:---|\.\.\.)[ \t]*(?:\r?\n|$)"
)
ENTRY = re.compile(
    r"(?P<key>[A-Za-z_-]+):[ \t]*[\"']?(?P<value>[^\r\n]*?)[\"']?[ \t]*$", re.MULTILINE
)

# What nobody writes in plain text: two of these, or one heading or link, make Markdown.
_SURE = re.compile(
    r"^ {0,3}#{1,6}[ \t]+\S"
    r"|(?<!\\)\[[^\[\]\n]{1,300}\]\((?:https?://|/|#|mailto:)[^()\s]{0,1000}\)"
    r"|^ {0,3}(?:```|~~~)[ \t]*\w*$"
    r"|^[^\s=-][^\n]{0,200}\n={3,}[ \t]*$",
    re.MULTILINE,
)
_HINTS = (
    re.compile(r"(?<![\\*\w])\*\*[^\s*][^*\n]{0,300}\*\*(?![*\w])"),
    re.compile(
        r"(?<![\\*\w])\*[^\s*][^*\n]{0,300}[^\s*]\*(?![*\w])|(?<![\\_\w])_[^\s_][^_\n]{0,300}[^\s_]_(?!\w)"
    ),
    re.compile(r"^ {0,3}>[ \t]\S", re.MULTILINE),
    re.compile(r"^[ \t]*[-*+][ \t]+\S[^\n]*\n(?:\n?[ \t]*[-*+][ \t]+\S)", re.MULTILINE),
)
_FEWEST_HINTS = 2
_SNIFFED = 200_000


def is_markdown(text: str) -> bool:
    """Whether the text bears Markdown's marks, whatever its file is called."""
    sample = text[:_SNIFFED].replace("\r\n", "\n")
    if _SURE.search(sample) or front_matter(sample):
        return True
    return sum(bool(hint.search(sample)) for hint in _HINTS) >= _FEWEST_HINTS


def front_matter(text: str) -> re.Match[str] | None:
    """The block of facts that a text may begin with, its lines in the group ``lines``."""
    found = _FRONT_MATTER.match(text)
    return found if found and ENTRY.search(found["lines"]) else None
