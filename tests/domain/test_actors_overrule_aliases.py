"""Aliases of the reader's own, for every story: read, carried out, and added to."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.actors import decide
from corpus.actors.aliases import Alias, read_aliases, with_alias
from corpus.actors.model import Actor
from corpus.errors import ReaderError
from corpus.reading import document_from_text
from corpus.recast import recast
from corpus.story import Story, analyse

FILE = "aliases.toml"

A = document_from_text(
    "Tajik President Emomali Rakhmon met Alan Gagloev on Friday. Rakhmon praised the talks. "
    "Moscow has welcomed them, and Russia will sign, Russian officials said. "
    "The Kremlin had no comment. Rosneft was not invited.",
    id="A",
)
B = document_from_text(
    "Irina Gagloyeva spoke to Emomali Sharipovich Rahmonov and to Tarzan Kokoity. "
    "Eduard Kokoity stayed away. Kokoity was ill.",
    id="B",
)
STORY = analyse((A, B))


def with_all(text: str, story: Story = STORY) -> Story:
    return recast(story, {}, read_aliases(text, FILE))


def called(story: Story, name: str) -> Actor:
    (found,) = [actor for actor in story.actors if actor.name == name]
    return found


def names(story: Story) -> set[str]:
    return {actor.name for actor in story.actors}


def by_hand(story: Story) -> set[str]:
    return {actor.name for actor in story.actors if actor.hand}


# Reading


def test_a_file_is_read_in_its_order() -> None:
    text = """
        # those who are one
        [[same]]
        names = ["Emomali Rahmon", "Emomali Rakhmon"]
        [[actor]]
        name = "Kremlin"   # not a body here
        type = "place"
        [[apart]]
        names = ["Russia", "Moscow"]
        [[ same ]]
        names = ["a", "b", "a"]
    """
    assert read_aliases(text, FILE) == (
        Alias("same", ("Emomali Rahmon", "Emomali Rakhmon")),
        Alias("actor", ("Kremlin",), "place"),
        Alias("apart", ("Russia", "Moscow")),
        Alias("same", ("a", "b")),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "same = []\n"])
def test_an_empty_file_says_nothing(text: str) -> None:
    assert read_aliases(text, FILE) == ()


def test_lists_in_one_line_count_too() -> None:
    text = 'apart = [{names = ["a", "b"]}]\nsame = [{names = ["c", "d"]}]'
    assert {alias.says for alias in read_aliases(text, FILE)} == {"apart", "same"}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[[same]\n", "not valid TOML (Expected ']]' at the end"),
        ("[[same]]\nnames = ['a'\n'b']", "line 3"),
        ("x = " + "[" * 5000, "not valid TOML"),
        ("[[sane]]\nnames = ['a', 'b']", "“sane” is unknown: only [[same]], "),
        ("[same]\nnames = ['a', 'b']", "[[same]] with two brackets"),
        ("same = ['a', 'b']", "[[same]] needs names = "),
        ("[[same]]", "[[same]] needs names = "),
        ("[[same]]\nnames = 'a, b'", "[[same]] needs names = "),
        ("[[same]]\nnames = ['a']", "[[same]] needs names = "),
        ("[[same]]\nnames = ['a', 'a']", "[[same]] needs names = "),
        ("[[same]]\nnames = ['a', 3]", "[[same]] needs names = "),
        ("[[apart]]\nnames = ['a', '—']", "[[apart]] needs names = "),
        ("[[same]]\nname = 'a'", "[[same]] has “name”: only names count"),
        ("[[same]]\nnames = ['a', 'b']\ntype = 'place'", "[[same]] has “type”"),
        ("[[actor]]\nname = 'a'", "[[actor]] needs name = "),
        ("[[actor]]\nname = 'a'\ntype = 'ghost'", "type = one of person, organisation"),
        ("[[actor]]\nname = ['a']\ntype = 'place'", "[[actor]] needs name = "),
        ("[[actor]]\nnames = ['a']\ntype = 'place'", "[[actor]] has “names”"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_sentence(text: str, what: str) -> None:
    with pytest.raises(ReaderError) as error:
        read_aliases(text, FILE)
    told = str(error.value)
    assert told.startswith(FILE)
    assert what in told
    assert "\n" not in told


# Carried out


def test_the_same_are_one_under_the_first_name() -> None:
    story = with_all(
        '[[same]]\nnames = ["Emomali Rahmon", "Emomali Rakhmon", "Emomali Sharipovich Rahmonov"]'
    )
    one = called(story, "Emomali Rahmon")
    assert {m.document for m in one.mentions} == {"A", "B"}
    assert [done.kind for done in one.hand][-1] == "renamed"
    assert "by your aliases" in one.hand[0].words


def test_a_name_is_matched_as_the_finder_matches_names() -> None:
    for listed in ("emomali  rakhmon", "E. Rakhmon", "Emomali Rahmon", "President Emomali Rakhmón"):
        story = with_all(f'[[same]]\nnames = ["The Leader", "{listed}"]')
        assert "The Leader" in names(story), listed


@pytest.mark.parametrize(
    "listed", ["Rakhmon", "Kokoity", "Russian", "Moscow", "Gagloyev", "Igor Rakhmon"]
)
def test_what_is_not_an_actor_s_own_name_matches_nobody(listed: str) -> None:
    """A bare family name may be anybody's; a capital and a people stand for their country."""
    assert with_all(f'[[same]]\nnames = ["The Leader", "{listed}"]') == STORY


