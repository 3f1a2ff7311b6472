"""What widgets say to their screen: one dataclass and one sentence each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Key

    from corpus.story import Story
    from tui.commands.sources import Read
    from tui.facing import Facing, Tie
    from tui.layout import Tops
    from tui.place import Place
    from tui.views.page import Entry


@dataclass(eq=False)
class TextsRead(Message):
    """Texts that were shown as they begin are read; ``held`` are the keys that wait for them.

    ``before``, ``place`` and ``tops`` are where the reader is in the beginnings.
    """

    found: Read
    before: Facing
    place: Place
    tops: Tops
    held: Sequence[Key]


@dataclass(eq=False)
class WordsClicked(Message):
    """The reader clicked on a character of one side."""

    side: int
    offset: int


@dataclass(eq=False)
class WordsPicked(Message):
    """The reader clicked twice on a character of one side."""

    side: int
    offset: int


@dataclass(eq=False)
class WordsDragged(Message):
    """The reader drew the mouse over words of one side, ``start`` to ``end``, end exclusive."""

    side: int
    start: int
    end: int


@dataclass(eq=False)
class RibbonClicked(Message):
    """The reader clicked on the ribbon of a linked pair; ``side`` is where that leads."""

    tie: Tie
    side: int


@dataclass(eq=False)
class EntryReached(Message):
    """The cursor of a view stands on another entry."""

    entry: Entry


@dataclass(eq=False)
class EntryChosen(Message):
    """The reader wants to go where an entry of a view leads."""

    entry: Entry


@dataclass(eq=False)
class CastChosen(Message):
    """The reader wants to see all words of an actor or a frame, known by its key."""

    key: str


@dataclass(eq=False)
class WordsCopied(Message):
    """The reader takes these words out; ``what`` names them, for longer when ``lasting``."""

    words: str
    what: str
    lasting: bool = False


@dataclass(eq=False)
class StoryBroken(Message):
    """What was being looked for cannot be found, because of a defect; the texts stay."""

    words: str


@dataclass(eq=False)
class StorySought(Message):
    """So much of the search is done, in [0, 1]."""

    share: float


@dataclass(eq=False)
class SearchRefused(Message):
    """Nothing is looked for in these texts; a sentence says why."""

    words: str


@dataclass(eq=False)
class SettingRefused(Message):
    """A file of the reader's settings cannot be used; the sentence names it."""

    words: str


@dataclass(eq=False)
class StoryUnfolded(Message):
    """More of the story was found in the background; ``done`` with the last of it."""

    story: Story
    done: bool


@dataclass(eq=False)
class TextsWanted(Message):
    """The reader wants other texts opened; ``at`` is a place in them as ``--at`` takes it.

    ``tour``: after being shown round. ``found``: what could be read of them, if they were read.
    """

    sources: tuple[str, ...]
    at: str
    tour: bool = False
    found: Read | None = None
