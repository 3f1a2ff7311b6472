"""What a web page's own metadata states of it: title, outlet, author, date of publication.

Open Graph (https://ogp.me), schema.org in JSON-LD, Dublin Core, and the names
that news sites use. A date of change is no date of publication and is left.
"""

from __future__ import annotations

import json
import re
from datetime import date
from email.utils import parsedate
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from corpus.reading.html_page import Page
    from corpus.text import FactKind

# By preference.
_NAMES: Mapping[FactKind, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title"),
    "outlet": (
        "og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name",
    ),
    "author": (
        "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
        "sailthru.author", "citation_author", "byl", "twitter:data1",
    ),
    "date": (
        "article:published_time", "datepublished", "og:article:published_time",
        "dcterms.issued", "dc.date.issued", "parsely-pub-date", "sailthru.date",
        "citation_publication_date", "citation_date", "publishdate", "publish-date", "pubdate",
        "publication_date", "article.published", "dc.date", "dcterms.date", "date",
    ),
}  # fmt: skip
_ISO = re.compile(r"\s*(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)")
_BY = re.compile(r"(?:by|von|par|por)\s+(?=\S)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|www\.")
_TITLE_ENDS = re.compile(r"\s+[|–—·»-]\s+")
_MOST_DATA = 500_000


def page_facts(page: Page) -> Iterator[tuple[FactKind, str]]:
    """Each kind of fact once, as the page states it; nothing for what it does not state."""
    stated = dict[str, list[str]]()
    for name, content in (*page.metas, *_structured(page.data)):
        stated.setdefault(name, []).append(content)
    for kind, names in _NAMES.items():
        values = [value for name in names for value in stated.get(name, ())]
        if kind == "title":
            values.append(_shown_title(page, stated))
        found = next((clean for value in values if (clean := _clean(kind, value))), "")
        if found:
            yield kind, found


def iso_date(words: str) -> str:
    """The day in a date as machines write it, as ISO 8601; empty when there is none."""
    found = _ISO.match(words)
    try:
        parts = tuple(map(int, found.groups())) if found else (parsedate(words) or ())[:3]
        return date(*parts).isoformat() if len(parts) == 3 else ""
    except (ValueError, OverflowError, IndexError):  # parsedate, too, trips over some
        return ""


def _clean(kind: FactKind, value: str) -> str:
    words = " ".join(value.split())
    if kind == "date":
        return iso_date(words)
    if kind == "author":
        return "" if _ADDRESS.match(words) else _BY.sub("", words, count=1)
    return words


def _shown_title(page: Page, stated: Mapping[str, list[str]]) -> str:
    """The page's title as browsers show it, without the site's name behind it."""
    if page.headline and page.headline in page.title:
        return page.headline
    first, *rest = _TITLE_ENDS.split(page.title)
    sites = {name.casefold() for key in _NAMES["outlet"] for name in stated.get(key, ())}
    return first if rest and rest[-1].casefold() in sites else page.title


def _structured(scripts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What schema.org data says of the article, under the names of the table above."""
    for script in scripts:
        if len(script) > _MOST_DATA:
            continue
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            yield from _of_item(item)


def _items(data: object) -> Iterator[dict[str, Any]]:
    """The objects that are articles: alone, in a list, or in a graph."""
    nodes = cast("list[object]", data) if isinstance(data, list) else [data]
    for node in nodes:
        if not isinstance(node, dict):
            continue
        item = cast("dict[str, Any]", node)
        if isinstance(item.get("@graph"), list):
            yield from _items(item["@graph"])
        elif (
            "article" in str(item.get("@type")).lower()
            or "posting" in str(item.get("@type")).lower()
        ):
            yield item


def _of_item(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if isinstance(item.get("headline"), str):
        yield "og:title", item["headline"]
    if isinstance(item.get("datePublished"), str):
        yield "datepublished", item["datePublished"]
    names = ", ".join(_names(item.get("author")))
    if names:
        yield "author", names
    for name in _names(item.get("publisher")):
        yield "publisher", name


def _names(value: object) -> Iterator[str]:
    for one in cast("list[object]", value) if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            one = cast("dict[str, object]", one).get("name")
        if isinstance(one, str) and one.strip():
            yield one.strip()
