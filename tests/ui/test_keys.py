"""The one table of keys."""

from collections import Counter

import pytest
from driving import opened, press

from tui.keys import TABLE, bindings, footer, keys_of, with_russian
from tui.offering import commands_of
from tui.screens.help import card

PLACES = [
    "reader texts",
    "select",
    "view",
    "find",
    "story",
    "list cast who",
    "prompt",
    "frames",
    "notelist notes",
    "filter",
    "editor",
    "marks",
    "choice",
    "dialog",
]


def test_every_action_has_an_id_of_its_own():
    assert max(Counter(key.id for key in TABLE).values()) == 1


@pytest.mark.parametrize("where", PLACES)
def test_no_key_does_two_things_in_one_place(where):
    keys = Counter(k for key in keys_of(*where.split()) for k in with_russian(key.keys))
    assert [k for k, count in keys.items() if count > 1] == []


def test_nothing_needs_altgr():
    for key in TABLE:
        assert any(not set(name) & set("[]{}\\@|~") for name in key.keys), key.id


def test_every_latin_letter_also_works_on_a_russian_keyboard():
    assert with_russian(["J", "f8"]) == ["J", "f8", "О"]
    assert {binding.key for binding in bindings("reader") if binding.id == "pair.next"} == {
        "J,f8,ctrl+down,alt+down,],О"
    }


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_the_footer_fits_and_always_tells_how_to_leave_and_get_help(width):
    line = footer(width, "reader", "texts")
    assert len(line) <= width
    assert "? help" in line
    assert "q quit" in line


def test_the_footer_tells_of_a_key_only_what_it_does_there():
    line = footer(200, "list", "reader", "texts")
    assert "⏎ choose" in line
    assert "across" not in line
    assert "w why" in line


def test_the_help_has_every_key_of_its_place():
    text = card("reader", "list")
    for key in keys_of("reader", "list"):
        assert key.help in text


async def test_the_palette_speaks_of_selected_words_only_where_there_are_some(tmp_path):
    def copying(home):
        return {one.help for one in commands_of(home, home) if one.action == "copy"}

    async with opened(tmp_path, "One sentence here.", "Another one there.") as (home, pilot):
        assert copying(home) == {"copy the passage or the selection with its source"}
        await press(pilot, "v")
        assert "copy the selected words with their source" in copying(home)
