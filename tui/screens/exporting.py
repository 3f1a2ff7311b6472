"""Which format, which file: a letter chooses, Enter writes."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from corpus.errors import ReaderError
from corpus.sanitise import one_line
from tui.exporting import FORMS, called_all, offered, picture_of, place, save, there, written
from tui.keys import bindings, footer, keys_of
from tui.messages import WordsCopied
from tui.screens.ahead import PatientScreen, open_patiently

if TYPE_CHECKING:
    from typing import Any

    from textual import events
    from textual.app import ComposeResult
    from textual.screen import Screen

    from tui.exporting import Export, Form

_LOW = 20
"""Rows below which the formats stand in one."""


class FileLine(Input):
    """The file's name; before it is typed in, a letter chooses the format."""

    BINDINGS: ClassVar = bindings("export")

    choosing = True

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters are typed once the format is chosen."""
        return not self.choosing and super().check_consume_key(key, character)

    async def _on_key(self, event: events.Key) -> None:
        if self.choosing and event.is_printable:
            event.prevent_default()
        else:
            await super()._on_key(event)


class ExportScreen(PatientScreen[Path]):
    """Writes what is shown, and gives the file; None when it is left or went to a browser.

    Args:
        export: what can be written.
        form: the format to begin with.
    """

    def __init__(self, export: Export, form: Form = "md") -> None:
        super().__init__()
        self._export = export
        self._form: Form = form
        self._everything = False
        self._folder = Path.cwd()
        self._replace: Path | None = None
        self._writing = False

    def compose(self) -> ComposeResult:
        """What is written, how, where to, and what went wrong."""
        with Vertical(classes="page small"):
            yield Static(id="export-title", markup=False)
            yield Static(id="export-forms", markup=False)
            yield FileLine(id="export-file", compact=True, select_on_focus=False)
            yield Static(id="export-said", markup=False)
            yield Static(Content(footer(76, "export")), classes="keys")

    def on_mount(self) -> None:
        """Offer a name."""
        self._offer()

    @property
    def _line(self) -> FileLine:
        return self.query_one(FileLine)

    # Choosing

    def action_form(self, form: Form) -> None:
        """Take this format; the name can be typed now."""
        self._form = form
        self._line.choosing = False
        self._offer()

    def action_turn(self, by: int) -> None:
        """To the next or previous format."""
        self._form = FORMS[(FORMS.index(self._form) + by) % len(FORMS)]
        self._offer()

    def action_everything(self) -> None:
        """All of the comparison, or only what the view shows."""
        self._everything = not self._everything
        self._offer()

    def _offer(self) -> None:
        name = offered(self._export, self._form, self._folder, everything=self._everything)
        with self.prevent(Input.Changed):
            self._line.value = name
        self._line.cursor_position = len(name)
        self._replace = None
        what = called_all() if self._everything else self._export.called
        self._put("#export-title", f"Export {what}: a letter for the format")
        self._put("#export-forms", "\n".join(self._forms()))
        self._say(f"in {self._folder}")

    def _forms(self) -> list[str]:
        """The formats, each with its letter; on a low screen the one that is chosen."""
        keys = [key for key in keys_of("export") if key.action.startswith("screen.form")]
        chosen = keys[FORMS.index(self._form)]
        if self.app.size.height < _LOW:
            return [f"{' '.join(key.shown for key in keys)} ▸ {chosen.help}"]
        return [f"{'▸' if key is chosen else ' '} {key.shown}  {key.help}" for key in keys]

    def on_resize(self) -> None:
        """Show as many formats as there is room for."""
        self._put("#export-forms", "\n".join(self._forms()))

    def on_input_changed(self) -> None:
        """Another name: what was said of the one before does not hold."""
        self._line.choosing = False
        self._replace = None
        self._say(f"in {self._folder}")

    # Writing

    def action_done(self) -> None:
        """Write; a file that is there is replaced at the second Enter."""
        if not self._writing:
            self._writing = True
            self._say("writing…")
            self.run_worker(self._write())

    async def _write(self) -> None:
        try:
            path = place(self._line.value)
            replace = path == self._replace
            if there(path) and not replace and not self.app.is_web:
                self._replace = path
                self._say(f"{one_line(path.name)} is there already: Enter again replaces it")
                return
            text = await self._text()
            if self.app.is_web:
                self.app.deliver_text(io.StringIO(text), save_filename=path.name)
                self.app.notify(f"{path.name} goes to your browser", timeout=10, markup=False)
                self.dismiss(None)
            else:
                sources = self._export.sources
                self.dismiss(await asyncio.to_thread(save, text, path, sources, replace=replace))
        except ReaderError as error:
            self._say(f"NOT WRITTEN: {error}")
        finally:
            self._writing = False

    async def _text(self) -> str:
        notes = await self._export.notes()
        return await asyncio.to_thread(
            written, self._export, self._form, notes, everything=self._everything
        )

    def action_leave(self) -> None:
        """Write nothing."""
        self.dismiss(None)

    def _say(self, sentence: str) -> None:
        self._put("#export-said", one_line(sentence))

    def _put(self, selector: str, text: str) -> None:
        self.query_one(selector, Static).update(Content(text))


def ask_export(screen: Screen[Any], export: Export, form: Form = "md") -> None:
    """Ask for a format and a file, write it, say where it is and copy that."""

    def done(file: Path | None) -> None:
        if file is not None:
            told = f"{file} is written; its path"
            screen.post_message(WordsCopied(str(file), told, lasting=True))

    picture = picture_of(screen.app.export_screenshot(title=screen.app.title))
    open_patiently(screen, ExportScreen(export._replace(picture=picture), form), done)
