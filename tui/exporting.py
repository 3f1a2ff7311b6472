"""Writing what is shown into a file: what it is called, what goes into it, how it is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from corpus.errors import OutputError
from corpus.report.wanted import EVERYTHING, Part, Wanted
from corpus.sanitise import one_line, sanitise

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from corpus.links.model import Grade
    from corpus.report.standing import Standing
    from corpus.story import Story
    from corpus.text import Document
    from tui.views import View

Form = Literal["md", "html", "csv", "jsonld", "json", "txt", "svg", "picture"]
"""The formats of a report; ``picture`` is the screen itself."""
FORMS: tuple[Form, ...] = get_args(Form)

_NOTES: frozenset[Part] = frozenset({"notes"})
_WITH_NOTES: frozenset[Form] = frozenset({"md", "html", "txt"})
_NAMED = 3  # texts that a file is named after
_LONGEST = 24  # code points of a text's name in it: together few enough bytes in any script
_ENDINGS: Mapping[Form, str] = {"picture": "svg"}
_PARTS: Mapping[View, Part] = {
    "matches": "pairs",
    "gaps": "gaps",
    "actors": "actors",
    "frames": "frames",
    "notes": "notes",
}
_CALLED: Mapping[View, str] = {
    "read": "all of the comparison",
    "matches": "all linked pairs",
    "gaps": "all gaps",
    "actors": "all actors",
    "frames": "all frames",
    "notes": "the notes listed",
}


class Export(NamedTuple):
    """What can be written out from where the reader is.

    Attributes:
        view: that is shown.
        story: as it is shown.
        notes: gives the notes on its texts, or those listed.
        bar: the weakest grade of a link that is shown.
        picture: the screen as SVG.
    """

    view: View
    story: Story
    notes: Callable[[], Awaitable[Sequence[Standing]]]
    bar: Grade = "weak"
    picture: str = ""

    @property
    def called(self) -> str:
        """What the view's export holds, in a few words."""
        graded = self.bar != "weak" and self.view in {"read", "matches"}
        return _CALLED[self.view] + (f", {self.bar} links and better" if graded else "")

    @property
    def sources(self) -> tuple[str, ...]:
        """The files that are never written over."""
        return tuple(document.source for document in self.story.documents)


def called_all() -> str:
    """What the export of everything holds, in a few words."""
    return _CALLED["read"]


def written(
    export: Export, form: Form, notes: Sequence[Standing], *, everything: bool = False
) -> str:
    """The text of the file."""
    if form == "picture":
        return export.picture
    from corpus.report import render

    part = None if everything else _PARTS.get(export.view)
    parts: frozenset[Part] = frozenset({part}) if part else EVERYTHING.parts
    parts |= _NOTES if form in _WITH_NOTES else frozenset()
    return render(export.story, form, notes, Wanted(parts, least=export.bar))


def offered(export: Export, form: Form, folder: Path, *, everything: bool = False) -> str:
    """A name for the file that is free in ``folder``, such as ``agency-paper-gaps.md``."""
    view: View = "read" if everything else export.view
    named = [_stem(one) for one in export.story.documents[:_NAMED]]
    stem = "-".join([*named, *([] if view == "read" and form != "picture" else [view])])
    ending = _ENDINGS.get(form, form)
    name, number = f"{stem}.{ending}", 2
    while (folder / name).exists():
        name, number = f"{stem}-{number}.{ending}", number + 1
    return name


def _stem(document: Document) -> str:
    """The text's name in letters, digits and dashes."""
    name = Path(document.name).stem or document.id
    words = "".join(c if c.isalnum() or c in "_." else " " for c in name).split()
    return "-".join(words)[:_LONGEST].strip("-.") or document.id


def place(typed: str) -> Path:
    """The file that is meant; OutputError for what can be no name of one."""
    name = typed.strip()
    if not name:
        raise OutputError("type a name for the file")
    if sanitise(name).text != name or "\n" in name:
        raise OutputError("a file's name cannot have characters that control or hide")
    try:
        return Path(name).expanduser().absolute()
    except RuntimeError as error:
        raise OutputError(f"{one_line(name)}: there is no such home folder") from error


def there(path: Path) -> bool:
    """Whether a file of this name lies there; no such name is no file."""
    try:
        return path.is_file()
    except OSError:
        return False


def save(text: str, path: Path, sources: Sequence[str], *, replace: bool) -> Path:
    """Write the file whole or not at all; gives where it lies.

    Raises:
        ReaderError: it is one of the texts, holds the notes, is no regular
            file, or cannot be written; what stood there is untouched.
    """
    from corpus.writing import write_new
    from tui.output import destination

    file = destination(str(path), sources, force=replace)
    write_new(file, text, force=replace)
    return file


def picture_of(svg: str) -> str:
    """A screenshot without fonts from a server, its spaces kept, the same each time."""
    import re

    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    svg = svg.replace("<svg ", '<svg xml:space="preserve" ', 1)  # or spaces at an edge are lost
    return svg.replace("Fira Code", "DejaVu Sans Mono")
