"""The comparison as one HTML page: self-contained, without script, good to print."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

from corpus.report.facing import facing
from corpus.report.outline import outline
from corpus.report.wanted import EVERYTHING, narrowed, noted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.report.outline import Outline
    from corpus.report.parts import Entry, Remark, Section
    from corpus.report.standing import Standing
    from corpus.report.wanted import Wanted
    from corpus.story import Story

Anchors: TypeAlias = "frozenset[str]"
"""What can be pointed to in the texts on the page."""

_ID = re.compile(r' id="([^"]+)"')
_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#found">To what was found</a>
<header>
<h1>{title}</h1>
<div class="sources">
{sources}
</div>
{warnings}
<nav aria-label="Contents"><ul>
{contents}
</ul></nav>
</header>
<main>
{facing}
<div id="found">
{sections}
</div>
</main>
</body>
</html>
"""


def render(story: Story, notes: Sequence[Standing] = (), wanted: Wanted = EVERYTHING) -> str:
    """The comparison as an HTML page: the texts side by side with notes, and all that was found."""
    report = outline(story, notes, wanted)
    texts = facing(narrowed(story, wanted), noted(notes, wanted), _findings(report))
    return page(report, texts)


def page(report: Outline, facing: str = "") -> str:
    """A report as an HTML page; everything in it is escaped.

    Args:
        report: what it says.
        facing: the texts side by side, in HTML, as ``corpus.report.facing`` gives them.
    """
    style = files("corpus.report").joinpath("page.css").read_text("utf-8")
    there = frozenset(_ID.findall(facing))
    named = list(enumerate(report.sections, 1))
    return _PAGE.format(
        policy=_policy(style),
        style=style,
        facing=facing,
        title=escape(report.title),
        sources="\n".join(_entry(source, there) for source in report.sources),
        warnings=_warnings(report.warnings),
        contents="\n".join(_content(number, section) for number, section in named),
        sections="\n".join(_section(number, s, report.letters, there) for number, s in named),
    )


def _policy(style: str) -> str:
    """Nothing is loaded and nothing runs; the one style is known by its hash."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _findings(report: Outline) -> Mapping[str, str]:
    """What was found of each passage, by names: of a link, else of a gap."""
    found: dict[str, str] = {}
    for section in report.sections:
        for entry in section.entries:
            for quote in entry.quotes if entry.name else ():
                if quote.to:
                    found.setdefault(quote.to, entry.name)
    return found


def _warnings(warnings: Sequence[str]) -> str:
    """What to know first; the weightiest comes first."""
    if not warnings:
        return ""
    kinds = [' class="first"', *[""] * (len(warnings) - 1)]
    items = (f"<li{kind}>{escape(w)}</li>" for kind, w in zip(kinds, warnings, strict=True))
    return f'<ul class="warnings" aria-label="What to know first">\n{chr(10).join(items)}\n</ul>'


def _content(number: int, section: Section) -> str:
    count = f" ({len(section.entries)})" if len(section.entries) > 1 else ""
    return f'<li><a href="#part{number}">{escape(section.title)}</a>{count}</li>'


def _section(number: int, section: Section, letters: Sequence[str], there: Anchors) -> str:
    if _is_table(section, letters):
        entries = _table(section, letters)
    else:
        entries = "\n".join(_entry(entry, there) for entry in section.entries)
    title, words = escape(section.title), escape(section.words)
    return f'<section id="part{number}">\n<h2>{title}</h2>\n<p>{words}</p>\n{entries}\n</section>'


def _is_table(section: Section, letters: Sequence[str]) -> bool:
    """Whether each entry says something of each text, and quotes none."""
    return bool(section.entries) and all(
        entry.title and not entry.quotes and {r.label for r in entry.remarks} & {*letters}
        for entry in section.entries
    )


def _table(section: Section, letters: Sequence[str]) -> str:
    label = escape(section.title)
    heads = "".join(f'<th scope="col">{escape(letter)}</th>' for letter in letters)
    rows = "\n".join(_row(entry, letters) for entry in section.entries)
    return (
        f'<div class="table" tabindex="0" role="region" aria-label="{label}">\n<table>\n'
        f"<thead><tr><td></td>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )


def _row(entry: Entry, letters: Sequence[str]) -> str:
    more = "".join(
        f'<span class="more">{escape(f"{r.label}: {r.words}")}</span>'
        for r in entry.remarks
        if r.label not in letters
    )
    cells = "".join(f"<td>{_cell(entry.remarks, letter)}</td>" for letter in letters)
    return f'<tr><th scope="row">{escape(entry.title)}{more}</th>{cells}</tr>'


def _cell(remarks: Sequence[Remark], letter: str) -> str:
    return "<br>".join(escape(remark.words) for remark in remarks if remark.label == letter)


def _entry(entry: Entry, there: Anchors) -> str:
    name = f' id="{escape(entry.name)}"' if entry.name else ""
    kind = ' class="alone"' if entry.name.startswith(("gap", "note")) else ""
    quotes = "\n".join(_quote(quote, there) for quote in entry.quotes)
    held = f'<div class="quotes">\n{quotes}\n</div>\n' if quotes else ""
    title = f"<h3>{escape(entry.title)}{_back(entry.name, there)}</h3>\n" if entry.title else ""
    return f"<article{name}{kind}>\n{title}{held}{_list(entry.remarks)}</article>"


def _quote(quote: Remark, there: Anchors) -> str:
    """A quotation, and the way to it in the texts where they are on the page."""
    label = escape(quote.label)
    if quote.to in there:
        label = f'<a href="#{escape(quote.to)}">{label}</a>'
    return (
        f'<blockquote><span class="label">{label}</span> '
        f'<span dir="auto">{escape(quote.words)}</span></blockquote>'
    )


def _back(name: str, there: Anchors) -> str:
    """The way from a note to its mark in the texts."""
    mark = name.replace("note", "mark")
    return f' <a href="#{mark}">in the text</a>' if mark in there else ""


def _list(remarks: Sequence[Remark]) -> str:
    return f"<dl>\n{chr(10).join(_remarks(remarks))}\n</dl>\n" if remarks else ""


def _remarks(remarks: Sequence[Remark]) -> Iterator[str]:
    for one in remarks:
        yield f"<dt>{escape(one.label)}</dt><dd>{escape(one.words)}</dd>"
