"""Decisions on actors find them again after edits and other findings, or say they cannot."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.actors import decide
from corpus.actors.overrule import overrule
from corpus.actors.rulings import (
    DECISION,
    ActorRuling,
    ActorSelector,
    before,
    decode,
    encode,
    numbered,
    read_actor_rulings,
    subject_of,
    told,
)
from corpus.notes.store import NoteStore
from corpus.reading import document_from_text
from corpus.recast import recast
from corpus.report import exchange, intake
from corpus.story import Story, analyse

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.actors.model import Actor
    from corpus.text import Document

A_TEXT = (
    "Mayor Clara Weiss opened the new bridge on Friday. Weiss said it had cost 40 million. "
    "Berlin has paid for most of it, and Germany will pay for the road, the mayor said. "
    "German engineers built it."
)
B_TEXT = (
    "Doris Braun cut the ribbon of the bridge. Opponents of Braun stayed away. "
    "Germany had promised the money two years ago."
)


def text(words: str, name: str, source: str = "") -> Document:
    document = document_from_text(words, id=name)
    return replace(document, source=source or f"/texts/{name}.txt")


A, B = text(A_TEXT, "A"), text(B_TEXT, "B")
STORY = analyse((A, B))


def named(story: Story, name: str) -> Actor:
    (found,) = [actor for actor in story.actors if actor.name == name]
    return found


def names(story: Story) -> set[str]:
    return {actor.name for actor in story.actors}


def decided(story: Story, *rulings: ActorRuling) -> Story:
    return recast(story, {str(at): replace(one, number=at) for at, one in enumerate(rulings)})


def outcomes(story: Story) -> list[str]:
    return [one.outcome for one in story.decisions]


CLARA, DORIS = named(STORY, "Clara Weiss"), named(STORY, "Doris Braun")
GERMANY = named(STORY, "Germany")
MERGE = decide.merge((A, B), CLARA, DORIS)
SPLIT = decide.split_names((A, B), GERMANY, ["Berlin"])
PLACE = decide.split_mentions((A, B), GERMANY, [m for m in GERMANY.mentions if m.text == "Berlin"])
RENAME = decide.rename((A, B), GERMANY, "Federal Republic of Germany")
ALL = (MERGE, SPLIT, RENAME)


def test_every_decision_holds_on_the_texts_it_was_made_on() -> None:
    story = decided(STORY, *ALL)
    assert outcomes(story) == ["held"] * 3
    assert {"Clara Weiss", "Berlin", "Federal Republic of Germany"} <= names(story)
    assert "Doris Braun" not in names(story)


@pytest.mark.parametrize(
    "edited",
    [
        "A line on top. " + A_TEXT,
        A_TEXT.replace("40 million", "forty million euros, all told"),
        A_TEXT.replace("\u0020on Friday", "\nlast Friday") + " It is open to all.",
        A_TEXT.replace("Mayor Clara Weiss", "The mayor, Clara Weiss,"),
    ],
)
def test_they_hold_in_a_text_that_was_edited(edited: str) -> None:
    story = decided(analyse((text(edited, "A"), B)), *ALL)
    assert outcomes(story) == ["held"] * 3
    assert "Doris Braun" not in names(story)
    assert [m.text for m in named(story, "Berlin").mentions] == ["Berlin"]


def test_an_actor_that_has_another_name_now_is_known_by_its_mentions() -> None:
    edited = A_TEXT.replace("Clara Weiss", "Clara Ilse Weiss")
    story = decided(analyse((text(edited, "A"), B)), MERGE)
    assert outcomes(story) == ["held"]
    (one,) = [a for a in story.actors if "Weiss" in a.name]
    assert {m.document for m in one.mentions} == {"A", "B"}


def test_in_a_text_written_anew_an_actor_is_known_by_its_name() -> None:
    anew = "Nobody expected it, but there stood Clara Weiss with a spade. It rained."
    story = decided(analyse((text(anew, "A"), B)), MERGE)
    assert outcomes(story) == ["held"]
    two = "There stood Mr. Clara Weiss. Far away from it all slept Mrs. Clara Weiss, unseen."
    twice = analyse((text(two, "A"), B))
    assert [a.name.endswith("Clara Weiss") for a in twice.actors].count(True) == 2
    alike = replace(twice, actors=tuple(_called_clara(a) for a in twice.actors))
    assert outcomes(decided(alike, MERGE)) == ["lost"]


def _called_clara(actor: Actor) -> Actor:
    return replace(actor, name="Clara Weiss") if actor.name.endswith("Clara Weiss") else actor


def test_the_very_name_tells_more_than_bare_ones_that_are_another_s_now() -> None:
    words = "Ian Moor met Eve Moor. Ian Moor left early. Moor slept. Moor ate. Moor sang."
    document = text(words, "A")
    found = analyse((document,)).actors
    ian, eve = (next(a for a in found if a.name == name) for name in ("Ian Moor", "Eve Moor"))
    bare = [m for m in ian.mentions if m.text == "Moor"]
    assert len(bare) == 3
    rename = decide.rename((document,), replace(ian, mentions=ian.mentions[1:]), "I. M.")
    move = decide.split_mentions((document,), ian, bare, to=eve)
    now, _ = overrule(found, {"x": move}, (document,))
    after, _ = overrule(now, {"y": rename}, (document,))
    assert {actor.name for actor in after} == {"I. M.", "Eve Moor"}


def test_where_only_the_words_split_off_are_left_the_actor_is_theirs() -> None:
    moor = analyse((text("Ian Moor slept. Moor ate.", "A"),))
    (ian,) = moor.actors
    split = decide.split_names(moor.documents, ian, ["Moor"])
    left = replace(moor, actors=(replace(ian, mentions=ian.mentions[1:]),))
    story = decided(left, replace(split, actor=replace(split.actor, name="Ian Moor")))
    assert [actor.name for actor in story.actors] == ["Moor"]


def test_words_split_off_are_split_off_where_they_are_new() -> None:
    more = A_TEXT + " Berlin has asked for a report."
    story = analyse((text(more, "A"), B))
    assert len(named(decided(story, SPLIT), "Berlin").mentions) == 2
    assert len(named(decided(story, PLACE), "Berlin").mentions) == 1


def test_a_mention_is_found_where_it_stands_now() -> None:
    moved = text("A heading that is new here\n\n" + A_TEXT, "A")
    (berlin,) = named(decided(analyse((moved, B)), PLACE), "Berlin").mentions
    assert moved.text.startswith("Berlin", berlin.start)


def test_a_decision_on_what_was_split_off_is_lost_with_the_split() -> None:
    """It must not fall on the actor that has the words again."""
    split = decided(STORY, SPLIT)
    rename = decide.rename((A, B), named(split, "Berlin"), "The capital")
    assert {"The capital", "Germany"} <= names(decided(STORY, SPLIT, rename))
    alone = decided(STORY, rename)
    assert outcomes(alone) == ["lost"]
    assert alone.actors == STORY.actors
    merge = decide.merge((A, B), named(split, "Berlin"), CLARA)
    assert outcomes(decided(STORY, merge)) == ["lost"]
    back = decide.merge((A, B), GERMANY, named(split, "Berlin"))
    assert outcomes(decided(STORY, back)) == ["idle"]


def test_a_decision_on_a_renamed_actor_holds_without_the_name() -> None:
    renamed = decided(STORY, RENAME)
    name = "Federal Republic of Germany"
    retype = decide.retype((A, B), named(renamed, name), "organisation")
    assert outcomes(decided(STORY, retype)) == ["held"]


def test_a_name_alone_must_be_of_the_same_type() -> None:
    anew = "The ferry reached Weiss, a village, at noon. The mayor of Weiss was there."
    one = analyse((text("Mr. Weiss slept on. Nobody woke him up.", "A"),))
    weiss = next(actor for actor in one.actors if actor.type == "person")
    other = analyse((text(anew, "A"),))
    (place,) = [a for a in other.actors if a.name == "Weiss"]
    person = replace(weiss, name="Weiss")
    story = replace(other, actors=(replace(place, type="place"),))
    assert outcomes(decided(story, decide.rename(one.documents, person, "W."))) == ["lost"]


def test_what_the_finder_says_now_needs_no_decision() -> None:
    apart = decided(STORY, SPLIT).actors
    merged = decided(STORY, MERGE).actors
    rulings = {"s": replace(SPLIT, number=1), "m": replace(MERGE, number=2)}
    assert [one.outcome for one in overrule(apart, rulings, (A, B))[1]] == ["idle", "held"]
    assert [one.outcome for one in overrule(merged, rulings, (A, B))[1]] == ["held", "idle"]


def test_a_decision_whose_actor_is_gone_is_told() -> None:
    without = text("Berlin has paid, and Germany will pay. Nobody spoke.", "A")
    story = decided(analyse((without, B)), MERGE, RENAME)
    assert outcomes(story) == ["lost", "held"]
    (warning,) = [w for w in story.warnings if w.kind == "decision-lost"]
    assert warning.words == (
        "The decision that “Doris Braun” is “Clara Weiss” does not hold: "
        "“Clara Weiss” cannot be found again in these texts."
    )
    assert recast(story, {}).warnings == analyse((without, B)).warnings


def test_words_that_are_gone_are_told() -> None:
    without = text(A_TEXT.replace("Berlin", "The state"), "A")
    for split in (SPLIT, PLACE):
        story = decided(analyse((without, B)), split)
        assert outcomes(story) == ["lost"]
        (warning,) = [w for w in story.warnings if w.kind == "decision-lost"]
        assert "that “Berlin” is not “Germany” does not hold" in warning.words


def test_decisions_on_other_texts_are_left_aside() -> None:
    other = analyse((text("Clara Weiss sang in Germany.", "A", "/other/x.txt"), B))
    story = decided(other, MERGE)
    assert story == other
    alone = decided(analyse((A,)), MERGE, RENAME)
    assert [one.ruling.verb for one in alone.decisions] == ["rename"]


def test_a_text_that_lies_elsewhere_is_known_by_its_bytes() -> None:
    a, b = replace(A, sha256="1"), replace(B, sha256="2")
    merge = decide.merge((a, b), CLARA, DORIS)
    moved = analyse((replace(a, source="/else/a.txt"), replace(b, source="/else/b.txt")))
    assert outcomes(decided(moved, merge)) == ["held"]


def test_another_text_from_standard_input_is_another_text() -> None:
    piped = replace(A, source="-", sha256="1")
    rename = decide.rename((piped,), CLARA, "Clara W.")
    other = analyse((replace(text("Clara Weiss sang.", "A"), source="-", sha256="2"), B))
    assert decided(other, rename) == other


def test_they_hold_among_more_texts_and_in_another_order() -> None:
    c = text("Nothing else was said of the bridge that day.", "A", "/texts/c.txt")
    story = analyse((c, text(B_TEXT, "B", B.source), text(A_TEXT, "C", A.source)))
    after = decided(story, *ALL)
    assert outcomes(after) == ["held"] * 3
    documents = [m.document for m in named(after, "Clara Weiss").mentions]
    assert documents == sorted(documents)
    assert set(documents) == {"B", "C"}


def test_two_actors_of_one_name_are_told_apart_by_their_places() -> None:
    two = analyse((text("Mr. Sam Lee, a baker, met Mrs. Sam Lee, a judge. Nobody spoke.", "A"),))
    mr, mrs = [actor for actor in two.actors if actor.name.endswith("Sam Lee")]
    story = decided(two, decide.rename(two.documents, mrs, "Judge Lee"))
    assert {mr.name, "Judge Lee"} <= names(story)
    assert outcomes(decided(two, decide.merge(two.documents, mrs, mr))) == ["held"]


# Kept with the notes


def test_decisions_come_back_from_the_store_in_their_order(tmp_path: Path) -> None:
    known: dict[str, ActorRuling] = {}
    for ruling in (*ALL, PLACE, RENAME):
        latest = numbered(ruling, known.values())
        known[subject_of(latest)] = latest
    assert len(known) == 5
    with NoteStore.open(tmp_path / "notes.sqlite3", now=lambda: "2026-01-01T00:00:00Z") as store:
        for subject, ruling in reversed(known.items()):
            store.decide(DECISION, subject, encode(ruling), ruling.sources)
        assert store.undo(["/texts/B.txt"])
        assert store.redo(["/texts/B.txt"])
    with NoteStore.open(tmp_path / "notes.sqlite3", now=lambda: "2026-01-01T00:00:00Z") as store:
        kept = read_actor_rulings(store.decisions(DECISION))
    assert (list(kept.known.items()), kept.skipped) == (list(known.items()), 0)


@pytest.mark.parametrize("ruling", [*ALL, PLACE, decide.retype((A, B), GERMANY, "unnamed")])
def test_a_decision_can_be_told(ruling: ActorRuling) -> None:
    assert decode(encode(ruling)) == ruling
    assert f"“{ruling.actor.name}”" in told(ruling)


def _broken(**changes: object) -> dict[str, object]:
    return {**encode(MERGE), **changes}


@pytest.mark.parametrize(
    "state",
    [
        {},
        _broken(verb="marry"),
        _broken(verb=["merge"]),
        _broken(actor=None),
        _broken(actor={"name": "x"}),
        _broken(actor={"name": "x", "type": "ghost", "targets": []}),
        _broken(other=None),
        _broken(other=3),
        _broken(number="1"),
        _broken(targets={}),
        _broken(words="Berlin"),
        _broken(words=[1]),
        _broken(verb="rename"),
        _broken(verb="retype"),
        _broken(verb="split"),
        _broken(type="ghost"),
    ],
)
def test_a_stranger_s_form_is_skipped_and_counted(state: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        decode(state)
    assert read_actor_rulings({"x": state, "y": encode(MERGE)}) == ({"y": MERGE}, 1)


def test_a_stranger_s_name_cannot_control_a_terminal() -> None:
    state = _broken(verb="rename", name="Eve\x1b[2J\u202e")
    assert decode(state).name == "Eve[2J"


@given(st.integers(0, 10**30), st.integers(0, 10**30), st.text(max_size=20))
@settings(max_examples=50)
def test_a_target_from_anywhere_stops_nothing(start: int, size: int, quote: str) -> None:
    strange = replace(MERGE.actor.targets[0], start=start, end=start + size, quote=quote)
    selector = ActorSelector("?", "person", (strange,))
    story = decided(STORY, replace(MERGE, actor=selector), replace(PLACE, targets=(strange,)))
    assert len(story.decisions) == 2


# In and out with the notes


def numbered_all(*rulings: ActorRuling) -> dict[str, ActorRuling]:
    ordered = [replace(one, number=at) for at, one in enumerate(rulings, start=1)]
    return {subject_of(one): one for one in ordered}


def test_decisions_come_back_as_they_went_out() -> None:
    known = numbered_all(*ALL, PLACE, replace(PLACE, other=MERGE.other, name="", type=""))
    page = exchange.render([], {}, known)
    taken = intake.read_notes(page.encode(), "page", "now")
    assert taken == ((), 0, {}, (), tuple(known.values()))
    assert exchange.render([], {}, {subject_of(one): one for one in taken.actors}) == page


@pytest.mark.parametrize(
    "spoil",
    [
        lambda item: item["target"][0].pop("selector"),
        lambda item: item["target"].pop(),
        lambda item: item["reader:decision"].pop("verb"),
        lambda item: item["reader:decision"]["actor"].update(targets=10**9),
        lambda item: item["reader:decision"]["actor"].update(targets="x"),
        lambda item: item["reader:decision"].update(actor=[]),
        lambda item: item["reader:decision"].update(number="1"),
    ],
)
def test_a_decision_that_is_not_whole_is_not_taken_in(spoil) -> None:
    page = json.loads(exchange.render([], {}, numbered_all(MERGE)))
    spoil(page["items"][0])
    taken = intake.read_notes(json.dumps(page).encode(), "page", "now")
    assert (taken.actors, taken.refused, len(taken.reasons)) == ((), 1, 1)


def test_what_was_decided_here_is_later_than_what_is_taken_in() -> None:
    here = [replace(RENAME, number=1), replace(MERGE, number=2)]
    there = [replace(SPLIT, number=9), replace(MERGE, number=7), replace(PLACE, number=8)]
    new = before(there, here)
    assert [one.verb for one in new] == ["split", "split"]
    assert new[0].targets
    assert [one.number for one in (*new, *here)] == sorted({one.number for one in (*new, *here)})
    assert before(there, [*here, *new]) == []
    assert [one.number for one in before(there, [])] == [1, 2, 3]


def test_what_is_told_of_a_decision_stays_short_and_safe() -> None:
    many = tuple(f"word\x1b {n} " + "x" * 90 for n in range(50))
    words = told(replace(SPLIT, words=many, actor=replace(SPLIT.actor, name="y" * 900)))
    assert len(words) < 400
    assert "\x1b" not in words
    assert "and 47 more is not" in words
