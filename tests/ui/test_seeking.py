"""Finding what is under the cursor, picking words with the mouse, and the help of each view."""

from __future__ import annotations

import pytest
from driving import line, opened, press, settled
from textual.events import Paste

from tui.widgets.parallel import ParallelView


def picked(home) -> str:
    return home.documents[home.selection.side].quote(home.selection.span)


async def click_twice(home, pilot, words: str) -> None:
    view = home.query_one(ParallelView)
    for y in range(1, view.size.height):
        row = "".join(s.text for s in view.render_line(y))
        if words in row:
            x = row.index(words) + len(words) // 2
            await pilot.click(ParallelView, offset=(x, y), times=2)
            await settled(pilot)
            return
    raise AssertionError(words)


async def test_two_clicks_select_a_word_or_the_whole_of_a_name(tmp_path):
    async with opened(
        tmp_path, "Anna Berg spoke of ferries. Anna Berg left.", "Анна Берг 日本."
    ) as (
        home,
        pilot,
    ):
        await click_twice(home, pilot, "ferries")
        assert picked(home) == "ferries"
        await click_twice(home, pilot, "Berg spoke")
        assert picked(home) in ("Anna Berg", "spoke")


async def test_two_clicks_on_somebody_select_the_mention(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        await click_twice(home, pilot, "Alborov")
        mentions = {
            home.documents[0].text[m.start : m.end]
            for actor in home.story.actors
            for m in actor.mentions
            if actor.name == "Alan Alborov"
        }
        assert picked(home) in mentions


async def test_the_star_finds_whoever_is_named_here_and_goes_on(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        home.to_passage(0, 9)
        await press(pilot, "asterisk")
        assert home.lights.target.name == "Dmitry Medvedev"
        first = home.lights.at
        await press(pilot, "asterisk")
        assert home.lights.at == (first + 1) % len(home.lights.stops)


async def test_the_star_finds_selected_words_that_name_nobody(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        await click_twice(home, pilot, "discussed")
        await press(pilot, "asterisk")
        assert "“discussed”" in home.lights.target.name


@pytest.mark.parametrize("words", [".*(", "[a-z", "\\", "日本", "Москва", "e\u0301", "  ", "🙂"])
async def test_any_words_can_be_looked_for_and_given_up(tmp_path, words):
    texts = "Москва said [a-z] .*( to 日本 🙂 \\ cafe\u0301.", "Nothing here. Москва again."
    async with opened(tmp_path, *texts) as (home, pilot):
        before = home.place, home.lights
        await press(pilot, "slash")
        pilot.app.post_message(Paste(words))
        await settled(pilot)
        if words.strip():
            assert home.lights.target.of >= 1
        await press(pilot, "escape")
        assert (home.place, home.lights) == before


@pytest.mark.parametrize(
    ("key", "said"),
    [("1", "READ: "), ("2", "MATCHES: "), ("3", "GAPS: "), ("4", "ACTORS: "), ("5", "FRAMES: ")],
)
async def test_each_view_says_what_it_is_above_its_keys(tmp_path, key, said):
    async with opened(tmp_path, "One here.", "One there.") as (_, pilot):
        await press(pilot, key, "question_mark")
        told = line(pilot.app.screen, "#card-lines")
        assert told.startswith(said)
        assert "." in told.splitlines()[0]
