"""The views: what is known of the texts as lists, through their keys."""

from __future__ import annotations

import pytest
from driving import line, opened, press, rows, settled

from corpus.notes.store import NoteStore
from tui.clock import now
from tui.widgets.view import ViewList


@pytest.fixture
def reader(tmp_path, home):
    return lambda *texts, **size: opened(tmp_path, *texts, **size)


async def test_matches_list_every_link_the_best_first_and_the_place_goes_along(reader):
    async with reader() as (home, pilot):
        await press(pilot, "2")
        best = max(home.story.links, key=lambda link: link.score)
        assert f"A·{best.a.passages[0]} " in rows(home)[0]
        assert f"{best.score:.2f}" in rows(home)[0]
        assert line(home, "#view-title").startswith(f" Matches {len(home.here.ties)},")
        await press(pilot, "j")
        second = sorted(home.here.ties, key=lambda tie: -tie.link.score)[1]
        assert home.place.tie == second
        assert f"n/N→matches 2/{len(home.here.ties)}" in line(home, "#status")


async def test_matches_say_both_passages_in_full_and_w_says_why(reader):
    async with reader() as (home, pilot):
        await press(pilot, "2", "w")
        strip = line(home, "#why").splitlines()
        for side, number in enumerate(home.place.numbers):
            document = home.documents[side]
            words = " ".join(document.quote(document.passage(number).span).split())
            assert strip[side] == f"{document.id}·{number}  {words}"
        assert strip[2].startswith("WHY")


async def test_enter_opens_a_match_in_the_texts(reader):
    async with reader() as (home, pilot):
        await press(pilot, "2", "j", "j")
        place = home.place
        await press(pilot, "enter")
        assert not home.has_class("-viewing")
        assert home.texts.has_focus
        assert (home.place.numbers, home.place.tie) == (place.numbers, place.tie)


async def test_a_decision_in_matches_is_saved_and_the_cursor_moves_on(reader, tmp_path):
    async with reader() as (home, pilot):
        count = len(home.here.ties)
        await press(pilot, "2")
        first, second = (
            tie.numbers for tie in sorted(home.here.ties, key=lambda t: -t.link.score)[:2]
        )
        await press(pilot, "=")
        assert home.place.numbers == second
        await press(pilot, "-")
        assert len(home.here.ties) == count - 1
        assert second not in {tie.numbers for tie in home.here.ties}
        await press(pilot, "f", "f", "f")
        assert "by hand" in line(home, "#view-title")
        assert [row[1:3] for row in rows(home) if row.strip()][:1] == ["━━"]
        assert home.place.numbers == first
        await press(pilot, "f")
        assert home.place.numbers == second
        await press(pilot, "-")
        assert len(home.here.ties) == count
    with NoteStore.open(tmp_path / "notes", now=now) as store:
        assert len(store.decisions("link")) == 1


async def test_gaps_name_who_says_it_and_what_comes_nearest(reader):
    async with reader() as (home, pilot):
        await press(pilot, "3", "tab")
        shown = "\n".join(rows(home))
        alone = [n for gap in home.story.gaps if gap.document == "B" for n in gap.passages]
        assert f"ONLY IN B  {len(alone)} of 17 in B" in shown
        assert home.place.side == 1
        assert home.place.number == alone[0]
        while home.place.number != 7:
            await press(pilot, "n")
        assert "Tarzan Kokoity, quoted" in next(row for row in rows(home) if row.startswith("▌"))
        strip = line(home, "#why")
        assert "reunion with North Ossetia" in strip
        assert "no counterpart found in A; nearest" in strip


async def test_n_walks_on_through_the_gaps_in_the_texts(reader):
    async with reader() as (home, pilot):
        await press(pilot, "3", "j", "enter")
        alone = [n for gap in home.story.gaps if gap.document == "A" for n in gap.passages]
        assert home.place.number == alone[1]
        await press(pilot, "n")
        assert home.place.number == alone[2]
        assert "n/N→gaps 3/" in line(home, "#status")
        await press(pilot, "escape")
        assert "n/N→pairs" in line(home, "#status")


