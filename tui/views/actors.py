"""Actors: what each text calls them, the offices it gives them, and what it has them say."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Literal, get_args

from corpus.sanitise import one_line
from tui.casting import office_key
from tui.cells import cells
from tui.place import NOWHERE
from tui.views.across import missing
from tui.views.page import Entry, Page, fitted, tally, times

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.actors.drift import SharedOffice
    from corpus.actors.model import Actor, Statement
    from tui.casting import Said
    from tui.views.page import Known, Line

Shown = Literal[
    "by drift",
    "by mentions",
    "by name",
    "people",
    "bodies",
    "places",
    "unnamed",
    "in every text",
    "in one text",
]
SHOWN: tuple[Shown, ...] = get_args(Shown)

_TYPES = {
    "people": "person",
    "bodies": "organisation",
    "places": "place",
    "unnamed": "unnamed",
}
_AS = {"demonym": " (its people)", "metonym": " (stands for it)"}
_MANY = 8  # so many offices, names, statements of one actor in one text are told
_PLACE = 7  # cells before what one text says of an actor


def actors(known: Known, shown: Shown = "by drift") -> Page:
    """Every actor of the story, with all its texts side by side, those that differ first."""
    chosen = list(_chosen(known, shown))
    entries = [_entry(known, actor) for actor in chosen]
    if shown == "by drift":
        differing = sum(actor.id in known.cast.drifts for actor in chosen)
        entries[differing:differing] = [_office(known, one) for one in known.cast.offices]
    told = "no actors found" if shown == SHOWN[0] else "no such actors; f shows others"
    return Page(f"Actors {len(chosen)}; shown: {shown}", entries, told)


def _chosen(known: Known, shown: Shown) -> Iterable[Actor]:
    found = sorted(known.cast.actors, key=lambda one: -len(one.mentions))
    if shown == "by drift":
        alike = sorted(found, key=lambda one: one.id not in known.cast.alike)
        return sorted(alike, key=lambda one: one.id not in known.cast.drifts)
    if shown == "by name":
        return sorted(found, key=lambda one: one.name.casefold())
    if shown == "in every text":
        return [one for one in found if len(_texts(known, one.id)) == len(known.story.documents)]
    if shown == "in one text":
        return [one for one in found if len(known.cast.counts[one.id]) == 1]
    return [one for one in found if one.type == _TYPES.get(shown, one.type)]


# -- rows


def _entry(known: Known, actor: Actor) -> Entry:
    texts = _texts(known, actor.id)
    apart = len(texts) > 1 or bool(_flag(known, actor))
    rows = partial(_lines, known, actor, texts if apart else [])
    detail = partial(_detail, known, actor)
    return Entry(rows, NOWHERE, actor.id, 1 + len(texts) * apart, detail)


def _lines(known: Known, actor: Actor, texts: Sequence[str], width: int) -> list[Line]:
    if texts:
        middle = _flag(known, actor) or missing(known.story, texts, "mention")
    else:
        (text,) = _texts(known, actor.id) or [""]
        middle = f"only in {text}  {_told(known, actor, text)}" if text else ""
    head = _head(known, actor.id, actor.name, middle, width)
    return [head, *(_row(text, _told(known, actor, text), width) for text in texts)]


def _flag(known: Known, actor: Actor) -> str:
    if actor.id in known.cast.drifts:
        return "≠ OFFICE DIFFERS"
    if actor.id in known.cast.alike:
        return "! SIMILAR NAMES, KEPT APART"
    return "✎ by you" if actor.hand else ""


def _texts(known: Known, key: str) -> list[str]:
    """The texts that have words of an actor or an office."""
    counts = known.cast.counts[key]
    return [document.id for document in known.story.documents if counts[document.id]]


def _head(known: Known, key: str, name: str, middle: str, width: int) -> Line:
    """Who, what is to be said first, and how often in each text."""
    slot = known.lit.slot(key)
    counts = tally(known.story.documents, known.cast.counts[key], width // 2)
    room = width - cells(counts) - 2
    named = fitted(name, max(1, min(room, max(24, room // 3))))
    bare = named.rstrip()
    gap = " " * (len(named) - len(bare) + 1)
    rest = fitted(f"{gap}{middle}", max(0, room - cells(bare)))
    mark = f"lit-{slot}" if slot else "name"
    return [(str(slot or " "), ("number",)), (bare, (mark,)), (f"{rest} {counts}", ())]


def _row(text: str, told: str, width: int) -> Line:
    return [(fitted(f"   {text}", _PLACE), ("number",)), (fitted(told, width - _PLACE), ())]


def _told(known: Known, actor: Actor, text: str) -> str:
    """Offices, verbs and names of an actor in one text."""
    said = known.cast.said(actor, text)
    roles = _each(role.text for role in said.roles)
    verbs = _counted(one.verb.text for one in said.statements)
    called = said.names
    others = [one for one in called if one.words.casefold() != actor.name.casefold()]
    alone = not (roles or verbs or others)
    names = [times(f"“{one.words}”", one.count) for one in (called if alone else others)]
    parts = ("; ".join(roles), ", ".join(verbs), ", ".join(_first(names)))
    return " · ".join(part for part in parts if part)


def _each(words: Iterable[str]) -> list[str]:
    return _first(list(dict.fromkeys(one_line(one) for one in words)))


def _counted(words: Iterable[str]) -> list[str]:
    counted = Counter(one_line(one).lower() for one in words)
    return _first([times(one, count) for one, count in counted.most_common()])


def _first(told: list[str]) -> list[str]:
    """No more than can be read, and how many more there are."""
    more = len(told) - _MANY
    return [*told[:_MANY], f"{more} more"] if more > 1 else told


# -- offices


def _office(known: Known, office: SharedOffice) -> Entry:
    key = office_key(office)
    texts = _texts(known, key)

    def lines(width: int) -> list[Line]:
        apart = key in known.cast.apart
        flag = "≠ ONE OFFICE, OTHER HOLDER" if apart else "one office, several holders"
        head = _head(known, key, office.words, flag, width)
        return [head, *(_row(text, _holders(known, office, text), width) for text in texts)]

    return Entry(lines, NOWHERE, key, 1 + len(texts))


def _holders(known: Known, office: SharedOffice, text: str) -> str:
    held = office.holders_in(text)
    names = (f"{known.cast.by_id[h.actor].name}, “{one_line(h.role.text)}”" for h in held[:_MANY])
    more = f"; {len(held) - _MANY} more" if len(held) > _MANY else ""
    return "; ".join(names) + more


# -- below


def _detail(known: Known, actor: Actor) -> list[str]:
    """What the texts call an actor, why names were merged or kept apart, and what it says."""
    said = {text: known.cast.said(actor, text) for text in _texts(known, actor.id)}
    return [
        *(f"{text}  {_called(one)}" for text, one in said.items()),
        *(f"{text}  office: {_offices(one)}" for text, one in said.items() if one.roles),
        *(f"! {words}" for words in known.cast.alike.get(actor.id, ())),
        *(f"✎ {one.words}" for one in actor.hand if one.words not in actor.why),
        *_first(list(actor.why)),
        *(line for text in said for line in _statements(known, said[text].statements)),
    ]


def _called(said: Said) -> str:
    """The names one text has for an actor, and what kind of names they are."""
    names = [times(f"“{one.words}”{_AS.get(one.kind, '')}", one.count) for one in said.names]
    pronouns = [times("by pronoun", said.pronouns)] if said.pronouns else []
    return ", ".join([*_first(names), *pronouns])


def _offices(said: Said) -> str:
    return "; ".join(_each(role.text for role in said.roles))


def _statements(known: Known, said: Sequence[Statement]) -> list[str]:
    shown = [_statement(known, one) for one in said[:_MANY]]
    more = len(said) - len(shown)
    return [*shown, f"{said[0].document}  {more} more"] if more else shown


def _statement(known: Known, said: Statement) -> str:
    passage = known.story.document(said.document).passage_at(said.verb.start)
    place = f"{said.document}·{passage.number}" if passage else said.document
    content = one_line(" … ".join(part.text for part in said.content))
    return f"{place}  {one_line(said.verb.text)} ({said.mode}): {content}"
