"""What was found stays packed: the same story in a tenth of the memory, and no slower to ask."""

from __future__ import annotations

import json
import tracemalloc
from dataclasses import replace

import pytest

from corpus.actors.excerpts import Excerpts
from corpus.actors.model import Actor, Excerpt, Mention, Statement
from corpus.deferred import Made
from corpus.frames import Frame, FrameUse
from corpus.links.across import answers
from corpus.links.briefs import Links, briefs_of
from corpus.links.model import Caution, End, Evidence, Gap, Link, Linked, Nearest
from corpus.links.recast import recast
from corpus.links.rulings import Verdict, make_ruling, subject_of
from corpus.reading import document_from_text, read_document
from corpus.story import Story, analyse, overruled
from corpus.text import Span
from tui.casting import Cast
from tui.facing import face
from tui.packing import Unpacker, pack

MANY = 5000
TEXT = "Anna Berg said that the ferry left the harbour at noon. " * MANY
A, B = (document_from_text(TEXT, id=letter, name=letter) for letter in "AB")
LENGTH = len(TEXT) // MANY


def unpacked(story: Story) -> Story:
    """The same through lines."""
    unpacker = Unpacker(story.documents)
    *_, whole = [unpacker.take(json.loads(line)) for line in pack([story])]
    assert whole is not None
    return whole


@pytest.fixture(scope="module")
def found(bundled) -> Story:
    return analyse(bundled)


@pytest.fixture(scope="module")
def bundled():
    return tuple(read_document(f"corpus:ossetia-{n}", n.upper()) for n in "ab")


def excerpt(number: int, first: int, last: int) -> Excerpt:
    """Some words of a sentence of both texts, in turn."""
    document = (A, B)[number % 2]
    start, end = number * LENGTH + first, number * LENGTH + last
    return Excerpt(document.id, start, end, document.quote(Span(start, end)))


def mention(number: int) -> Mention:
    one = excerpt(number, 0, 9)
    return Mention(one.document, one.start, one.end, one.text, "name")


def statement(number: int) -> Statement:
    verb, content = excerpt(number, 10, 14), excerpt(number, 20, 54)
    return Statement(verb.document, "indirect", verb, (content,))


def use(number: int) -> FrameUse:
    one = excerpt(number, 30, 34)
    return FrameUse(one.document, one.start, one.end, one.text, "narrator", quoted=False)


def link(number: int) -> Link:
    span = Span(number * LENGTH, number * LENGTH + 9)
    why = Evidence("actor", 0.5, (span,), (span,), "both name Anna Berg")
    return Link(End("A", (number + 1,)), End("B", (number + 1,)), number / MANY, "weak", (why,))


def story(numbers: range) -> Story:
    """One in which there is much of everything."""
    nearest = tuple(Nearest("B", n + 1, n / MANY) for n in numbers)
    other = tuple(Nearest("A", n + 1, n / MANY) if n % 3 else None for n in numbers)
    said = tuple(map(mention, numbers)), (), tuple(map(statement, numbers))
    links = tuple(map(link, numbers))
    return Story(
        (A, B),
        actors=(Actor("anna-berg", "Anna Berg", "person", ("Anna Berg",), *said),),
        frames=(Frame("leaving", tuple(map(use, numbers))),),
        links=links,
        linked=(Linked("A", "B", links, nearest, other),),
        gaps=tuple(Gap("A", (n + 1,), near) for n, near in zip(numbers, other, strict=True)),
    )


def taken(numbers: range) -> int:
    """The bytes that a story takes once it was read from lines."""
    lines = list(pack([story(numbers)]))
    unpacker = Unpacker((A, B))
    tracemalloc.start()
    whole = [unpacker.take(json.loads(line)) for line in lines][-1]
    bytes_, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert whole is not None
    return bytes_


def test_what_was_found_takes_few_bytes():
    """A mention, statement, use of a frame, link, gap and two of what is nearest, all together."""
    each = (taken(range(MANY)) - taken(range(MANY // 2))) / (MANY // 2)
    assert each < 250
    assert unpacked(story(range(50))) == story(range(50))


def test_words_that_are_not_in_the_text_are_kept():
    (actor,) = story(range(3)).actors
    other = replace(actor, mentions=(replace(mention(0), text="she"), mention(1)))
    whole = replace(story(range(3)), actors=(other,))
    assert unpacked(whole) == whole


def test_a_link_of_several_passages_is_kept_with_all_its_cautions():
    cautions = (Caution("negation", "not"), Caution("number-differs", "3 against 4"))
    run = replace(link(0), a=End("A", (1, 2)), cautions=cautions, not_strong="because")
    whole = replace(story(range(0)), links=(run, link(1)))
    whole = replace(whole, linked=(Linked("A", "B", (run, link(1)), (), ()),))
    assert unpacked(whole) == whole


def test_nothing_is_made_that_nobody_looks_at(found):
    whole = unpacked(found)
    assert isinstance(whole.links, Made)
    assert isinstance(whole.linked[0].links, Made)
    assert isinstance(whole.gaps, Made)
    assert all(isinstance(actor.mentions, Excerpts) for actor in whole.actors)


def test_questions_are_answered_alike(found):
    whole, (left, right) = unpacked(found), found.documents
    assert list(briefs_of(whole.links)) == list(briefs_of(found.links))
    assert answers(whole.links) == answers(found.links)
    one, other = (face((right, left), story.links) for story in (whole, found))
    assert tuple(one.ties) == tuple(other.ties)
    assert one.joined == other.joined
    casts = [Cast(story.actors, story.frames) for story in (whole, found)]
    assert casts[0].counts == casts[1].counts
    words = left.passage(5).span
    assert casts[0].named_in("A", words) == casts[1].named_in("A", words) != []


def test_the_gap_of_a_passage_is_the_one_that_holds_it(found):
    whole = unpacked(found)
    for document in found.documents:
        inside = {n: gap for gap in found.gaps if gap.document == document.id for n in gap.passages}
        for number in document.passages.numbers:
            assert whole.gap_at(document.id, number) == inside.get(number)
    assert whole.gap_at("Z", 1) is None


def test_rulings_hold_alike_and_leave_the_other_links_packed(found):
    shown, (left, right) = unpacked(found), found.documents
    ends = [(link.a, link.b) for link in found.links]
    far = End("A", (left.passages.numbers[-1],)), End("B", (right.passages.numbers[-1],))
    verdicts: list[tuple[Verdict, tuple[End, End]]] = [
        ("rejected", ends[0]),
        ("confirmed", ends[1]),
        ("rejected", (End("A", (1, 2, 3)), End("B", (1, 2, 3)))),
        ("made", far),
    ]
    made = [make_ruling(verdict, found.documents, *pair) for verdict, pair in verdicts]
    rulings = {subject_of(one): one for one in made}
    one, other = overruled(shown, rulings), overruled(found, rulings)
    assert one == other
    assert isinstance(one.links, Links)
    assert one.links[0].hand == "made"
    assert ends[0] not in [(link.a, link.b) for link in one.links]
    faced = [face((left, right), story.links) for story in (one, other)]
    assert faced[0].joined == faced[1].joined
    assert faced[0].joined.by_hand


def test_links_of_another_cast_are_the_same_links(found):
    actors = found.actors[1:]
    one, other = (
        recast(story.linked[0], found.documents, actors) for story in (unpacked(found), found)
    )
    assert one == other
    assert list(briefs_of(one.links)) == list(briefs_of(found.links))
