"""A web page taken apart by the standard parser: its pieces of text, and what it says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple

# Elements by the HTML standard's own grouping.
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
    "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_SILENT = frozenset({
    "audio", "button", "canvas", "datalist", "dialog", "iframe", "map", "math", "noscript",
    "object", "option", "script", "select", "style", "svg", "template", "textarea", "video",
})  # fmt: skip
_BESIDE = frozenset({
    "aside", "footer", "form", "menu", "nav", "amp-ad", "amp-consent", "amp-embed", "amp-sidebar",
    "amp-social-share", "amp-sticky-ad", "amp-user-notification",
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What the class, the id or the role of an element says that is no part of the article.
_BESIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|masthead|sidebar|cookies?|consent|gdpr"
    r"|banner|advert\w*|ads?|promo\w*|sponsor\w*|newsletter|subscri\w+|paywall|signup|share|sharing"
    r"|social|related|recommend\w*|trending|popular|comments?|disqus|tags?|popup|modal|overlay|widget"
    r"|skip-link|complementary|contentinfo|search|also|most-?(?:read|viewed)|read-?(?:also|next)"
    r"|more-(?:news|on|from|stories)|related\w*|recirc\w*|copyright|onetrust|sharedaddy"
    r"|outbrain|taboola)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_EMPTY_LINE = re.compile(r"\n[ \t\r\f]*\n")
_BREAK = "\x00"  # no text holds it: stands for <br> until the words are put together

# An end tag looks so far for its beginning, and elements nest so deep: pages do not, bombs do.
_FARTHEST = 64
_DEEPEST = 2_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of a page: its words, and where on the page it stands.

    ``linked`` is the share of its letters inside links, ``article`` the number
    of the article or main element around it, 0 for none; ``parent`` is the
    same for blocks in one element.
    """

    text: str
    tag: str
    beside: bool
    linked: float
    article: int
    parent: int = 0


@dataclass
class Page:
    """What a page holds: pieces in reading order, declarations, and structured data."""

    pieces: list[Piece] = field(default_factory=list[Piece])
    metas: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    title: str = ""
    data: list[str] = field(default_factory=list[str])

    @property
    def headline(self) -> str:
        """The first heading of the first rank that is no part of a menu; empty when none is."""
        ranked = [p for p in self.pieces if p.tag == "h1"]
        inside = [p for p in ranked if not p.beside] or ranked
        return max(inside, key=lambda p: bool(p.article)).text if inside else ""


class _Open(NamedTuple):
    tag: str
    block: str
    silent: bool
    beside: bool
    article: int
    number: int = 0
    parent: int = 0


def read_page(text: str) -> Page:
    """Take a page apart; whatever is wrong with its markup is passed over."""
    parser = _PageParser()
    parser.feed(text)
    parser.close()
    parser.flush()
    return parser.page


def paragraphs(words: str) -> list[str]:
    """The words of a block, split where it has an empty line; white space as HTML has it."""
    lines = words.replace(_BREAK, "\n") if _BREAK in words else ""
    parts = _EMPTY_LINE.split(lines) if lines else [words]
    return [clean for part in parts if (clean := _SPACE.sub(" ", part).strip())]


class _PageParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._open = [_Open("", "p", silent=False, beside=False, article=0)]
        self._words: list[str] = []
        self._linked = self._articles = self._links = self._blocks = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs[:_FARTHEST]}
        if tag == "meta":
            self._meta(given)
        if tag == "time" and given.get("datetime") and (_dates(given)):
            self.page.metas.append(("datepublished", given["datetime"]))
        if tag == "br":
            self._words.append(_BREAK)
        elif tag not in _INLINE:
            self.flush()
        self._links += tag == "a"
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(self._opened(tag, given))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.flush()
        self._links -= tag == "a" and self._links > 0
        for at in range(len(self._open) - 1, max(0, len(self._open) - _FARTHEST), -1):
            if self._open[at].tag == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        here = self._open[-1]
        if here.tag == "title" and not self.page.title:
            self.page.title = _SPACE.sub(" ", data).strip()
        elif here.tag == "script/data":
            self.page.data.append(data)
        elif not here.silent:
            self._words.append(data.replace(_BREAK, ""))
            self._linked += len(data.strip()) if self._links else 0

    def flush(self) -> None:
        """End the block at hand."""
        here, words = self._open[-1], "".join(self._words)
        linked = self._linked / max(1, len(words.strip()))
        self._words, self._linked = [], 0
        for text in paragraphs(words):
            piece = Piece(text, here.block, here.beside, linked, here.article, here.parent)
            self.page.pieces.append(piece)

    def _opened(self, tag: str, given: dict[str, str]) -> _Open:
        around = self._open[-1]
        article = around.article
        if tag in {"article", "main"} or given.get("itemprop") == "articleBody":
            self._articles += 1
            article = article or self._articles
        is_data = tag == "script" and "ld+json" in given.get("type", "")
        silent = around.silent or tag in _SILENT or tag == "title" or _is_hidden(given)
        beside = around.beside or tag in _BESIDE or _is_beside(tag, given)
        shown = "script/data" if is_data else tag
        if tag in _INLINE:
            inside = _Open(shown, around.block, silent, beside, article)
            return inside._replace(number=around.number, parent=around.parent)
        self._blocks += 1
        return _Open(shown, tag, silent, beside, article, self._blocks, around.number)

    def _meta(self, given: dict[str, str]) -> None:
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        if name and given.get("content"):
            self.page.metas.append((name.lower().strip(), given["content"].strip()))


def _dates(given: dict[str, str]) -> bool:
    return "datepublished" in given.get("itemprop", "").lower() or "pubdate" in given


def _is_hidden(given: dict[str, str]) -> bool:
    hidden = "hidden" in given or given.get("aria-hidden") == "true"
    return hidden or bool(_HIDDEN.search(given.get("style", "")))


def _is_beside(tag: str, given: dict[str, str]) -> bool:
    if tag in {"body", "html", "article", "main"} or tag in _HEADINGS:
        return False
    names = " ".join(given.get(name, "")[:200] for name in ("class", "id", "role"))
    return bool(names.strip()) and bool(_BESIDE_NAMES.search(names))
