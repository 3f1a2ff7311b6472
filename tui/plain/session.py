"""A session in lines: look for all there is, then take one command after another."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from corpus.errors import ReaderError
from corpus.passages import Passages
from corpus.report.parts import counted
from corpus.story import Story
from corpus.text import Document, letter_id
from tui.background import Search, SearchError
from tui.facing import face
from tui.notebook import Kept
from tui.plain import moving, words
from tui.plain.finding import Progress, as_kept
from tui.plain.signals import Ended, ending_on_signals
from tui.plain.state import Reply, State, facing_texts, with_bar, with_story
from tui.resume import Left, read, written

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
    from pathlib import Path

    from corpus.actors.aliases import Alias
    from corpus.notes.model import Note
    from tui.notebook import Notebook
    from tui.plain.console import Console
    from tui.start import Start

T = TypeVar("T")

NOT_SAVED = "Not saved: "

_KINDS_TOLD = frozenset({"different-moments", "ruling-lost", "decision-lost"})
"""Warnings that are told at once; the others are counted."""


class Session:
    """One reader, some texts, and the notebook.

    Args:
        documents: what could be read, at least one.
        notebook: where notes and decisions on them are kept.
        console: asks and tells.
        folder: gives the folder of what was found before.
        frames: gives the reader's own frames; may raise ReaderError.
        aliases: gives what the reader says of actors for every story; so may it.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        notebook: Notebook,
        console: Console,
        *,
        folder: Callable[[], Path],
        frames: Callable[[], Mapping[str, Any] | None] = lambda: None,
        aliases: Callable[[], Sequence[Alias]] = lambda: (),
    ) -> None:
        self.found = Story(tuple(documents))
        self.notebook = notebook
        self.say = console.say
        self.ended = False
        self.notes_listed: tuple[Note, ...] = ()
        second = documents[1] if len(documents) > 1 else _nothing()
        self.state = State(self.found, face((documents[0], second), ()))
        self._console = console
        self._folder = folder
        self._frames = frames
        self._aliases_of = aliases
        self._aliases: Sequence[Alias] = ()
        self._kept = Kept((), {}, {})
        self._left: Left | None = None
        self._arrived = False
        self._runner = asyncio.Runner()
        self._number = 0

    # From beginning to end

    def run(self, begin: Start) -> bool:
        """Until the reader leaves; whether that was by an interrupt. Notes are safe either way."""
        try:
            with ending_on_signals():
                self._begin(begin)
                while not self.ended:
                    self._next()
        except KeyboardInterrupt:
            self._console.leave_prompt()
            return True
        return False

    def leave(self) -> Sequence[str]:
        """Keep where the texts are left, and close the notes; a sentence when that fails."""
        left = self._left or Left()
        try:
            self._runner.close()
            self.notebook.leave(written(self._place(left) if self._arrived else left))
        except ReaderError as error:
            return (f"where the texts were left is not kept; {error}",)
        return ()

    def _place(self, left: Left) -> Left:
        """Where the reader is now; what only the screen keeps stays."""
        return replace(
            left,
            side=self.state.place.side,
            numbers=self.state.place.numbers,
            bar=self.state.facing.bar,
            shown=tuple(document.id for document in self.state.facing.documents),
        )

    def _begin(self, begin: Start) -> None:
        self.say(*words.texts(self.found.documents))
        kept = self.ask_notebook(self.notebook.read())
        if kept is not None:
            self.keep(kept)
            self.say(*(self.ask_notebook(self.notebook.told()) or ()))
            self._left = read(self.ask_notebook(self.notebook.left_at()))
        self.search()
        if self._left is not None and not begin.fresh:
            self._resume(self._left)
        self._arrived = True
        self.say(*self._known())
        self._arrive(begin)
        self.say("Type a command; ? lists them.")

    def _known(self) -> Iterator[str]:
        """What is to be known first: warnings, coverage, notes."""
        warnings = self.state.story.warnings
        told = [one for one in warnings if one.kind in _KINDS_TOLD]
        yield from (f"Warning: {one.words}" for one in told)
        if more := len(warnings) - len(told):
            yield f"{counted(more, 'further warning')}; the command warnings tells all."
        yield from words.coverage(self.state)
        if notes := len({one.note.id for one in self.state.noted}):
            yield f"{counted(notes, 'note')} on these texts."

    def _arrive(self, begin: Start) -> None:
        if begin.letter:
            self.take(moving.to_start(self.state, begin))
        if begin.view not in (None, "read"):
            self._do(str(begin.view))
        elif not begin.letter:
            self.say(*words.here(self.state))

    def _resume(self, left: Left) -> None:
        """As the texts were left; a place that is no more becomes the nearest one."""
        known = {document.id: document for document in self.state.story.documents}
        if len(left.shown) > 1 and set(left.shown) <= known.keys():
            one, other = (known[name] for name in left.shown)
            self.state = facing_texts(self.state, one, other)
        placed = self.state.place._replace(side=left.side % 2, numbers=left.numbers, tie=None)
        self.state = with_bar(replace(self.state, place=placed), left.bar)
        self.say("You are where you left these texts.")

    # Commands

    def _next(self) -> None:
        self._number += 1
        line = self._console.ask(f"{self._number}. Command?")
        if line is None:
            self.ended = True
            return
        try:
            self._do(line)
        except Ended:
            raise
        except KeyboardInterrupt:
            self._console.leave_prompt()
            self.say("Interrupted.")
            kept = self.ask_notebook(self.notebook.read())
            if kept is not None:
                self.keep(kept)

    def _do(self, line: str) -> None:
        from tui.plain.commands import parse

        found = parse(line)
        if found is None:
            self.say(f"{line.split()[0]} is no command; ? lists them.")
            return
        command, rest = found
        if command.move is not None:
            self.take(command.move(self.state, rest))
        elif command.deed is not None:
            command.deed(self, rest)

    def take(self, reply: Reply) -> None:
        """Stand where a command led, and tell its lines."""
        self.state = reply.state
        self.say(*reply.lines)

    # Asking

    def line(self, question: str) -> str:
        """One line from the reader; empty when there are no more."""
        self.say(question)
        return self._console.ask("Answer?") or ""

    def text(self, question: str) -> str:
        """Lines up to an empty one, or one of a single full stop."""
        self.say(question)
        lines: list[str] = []
        while (line := self._console.ask("Text?")) and line != ".":
            lines.append(line)
        return "\n".join(lines)

    # What is kept

    def ask_notebook(self, work: Coroutine[Any, Any, T], trouble: str = "") -> T | None:
        """What the notebook gives; None when it could not, which is told after ``trouble``."""
        try:
            return self._runner.run(work)
        except ReaderError as error:
            self.say(words.sentence(f"{trouble}{error}"))
            return None

    def save(self, deed: Coroutine[Any, Any, Kept]) -> bool:
        """Do something to what is kept; whether it is safe on the disk."""
        kept = self.ask_notebook(deed, NOT_SAVED)
        if kept is not None:
            self.keep(kept)
        return kept is not None

    def keep(self, kept: Kept) -> None:
        """Tell by what is kept now; the story is made anew where a decision changed."""
        before, self._kept = self._kept, kept
        self.state = replace(self.state, noted=kept.notes)
        if (kept.rulings, kept.actors, kept.facts) != (before.rulings, before.actors, before.facts):
            self._show(self.found)

    def _show(self, found: Story) -> None:
        self.found = found
        self.state = with_story(self.state, as_kept(found, self._kept, self._aliases))

    # Looking for links and actors

    def search(self) -> None:
        """Look for all there is in the texts; Ctrl+c stops, and what was found stays."""
        self._aliases = self._set(self._aliases_of) or ()
        looking = Search(self.found.documents, self._folder, self._set(self._frames))
        if looking.is_large:
            self.say("Looking for actors and links; Ctrl+c stops.")
        try:
            for story in looking.stories(Progress(self.say)):
                self._show(story)
        except SearchError as error:
            self.say(f"Links and actors are not complete, because of a defect: {error}.")
        except Ended:
            raise
        except KeyboardInterrupt:
            looking.cancel()
            self._console.leave_prompt()
            self.say("Stopped: links and actors are not complete; search looks again.")

    def _set(self, read: Callable[[], T]) -> T | None:
        """What the reader has set; what is wrong with it is told."""
        try:
            return read()
        except ReaderError as error:
            self.say(words.sentence(str(error)))
            return None


def _nothing() -> Document:
    """What stands for a second text where there is none."""
    return Document(letter_id(1), "no second text", "", "", "", Passages())
