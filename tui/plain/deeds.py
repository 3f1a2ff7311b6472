"""Commands that decide or write out; each returns when it is safe on the disk."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import OutputError, ReaderError
from corpus.sanitise import sanitise
from tui.plain import words
from tui.plain.session import NOT_SAVED
from tui.ruling import confirming, ends_here, rejecting, ruled_before

if TYPE_CHECKING:
    from corpus.links.rulings import Verdict
    from corpus.report import Format
    from tui.plain.session import Session

_RULED = {"made": "linked", "confirmed": "confirmed", "rejected": "rejected"}


# -- links


def confirm(session: Session, _: str) -> None:
    """Confirm the link, or link the two current passages; again takes it back."""
    _rule(session, confirming(session.state.place.tie))


def reject(session: Session, _: str) -> None:
    """Reject the link; one made by hand, or rejected before, is taken back."""
    tie = session.state.place.tie
    before = ruled_before(session.state.story, ends_here(session.state.facing, session.state.place))
    if tie is None and before is None:
        session.say("No linked pair here.")
    else:
        _rule(session, rejecting(tie) if tie else None)


def _rule(session: Session, verdict: Verdict | None) -> None:
    state = session.state
    if not all(document.passages for document in state.facing.documents):
        session.say("There are no two passages to link.")
        return
    ends = ends_here(state.facing, state.place)
    before = ruled_before(state.story, ends)
    told = " and ".join(f"{end.document}, passage {end.passages[0]}" for end in ends)
    if verdict is not None:
        if session.save(session.notebook.rule(verdict, *ends, before)):
            session.say(f"Saved: {told}, {_RULED[verdict]}; u takes it back.")
            session.say(words.bar(session.state))
    elif before is not None and session.save(session.notebook.take_back(before)):
        session.say(f"Saved: the decision on {told} is taken back.")


# -- undoing


def undo(session: Session, _: str) -> None:
    """Undo the last change to notes and decisions on these texts."""
    _reverse(session, "undo")


def redo(session: Session, _: str) -> None:
    """Do it again."""
    _reverse(session, "redo")


def _reverse(session: Session, which: str) -> None:
    deed = session.notebook.undo() if which == "undo" else session.notebook.redo()
    done = session.ask_notebook(deed, NOT_SAVED)
    if done is None:
        return
    session.keep(done[1])
    session.say(f"Saved: {which} done." if done[0] else f"Nothing to {which}.")
    if done[0]:
        session.say(words.bar(session.state))


# -- a report


def export(session: Session, file: str) -> None:
    """Write the comparison to a new file; its ending says the form."""
    from corpus.report import FORMATS, render
    from corpus.writing import write_new
    from tui.output import destination

    name = file.strip() or session.line(f"To which file? Endings: {', '.join(FORMATS)}.").strip()
    if not name:
        session.say("Nothing is written.")
        return
    form = _form(name)
    sources = [document.source for document in session.state.story.documents]
    try:
        place = destination(os.path.expanduser(name), sources, force=True)  # noqa: PTH111 - a text
        if place.exists():
            raise OutputError(f"{name}: it exists already; name another file")
        write_new(place, sanitise(render(session.state.story, form)).text)
    except ReaderError as error:
        session.say(words.sentence(f"Not written: {error}"))
    else:
        session.say(f"Written: {place}, as {form}.")


def _form(name: str) -> Format:
    """The form that a file's ending says, else Markdown."""
    from corpus.report import FORMATS

    ending = Path(name).suffix.removeprefix(".")
    found: list[Format] = [form for form in FORMATS if form == ending]
    return found[0] if found else "md"
