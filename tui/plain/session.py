"""A session in lines: look for all there is, then take one command after another."""

from __future__ import annotations

import asyncio
import signal
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from corpus.errors import ReaderError
from corpus.report.parts import counted
from corpus.story import Story
from corpus.text import Document, letter_id
from tui.background import Search, SearchError
from tui.facing import face
from tui.notebook import Kept
from tui.plain import moving, words
from tui.plain.state import Reply, State, facing_texts, with_bar, with_story

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import FrameType

    from corpus.actors.aliases import Alias
    from corpus.notes.model import Note
    from tui.notebook import Notebook
    from tui.plain.console import Console
    from tui.resume import Left
    from tui.start import Start

T = TypeVar("T")

_STEP = 0.25
"""Progress is told whenever so much more is done."""

_KINDS_TOLD = frozenset({"different-moments", "ruling-lost", "decision-lost"})
"""Warnings that are told at once; the others are counted."""


class Ended(KeyboardInterrupt):
    """The system asks the program to end; unlike Ctrl+c this interrupts no single command."""


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
        self._runner = asyncio.Runner()
        self._number = 0

    # From beginning to end

    def run(self, begin: Start) -> bool:
        """Until the reader leaves; whether that was by an interrupt. Notes are safe either way."""
        before = _on_signals()
        try:
            self._begin(begin)
            while not self.ended:
                self._next()
        except KeyboardInterrupt:
            self._console.leave_prompt()
            return True
        finally:
            _put_back(before)
        return False

    def leave(self) -> Sequence[str]:
        """Keep where the texts are left, and close the notes; a sentence when that fails."""
        from tui.resume import Left, written

        state = self.state
        left = replace(
            self._left or Left(),
            side=state.place.side,
            numbers=state.place.numbers,
            bar=state.facing.bar,
            shown=tuple(document.id for document in state.facing.documents),
        )
        try:
            self._runner.close()
            self.notebook.leave(written(left))
        except ReaderError as error:
            return (f"where the texts were left is not kept; {error}",)
        return ()

    def _begin(self, begin: Start) -> None:
        self.say(*words.texts(self.found.documents))
        kept = self.ask_notebook(self.notebook.read())
        if kept is not None:
            self.keep(kept)
            self.say(*(self.ask_notebook(self.notebook.told()) or ()))
        self.search()
        if kept is not None:
            self._resume()
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

    def _resume(self) -> None:
        """As the texts were left; a place that is no more becomes the nearest one."""
        from tui.resume import read

        self._left = left = read(self.ask_notebook(self.notebook.left_at()))
        if left is None:
            return
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

    def ask_notebook(self, work: Coroutine[Any, Any, T]) -> T | None:
        """What the notebook gives; None when it could not, which is told."""
        try:
            return self._runner.run(work)
        except ReaderError as error:
            self.say(f"Not saved: {error}")
            return None

    def save(self, deed: Coroutine[Any, Any, Kept]) -> bool:
        """Do something to what is kept; whether it is safe on the disk."""
        kept = self.ask_notebook(deed)
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
        from corpus.facts import with_all_own
        from corpus.recast import recast, sourced
        from corpus.story import overruled

        self.found = found
        documents = with_all_own(found.documents, self._kept.facts)
        story = found if documents == found.documents else sourced(found, documents)
        if self._kept.actors or self._aliases:
            story = recast(story, self._kept.actors, self._aliases)
        self.state = with_story(self.state, overruled(story, self._kept.rulings))

    # Looking for links and actors

    def search(self) -> None:
        """Look for all there is in the texts; Ctrl+c stops, and what was found stays."""
        self._aliases = self._set(self._aliases_of) or ()
        looking = Search(self.found.documents, self._folder, self._set(self._frames))
        if looking.is_large:
            self.say("Looking for actors and links; Ctrl+c stops.")
        try:
            for story in looking.stories(_Progress(self.say)):
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


class _Progress:
    """Tells of progress in a line, now and then."""

    def __init__(self, say: Callable[..., None]) -> None:
        self._say = say
        self._told = 0.0

    def __call__(self, share: float) -> None:
        if share - self._told >= _STEP and share < 1:
            self._told = share
            self._say(f"Links: {100 * share:.0f} percent looked for.")


def _nothing() -> Document:
    """What stands for a second text where there is none."""
    return Document(letter_id(1), "no second text", "", "", "", ())


def _on_signals() -> Mapping[int, Any]:
    """End as by a key when the terminal is lost or the system asks to; the handlers before."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    return {one: signal.signal(one, _end) for one in (signal.SIGTERM, signal.SIGHUP)}


def _put_back(handlers: Mapping[int, Any]) -> None:
    for number, handler in handlers.items():
        signal.signal(number, handler)


def _end(_number: int, _frame: FrameType | None) -> None:
    raise Ended
