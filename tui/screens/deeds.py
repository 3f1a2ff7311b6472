"""What can be done to a note, the same on the texts and in the list of notes."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from textual.app import SuspendNotSupported

from corpus.notes.colours import COLOURS, Colour
from corpus.sanitise import one_line
from tui.cells import begun, cut
from tui.form import Form, drafted, filled, form_of, read
from tui.keys import key_for
from tui.status import deleted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.notifications import SeverityLevel
    from textual.screen import Screen

    from corpus.notes.model import Draft, Note
    from tui.notebook import Kept, Notebook
    from tui.screens.editor import Part

Saving = Callable[[Awaitable["Kept"]], Awaitable[bool]]

_SHOWN = 60  # cells of a note among several to choose from
_COLOURS: tuple[Colour, ...] = (*COLOURS, "")


class Deeds:
    """Asks for what is needed, and hands the deed to ``saving``, which tells whether it is safe.

    Args:
        screen: that stands below the questions, and on which things are said.
        notebook: where notes are kept.
        drafts: what was filled in and not saved, by what it is about.
        saving: awaits a deed, and shows what is kept then.
        tags: gives the tags there are, the most used first.
    """

    def __init__(
        self,
        screen: Screen[Any],
        notebook: Notebook,
        drafts: dict[str, str],
        saving: Saving,
        tags: Callable[[], Sequence[str]],
    ) -> None:
        self._screen = screen
        self._notebook = notebook
        self._drafts = drafts
        self._saving = saving
        self._tags = tags

    def new(
        self, draft: Draft, part: Part = "words", saved: Callable[[], None] = lambda: None
    ) -> None:
        """Ask for a new note; ``saved`` is called when it is safe."""
        from tui.screens.editor import Question, ask

        spots = [f"{t.sha256}:{t.start}-{t.end}" for t in draft.targets]
        key = " ".join([*spots, *([draft.kind, draft.name] if draft.name else [])])

        def save(form: Form) -> None:
            if form.empty:
                self._say(f"an empty note is not saved; {key_for('star')} makes a star")
                return
            self._run(self._added(key, drafted(draft, form), saved))

        quotes = [draft.name, *(t.quote for t in draft.targets)]
        question = Question(key, [q for q in quotes if q], form_of(draft), self._tags(), part)
        ask(self._screen, self._drafts, question, save)

    def reword(self, note: Note, part: Part = "words") -> None:
        """Ask for other words, tags, colour or star, here."""
        from tui.screens.editor import Question, ask

        def save(form: Form) -> None:
            if form.empty:
                delete = key_for("note.delete")
                self._say(f"nothing would be left of the note: not saved; {delete} deletes a note")
                return
            self._run(self._changed(filled(note, form)))

        quotes = [q for q in (note.name, *(t.quote for t in note.targets)) if q]
        question = Question(note.id, quotes, form_of(note), self._tags(), part)
        ask(self._screen, self._drafts, question, save)

    def edit(self, note: Note) -> None:
        """Ask for other words in the reader's own editor; here where there is none."""
        from tui.outside import edited, editor_command

        command = editor_command(os.environ)
        begun = read(self._drafts[note.id]) if note.id in self._drafts else form_of(note)
        if not command:
            self.reword(note)
            return
        try:
            with self._screen.app.suspend():
                left = edited(begun.text, command)
        except SuspendNotSupported:
            self.reword(note)
            return
        self._screen.refresh()
        self._take(note, Form(left.text, begun.tags, begun.colour, begun.starred), left.trouble)

    def _take(self, note: Note, form: Form, trouble: str) -> None:
        """What an editor left: saved, or kept as a draft when something is wrong with it."""
        if trouble and form.text.strip() and form.text != note.text:
            self._keep(note, form)
            back = f"kept as a draft, {key_for('note.reword')} brings it back"
            self._say(f"{trouble}: not saved; {back}", wrong=True)
        elif trouble:
            self._say(f"{trouble}: the note stays as it was", wrong=True)
        elif form == form_of(note):
            self._say("nothing was changed; an editor with a window needs an option to wait")
        else:
            self._keep(note, form)
            self._run(self._changed(filled(note, form)))

    def _keep(self, note: Note, form: Form) -> None:
        from tui.form import written

        self._drafts[note.id] = written(form)

    def colour(self, note: Note) -> None:
        """Ask for a colour."""
        self._ask_colour(lambda colour: self._run(self._changed(_coloured(note, colour))))

    def colour_new(self, draft: Draft) -> None:
        """Ask for a colour, and save a note that has nothing else."""

        def take(colour: Colour) -> None:
            if colour:
                self._run(self._saving(self._notebook.add(drafted(draft, Form(colour=colour)))))

        self._ask_colour(take)

    def star(self, note: Note) -> None:
        """Star a note, or take its star away."""
        self._run(self._changed(filled(note, _restarred(form_of(note)))))

    def delete(self, note: Note) -> None:
        """Delete a note, and say how it comes back."""
        self._run(self._deleted(note))

    def save(self, note: Note) -> None:
        """Save a note as it is changed."""
        self._run(self._changed(note))

    def choose(self, notes: Sequence[Note], take: Callable[[Note], None]) -> None:
        """Let the reader say which note of several."""
        from tui.screens.choosing import Choice, choose

        choices = [Choice(str(at), label(note)) for at, note in enumerate(notes, 1)]
        choose(self._screen, "Which note?", choices, lambda at: take(notes[at]))

    def _ask_colour(self, take: Callable[[Colour], None]) -> None:
        from tui.screens.choosing import Choice, choose

        choices = [Choice((one or "none")[0], one or "none") for one in _COLOURS]
        choose(self._screen, "Which colour?", choices, lambda at: take(_COLOURS[at]))

    async def _added(self, key: str, draft: Draft, saved: Callable[[], None]) -> None:
        if await self._saving(self._notebook.add(draft)):
            self._drafts.pop(key, None)
            saved()

    async def _changed(self, note: Note) -> None:
        if await self._saving(self._notebook.edit(note)):
            self._drafts.pop(note.id, None)

    async def _deleted(self, note: Note) -> None:
        if await self._saving(self._notebook.delete(note)):
            self._say(deleted(note))

    def _run(self, deed: Awaitable[object]) -> None:
        self._screen.run_worker(deed)

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        grade: SeverityLevel = "error" if wrong else "information"
        self._screen.notify(sentence, severity=grade, timeout=10, markup=False)


def label(note: Note) -> str:
    """A note in a line, among others."""
    marks = f"{'★' if note.starred else '•'}{note.colour[:1].upper()}"
    tags = "".join(f" #{tag}" for tag in note.tags)
    quote = f" “{one_line(note.targets[0].quote)}”" if note.targets else ""
    return cut(one_line(f"{marks}{tags} {begun(note.text) or note.name}{quote}"), _SHOWN)


def _restarred(form: Form) -> Form:
    return Form(form.text, form.tags, form.colour, not form.starred)


def _coloured(note: Note, colour: Colour) -> Note:
    form = form_of(note)
    return filled(note, Form(form.text, form.tags, colour, form.starred))