def test_names_apart_are_two_actors() -> None:
    story = with_all('[[apart]]\nnames = ["Moscow", "Russia"]')
    assert [m.text for m in called(story, "Moscow").mentions] == ["Moscow"]
    assert {m.text for m in called(story, "Russia").mentions} == {"Russia", "Russian"}
    assert "Moscow is kept apart from Russia: split off by your aliases." in [
        w.words for w in story.warnings if w.kind == "similar-names"
    ]


def test_of_many_names_apart_those_that_stand_there_are_parted() -> None:
    story = with_all('[[apart]]\nnames = ["Kyiv", "Moscow", "Minsk", "Russia"]')
    assert {"Moscow", "Russia"} <= names(story)
    renamed = '[[same]]\nnames = ["The North", "Russia"]\n'
    story = with_all(renamed + '[[apart]]\nnames = ["Kyiv", "Russia", "Moscow"]')
    kept, parted = (called(story, name).mentions for name in ("The North", "Moscow"))
    assert {m.text for m in kept} == {"Russia", "Russian"}
    assert {m.text for m in parted} == {"Moscow"}


def test_two_who_were_taken_for_one_are_parted_with_their_bare_names() -> None:
    merge = decide.merge((A, B), *(called(STORY, f"{n} Kokoity") for n in ("Eduard", "Tarzan")))
    one = replace(STORY, actors=recast(STORY, {"x": merge}).actors)
    story = with_all('[[apart]]\nnames = ["Tarzan Kokoity", "Eduard Kokoity"]', one)
    for name in ("Tarzan Kokoity", "Eduard Kokoity"):
        assert called(story, name).mentions == called(STORY, name).mentions


def test_a_bare_name_goes_with_whoever_was_named_before_it_in_its_text() -> None:
    words = "Ian Moor met Eve Moor. Moor slept."
    documents = (document_from_text(words, id="A"), document_from_text("Moor left.", id="B"))
    found = analyse(documents)
    ian, eve = (called(found, name) for name in ("Ian Moor", "Eve Moor"))
    merged = recast(found, {"x": decide.merge(documents, ian, eve)})
    one = replace(found, actors=merged.actors)
    story = with_all('[[apart]]\nnames = ["Ian Moor", "Eve Moor"]', one)
    where = {
        name: [(m.document, m.text) for m in called(story, name).mentions]
        for name in ("Ian Moor", "Eve Moor")
    }
    assert where == {
        "Ian Moor": [("A", "Ian Moor"), ("B", "Moor")],
        "Eve Moor": [("A", "Eve Moor"), ("A", "Moor")],
    }


def test_those_apart_already_stay_as_they_are() -> None:
    assert with_all('[[apart]]\nnames = ["Eduard Kokoity", "Tarzan Kokoity"]') == STORY


def test_an_actor_has_the_type_it_is_given() -> None:
    assert (
        called(with_all('[[actor]]\nname = "kremlin"\ntype = "place"'), "Kremlin").type == "place"
    )


