"""Taking out: the passage, the selection or the linked pair; into a file what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.keys import key_for
from tui.messages import WordsCopied
from tui.screens.seeking import SeekingScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.report.standing import Standing
    from corpus.text import Span
    from tui.exporting import Form


class CopyingScreen(SeekingScreen):
    """The facing texts and their views, from which words can be taken."""

    def action_copy(self) -> None:
        """Copy the selected words, or the current passage, with where they stand."""
        span = self.words_here()
        if span is None:
            self.notify("there is nothing to copy", markup=False)
        else:
            self.post_message(WordsCopied(self._quoted(self.place.side, span), "the quotation"))

    def action_interrupt(self) -> None:
        """Copy the selection; without one say how to leave: nobody leaves by mistake."""
        if self.selection is not None:
            self.action_copy()
        else:
            leaves = f"{key_for('quit')} leaves, everything is saved"
            self.notify(f"{leaves}; {key_for('copy')} copies", markup=False)

    def action_copy_pair(self) -> None:
        """Copy both passages of the linked pair, with why they are linked."""
        tie = self.place.tie
        if tie is None:
            self.notify("no linked pair here", markup=False)
            return
        from tui.why import cautions, reasons, title

        quotes = [
            self._quoted(side, document.passage(number).span)
            for side, (document, number) in enumerate(
                zip(self.documents, self.place.numbers, strict=True)
            )
        ]
        why = [f"- {line}" for line in (*reasons(tie), *cautions(tie))]
        words = "\n".join([*quotes, f"{title(self.here, tie)}\n", *why, ""])
        self.post_message(WordsCopied(words, "the pair"))

    def _quoted(self, side: int, span: Span) -> str:
        """Words with their source, and the command that opens the texts there."""
        from corpus.report.citation import opening, quoted

        document = self.documents[side]
        passage = document.passage_at(span.start)
        at = passage.number if passage else f"{span.start}-{span.end}"
        sources = [each.source for each in self.story.documents]
        return quoted(document, span, opening(sources, f"--at {document.id}:{at}"))

    def action_export(self, form: Form = "md") -> None:
        """Ask for a format and a file, and write what is shown."""
        if self.working:
            self.notify("the texts are still being compared: export when that is done")
            return
        from tui.exporting import Export
        from tui.screens.exporting import ask_export

        ask_export(self, Export(self.view, self.story, self._standings, self.here.bar), form)

    async def _standings(self) -> Sequence[Standing]:
        """The notes on all texts of the story."""
        from tui.catalogue import Asked

        found = await self.notebook.catalogue(Asked(self.story.documents, self.story.actors))
        return [one.standing for one in found.listed]
