"""What the reader says of the texts' sources, on the screen wherever a source is named."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from corpus.errors import ReaderError
from tui.screens.copying import CopyingScreen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.story import Story
    from corpus.text import Document, FactKind
    from tui.notebook import Kept, Notebook
    from tui.original import Original


class SourcingScreen(CopyingScreen):
    """The facing texts and their views, under what the reader says of their sources."""

    def __init__(
        self, story: Story, documents: tuple[Document, Document], notebook: Notebook
    ) -> None:
        super().__init__(story, documents, notebook)
        self._unsaid = story.documents
        self._own: Mapping[str, Mapping[FactKind, str]] = {}

    def show_story(self, story: Story, *, done: bool) -> None:
        """Show more of the story, its sources as the reader has them."""
        super().show_story(self._sourced(story), done=done)

    def keep(self, kept: Kept) -> None:
        """Show what is kept now; the sources anew when something else is said of them."""
        super().keep(kept)
        changed, self._own = kept.facts != self._own, kept.facts
        if changed:
            self._show_sources()

    def _show_sources(self) -> None:
        story = self._sourced(self.found or self.story)
        known = {document.id: document for document in story.documents}
        left, right = (known.get(one.id, one) for one in self.documents)
        self.documents = (left, right)
        self.show_story(story, done=not self.working)

    def _sourced(self, story: Story) -> Story:
        from corpus.facts import with_all_own
        from corpus.recast import sourced

        documents = with_all_own(self._unsaid, self._own)
        return story if documents == story.documents else sourced(story, documents)

    def action_original(self) -> None:
        """Open the file of the text that has the keys, as it is on the disk."""
        from tui.original import original

        try:
            found = original(self.documents[self.place.side].source, os.environ)
        except ReaderError as error:
            self.notify(str(error), markup=False)
        else:
            self.notify(self._shown(found) or f"{found.name} was opened", markup=False)

    def _shown(self, found: Original) -> str:
        """Let another program show a file; what went wrong, in a phrase."""
        from tui.original import start
        from tui.outside import trouble_with

        if self.app.is_web:
            return "in a browser no file of another machine is opened"
        if not found.in_terminal:
            return start(found.command)
        try:
            with self.app.suspend():
                trouble = trouble_with(found.command)
        except SuspendNotSupported:
            return "this screen cannot be left for another program"
        self.app.refresh(layout=True)
        return trouble

    def action_facts(self) -> None:
        """Ask what is known of the text that has the keys."""
        from tui.screens.ahead import open_patiently
        from tui.screens.facts import FactsScreen

        document = self.documents[self.place.side]
        unsaid = next((one for one in self._unsaid if one.id == document.id), None)
        if unsaid is None:
            self.notify("there is no text here", markup=False)
            return

        def done(said: Mapping[FactKind, str] | None) -> None:
            if said is not None:
                self.run_worker(self.saving(self.notebook.say(document, said)))

        open_patiently(self, FactsScreen(document, unsaid), done)