def test_of_two_that_clash_the_later_in_the_file_holds() -> None:
    same = '[[same]]\nnames = ["Eduard Kokoity", "Tarzan Kokoity"]\n'
    apart = '[[apart]]\nnames = ["Eduard Kokoity", "Tarzan Kokoity"]\n'
    assert "Tarzan Kokoity" in names(with_all(same + apart))
    assert "Tarzan Kokoity" not in names(with_all(apart + same))


def test_names_of_other_stories_change_nothing() -> None:
    story = with_all(
        '[[same]]\nnames = ["Vlad", "Volodymyr"]\n[[apart]]\nnames = ["Kyiv", "Kiev"]\n'
        '[[actor]]\nname = "Gazprom"\ntype = "person"\n'
    )
    assert story == STORY


def test_a_story_s_own_decisions_come_after_and_hold() -> None:
    aliases = read_aliases('[[same]]\nnames = ["Eduard Kokoity", "Tarzan Kokoity"]', FILE)
    first = recast(STORY, {}, aliases)
    both = called(first, "Eduard Kokoity")
    split = decide.split_names((A, B), both, ["Tarzan Kokoity"])
    story = recast(STORY, {"x": split}, aliases)
    assert {"Eduard Kokoity", "Tarzan Kokoity"} <= names(story)
    assert recast(story, {}, aliases) == first
    assert recast(story, {}) == STORY


def test_many_aliases_over_many_actors_stay_quick() -> None:
    """Each name is looked up, not compared with every actor's."""
    people = " ".join(f"Anna{n} Petrova{n} spoke." for n in range(400))
    story = analyse((document_from_text(people, id="A"),))
    listed = "".join(f'[[same]]\nnames = ["X{n} Y", "Z{n} W"]\n' for n in range(400))
    assert with_all(listed, story) == story


# Adding to the file


COMMENTED = '# mine\n[[same]]  # why\nnames = ["a", "b"] # of "c"\n'
MORE = Alias("apart", ("Russia", "Moscow"))


def test_what_stands_in_the_file_stays() -> None:
    added = with_alias(COMMENTED, MORE, FILE)
    assert added == f'{COMMENTED}\n[[apart]]\nnames = ["Russia", "Moscow"]\n'
    assert with_alias("# mine", MORE, FILE).startswith("# mine\n\n[[apart]]\n")
    assert with_alias("", MORE, FILE) == '[[apart]]\nnames = ["Russia", "Moscow"]\n'
    assert with_alias("# mine\r\n", MORE, FILE).endswith('"Moscow"]\r\n')


def test_what_is_said_last_is_not_said_again() -> None:
    once = with_alias(COMMENTED, MORE, FILE)
    assert with_alias(once, MORE, FILE) == once
    other = with_alias(once, Alias("same", ("Russia", "Moscow")), FILE)
    assert with_alias(other, MORE, FILE).count("[[apart]]") == 2


@pytest.mark.parametrize("text", ["[[", 'same = [{names = ["a", "b"]}]\n'])
def test_a_file_that_cannot_be_added_to_is_said_to_be_so(text: str) -> None:
    with pytest.raises(ReaderError, match=FILE):
        with_alias(text, Alias("same", ("c", "d")), FILE)


def test_an_alias_that_could_not_be_read_is_not_written() -> None:
    for wrong in (Alias("same", ("a",)), Alias("actor", ("a",)), Alias("apart", ("a", " b"))):
        with pytest.raises(ReaderError, match="nothing can be added"):
            with_alias("", wrong, FILE)


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
NAMES = st.builds(lambda one, other: (f"A{one}", f"B{other}"), TEXT, TEXT)


@given(st.lists(NAMES, max_size=4))
def test_whatever_is_added_comes_back(added: list[tuple[str, str]]) -> None:
    text = COMMENTED
    wanted = list(read_aliases(text, FILE))
    for names_ in added:
        text = with_alias(text, Alias("same", names_), FILE)
        wanted += [Alias("same", names_)] if wanted[-1] != Alias("same", names_) else []
    assert read_aliases(text, FILE) == tuple(wanted)
    assert text.startswith(COMMENTED)
    assert tomllib.loads(text)
