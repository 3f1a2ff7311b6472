"""The view of all actors, and the reader's decisions in it, through its keys."""

from __future__ import annotations

import pytest
from driving import line, opened, press, rows, to, under_cursor

from corpus.notes.store import NoteStore
from tui.clock import now

_EVERY_KEY = (*"mxrcM", "escape", "space", *"fwjG=-nJ", "tab", "enter")


@pytest.fixture
def reader(tmp_path, home):
    return lambda *texts, **size: opened(tmp_path, *texts, **size)


def named(home, name: str):
    return next(one for one in home.story.actors if one.name == name)


async def test_actors_whose_offices_differ_come_first_with_both_texts(reader):
    async with reader() as (home, pilot):
        await press(pilot, "4")
        assert under_cursor(home)[0].startswith("▌ Dmitry Medvedev")
        first = "\n".join(rows(home)[:3])
        assert "≠ OFFICE DIFFERS" in first
        assert "A   deputy chairman of the Security Council" in first
        assert "B   President" in first
        shown = "\n".join(rows(home))
        assert "≠ ONE OFFICE, OTHER HOLDER" in shown
        assert "only in A  spokesperson for the Parliament" in shown
        assert "Medvedev is taken for Dmitry Medvedev" not in line(home, "#why")
        await press(pilot, "w")
        strip = line(home, "#why")
        assert "Medvedev is taken for Dmitry Medvedev" in strip
        assert "A·9  spoke about (indirect):" in strip


async def test_enter_goes_to_the_first_mention_and_n_walks_on(reader):
    async with reader() as (home, pilot):
        await press(pilot, "4", "enter")
        mentions = named(home, "Dmitry Medvedev").mentions
        assert not home.has_class("-viewing")
        assert home.place.at.start == mentions[0].start
        await press(pilot, "n")
        assert home.place.at.start == mentions[1].start
        assert f"n/N→Dmitry Medvedev 2/{len(mentions)}" in line(home, "#status")
        await press(pilot, "backspace", "backspace")
        assert home.place.number == 1  # where the reader came from


async def test_the_entries_come_in_other_orders(reader):
    async with reader() as (home, pilot):
        await press(pilot, "4", "f")
        assert "by mentions" in line(home, "#view-title")
        assert rows(home)[0].startswith("  Russia")
        await press(pilot, "f", "f")
        assert "people" in line(home, "#view-title")
        assert "RIA News" not in "\n".join(rows(home))


async def test_merged_actors_are_one_until_that_is_taken_back(reader, tmp_path):
    async with reader() as (home, pilot):
        await press(pilot, "4")
        await to(pilot, home, "Tarzan Kokoity")
        await press(pilot, "m")
        assert "Tarzan Kokoity is …?" in line(home, "#keys")
        await press(pilot, "escape")
        assert home.has_class("-viewing")
        await press(pilot, "m")
        await to(pilot, home, "Eduard Kokoity", down="k")
        await press(pilot, "enter")
        assert "●saved" in line(home, "#status")
        assert "Tarzan Kokoity" in named(home, "Eduard Kokoity").aliases
        assert not [one for one in home.story.actors if one.name == "Tarzan Kokoity"]
        await press(pilot, "u")
        assert named(home, "Tarzan Kokoity").mentions
    async with reader() as (home, pilot):  # redone in another session, and read there
        await press(pilot, "ctrl+r")
        assert not [one for one in home.story.actors if one.name == "Tarzan Kokoity"]
    with NoteStore.open(tmp_path / "notes", now=now) as store:
        assert len(store.decisions("actor")) == 1


async def test_moscow_is_split_off_russia_and_everything_else_stays_hers(reader):
    async with reader() as (home, pilot):
        before = len(named(home, "Russia").mentions)
        await press(pilot, "4", "f", "g")
        await to(pilot, home, "Russia")
        await press(pilot, "x", "enter")
        moscow = named(home, "Moscow")
        assert {one.text for one in moscow.mentions} >= {"Moscow"}
        assert len(named(home, "Russia").mentions) == before - len(moscow.mentions)
        assert "●saved" in line(home, "#status")


async def test_an_actor_is_renamed_and_given_another_type(reader):
    async with reader() as (home, pilot):
        await press(pilot, "4", "r", "backspace", "backspace", "X", "enter")
        assert named(home, "Dmitry MedvedX").type == "person"
        assert under_cursor(home)[0].startswith("▌ Dmitry MedvedX")
        await press(pilot, "r", "ctrl+u", "enter")
        assert "needs a name" in line(home, "#keys")
        await press(pilot, "c", "2")
        assert named(home, "Dmitry MedvedX").type == "organisation"
        await press(pilot, "u", "u")
        assert named(home, "Dmitry Medvedev").type == "person"


async def test_a_decision_is_kept_for_all_stories(reader, home):
    folder = home
    async with reader() as (screen, pilot):
        await press(pilot, "4", "M")
        assert "no decision" in line(screen, "#keys")
        await press(pilot, "c", "2", "M")
        assert "kept for all stories" in line(screen, "#keys")
    assert 'name = "Dmitry Medvedev"' in (folder / "config" / "aliases.toml").read_text("utf-8")


@pytest.mark.parametrize("texts", [("",), ("One.", "Zwei.")])
async def test_views_without_anybody_take_every_key(reader, texts):
    async with reader(*texts, size=(60, 15)) as (home, pilot):
        await press(pilot, "4", *_EVERY_KEY, "5")
        assert "no frames found" in rows(home)[0]
        await press(pilot, "plus", "escape", "space", "f", "w", "j", "enter", "a", "escape")
        assert home.is_running


async def test_a_story_of_many_texts_fits_a_small_screen(reader):
    said = "President {} of France said on Monday that talks with Carla Bruni go on."
    texts = [said.format(name) for name in ("Jane Doe", "Jane Doe", "John Roe", "Jane Doe")]
    async with reader(*texts, size=(60, 15)) as (home, pilot):
        await press(pilot, "4", "f")
        shown = rows(home)
        assert all(len(row) <= 60 for row in shown)
        carla = next(row for row in shown if "Carla Bruni" in row)
        assert carla.split()[-8:] == ["A", "1", "B", "1", "C", "1", "D", "1"]
        await to(pilot, home, "John Roe")  # who is in none of the two texts on the screen
        await press(pilot, "enter")
        assert "C" in {document.id for document in home.documents}
        assert home.documents[home.place.side].quote(home.place.at) == "John Roe"


async def test_of_three_texts_it_is_told_which_do_not_speak_of_somebody(reader):
    berg = "Captain Erik Berg said nobody was hurt."
    async with reader(f"The ferry sank. {berg}", "The ferry sank.", berg, size=(120, 30)) as (
        home,
        pilot,
    ):
        await press(pilot, "4")
        row = next(row for row in rows(home) if "Erik Berg" in row)
        assert "no mention found in B" in row
        assert "A   1  B   ·  C   1" in row
