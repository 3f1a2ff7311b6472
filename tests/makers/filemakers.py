"""Makers of files in every format the reader reads, small enough to stand in a test."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from html import escape

Article = Sequence[tuple[str, str]]
"""A headline first, then paragraphs and headings: ("h" or "p", words)."""


def words_of(article: Article) -> list[str]:
    return [words for _, words in article]


def plain(article: Article) -> bytes:
    return "\n\n".join(words_of(article)).encode() + b"\n"


def markdown(article: Article) -> bytes:
    marks = {"h": "## ", "p": ""}
    return "\n\n".join(marks[kind] + words for kind, words in article).encode()


def html_body(article: Article) -> str:
    (_, headline), *rest = article
    blocks = [f"<h1>{escape(headline)}</h1>"]
    tags = {"h": "h2", "p": "p"}
    blocks += [f"<{tags[kind]}>{escape(words)}</{tags[kind]}>" for kind, words in rest]
    return "\n".join(blocks)


def archive(members: Mapping[str, bytes | str], *, store: bool = False) -> bytes:
    out = io.BytesIO()
    method = zipfile.ZIP_STORED if store else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{title}</dc:title>'
    "<dc:creator>{author}</dc:creator><dcterms:created>2021-01-01</dcterms:created>"
    "</cp:coreProperties>"
)


def docx(article: Article, *, body: str = "", **more: bytes | str) -> bytes:
    def paragraph(kind: str, words: str) -> str:
        style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if kind == "h" else ""
        cut = len(words) // 2
        halves = (words[:cut], words[cut:])  # Word breaks runs anywhere
        runs = (f'<w:r><w:t xml:space="preserve">{escape(h)}</w:t></w:r>' for h in halves)
        return f"<w:p>{style}{''.join(runs)}</w:p>"

    text = body or "".join(paragraph(*block) for block in article)
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W}><w:body>{text}</w:body></w:document>",
        "docProps/core.xml": CORE.format(title="A title", author="Anna Berg"),
    }
    return archive(members | more)


CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="{path}"/></rootfiles></container>'
)
OPF = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:title>The Book</dc:title><dc:creator>Anna Berg</dc:creator>
<dc:date>2019-05-03</dc:date></metadata><manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
{items}</manifest><spine><itemref idref="nav"/>{spine}</spine></package>"""


def epub(*chapters: Article, hrefs: Sequence[str] = (), **more: bytes | str) -> bytes:
    names = [f"c{n}.xhtml" for n in range(len(chapters))]
    shown = hrefs or names
    items = "".join(
        f'<item id="i{n}" href="{escape(href)}" media-type="application/xhtml+xml"/>'
        for n, href in enumerate(shown)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(shown)))
    head = '<?xml version="1.0"?><!DOCTYPE html><html><head><title>x</title></head>'
    page = head + "<body>{}</body></html>"
    members: dict[str, bytes | str] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER.format(path="OEBPS/book.opf"),
        "OEBPS/book.opf": OPF.format(items=items, spine=spine),
        "OEBPS/nav.xhtml": page.format("<nav><ol><li>Contents of the book</li></ol></nav>"),
    }
    for name, chapter in zip(names, chapters, strict=True):
        members[f"OEBPS/{name}"] = page.format(html_body(chapter))
    return archive(members | more)


def wrapped(words: str, width: int) -> list[str]:
    """Lines as a typesetter breaks them, long words parted with a hyphen."""
    lines, line = [], ""
    for word in words.split(" "):
        room = width - len(line) - 1
        if len(word) > 9 and word.isalpha() and 4 <= room - 1 < len(word) - 3:
            lines.append(f"{line} {word[: room - 1]}-".strip())
            line = word[room - 1 :]
        elif len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


Placed = tuple[str, float, float, float]
"""A line on a page: words, points from the left and from the foot, size."""


def set_in_type(article: Article, *, per_page: int = 30, width: int = 60) -> list[list[Placed]]:
    """An article on pages with a running head and page numbers."""
    lines: list[tuple[str, float, float]] = []  # words, size, space above
    for kind, words in article:
        size = 16.0 if kind == "h" else 11.0
        for n, line in enumerate(wrapped(words, width)):
            lines.append((line, size, 10.0 if n == 0 else 0.0))
    pages: list[list[Placed]] = []
    for first in range(0, len(lines), per_page):
        number = len(pages) + 1
        page: list[Placed] = [("The Daily Example – 3 May", 72, 800, 9)]
        y = 770.0
        for line, size, above in lines[first : first + per_page]:
            y -= above + size * 1.2
            page.append((line, 72, y, size))
        page.append((f"{number}", 300, 30, 9))
        pages.append(page)
    return pages


def pdf(
    pages: Sequence[Sequence[Placed]], *, info: str = "", content: bytes | None = None
) -> bytes:
    """A PDF with a text layer in Windows-1252."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"
    )
    for n, page in enumerate(pages):
        stream = zlib.compress(content if content is not None else b"\n".join(map(_shown, page)))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        head = f"<< /Length {len(stream)} /Filter /FlateDecode >>".encode()
        objects.append(head + b"\nstream\n" + stream + b"\nendstream")
    objects.append(f"<< {info} >>".encode("latin-1"))
    return _file(objects)


def _shown(line: Placed) -> bytes:
    words, x, y, size = line
    text = (
        words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    )
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y:.1f} Tm (".encode() + text + b") Tj ET"


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    root = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    return bytes(out) + f"trailer\n{root}\nstartxref\n{table}\n%%EOF\n".encode()
