"""Decisions on actors: merged, split, moved, renamed, retyped; all that depends on them follows."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.actors import decide, similar_names
from corpus.actors.rulings import numbered, subject_of
from corpus.errors import ReaderError
from corpus.links.model import End
from corpus.links.rulings import make_ruling
from corpus.links.rulings import subject_of as link_subject_of
from corpus.reading import document_from_text
from corpus.recast import recast
from corpus.story import Story, analyse, overruled

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.actors.model import Actor, ActorType, Deed
    from corpus.actors.rulings import ActorRuling
    from corpus.text import Document

A_TEXT = (
    "President Anna Petrova met Ivan Sokolov, chairman of the Harbour Board, in Riga on Monday. "
    "Petrova said the strike would end. “He will sign,” Sokolov told reporters. "
    "Moscow has rejected the plan, and Russia will answer, Russian officials said. "
    "Petrova left for Tallinn."
)
B_TEXT = (
    "Minister Anna Petrova met Igor Sokolov, a union leader, in Riga on Monday. "
    "Sokolov said the strike would annex nothing. "
    "Russia welcomed the talks. Petrova thanked him."
)


def text(words: str, name: str) -> Document:
    return replace(document_from_text(words, id=name), source=f"/texts/{name}.txt")


A, B = text(A_TEXT, "A"), text(B_TEXT, "B")
STORY = analyse((A, B))
DOCUMENTS = STORY.documents


def named(story: Story, name: str) -> Actor:
    (found,) = [actor for actor in story.actors if actor.name == name]
    return found


def names(story: Story) -> set[str]:
    return {actor.name for actor in story.actors}


def decided(story: Story, *rulings: ActorRuling) -> Story:
    known: dict[str, ActorRuling] = {}
    for ruling in rulings:
        latest = numbered(ruling, known.values())
        known[subject_of(latest)] = latest
    return recast(story, known)


def words(actor: Actor) -> list[str]:
    return [mention.text for mention in actor.mentions]


def deeds(actor: Actor) -> list[Deed]:
    return [done.kind for done in actor.hand]


PETROVA, IVAN, IGOR = (named(STORY, n) for n in ("Anna Petrova", "Ivan Sokolov", "Igor Sokolov"))
RUSSIA = named(STORY, "Russia")


# Merging


def test_two_actors_merged_are_one_with_all_that_both_had() -> None:
    story = decided(STORY, decide.merge(DOCUMENTS, IVAN, IGOR))
    assert names(story) == names(STORY) - {"Igor Sokolov"}
    one = named(story, "Ivan Sokolov")
    assert Counter(one.mentions) == Counter(IVAN.mentions) + Counter(IGOR.mentions)
    assert set(one.roles) == {*IVAN.roles, *IGOR.roles}
    assert len(one.statements) == len(IVAN.statements) + len(IGOR.statements)
    assert one.aliases == ("Ivan Sokolov", "Sokolov", "Igor Sokolov")


def test_a_merge_says_why_and_by_whom() -> None:
    one = named(decided(STORY, decide.merge(DOCUMENTS, IVAN, IGOR)), "Ivan Sokolov")
    assert one.why[-1] == "Igor Sokolov is taken for Ivan Sokolov: merged by you."
    assert set(IVAN.why) <= set(one.why)
    assert deeds(one) == ["merged"]


def test_a_merged_pair_is_no_longer_said_to_be_alike() -> None:
    alike = {frozenset((pair.one, pair.other)) for pair in similar_names(STORY.actors)}
    assert frozenset((IVAN.id, IGOR.id)) in alike
    story = decided(STORY, decide.merge(DOCUMENTS, IVAN, IGOR))
    assert not any("Sokolov" in pair.words for pair in similar_names(story.actors))
    assert any("Sokolov" in w.words for w in STORY.warnings if w.kind == "similar-names")
    assert not any("Sokolov" in w.words for w in story.warnings if w.kind == "similar-names")


def test_links_are_cautioned_by_who_is_who() -> None:
    def kinds(story: Story) -> set[str]:
        (link,) = [k for k in story.links if k.a.passages == k.b.passages == (1,)]
        return {caution.kind for caution in link.cautions}

    assert {"similar-names", "role-differs"} <= kinds(STORY)
    merged = decided(STORY, decide.merge(DOCUMENTS, IVAN, IGOR))
    assert "similar-names" not in kinds(merged)
    scores = [(link.a, link.b, link.score, link.evidence) for link in STORY.links]
    assert [(link.a, link.b, link.score, link.evidence) for link in merged.links] == scores


def test_offices_that_differ_by_a_merge_are_told() -> None:
    after = decided(STORY, decide.merge(DOCUMENTS, IVAN, IGOR))
    (before,) = [w.words for w in STORY.warnings if w.kind == "different-moments"]
    (now,) = [w.words for w in after.warnings if w.kind == "different-moments"]
    assert "Sokolov" not in before
    assert "Ivan Sokolov’s office differs" in now


def test_the_voice_of_a_frame_follows_its_speaker() -> None:
    def voices(story: Story) -> set[str]:
        return {use.voice for frame in story.frames for use in frame.uses}

    assert IGOR.id in voices(STORY)
    assert IGOR.id not in voices(decided(STORY, decide.merge(DOCUMENTS, IVAN, IGOR)))


def test_an_actor_cannot_be_merged_with_itself() -> None:
    with pytest.raises(ReaderError, match="is one actor already"):
        decide.merge(DOCUMENTS, IVAN, IVAN)


# Splitting


def test_words_split_off_are_an_actor_of_their_own() -> None:
    story = decided(STORY, decide.split_names(DOCUMENTS, RUSSIA, ["moscow"]))
    moscow, russia = named(story, "Moscow"), named(story, "Russia")
    assert [(m.text, m.kind) for m in moscow.mentions] == [("Moscow", "name")]
    assert "Moscow" not in words(russia)
    assert "Moscow" not in russia.aliases
    assert moscow.type == "place"
    assert deeds(moscow) == deeds(russia) == ["split"]


def test_a_name_split_off_takes_along_what_only_says_it_again() -> None:
    both = named(decided(STORY, decide.merge(DOCUMENTS, IVAN, IGOR)), "Ivan Sokolov")
    story = decided(
        STORY,
        decide.merge(DOCUMENTS, IVAN, IGOR),
        decide.split_names(DOCUMENTS, both, ["Igor Sokolov"]),
    )
    assert {m.text for m in IGOR.mentions} == {"Igor Sokolov", "Sokolov", "him"}
    assert named(story, "Igor Sokolov").mentions == IGOR.mentions
    assert named(story, "Ivan Sokolov").mentions == IVAN.mentions
    assert any(why.startswith("Igor Sokolov is taken for Ivan") for why in both.why)
    assert not any("Igor" in why for why in named(story, "Ivan Sokolov").why)


def test_a_pair_split_is_said_to_be_kept_apart() -> None:
    story = decided(STORY, decide.split_names(DOCUMENTS, RUSSIA, ["Moscow"]))
    told = "Moscow is kept apart from Russia: split off by you."
    assert told in [pair.words for pair in similar_names(story.actors)]
    assert told in [w.words for w in story.warnings if w.kind == "similar-names"]


def test_what_is_split_off_takes_its_office_statements_and_pronouns_along() -> None:
    merged = decided(STORY, decide.merge(DOCUMENTS, IVAN, IGOR))
    both = named(merged, "Ivan Sokolov")
    in_b = both.mentions_in("B")
    story = decided(
        STORY,
        decide.merge(DOCUMENTS, IVAN, IGOR),
        decide.split_mentions(DOCUMENTS, both, in_b, name="Igor", type="unnamed"),
    )
    igor, ivan = named(story, "Igor"), named(story, "Ivan Sokolov")
    assert (igor.mentions, igor.roles, igor.statements) == (
        IGOR.mentions, IGOR.roles, IGOR.statements,
    )  # fmt: skip
    assert (ivan.mentions, ivan.roles, ivan.statements) == (
        IVAN.mentions, IVAN.roles, IVAN.statements,
    )  # fmt: skip
    assert igor.type == "unnamed"


def test_a_mention_can_be_given_to_somebody_else() -> None:
    bare = [m for m in IVAN.mentions if m.text == "Sokolov"]
    story = decided(STORY, decide.split_mentions(DOCUMENTS, IVAN, bare, to=IGOR))
    assert names(story) == names(STORY)
    assert set(bare) <= set(named(story, "Igor Sokolov").mentions)
    assert set(bare).isdisjoint(named(story, "Ivan Sokolov").mentions)
    told = "Sokolov is taken for Igor Sokolov, not for Ivan Sokolov: moved by you."
    assert named(story, "Igor Sokolov").why[-1] == told


@pytest.mark.parametrize("chosen", [[], ["Nobody"], ["Russia", "Moscow", "Russian"]])
def test_neither_nothing_nor_all_can_be_split_off(chosen: list[str]) -> None:
    only = {w.casefold() for w in words(RUSSIA)}
    assert chosen == [] or "Nobody" in chosen or only >= {"russia", "moscow"}
    with pytest.raises(ReaderError, match="must keep some mentions and lose some"):
        decide.split_names(DOCUMENTS, RUSSIA, chosen if len(chosen) < 3 else words(RUSSIA))


# Another name, another type


def test_a_renamed_actor_keeps_its_id_and_what_the_texts_call_it() -> None:
    story = decided(STORY, decide.rename(DOCUMENTS, PETROVA, "  Anna\tPetrowa\x1b "))
    one = named(story, "Anna Petrowa")
    assert (one.id, one.aliases, one.mentions) == (PETROVA.id, PETROVA.aliases, PETROVA.mentions)
    assert [done.words for done in one.hand] == [
        "Anna Petrova is called Anna Petrowa: renamed by you."
    ]


@pytest.mark.parametrize("name", ["", "  ", "\x1b[0m"[:1], "—"])
def test_a_name_has_a_letter(name: str) -> None:
    with pytest.raises(ReaderError, match="needs a name"):
        decide.rename(DOCUMENTS, PETROVA, name)


def test_an_actor_can_be_of_another_type() -> None:
    story = decided(STORY, decide.retype(DOCUMENTS, RUSSIA, "organisation"))
    assert named(story, "Russia").type == "organisation"
    assert deeds(named(story, "Russia")) == ["retyped"]


def test_a_decision_that_says_what_was_found_changes_nothing() -> None:
    story = decided(
        STORY,
        decide.rename(DOCUMENTS, PETROVA, PETROVA.name),
        decide.retype(DOCUMENTS, RUSSIA, "place"),
    )
    assert story.actors == STORY.actors
    assert [one.outcome for one in story.decisions] == ["idle", "idle"]


# Several at once


def test_of_two_decisions_that_clash_the_later_holds() -> None:
    merge, other = decide.merge(DOCUMENTS, IVAN, IGOR), decide.merge(DOCUMENTS, IGOR, IVAN)
    both = named(decided(STORY, merge), "Ivan Sokolov")
    apart = decide.split_names(DOCUMENTS, both, ["Igor Sokolov"])
    assert "Igor Sokolov" in names(decided(STORY, merge, apart))
    assert "Ivan Sokolov" not in names(decided(STORY, merge, apart, other))
    assert "Ivan Sokolov" not in names(decided(STORY, decide.rename(DOCUMENTS, IVAN, "X"), merge))
    first, second = (decide.rename(DOCUMENTS, PETROVA, name) for name in ("One", "Two"))
    assert "Two" in names(decided(STORY, first, second))
    assert "One" in names(decided(STORY, first, second, first))


def test_decisions_are_carried_out_in_their_order_however_they_are_kept() -> None:
    first, second = (decide.rename(DOCUMENTS, PETROVA, name) for name in ("One", "Two"))
    kept = {"b": replace(second, number=2), "a": replace(first, number=1)}
    assert "Two" in names(recast(STORY, kept))


def test_taken_back_a_decision_leaves_what_was_found() -> None:
    story = decided(STORY, decide.merge(DOCUMENTS, IVAN, IGOR))
    assert story != STORY
    assert recast(story, {}) == STORY


def test_decisions_are_carried_out_on_what_was_found() -> None:
    merged = decided(STORY, decide.merge(DOCUMENTS, IVAN, IGOR))
    split = decide.split_names(DOCUMENTS, RUSSIA, ["Moscow"])
    assert decided(merged, split) == decided(STORY, split)


def test_rulings_on_links_stay_as_they_are() -> None:
    made = make_ruling("made", DOCUMENTS, End("A", (5,)), End("B", (2,)))
    linked = overruled(STORY, {link_subject_of(made): made})
    after = decided(linked, decide.merge(DOCUMENTS, IVAN, IGOR))
    assert [link.hand for link in after.links] == [link.hand for link in linked.links]
    assert after.rulings == linked.rulings
    without = overruled(after, {})
    assert not any(c.kind == "similar-names" for link in without.links for c in link.cautions)
    assert recast(after, {}) == linked


def test_a_story_whose_actors_are_not_found_yet_stays_as_it_is() -> None:
    opened = Story(DOCUMENTS)
    assert decided(opened, decide.merge(DOCUMENTS, IVAN, IGOR)) is opened


Choice = tuple[int, int, int]


def _merge(story: Story, at: Choice) -> ActorRuling:
    actors = story.actors
    return decide.merge(DOCUMENTS, actors[at[0] % len(actors)], actors[at[1] % len(actors)])


def _split(story: Story, at: Choice) -> ActorRuling:
    actor = story.actors[at[0] % len(story.actors)]
    mention = actor.mentions[at[1] % len(actor.mentions)]
    if at[2] % 2:
        return decide.split_names(DOCUMENTS, actor, [mention.text])
    return decide.split_mentions(DOCUMENTS, actor, [mention])


def _move(story: Story, at: Choice) -> ActorRuling:
    actor = story.actors[at[0] % len(story.actors)]
    mention = actor.mentions[at[1] % len(actor.mentions)]
    to = story.actors[at[2] % len(story.actors)]
    return decide.split_mentions(DOCUMENTS, actor, [mention], to=to)


def _retype(story: Story, at: Choice) -> ActorRuling:
    types: tuple[ActorType, ...] = ("person", "organisation", "place", "unnamed")
    actor = story.actors[at[0] % len(story.actors)]
    return decide.retype(DOCUMENTS, actor, types[at[1] % 4])


MAKERS: tuple[Callable[[Story, Choice], ActorRuling], ...] = (_merge, _split, _move, _retype)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 3), st.tuples(*[st.integers(0, 40)] * 3)), max_size=6))
def test_whatever_is_decided_no_mention_is_lost_or_doubled(
    given_: list[tuple[int, Choice]],
) -> None:
    made: list[ActorRuling] = []
    story = STORY
    for maker, at in given_:
        try:
            made.append(MAKERS[maker](story, at))
        except ReaderError:
            continue
        story = decided(STORY, *made)
    assert [one.outcome for one in story.decisions].count("lost") == 0
    places = Counter((m.document, m.start, m.end) for a in story.actors for m in a.mentions)
    found = Counter((m.document, m.start, m.end) for a in STORY.actors for m in a.mentions)
    assert places.keys() == found.keys()
    assert all(places[place] <= found[place] for place in places)
    assert len({actor.id for actor in story.actors}) == len(story.actors)
    said = Counter(s for a in story.actors for s in a.statements)
    assert said == Counter(s for a in STORY.actors for s in a.statements)
    held = Counter(role for a in story.actors for role in set(a.roles))
    assert held.keys() == {role for a in STORY.actors for role in a.roles}
    ids = {actor.id for actor in story.actors} | {"narrator"}
    assert {use.voice for frame in story.frames for use in frame.uses} <= ids
    assert recast(story, {}) == STORY