async def test_a_gap_is_linked_to_its_nearest_passage_by_hand(reader):
    async with reader() as (home, pilot):
        await press(pilot, "3")
        before, numbers = len(home.story.gaps), home.place.numbers
        await press(pilot, "=")
        assert any(tie.numbers == numbers and tie.link.hand for tie in home.here.ties)
        assert f"A·{numbers[0]} " not in "\n".join(row for row in rows(home) if "narrator" in row)
        await press(pilot, "u")
        assert len(home.story.gaps) == before


async def test_the_bar_is_moved_in_a_view_too(reader):
    async with reader() as (home, pilot):
        await press(pilot, "2", ")", ")")
        assert "strong and up" in line(home, "#view-title")
        assert {tie.link.grade for tie in home.here.ties} == {"strong"}


async def test_a_note_is_written_from_a_view(reader, tmp_path):
    async with reader() as (home, pilot):
        await press(pilot, "3", "n", "a", "x", "ctrl+s")
        assert [one.note.text for one in home.noted] == ["x"]
        assert home.query_one("#view", ViewList).has_focus
        assert "•" in next(row for row in rows(home) if row.startswith("▌"))


@pytest.mark.parametrize("leave", ["escape", "q", "1"])
async def test_a_view_is_closed_and_the_next_start_opens_what_was_open(reader, leave):
    async with reader() as (_, pilot):
        await press(pilot, "3")
    async with reader() as (home, pilot):
        assert home.has_class("-viewing")
        assert line(home, "#view-title").startswith(" Gaps")
        await press(pilot, leave)
        assert not home.has_class("-viewing")
        assert home.texts.has_focus


@pytest.mark.parametrize("texts", [("",), ("One text alone.",), ("One.", "Zwei.")])
async def test_views_of_texts_with_nothing_in_common_say_so(reader, texts):
    async with reader(*texts) as (home, pilot):
        await press(pilot, "2", "j", "G", "g", "space", "b", "tab", "enter", "=", "-", "f")
        assert rows(home)[0]
        await press(pilot, "3", "j", "G", "g", "space", "b", "tab", "=", "-", "f", "enter")
        assert home.is_running


async def test_a_click_moves_the_cursor_and_a_second_one_opens(reader):
    async with reader() as (home, pilot):
        await press(pilot, "3")
        await pilot.click("#view", offset=(5, 4))
        await settled(pilot)
        assert rows(home)[4].startswith("▌")
        await pilot.click("#view", offset=(5, 4), times=2)
        await settled(pilot)
        assert not home.has_class("-viewing")


async def test_a_view_fits_a_small_screen(reader):
    async with reader(size=(60, 15)) as (home, pilot):
        await press(pilot, "2")
        assert all(len(row) <= 60 for row in rows(home))
        assert any(row.startswith("▌") for row in rows(home))


async def test_any_two_texts_of_a_story_are_on_the_screen(reader):
    one = "Fire broke out in the old mill on Monday. Two men were hurt by falling beams."
    other = "The old mill burned on Monday. The mayor praised the firemen of Brenz."
    third = "Two men were hurt by falling beams, doctors said. Rain fell later."
    async with reader(one, other, third) as (home, pilot):
        assert [document.id for document in home.documents] == ["A", "B"]
        await press(pilot, "l", ".")
        assert [document.id for document in home.documents] == ["A", "C"]
        assert {n for tie in home.here.ties for n in [tie.numbers]} >= {(2, 1)}
        await press(pilot, "h", "j", "a", "x", "ctrl+s", "3")
        assert "NOT IN C  1 of 2 in A" in "\n".join(rows(home))
        assert "its counterpart elsewhere in the story: B·1" in line(home, "#why")
        assert "in A and B; no counterpart found in C" in line(home, "#why")
        assert "AB·" in next(row for row in rows(home) if row.startswith("▌"))
        assert "answered by any text: A 2/2  B 1/2  C 1/2" in line(home, "#view-title")
        assert "only-A 0 only-B 1 only-C 1" in line(home, "#status")
        await press(pilot, "f")
        assert "ONLY IN C  1 of 2 in C" in "\n".join(rows(home))
        assert "in A" not in "\n".join(rows(home))
        await press(pilot, "f", "f")
        await press(pilot, "alt+2")
        assert [document.id for document in home.documents] == ["B", "C"]
        assert home.noted == ()
        await press(pilot, "1", "S")
        assert [document.id for document in home.documents] == ["C", "B"]
        await press(pilot, "alt+9", "alt+1", "J")
        assert {"A"} < {document.id for document in home.documents}
        assert len(home.noted) == 1
    async with reader(one, other, third) as (again, _):
        assert again.documents == home.documents


