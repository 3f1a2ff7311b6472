"""The comparison as one HTML page: self-contained, without script, good to print."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from corpus.report.outline import outline

if TYPE_CHECKING:
    from corpus.report.outline import Outline
    from corpus.report.parts import Entry, Section
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
body {{ font: 1rem/1.5 Georgia, serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }}
h1, h2, h3, dt, .warning {{ font-family: system-ui, sans-serif; }}
h2 {{ border-bottom: 1px solid; margin-top: 3rem; }}
h3 {{ margin-bottom: 0; }}
article {{ break-inside: avoid; }}
blockquote {{ border-left: .2rem solid; margin: .5rem 0; padding-left: 1rem; }}
.warning {{ border: .1rem solid; padding: .5rem 1rem; }}
dd {{ white-space: pre-line; }}
dt {{ float: left; clear: left; margin-right: .5rem; font-weight: bold; }}
</style>
</head>
<body>
<h1>{title}</h1>
{sources}
{warnings}
{sections}
</body>
</html>
"""


def render(story: Story) -> str:
    """The comparison as an HTML page."""
    return page(outline(story))


def page(report: Outline) -> str:
    """A report as an HTML page; everything in it is escaped."""
    return _PAGE.format(
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
    quotes = "\n".join(
        f"<blockquote><b>{escape(q.label)}</b> {escape(q.words)}</blockquote>" for q in entry.quotes
    )
    remarks = "\n".join(
        f"<dt>{escape(r.label)}</dt><dd>{escape(r.words)}</dd>" for r in entry.remarks
    )
    title = f"<h3>{escape(entry.title)}</h3>\n" if entry.title else ""
    return f"<article>\n{title}{quotes}\n<dl>\n{remarks}\n</dl>\n</article>"
