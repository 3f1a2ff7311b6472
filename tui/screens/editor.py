"""Where a note is filled in: the words it is about, room for its own, tags, colour and star."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from corpus.sanitise import one_line
from tui import form as forms
from tui.cells import cut
from tui.form import Form
from tui.keys import bindings, footer
from tui.screens.ahead import PatientScreen, open_patiently
from tui.widgets.noting import MarkLine, NoteArea, TagLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.screen import Screen
    from textual.widget import Widget

Part = Literal["words", "tags"]

_LONGEST_QUOTE = 160


@dataclass(frozen=True, slots=True)
class Written:
    """What was filled in, and whether it is to be saved."""

    form: Form
    save: bool


@dataclass(frozen=True, slots=True)
class Question:
    """What an editor asks for.

    Attributes:
        key: what the note is about, by which a draft of it is kept.
        quotes: the words noted.
        form: the note as it is saved; an empty one for a new note.
        known: tags to be suggested.
        part: where the cursor stands at first.
    """

    key: str
    quotes: Sequence[str]
    form: Form
    known: Sequence[str] = ()
    part: Part = "words"


class NoteEditor(PatientScreen[Written]):
    """Gives what was filled in when it is left; each change is handed to ``keep`` before that."""

    BINDINGS: ClassVar = bindings("editor")

    def __init__(self, question: Question, form: Form, keep: Callable[[Form], None]) -> None:
        super().__init__()
        self._question = question
        self._keep = keep
        self._area = NoteArea(form.text)
        self._tags = TagLine(form.tags, question.known)
        self._marks = MarkLine(form.colour, starred=form.starred)

    def compose(self) -> ComposeResult:
        """The quotation above, the editor, its keys below."""
        with Vertical(classes="page"):
            for quote in self._question.quotes:
                yield Static(Content(cut(one_line(quote), _LONGEST_QUOTE)), classes="quote")
            yield self._area
            yield self._tags
            yield self._marks
            yield Static(Content(footer(76, "editor")), classes="keys")

    def on_mount(self) -> None:
        """The cursor stands behind what is there already."""
        self._area.move_cursor(self._area.document.end)

    def first(self) -> Widget:
        """The part that was asked for."""
        return self._area if self._question.part == "words" else self._tags

    @property
    def form(self) -> Form:
        """What is filled in now."""
        marks = self._marks
        return Form(self._area.text, self._tags.tags, marks.colour, marks.starred)

    def on_text_area_changed(self) -> None:
        """What is typed outlives whatever ends the program."""
        self._keep(self.form)

    def on_input_changed(self) -> None:
        """So do tags."""
        self._keep(self.form)

    def on_input_submitted(self) -> None:
        """Enter behind the tags saves the note."""
        self.action_save()

    def action_save(self) -> None:
        """Save the note."""
        self.dismiss(Written(self.form, save=True))

    def action_leave(self) -> None:
        """Leave without saving."""
        self.dismiss(Written(self.form, save=False))


def ask(
    screen: Screen[Any],
    drafts: dict[str, str],
    question: Question,
    save: Callable[[Form], None],
) -> None:
    """Ask for a note.

    Args:
        screen: on which it is said that a draft was kept.
        drafts: what was filled in and not saved, by what it is about; ``save`` takes it out.
        question: what is asked for.
        save: is handed what is to be saved.
    """
    key = question.key

    def keep(form: Form) -> None:
        if form == question.form:
            drafts.pop(key, None)
        else:
            drafts[key] = forms.written(form)

    def done(written: Written | None) -> None:
        if written is None:
            return
        keep(written.form)
        if written.save:
            save(written.form)
        elif key in drafts:
            screen.notify("kept as a draft; the same key brings it back", markup=False)

    begun = forms.read(drafts[key]) if key in drafts else question.form
    open_patiently(screen, NoteEditor(question, begun, keep), done)
