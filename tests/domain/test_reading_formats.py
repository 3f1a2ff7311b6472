"""One article in every format: the same sentences; and what a file says of itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import filemakers as make
import pagemakers as pages
import pytest
from articles import ENGLISH, GEORGIAN, GERMAN, RUSSIAN

from corpus.errors import InputError
from corpus.reading import document as reading_document
from corpus.reading import document_from_text, read_document
from corpus.text import Document

WRITERS: dict[str, Callable[[make.Article], bytes]] = {
    "md": make.markdown,
    "html": lambda a: f"<html><body><article>{make.html_body(a)}</article></body></html>".encode(),
    "docx": make.docx,
    "epub": make.epub,
    "pdf": lambda a: make.pdf(make.set_in_type(a, per_page=7)),
}


def opened(data: bytes, folder: Path) -> Document:
    file = folder / "file"
    file.write_bytes(data)
    return read_document(file)


def wording(article: make.Article) -> tuple[str, ...]:
    return document_from_text(make.plain(article).decode()).wording


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("article", [ENGLISH, GERMAN], ids=["en", "de"])
def test_every_format_gives_the_same_sentences(
    article: make.Article, form: str, tmp_path: Path
) -> None:
    assert opened(WRITERS[form](article), tmp_path).wording == wording(article)


@pytest.mark.usefixtures("readers_at_hand")
@pytest.mark.parametrize("form", ["md", "html", "docx", "epub"])
@pytest.mark.parametrize("article", [RUSSIAN, GEORGIAN], ids=["ru", "ka"])
def test_so_it_is_in_other_scripts(article: make.Article, form: str, tmp_path: Path) -> None:
    assert opened(WRITERS[form](article), tmp_path).wording == wording(article)


@pytest.mark.usefixtures("readers_at_hand")
@pytest.mark.parametrize("structure", pages.STRUCTURES, ids=lambda made: made.__name__)
@pytest.mark.parametrize("article", [ENGLISH, RUSSIAN], ids=["en", "ru"])
def test_a_saved_page_gives_its_article_and_nothing_around_it(
    article: make.Article, structure: Callable[[make.Article], str], tmp_path: Path
) -> None:
    document = opened(structure(article).encode(), tmp_path)
    assert document.wording == wording(article)
    assert not [words for words in pages.AROUND if words in document.text]


@pytest.mark.usefixtures("readers_at_hand")
@pytest.mark.parametrize("wrap", ["<p>{}</p>", "<p><b>{}</b></p>", "<div>{}</div>"])
@pytest.mark.parametrize("at", [0, 2, 4])
def test_a_paragraph_that_is_one_link_stays_and_a_menu_does_not(
    at: int, wrap: str, tmp_path: Path
) -> None:
    words = [w for _, w in ENGLISH[1:] if w.endswith((".", "”"))]
    body = [f"<p>{w}</p>" for w in words]
    body[at] = wrap.format(f'<a href="/x">{words[at]}</a>')
    menu = '<p><a href="/1">Volcano erupts on a remote island overnight</a></p>'
    page = f"<html><body><article>{''.join(body)}{menu}</article></body></html>"
    document = opened(page.encode(), tmp_path)
    assert document.wording == document_from_text("\n\n".join(words)).wording


@pytest.mark.usefixtures("readers_at_hand")
@pytest.mark.parametrize("called", ["copy", "body-copy", "article-copy wide"])
def test_what_newsrooms_call_copy_is_the_article(called: str, tmp_path: Path) -> None:
    words = [w for _, w in ENGLISH[1:] if w.endswith((".", "”"))]
    body = [f"<p>{w}</p>" for w in words]
    body[1] = f'<div class="{called}">{body[1]}</div>'
    page = f"<html><body><article>{''.join(body)}</article></body></html>"
    document = opened(page.encode(), tmp_path)
    assert document.wording == document_from_text("\n\n".join(words)).wording


def known(document: Document) -> dict[str, tuple[str, str]]:
    return {fact.kind: (fact.value, fact.origin) for fact in reversed(document.facts)}


def test_a_page_says_its_outlet_author_and_date_of_publication(tmp_path: Path) -> None:
    facts = known(opened(pages.modern(ENGLISH).encode(), tmp_path))
    assert facts["outlet"] == ("The Harbour Post", "metadata")
    assert facts["author"] == ("Anna Berg", "metadata")
    assert facts["date"] == ("2019-05-03", "metadata")
    assert facts["title"] == (ENGLISH[0][1], "text")


def test_what_a_page_does_not_state_stays_unknown(tmp_path: Path) -> None:
    page = "<html><head><meta property='article:modified_time' content='2020-01-01'></head><body>"
    stamp = "<p>Last updated: 3 May 2019</p>"
    document = opened(f"{page}{make.html_body(ENGLISH)}{stamp}</body></html>".encode(), tmp_path)
    assert document.date is None
    assert known(document).keys() <= {"title", "language", "page-stamp"}


def test_a_file_s_own_dates_are_no_dates_of_publication(tmp_path: Path) -> None:
    document = opened(make.docx(ENGLISH), tmp_path)
    assert document.date is None
    assert known(document)["author"] == ("Anna Berg", "metadata")


def test_a_book_is_read_in_the_order_of_its_spine(tmp_path: Path) -> None:
    one, two = [("h", "One"), ("p", "It began.")], [("h", "Two"), ("p", "It ended.")]
    document = opened(make.epub(one, two, hrefs=["c1.xhtml", "c0.xhtml"]), tmp_path)
    assert document.wording == ("Two", "It ended.", "One", "It began.")
    assert document.date == "2019-05-03"


def test_a_running_head_and_page_numbers_are_set_aside(tmp_path: Path) -> None:
    long = [("h", "A Long Report"), *[("p", words) for _, words in ENGLISH[1:]] * 4]
    document = opened(make.pdf(make.set_in_type(long, per_page=9)), tmp_path)
    assert "Daily Example" not in document.text
    assert document.wording == wording(long)


def test_pages_without_a_text_layer_are_told_of(tmp_path: Path) -> None:
    typeset = [*make.set_in_type(ENGLISH), []]
    document = opened(make.pdf(typeset), tmp_path)
    assert document.notices == ("1 of its 2 pages have no text layer and are left out",)


def test_mail_is_read_with_its_subject_and_sender(tmp_path: Path) -> None:
    head = "From: Anna Berg <a@example.org>\nTo: b@example.org\nSubject: =?utf-8?q?F=C3=A4hre?=\n"
    head += "Date: Fri, 03 May 2019 08:15:00 +0200\nContent-Type: text/plain; charset=iso-8859-1\n"
    document = opened(f"{head}\nDie Fähre liegt fest.\n".encode("latin-1"), tmp_path)
    assert document.wording == ("Die Fähre liegt fest.",)
    assert (document.title, document.date) == ("Fähre", "2019-05-03")


MAP = "The ferry ran aground, see the map."
MARKDOWN = """---
title: The Ferry
date: 2019-05-03
---
The *ferry* ran __aground__, see [the map](http://example.org/a_(b)).
It goes on here, `code` and 2*3*4 and snake_case_name too.

> A quotation of *two*
> lines.

- one
- **two**

Next Steps
----------
| a | b |
|---|---|
| c | d |
"""


def test_markdown_is_shown_as_read_text(tmp_path: Path) -> None:
    document = opened(MARKDOWN.encode(), tmp_path)
    assert document.text.split("\n\n") == [
        f"{MAP} It goes on here, code and 2*3*4 and snake_case_name too.",
        "A quotation of two lines.",
        "• one",
        "• two",
        "Next Steps",
        *("a", "b", "c", "d\n"),
    ]  # fmt: skip
    assert (document.title, document.date) == ("The Ferry", "2019-05-03")
    assert document.wording[3:6] == ("one", "two", "Next Steps")


@pytest.mark.parametrize(
    "text",
    [
        "He rated it 4 * 5 * 6.\n\n* * *\n\nAn _odd one.\n",
        "— Да.\n\n— Нет.\n\n- Может быть.\n",
        "1. One\n2. Two\n\nC:\\path\\*.txt [sic] (see p. 3)\n",
        "if a < b and c > d:\n    pass\n",
    ],
)
def test_plain_text_that_looks_a_little_like_markdown_is_kept_to_the_letter(
    text: str, tmp_path: Path
) -> None:
    assert opened(text.encode(), tmp_path).text == text


def test_the_name_of_a_file_proves_nothing(tmp_path: Path) -> None:
    for name, data in {"a.txt": WRITERS["html"](ENGLISH), "b.pdf": make.plain(ENGLISH)}.items():
        (tmp_path / name).write_bytes(data)
        assert read_document(tmp_path / name).wording == wording(ENGLISH)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (make.pdf([[]]), "text recognition"),
        (make.archive({"notes.txt": "x"}), "it is an archive"),
        (b"\x89PNG\r\n\x1a\n\0\0", "it is a picture"),
    ],
)
def test_what_holds_no_text_says_what_to_do(data: bytes, told: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=told):
        opened(data, tmp_path)


def test_a_text_of_more_sentences_than_anyone_compares_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_document, "MOST_PASSAGES", 1000)
    assert len(opened(b"Yes. " * 1000, tmp_path).passages) == 1000
    with pytest.raises(InputError, match="more than 1,000 sentences; split it"):
        opened(b"Yes. " * 1001, tmp_path)


def test_one_very_long_line_is_read(tmp_path: Path) -> None:
    document = opened(b"word " * 200_000, tmp_path)
    assert len(document.passages) == 1
