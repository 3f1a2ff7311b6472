"""Every decision a reader can take goes back with u and forth with Ctrl+r."""

from __future__ import annotations

from itertools import pairwise

import pytest
from driving import opened, press

from tui import settings

TEXTS = (
    """\
Anna Berg, the president, spoke of joining the union. The ferry Aurora ran aground near Lund.

Bo Ek of the Harbour Board saw it.""",
    """\
The ferry Aurora ran aground near Lund, said Anna Berg, the minister.

Divers will look at it. Norway spoke of annexation.""",
)
WORDS = ("o", "d", "d")
# What leads there, what is decided, by keys; each decision changes what is kept.
DECISIONS = {
    "a star": ((), ("s",)),
    "no star": (("s",), ("s",)),
    "a note": ((), ("a", *WORDS, "ctrl+s")),
    "a note on a pair": (("J",), ("A", *WORDS, "ctrl+s")),
    "a note on an actor": (("4",), ("a", *WORDS, "ctrl+s")),
    "a note on a selection": (("v", "w"), ("a", *WORDS, "ctrl+s")),
    "other words": (("s",), ("r", *WORDS, "ctrl+s")),
    "a tag": (("s",), ("t", *WORDS, "enter")),
    "a colour": (("s",), ("c", "r")),
    "a note deleted": (("s",), ("d",)),
    "a link confirmed": (("J",), ("=",)),
    "a confirmation taken back": (("J", "="), ("=",)),
    "a link rejected": (("J",), ("-",)),
    "a link drawn": (("G", "l", "G"), ("=",)),
    "actors merged": (("4",), ("m", "j", "enter")),
    "an actor split": (("4",), ("x", "j", "enter")),
    "an actor renamed": (("4",), ("r", *WORDS, "enter")),
    "an actor of another type": (("4",), ("c", "3")),
    "an actor for all stories": (("4", "r", *WORDS, "enter"), ("M",)),
    "words for a frame": (("5",), ("plus", *WORDS, "enter")),
    "a frame of one's own": (("5",), ("plus", "m", "=", *WORDS, "enter")),
    "another name of a frame": (("5",), ("r", *WORDS, "enter")),
    "a source's date": ((), ("I", *WORDS, "ctrl+s")),
}


def files() -> dict[str, str]:
    names = (settings.FRAMES, settings.ALIASES)
    return {name: settings.text_of(name) for name in names if settings.text_of(name)}


async def kept(home):
    """All that is kept of the texts, as it lies on the disk."""
    now = await home.notebook.read()
    notes = [
        (n.note.text, n.note.tags, n.note.colour, n.note.starred, n.note.targets, n.note.name)
        for n in sorted(now.notes, key=lambda one: one.note.id)
    ]
    return notes, now.rulings, now.actors, now.facts, files()


@pytest.mark.parametrize("decision", DECISIONS)
async def test_each_decision_goes_back_and_forth(tmp_path, home, decision):
    way, keys = DECISIONS[decision]
    async with opened(tmp_path, *TEXTS) as (screen, pilot):
        await press(pilot, *way)
        before = await kept(screen)
        await press(pilot, *keys)
        after = await kept(screen)
        assert after != before
        await press(pilot, "u")
        assert await kept(screen) == before
        await press(pilot, "ctrl+r")
        assert await kept(screen) == after


async def test_decisions_of_all_kinds_go_back_in_their_order(tmp_path, home):
    folder = home / "config"
    folder.mkdir()
    mine = b'# mine\r\n[trouble]\r\nwords = "fog"  # thick\r\n'
    (folder / "frames.toml").write_bytes(mine)
    async with opened(tmp_path, *TEXTS) as (screen, pilot):
        states = [await kept(screen)]
        for keys in (
            ("s",),
            ("5", "plus", *"trouble=rain", "enter", "1"),
            ("l", "s"),
            ("4", "r", *WORDS, "enter"),
            ("M", "1"),
            ("6", "d", "q"),
        ):
            await press(pilot, *keys)
            states.append(await kept(screen))
        assert all(one != other for one, other in pairwise(states))
        for state in states[-2::-1]:
            await press(pilot, "u")
            assert await kept(screen) == state
        assert (folder / "frames.toml").read_bytes() == mine
        for state in states[1:]:
            await press(pilot, "ctrl+r")
            assert await kept(screen) == state


async def test_a_file_that_somebody_changed_is_left_alone(tmp_path, home):
    async with opened(tmp_path, *TEXTS) as (screen, pilot):
        await press(pilot, "5", "plus", *"trouble=rain", "enter")
        file = home / "config" / "frames.toml"
        file.write_text("# other\n", "utf-8")
        await press(pilot, "u")
        assert file.read_text("utf-8") == "# other\n"
        assert any("changed meanwhile" in one.message for one in pilot.app._notifications)
        await press(pilot, "1", "s", "u")
        assert not (await kept(screen))[0]
