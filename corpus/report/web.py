"""The comparison as one HTML page: self-contained, without script, good to print."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from corpus.report.facing import facing
from corpus.report.outline import outline
from corpus.report.wanted import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.report.outline import Outline
    from corpus.report.parts import Entry, Section
    from corpus.report.standing import Standing
    from corpus.report.wanted import Wanted
    from corpus.story import Story

_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<h1>{title}</h1>
{sources}
{warnings}
{facing}
{sections}
</body>
</html>
"""


def render(story: Story, notes: Sequence[Standing] = (), wanted: Wanted = EVERYTHING) -> str:
    """The comparison as an HTML page: the texts side by side with notes, and all that was found."""
    links = tuple(filter(wanted.takes, story.links))
    return page(outline(story, notes, wanted), facing(replace(story, links=links), notes))


def page(report: Outline, facing: str = "") -> str:
    """A report as an HTML page; everything in it is escaped.

    Args:
        report: what it says.
        facing: the texts side by side, in HTML, as ``corpus.report.facing`` gives them.
    """
    style = files("corpus.report").joinpath("page.css").read_text("utf-8")
    return _PAGE.format(
        style=style,
        facing=facing,
        title=escape(report.title),
        sources="\n".join(_entry(source) for source in report.sources),
        warnings="\n".join(f'<p class="warning">{escape(w)}</p>' for w in report.warnings),
        sections="\n".join(_section(section) for section in report.sections),
    )


def _section(section: Section) -> str:
    entries = "\n".join(_entry(entry) for entry in section.entries)
    title, words = escape(section.title), escape(section.words)
    return f"<section>\n<h2>{title}</h2>\n<p>{words}</p>\n{entries}\n</section>"


def _entry(entry: Entry) -> str:
    name = f' id="{escape(entry.name)}"' if entry.name else ""
    quotes = "\n".join(
        f"<blockquote><b>{escape(q.label)}</b> {escape(q.words)}</blockquote>" for q in entry.quotes
    )
    remarks = "\n".join(
        f"<dt>{escape(r.label)}</dt><dd>{escape(r.words)}</dd>" for r in entry.remarks
    )
    title = f"<h3>{escape(entry.title)}</h3>\n" if entry.title else ""
    return f"<article{name}>\n{title}{quotes}\n<dl>\n{remarks}\n</dl>\n</article>"
