"""A reader's aliases, which hold in every story, carried out on the actors of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.again import Company
from corpus.actors.called import Callers, are_one, folded
from corpus.actors.overrule import in_order, merge_in, new_actor, rename_in, retype_in, split_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.actors.aliases import Alias
    from corpus.actors.model import Actor, Mention

BY_ALIASES = "your aliases"


def with_aliases(actors: tuple[Actor, ...], aliases: Sequence[Alias]) -> tuple[Actor, ...]:
    """The actors with the aliases carried out in turn; the very same where none changes any."""
    if not aliases:
        return actors
    company = Company(actors)
    callers = Callers(company)
    changed = False
    for alias in aliases:
        made = _carried_out(alias, company, callers)
        callers.note(made)
        changed = changed or bool(made)
    return in_order(company) if changed else actors


def _carried_out(alias: Alias, company: Company, callers: Callers) -> Sequence[Actor]:
    """The actors that an alias made."""
    if alias.says == "same":
        return _same(alias, company, callers)
    if alias.says == "apart":
        return _apart(alias, company, callers)
    return _typed(alias, company, callers)


def _typed(alias: Alias, company: Company, callers: Callers) -> Sequence[Actor]:
    found = callers.called(alias.names[0])
    made = (retype_in(company, one, alias.type or one.type, BY_ALIASES) for one in found)
    return [actor for actors in made for actor in actors]


def _same(alias: Alias, company: Company, callers: Callers) -> Sequence[Actor]:
    every = [actor for name in alias.names for actor in callers.called(name)]
    found = list({actor.id: actor for actor in every}.values())
    if not found:
        return ()
    chief, *others = found
    made: Sequence[Actor] = ()
    for other in others:
        made = merge_in(company, company.actors[chief.id], other, BY_ALIASES)
    return rename_in(company, company.actors[chief.id], alias.names[0], BY_ALIASES) or made


def _apart(alias: Alias, company: Company, callers: Callers) -> Sequence[Actor]:
    every = [actor for name in alias.names for actor in callers.spoken_of(name)]
    found = {actor.id: actor for actor in every}.values()
    return [made for actor in found for made in _taken_apart(actor, alias.names, company)]


def _taken_apart(actor: Actor, names: Sequence[str], company: Company) -> Sequence[Actor]:
    """The actors made of one that is called by several of the names.

    Itself it keeps the mentions that tell nothing, with those by its chief
    name, or by the commonest.
    """
    shares = _shares(actor, names)
    by_use = sorted(shares, key=lambda name: -len(shares[name]))
    named = (name for name in by_use if folded(name) == folded(actor.name))
    chief = next(named, None) or next(iter(by_use), None)
    made: list[Actor] = []
    for name, going in shares.items():
        if name != chief:
            new = new_actor(company, name, actor.type)
            made += split_in(company, company.actors[actor.id], going, new, BY_ALIASES)
    return made


def _shares(actor: Actor, names: Sequence[str]) -> Mapping[str, Sequence[Mention]]:
    """The mentions of an actor that are forms of one of the names, by that name."""
    shares: dict[str, list[Mention]] = {}
    for mention in actor.mentions:
        if mention.kind in ("name", "demonym", "metonym"):
            name = _owner(actor, mention.text, names)
            if name is not None:
                shares.setdefault(name, []).append(mention)
    return shares


def _owner(actor: Actor, words: str, names: Sequence[str]) -> str | None:
    """The one name that these words are a form of."""
    exactly = [name for name in names if folded(name) == folded(words)]
    alike = exactly or [name for name in names if are_one(actor.type, name, words)]
    return alike[0] if len(alike) == 1 else None
