"""Commands on notes; each returns after COMMIT, and only then says that it is saved."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from corpus.report.parts import counted
from corpus.sanitise import one_line
from tui import place as moves
from tui.form import Form, drafted, filled, form_of, tag_line, tags_in
from tui.plain import words
from tui.plain.state import Item, Reply, gone, listing, with_text

if TYPE_CHECKING:
    from corpus.notes.model import Draft, Note
    from tui.catalogue import Listed
    from tui.plain.session import Session
    from tui.plain.state import State

_BARE_STAR = Form(starred=True)


def note(session: Session, said: str) -> None:
    """A note on the current passage."""
    draft = _draft(session.state)
    if draft is None:
        session.say("There is no passage here.")
    else:
        _write(session, draft, words.name(session.state), said)


def note_pair(session: Session, said: str) -> None:
    """A note on the linked pair."""
    from corpus.notes.subjects import about_pair

    tie = session.state.place.tie
    if tie is None:
        session.say("No linked pair here.")
        return
    documents = session.state.facing.documents
    one, other = (
        f"{d.id}, passage {number}" for d, number in zip(documents, tie.numbers, strict=True)
    )
    _write(session, about_pair(documents, tie.link.a, tie.link.b), f"{one}, and {other}", said)


def _write(session: Session, draft: Draft, what: str, said: str) -> None:
    text = said or session.text(f"Note on {what}. Type it; an empty line saves it.")
    if not text.strip():
        session.say("An empty note is not saved; s makes a star.")
    elif session.save(session.notebook.add(drafted(draft, Form(text)))):
        session.say(f"Saved: note on {what}.")


def star(session: Session, _: str) -> None:
    """Star the current passage, or take its star away."""
    draft = _draft(session.state)
    if draft is None:
        session.say("There is no passage here.")
        return
    name = words.name(session.state)
    bare = [one for one in _here(session.state) if form_of(one) == _BARE_STAR]
    if bare and session.save(session.notebook.delete(bare[0])):
        session.say(f"Saved: no star on {name}.")
    elif not bare and session.save(session.notebook.add(drafted(draft, _BARE_STAR))):
        session.say(f"Saved: star on {name}.")


def tag(session: Session, line: str) -> None:
    """Tags of the passage's note, or of a new one."""
    draft, there = _draft(session.state), _here(session.state)
    chosen = _one_of(session, there) if there else None
    if draft is None or (there and chosen is None):
        return
    form = form_of(chosen or draft)
    now = tag_line(form.tags) or "none"
    tags = tags_in(line or session.line(f"Tags now: {now}. Type them with commas between."))
    if not tags:
        session.say("The tags stay as they are.")
        return
    tagged = replace(form, tags=tags)
    book = session.notebook
    deed = book.edit(filled(chosen, tagged)) if chosen else book.add(drafted(draft, tagged))
    if session.save(deed):
        session.say(f"Saved: tags {tag_line(tags)}.")


def edit(session: Session, said: str) -> None:
    """Other words for the passage's note."""
    chosen = _one_of(session, _here(session.state))
    if chosen is None:
        return
    text = said or session.text(f"The note says: {words.note(chosen)}. Type it anew.")
    if not text.strip():
        session.say("The note stays as it was.")
    elif session.save(session.notebook.edit(replace(chosen, text=text))):
        session.say("Saved: the note has the new words.")


def delete(session: Session, which: str) -> None:
    """Delete the passage's note, or one by its number in the last list of notes."""
    if which:
        number = int(which) if which.isdecimal() and len(which) < 9 else 0
        if not 1 <= number <= len(session.notes_listed):
            session.say("There is no such note in the last list; notes lists them.")
            return
        chosen: Note | None = session.notes_listed[number - 1]
    else:
        chosen = _one_of(session, _here(session.state))
    if chosen is not None and session.save(session.notebook.delete(chosen)):
        session.notes_listed = ()
        session.say(f"Saved: deleted the note: {words.note(chosen)}; u brings it back.")


def _draft(state: State) -> Draft | None:
    from corpus.notes.subjects import about_span

    if not state.document.passages:
        return None
    return about_span(state.document, state.document.passage(state.place.number).span)


def _here(state: State) -> list[Note]:
    return words.noted_here(state, state.place.side, state.place.number)


def _one_of(session: Session, notes: list[Note]) -> Note | None:
    """The only note, or the one the reader says by its number."""
    if len(notes) < 2:
        if not notes:
            session.say("No note on this passage.")
        return notes[0] if notes else None
    session.say(*(f"{at}: {words.note(one)}" for at, one in enumerate(notes, 1)))
    said = session.line("Which note? Its number; an empty line leaves them.").strip()
    if said.isdecimal() and len(said) < 9 and 1 <= int(said) <= len(notes):
        return notes[int(said) - 1]
    session.say("No note was chosen.")
    return None


# -- the list of notes


def notes(session: Session, line: str) -> None:
    """All notes on these texts with how each stands; a number goes to one."""
    from corpus.notes.filters import holds, read_filter
    from tui.catalogue import Asked

    story = session.state.story
    found = session.ask_notebook(session.notebook.catalogue(Asked(story.documents, story.actors)))
    if found is None:
        return
    terms = read_filter(line)
    listed = [one for one in found.listed if holds(terms, one.facets)]
    session.notes_listed = tuple(one.note for one in listed)
    items = [Item(partial(_listed, session.state, o), partial(_to_note, one=o)) for o in listed]
    head = f"{counted(len(listed), 'note')}{' of those asked for' if line else ''}."
    session.take(listing(session.state, items, head))


def _listed(state: State, one: Listed) -> str:
    ends = [
        f"{_letter(state, end.source)}, passage {end.passage or 'unknown'}, "
        f"“{one_line(end.target.quote)}”"
        for end in one.standing.ends
        if end.target.document
    ]
    on = f"; on {'; '.join(ends)}" if ends else ""
    return words.sentence(f"{one.standing.anchor.state}: {words.note(one.note)}{on}")


def _letter(state: State, source: str) -> str:
    return next((d.id for d in state.story.documents if d.source == source), "another text")


def _to_note(state: State, one: Listed) -> Reply:
    span = one.standing.anchor.span
    if span is None or one.document is None:
        return Reply(state, ["Its words are not found in these texts."])
    document = next(d for d in state.story.documents if d.id == one.document.id)
    shown = with_text(state, document)
    moved = gone(shown, moves.at_words(shown.facing, shown.place, shown.place.side, span))
    return Reply(moved, words.passage(moved))
