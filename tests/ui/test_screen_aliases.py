"""Decisions on actors and the reader's aliases on the screen."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from driving import running

from corpus.actors import decide
from corpus.actors.aliases import Alias
from corpus.errors import ReaderError
from corpus.reading import document_from_text
from tui.app import ReaderApp
from tui.clock import now

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

A = "Harbour master Anna Berg said nobody was hurt. Berg thanked the divers of Lund."
B = "Minister Hanna Berg said that nobody was hurt. The ferry lay off Lund on Tuesday."


@pytest.fixture
def screen(tmp_path: Path):
    """Opens two texts and waits until all is found."""

    @asynccontextmanager
    async def opened(aliases: Callable[[], Sequence[Alias]] = lambda: ()):
        documents = [document_from_text(text, id=i) for text, i in ((A, "A"), (B, "B"))]
        app = ReaderApp(documents, notes=lambda: tmp_path / "notes", now=now, aliases=aliases)
        async with running(app) as pilot:
            yield app.home, pilot

    return opened


def people(home) -> set[str]:
    return {actor.name for actor in home.story.actors if actor.type == "person"}


async def test_a_decision_is_shown_when_it_is_saved_and_taken_back_by_undo(screen):
    async with screen() as (home, pilot):
        assert people(home) == {"Anna Berg", "Hanna Berg"}
        found = home.story
        anna, hanna = (a for a in found.actors if a.type == "person")
        assert await home.saving(home.notebook.decide(decide.merge(found.documents, anna, hanna)))
        assert people(home) == {"Anna Berg"}
        assert [one.outcome for one in home.story.decisions] == ["held"]
        await pilot.press("u")
        await pilot.app.workers.wait_for_complete()
        assert home.story == found
        await pilot.press("ctrl+r")
        await pilot.app.workers.wait_for_complete()
        assert people(home) == {"Anna Berg"}
    async with screen() as (home, _):
        assert people(home) == {"Anna Berg"}


async def test_aliases_hold_on_the_screen(screen):
    async with screen(lambda: (Alias("same", ("Anna Berg", "Hanna Berg")),)) as (home, _):
        assert people(home) == {"Anna Berg"}


async def test_wrong_aliases_are_told_and_reading_goes_on(screen):
    def refused() -> Sequence[Alias]:
        raise ReaderError("aliases.toml: not [b]understood[/b]")

    async with screen(refused) as (home, pilot):
        assert "aliases.toml: not [b]understood[/b]" in [
            n.message for n in pilot.app._notifications
        ]
        assert people(home) == {"Anna Berg", "Hanna Berg"}