async def test_words_are_found_as_they_are_typed_and_n_walks_them(reader):
    async with reader() as (home, pilot):
        await press(pilot, "/", *"recogn")
        assert "“recogn” A 2 B 2" in line(home, "#status")
        assert home.place.number == 1
        await press(pilot, "enter")
        assert home.texts.has_focus
        seen = [(home.place.side, home.place.number)]
        for _ in range(3):
            await press(pilot, "n")
            seen.append((home.place.side, home.place.number))
        assert seen == [(0, 11), (0, 11), (1, 13), (1, 15)]
        await press(pilot, "/", *"kokoiti", "enter")
        assert "nearly “kokoiti”" in line(home, "#status")
        await press(pilot, "*")
        assert "n/N→Eduard Kokoity" in line(home, "#status")
        await press(pilot, "/", *"zebra", "enter")
        assert "found in neither text" in line(home, "#keys")
        await press(pilot, "/", "x", "escape")
        assert home.texts.has_focus
        assert "n/N→Eduard Kokoity" in line(home, "#status")


async def test_in_a_view_only_entries_with_the_words_are_listed(reader):
    async with reader() as (home, pilot):
        await press(pilot, "3", "/", *"Kokoity", "enter")
        told = [row for row in rows(home) if row.strip()]
        assert 0 < len(told) < 8
        assert all(row.count("A·") + row.count("B·") == 1 for row in told)
        assert any("Kokoity" in row for row in told)
        await press(pilot, "/", *"zebra", "enter")
        assert "no entry has “zebra”" in rows(home)[0]
        await press(pilot, "/", "escape")
        assert "ONLY IN A" in rows(home)[0]


async def test_words_are_copied_with_their_source_and_it_is_said_where_to(
    reader, tmp_path, monkeypatch
):
    monkeypatch.setenv("SSH_CONNECTION", "far away")
    async with reader() as (home, pilot):
        await press(pilot, "3", "tab", "y")
        document, number = home.documents[1], home.place.number
        words = document.quote(document.passage(number).span)
        copied = pilot.app.clipboard
        assert copied.startswith(f"> {words}\n")
        assert f"B·{number}" in copied
        assert document.sha256[:16] in copied
        assert f"--at B:{number}`" in copied
        assert (tmp_path / "copied.md").read_text("utf-8") == copied
        assert "copied through the terminal; also in" in line(home, "#keys")
        await press(pilot, "1", "J", "v", "w", "w", "y")
        assert pilot.app.clipboard.startswith(f"> {selected(home)}\n")
        await press(pilot, "escape", "Y")
        assert pilot.app.clipboard.count("> — ") == 2
        assert "WHY A·" in pilot.app.clipboard


def selected(home) -> str:
    return home.documents[home.selection.side].quote(home.selection.span)


async def test_texts_are_swapped_behind_a_view_and_shown_swapped(reader):
    async with reader() as (home, pilot):
        await press(pilot, "G", "3", "S", "1")
        assert [document.id for document in home.documents] == ["B", "A"]
        await press(pilot, "J", "3", "S", "enter")
        assert [document.id for document in home.documents] == ["A", "B"]
        assert pilot.app.is_running


@pytest.mark.parametrize("view", ["2", "3"])
async def test_a_text_alone_is_told_so_and_not_to_wait(tmp_path, view):
    async with opened(tmp_path, "One sentence here.") as (home, pilot):
        await press(pilot, view)
        assert any("nothing to compare with" in row for row in rows(home))


async def test_a_screen_grows_wide_while_the_notes_stand_over_a_view(tmp_path):
    async with opened(tmp_path, size=(100, 40)) as (home, pilot):
        await press(pilot, "J", "2", "6")
        await pilot.resize_terminal(200, 50)
        await press(pilot, "escape")
        assert "BOTH PASSAGES" in line(home, "#inspected")
