"""Texts that may speak of different moments."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from corpus.actors import find_cast
from corpus.moments import Notice, find_moments
from corpus.segment import segment
from corpus.text import Document, letter_id


def documents(*texts: str) -> list[Document]:
    found: list[Document] = []
    for i, text in enumerate(texts):
        parts = segment(text)
        digest = hashlib.sha256(text.encode()).hexdigest()
        found.append(
            Document(
                letter_id(i), "", "", text, digest, parts.passages, parts.furniture, parts.facts
            )
        )
    return found


def notices(*texts: str) -> tuple[Notice, ...]:
    opened = documents(*texts)
    return find_moments(opened, find_cast(opened))


def moment(*texts: str) -> str:
    return " ".join(n.words for n in notices(*texts) if n.kind == "different-moments")


def test_an_office_that_differs_is_told_with_both_places() -> None:
    texts = (
        "President Dmitry Medvedev arrived.",
        "Dmitry Medvedev, deputy chairman of the Security Council, arrived.",
    )
    (notice,) = [n for n in notices(*texts) if n.kind == "different-moments"]
    assert "Medvedev" in notice.words
    assert [e.text for e in notice.evidence] == [
        "President",
        "deputy chairman of the Security Council",
    ]


def test_the_same_office_is_no_sign() -> None:
    assert not moment("President Dmitry Medvedev left.", "The president, Dmitry Medvedev, came.")


def test_a_former_office_is_a_sign() -> None:
    assert "Sarkozy" in moment(
        "President Nicolas Sarkozy spoke.", "Former president Nicolas Sarkozy spoke."
    )


def test_one_office_under_two_holders_is_a_sign() -> None:
    words = moment(
        "French President Nicolas Sarkozy left.", "French President Emmanuel Macron came."
    )
    assert "Sarkozy" in words
    assert "Macron" in words


def test_just_now_and_long_ago_are_told_apart() -> None:
    words = moment(
        "The historical recognition of Abkhazia was recalled.",
        "The decision last week to recognize Abkhazia drew anger.",
    )
    assert "last week" in words
    assert "historical" in words


def test_full_dates_far_apart_are_a_sign() -> None:
    assert "2008" in moment("On August 8, 2008, war began.", "On 3 March 2021 the court ruled.")
    assert not moment("On August 8, 2008, war began.", "On 10 August 2008 it went on.")


def test_dates_the_reader_gave_are_a_sign() -> None:
    a, b = documents("It rained.", "It snowed.")
    dated = [replace(a, date="2008-08-29"), replace(b, date="2020-01-01")]
    assert any("2008-08-29" in n.words for n in find_moments(dated, ()))


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("undated; after 2020", "2008-08-29", "B (2008-08-29) precedes A (undated; after 2020)"),
        ("2008", "2009-02", "A (2008) precedes B (2009-02)"),
        ("before 1990", "since 1991-12", "A (before 1990) precedes B (since 1991-12)"),
        ("2008-12-31", "until 2008-03", "B (until 2008-03) precedes A (2008-12-31)"),
        ("2008", "2008-08-29", ""),
        ("after 2020", "since 2021", ""),
        ("2008-08-29", "2008-09-10", ""),
        ("some day", "2008-08-29", ""),
        ("after 2020-99", "2008-08-29", ""),
        ("after 9999", "0001-01-01", ""),
    ],
)
def test_the_order_of_two_texts_is_told_as_far_as_their_dates_tell_it(a, b, told) -> None:
    one, other = documents("It rained.", "It snowed.")
    found = find_moments([replace(one, date=a), replace(other, date=b)], ())
    assert [f"These texts may describe different moments: {told}."] * bool(told) == [
        notice.words for notice in found
    ]


def test_what_is_known_of_dates_is_told_first() -> None:
    a, b = documents("They met on Monday.", "They met on Friday.")
    dated = [replace(a, date="2020"), replace(b, date="2008")]
    (notice,) = find_moments(dated, ())
    assert "moments: B (2008) precedes A (2020); " in notice.words


def test_one_weekday_each_that_differ_is_a_sign() -> None:
    assert "Monday" in moment("They met on Monday.", "They met on Friday.")
    assert not moment("They met on Friday.", "They parted on Friday.")


def test_a_page_stamp_is_no_date() -> None:
    stamped = "Georgia agreed to talks.\n\n. Last Updated: 07/27/2016"
    found = notices(stamped, "On 3 March 2021 Georgia agreed to talks.")
    assert [n.kind for n in found] == ["page-stamp"]
    assert "07/27/2016" in found[0].words


def test_similar_names_are_told_with_a_place_for_each() -> None:
    (notice,) = notices("Alan Gagloev met Irina Gagloyeva.")
    assert notice.kind == "similar-names"
    assert [e.text for e in notice.evidence] == ["Alan Gagloev", "Irina Gagloyeva"]
