"""Offices that differ between texts, one office under two holders, and what actors are called."""

from __future__ import annotations

import pytest

from corpus.actors import find_actors
from corpus.actors.drift import agree, drift, shared_offices
from corpus.actors.model import Actor, Excerpt, Mention, MentionKind
from corpus.actors.naming import kinds, naming
from corpus.actors.offices import office
from corpus.reading import document_from_text
from corpus.report import render
from corpus.story import analyse


def role(words: str, document: str = "A") -> Excerpt:
    return Excerpt(document, 0, len(words), words)


def actor(name: str, *roles: Excerpt, mentions: tuple[Mention, ...] = ()) -> Actor:
    return Actor(name.lower(), name, "person", (name,), mentions, roles)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("President", "South Ossetian President"),
        ("President of Russia", "Russian President"),
        ("French foreign minister", "foreign minister of France"),
        ("spokeswoman", "spokesman for the ministry"),
        ("Chairman of the Central Election Commission", "election commission chairwoman"),
        ("Secretary-General", "secretary general of the United Nations"),
        ("vice-president", "Vice President"),
        ("the head of the State Bank", "State Bank head"),
    ],
)
def test_one_office_said_in_two_ways_is_one(one: str, other: str) -> None:
    assert agree(role(one), role(other))
    assert agree(role(other), role(one))
    assert drift(actor("X", role(one), role(other, "B"))) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("President", "deputy chairman of the Security Council"),
        ("President", "former President"),
        ("president", "vice president"),
        ("minister", "prime minister"),
        ("defence minister", "foreign minister"),
        ("U.S. President", "Russian President"),
        ("chairman of the Duma", "chairman of the Security Council"),
        ("acting governor", "governor"),
        ("president-elect", "president"),
    ],
)
def test_two_offices_are_two(one: str, other: str) -> None:
    assert not agree(role(one), role(other))
    (found,) = drift(actor("X", role(one), role(other, "B")))
    assert found == (role(one), role(other, "B"))


def test_one_office_in_common_is_no_drift() -> None:
    both = (role("party leader"), role("prime minister"), role("Prime Minister of Spain", "B"))
    assert drift(actor("X", *both)) == ()


def test_a_text_that_gives_no_office_is_no_drift() -> None:
    assert drift(actor("X", role("mayor"), role("former governor"))) == ()


def test_drift_is_told_of_each_two_of_many_texts() -> None:
    roles = (role("mayor", "A"), role("mayor", "B"), role("governor", "C"), role("senator", "AA"))
    found = [(one.document, other.document) for one, other in drift(actor("X", *roles))]
    assert found == [("A", "C"), ("A", "AA"), ("B", "C"), ("B", "AA"), ("C", "AA")]


def test_one_office_under_two_holders() -> None:
    one = actor("Gagloev", role("former South Ossetian president", "A"))
    other = actor("Kokoity", role("President of South Ossetia", "B"))
    (found,) = shared_offices([one, other])
    assert found.words == "President of South Ossetia"
    assert [(h.actor, h.role.document) for h in found.holders] == [
        ("gagloev", "A"),
        ("kokoity", "B"),
    ]
    assert [(a.actor, b.actor) for a, b in found.apart] == [("gagloev", "kokoity")]
    assert [holder.actor for holder in found.holders_in("B")] == ["kokoity"]


def test_texts_that_name_one_holder_both_do_not_differ() -> None:
    was = actor("Sarkozy", role("former French president", "A"), role("French president", "B"))
    is_ = actor("Macron", role("French president", "A"))
    (found,) = shared_offices([was, is_])
    assert found.apart == ()


@pytest.mark.parametrize(
    "words", ["President", "spokesman for the Kremlin", "member of parliament"]
)
def test_an_office_of_nothing_or_of_many_holders_is_not_shared(words: str) -> None:
    assert shared_offices([actor("X", role(words)), actor("Y", role(words, "B"))]) == ()


def test_texts_are_read_so() -> None:
    actors = find_actors(
        [
            "Former South Ossetian president Alan Gagloev spoke.",
            "South Ossetian President Eduard Kokoity spoke.",
        ]
    )
    (found,) = shared_offices(actors)
    assert len(found.apart) == 1


@pytest.mark.parametrize("text", ["", "of", "  ", "—", "of the", "former", "deputy", "Russian"])
def test_words_that_are_no_office_stop_nothing(text: str) -> None:
    assert not agree(role(text), role(text)) or office(text).noun


# Naming


def mention(at: int, words: str, kind: MentionKind = "name", document: str = "A") -> Mention:
    return Mention(document, at, at + len(words), words, kind)


REPUBLIC = actor(
    "Ossetia",
    mentions=(
        mention(0, "Ossetia"),
        mention(10, "the Republic", "nominal"),
        mention(30, "the\nrepublic", "nominal"),
        mention(50, "It", "pronoun"),
        mention(0, "the breakaway republic", "nominal", "B"),
        mention(30, "Ossetia", "name", "B"),
        mention(60, "Ossetia", "name", "B"),
    ),
)


def test_what_a_text_calls_an_actor_is_counted() -> None:
    in_a = [(one.words, one.kind, one.count, one.first.start) for one in naming(REPUBLIC, "A")]
    assert in_a == [("Republic", "nominal", 2, 10), ("Ossetia", "name", 1, 0)]
    in_b = [(one.words, one.count) for one in naming(REPUBLIC, "B")]
    assert in_b == [("Ossetia", 2), ("breakaway republic", 1)]
    assert naming(REPUBLIC, "C") == ()


def test_mentions_are_counted_by_kind() -> None:
    assert kinds(REPUBLIC, "A") == {"name": 1, "nominal": 2, "pronoun": 1}
    assert kinds(REPUBLIC, "C") == {}


def test_every_mention_but_pronouns_is_a_naming() -> None:
    for found in find_actors(["Anna Berg said she was in Lund. Berg left the town. Lund slept."]):
        named = sum(one.count for one in naming(found, "A"))
        assert named + kinds(found, "A").get("pronoun", 0) == len(found.mentions)


# In a report


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("French president Nicolas Sarkozy left.", True),
        ("French president Emmanuel Macron left.", False),
    ],
)
def test_a_report_tells_of_offices_whose_holders_differ(other: str, told: bool) -> None:
    one = "French president Emmanuel Macron spoke."
    documents = [document_from_text(text, id=i) for i, text in zip("AB", (one, other), strict=True)]
    report = render(analyse(documents), "txt")
    assert ("One office, and different holders." in report) == told
    assert "called “Emmanuel Macron” ×1" in report
