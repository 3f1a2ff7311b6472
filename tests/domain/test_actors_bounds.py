"""What holds for every text: places that are the text's own, ids, order, bounds."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.actors import find_actors, similar_names

SOME = [
    "Dmitry",
    "Medvedev",
    "Georgia",
    "Georgian",
    "President",
    "said",
    "told",
    "that",
    "the",
    "The",
    "Council",
    "of",
    "Security",
    '"',
    "“",
    "”",
    ",",
    ".",
    "he",
    "She",
    "A",
    "spokesman",
    "according",
    "to",
    "S.",
    "U.S.",
    "Moscow",
    "republic",
    "Friday",
    "and",
    "'s",
    "Ирина",
    "-",
    "(",
    ")",
    "officials",
    "Kokoity",
    "head",
    "Mr.",
    "Jr.",
    "de",
    "al-Assad",
    "…",
    "1999",
    "IT",
    "не",
    "al-Sadr",
    "J.P.",
    "Ji-hoon",
    "KYIV",
    "(Reuters)",
    "—",
    "claim",
    "warning",
    "by",
    "in",
    "view",
    "at",
    "least",
    "who",
    "saying",
    "is",
    "sure",
    "but",
    "police",
    "thousands",
    "Ltd.",
    "plc",
    "„",
    "сказал",
]
WORDS = st.sampled_from([*SOME, "\n\n", "\u200b"])
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)


@settings(max_examples=150)
@given(st.lists(TEXTS, max_size=3))
def test_every_place_is_in_its_text_and_every_id_is_its_own(texts: list[str]) -> None:
    actors = find_actors(texts)
    by_letter = dict(zip("ABC", texts, strict=False))
    assert len({a.id for a in actors}) == len(actors)
    for actor in actors:
        assert actor.mentions
        places = [(m.document, m.start, m.end) for m in actor.mentions]
        assert places == sorted(set(places))
        parts = [p for s in actor.statements for p in (s.verb, *s.content)]
        for place in (*actor.mentions, *actor.roles, *parts):
            assert place.start < place.end
            assert by_letter[place.document][place.start : place.end] == place.text


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_no_text_is_refused(text: str) -> None:
    similar_names(find_actors([text, text]))


def test_no_place_belongs_to_two_actors() -> None:
    text = "The Parliament of Georgia met. A Kremlin spokesman said the Georgian parliament erred."
    places = [(m.start, m.end) for a in find_actors([text]) for m in a.mentions]
    assert len(places) == len(set(places))


def test_empty_texts_have_no_actors() -> None:
    assert find_actors([]) == ()
    assert find_actors(["", " \n"]) == ()


def test_a_long_list_of_names_is_read() -> None:
    consonants = "bdfgklmnprstvz"
    ends = [a + "a" + b + "o" + c + "enko" for a in consonants for b in consonants for c in "klmn"]
    names = ", ".join(f"Ivan {end.capitalize()}" for end in ends)
    assert len([a for a in find_actors([names]) if a.type == "person"]) > 300


@pytest.mark.parametrize(
    "unit",
    ["Aaa Bbb ", '"', '" a ', "“A said ", "He said ", "J. ", "Ann Lee, ", "A-", "Bank of the ",
     "(", "President ", '"A\n\n', "according to ", "his claim that ", "in the view of ", "KYIV "],
)  # fmt: skip
def test_a_text_of_one_thing_again_and_again_is_read(unit: str) -> None:
    for actor in find_actors([unit * (4000 // len(unit.split()))]):
        assert actor.mentions


def test_importing_the_finder_loads_nothing_heavy() -> None:
    heavy = "('numpy', 'rapidfuzz', 'pydantic')"
    code = f"import sys, corpus.actors; print([m for m in {heavy} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
