"""Markdown as read text: its marks are taken away, its headings known (CommonMark 0.31)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.markdown_signs import ENTRY, front_matter
from corpus.reading.model import Block, Extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.text import FactKind

_ATX = re.compile(r" {0,3}#{1,6}(?:[ \t]+(?P<words>.*?))?(?:[ \t]+#+)?[ \t]*$")
_SETEXT = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|(?P<number>\d{1,9}[.)]))[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_QUOTED = re.compile(r" {0,3}(?:>[ \t]?)+")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S")
_KNOWN: dict[str, FactKind] = {
    "title": "title", "author": "author", "date": "date", "published": "date",
    "publisher": "outlet", "outlet": "outlet", "site": "outlet",
}  # fmt: skip

_LINK = re.compile(
    r"(?<!\\)!?\[(?P<words>[^\[\]\n]{0,500})\](?:\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\[[^\]\n]{0,200}\])"
)
_AUTOLINK = re.compile(r"<(?P<words>(?:https?://|mailto:)[^<>\s]{1,1000})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
_CODE = re.compile(r"(?<![`\\])(?P<mark>`{1,3})(?!`)(?P<words>[^`\n]{1,500})(?P=mark)(?!`)")
_STRONG = re.compile(
    r"(?<![\\*\w])\*\*(?=\S)(?P<a>[^*\n]{1,1000}?)(?<=\S)\*\*|(?<![\\_\w])__(?=\S)(?P<b>[^_\n]{1,1000}?)(?<=\S)__(?!\w)"
)
_EMPHASIS = re.compile(
    r"(?<![\\*\w])\*(?=[^\s*])(?P<a>[^*\n]{1,1000}?)(?<=\S)\*(?!\*)|(?<![\\_\w])_(?=[^\s_])(?P<b>[^_\n]{1,1000}?)(?<=\S)_(?!\w)"
)
_STRUCK = re.compile(r"~~(?=\S)([^~\n]{1,500}?)(?<=\S)~~")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def extract_markdown(text: str) -> Extract:
    """The text's blocks without marks; each paragraph, item and row is one line."""
    front = front_matter(text)
    facts: tuple[tuple[FactKind, str], ...] = ()
    if front:
        facts = tuple(_facts(front["lines"]))
        text = text[front.end() :]
    return Extract(tuple(_blocks(text.splitlines())), facts)


def _facts(lines: str) -> Iterator[tuple[FactKind, str]]:
    for entry in ENTRY.finditer(lines):
        kind = _KNOWN.get(entry["key"].lower())
        if kind and entry["value"]:
            yield kind, entry["value"]


def _blocks(lines: Iterable[str]) -> Iterator[Block]:
    paragraph: list[str] = []
    fence = ""
    for line in lines:
        marked = _FENCE.match(line)
        if fence or marked:
            yield from _ended(paragraph)
            paragraph = []
            fence, code = _in_fence(fence, marked["mark"] if marked else "", line)
            yield from code
        elif _SETEXT.match(line) and paragraph:
            yield Block(inline(" ".join(paragraph)), heading=True)
            paragraph = []
        elif _stands_alone(line) or _ITEM.match(line):
            yield from _ended(paragraph)
            paragraph = [] if _stands_alone(line) else [_bulleted(line)]
            yield from _alone(line)
        else:
            paragraph.append(_QUOTED.sub("", line, count=1).strip())
    yield from _ended(paragraph)


def _in_fence(fence: str, mark: str, line: str) -> tuple[str, list[Block]]:
    """The fence that is open after this line, and the line when it is code."""
    if not fence:
        return mark, []
    if mark.startswith(fence):
        return "", []
    return fence, [Block(line)]


def _stands_alone(line: str) -> bool:
    bare = _QUOTED.sub("", line, count=1)
    alone = (_ATX, _RULE, _TABLE_RULE, _DEFINITION)
    return not bare.strip() or bare.lstrip().startswith("|") or any(p.match(bare) for p in alone)


def _alone(line: str) -> Iterator[Block]:
    """A heading or a row of a table; nothing for blank lines, rules and definitions."""
    bare = _QUOTED.sub("", line, count=1)
    heading = _ATX.match(bare)
    if heading and not _ITEM.match(bare):
        yield Block(inline(heading["words"] or ""), heading=True)
    elif bare.lstrip().startswith("|") and not _TABLE_RULE.match(bare):
        yield from (Block(inline(cell)) for cell in bare.strip().strip("|").split("|"))


def _bulleted(line: str) -> str:
    item = _ITEM.match(line)
    if item is None or item["number"]:
        return line.strip()
    return f"• {line[item.end() :].strip()}"


def _ended(paragraph: list[str]) -> Iterator[Block]:
    words = inline(" ".join(line for line in paragraph if line))
    if words:
        yield Block(words)


def inline(words: str) -> str:
    """One paragraph's words without emphasis, links, code marks, tags and escapes."""
    words = _without_comments(_AUTOLINK.sub(lambda m: m["words"], words))
    words = _TAG.sub("", words)
    for _ in range(2):  # an image inside a link
        words = _LINK.sub(lambda m: m["words"], words)
    words = _CODE.sub(lambda m: m["words"], words)
    for pattern in (_STRONG, _EMPHASIS, _STRONG):  # ***both***
        words = pattern.sub(lambda m: m["a"] or m["b"] or "", words)
    words = _STRUCK.sub(r"\1", words)
    from html import unescape

    return " ".join(unescape(_ESCAPE.sub(r"\1", words)).split())


def _without_comments(words: str) -> str:
    """Without comments of HTML; in one go, for a text may open many and close none."""
    kept: list[str] = []
    at, end = 0, words.find("-->")
    while end >= 0 and (start := words.find("<!--", at)) >= 0:
        end = words.find("-->", start + 4)
        if end < 0:
            break
        kept.append(words[at:start])
        at = end + 3
    return "".join([*kept, words[at:]])
