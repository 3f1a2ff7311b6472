"""Runs of capitalised words taken apart into names of persons, bodies and places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.actors.body_names import (
    body_end,
    body_piece,
    club_end,
    extended_end,
    is_team,
    legal_end,
    run_end,
    site_end,
)
from corpus.actors.flags import (
    ACRONYM,
    BODY,
    CALENDAR,
    CAPITAL,
    COMMON,
    DETERMINER,
    FUNCTION,
    GIVEN,
    HONORIFIC,
    KNOWN,
    MARK,
    OFFICE,
    PARTICLE,
    SITE,
    SURNAME,
    THING,
    TITLE,
)
from corpus.actors.lexicon import lexicon
from corpus.actors.line import Line
from corpus.actors.person_names import classified, name_end, nickname_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.actors.sightings import Sighting
    from corpus.actors.words import Words


@dataclass(frozen=True)
class Chunker:
    """Finds the names in one document's words.

    ``seen`` holds the words the story writes with a capital inside sentences:
    at a sentence's start only they, and words that are no common ones, are names.
    """

    document: int
    words: Words
    seen: frozenset[str]

    def sightings(self) -> Iterator[Sighting]:
        """All names in reading order; a place inside a body's name follows it."""
        for number, sentence in enumerate(self.words.sentences):
            yield from _line_sightings(Line(self.document, self.words, self.seen, number, sentence))


def capitals_inside(words: Words) -> Iterator[str]:
    """The words written with a capital where only a name has one."""
    flags, names = words.flags, words.name
    for sentence in words.sentences:
        if not sentence.capitals:
            continue
        for at in range(sentence.first + 1, sentence.last):
            if flags[at] & CAPITAL and not flags[at - 1] & MARK:
                yield names[at]


def _title_gender(word: str) -> str:
    groups = lexicon().groups
    low = word.lower()
    return "m" if low in groups["honorific_m"] else "f" if low in groups["honorific_f"] else ""


def _line_sightings(line: Line) -> Iterator[Sighting]:
    at, last = line.sentence.first, line.sentence.last
    if line.sentence.dateline:
        yield _dateline(line, line.sentence.dateline)
        at += line.sentence.dateline
    while at < last:
        bits = line.flags[at]
        if bits & CAPITAL:
            end = run_end(line, at)
            found, at = _pieces(line, at, end)
            yield from found
        elif bits & KNOWN and not bits & (COMMON | FUNCTION) and (n := line.known_length(at)):
            yield line.known(at, at + n, line.entry(at, n))
            at += n
        else:
            at += 1


def _dateline(line: Line, length: int) -> Sighting:
    at = line.sentence.first
    if line.known_length(at) == length:
        return line.known(at, at + length, line.entry(at, length))
    return line.sighting(at, at + length, "place", firm=True)


def _pieces(line: Line, at: int, end: int) -> tuple[list[Sighting], int]:
    if line.sentence.capitals and _is_shouted(line, at, end):
        return _pieces(replace(line, sentence=replace(line.sentence, capitals=False)), at, end)
    found: list[Sighting] = []
    gender = ""
    reached = end
    while at < end:
        step = _skipped(line, at, end)
        if step:
            gender = _title_gender(line.name[at]) or gender
            if line.flags[at] & (OFFICE | HONORIFIC | COMMON) and not line.flags[at] & FUNCTION:
                found.append(line.maybe(at))
            at += step
            continue
        pieces, at = _piece(line, at, end, gender)
        found += pieces
        gender = ""
        reached = max(reached, at)
    return found, reached


def _is_shouted(line: Line, at: int, end: int) -> bool:
    """Whether a run is a headline in capitals that stands inside a sentence."""
    common = sum(bool(line.flags[i] & COMMON) for i in range(at, end))
    shouted = sum(line.name[i].isupper() and len(line.name[i]) > 1 for i in range(at, end))
    return common > 1 and shouted > 2 and 3 * shouted >= 2 * (end - at)


def _skipped(line: Line, at: int, end: int) -> int:
    """How many words at the start of a piece are no part of a name."""
    bits = line.flags[at]
    if not bits & CAPITAL and (bits & PARTICLE or not line.name[at][0].isalnum()):
        return 1
    if bits & CALENDAR and line.is_date(at):
        return 1
    if _known_here(line, at, end):
        return 0
    if bits & (HONORIFIC | OFFICE) and not (bits & BODY and body_end(line, at, end)):
        return 0 if bits & GIVEN and _given_before_family(line, at, end) else 1
    if bits & FUNCTION and not bits & DETERMINER and not line.opens(at) and body_end(line, at, end):
        return 0
    if bits & FUNCTION and (line.opens(at) or not bits & (GIVEN | SURNAME)):
        return 0 if line.known_length(at) else 1
    if bits & COMMON and line.opens(at) and not _starts_name(line, at, end):
        return 1
    return 0


def _known_here(line: Line, at: int, end: int) -> int:
    length = line.known_length(at)
    if not length:
        return 0
    alone = length == 1 and line.flags[at] & COMMON and not _is_country(line, at)
    if alone and line.opens(at) and line.name[at] not in line.seen and not line.acts(at + 1):
        return 0
    return 0 if alone and line.flags[at] & (GIVEN | HONORIFIC) and at + 1 < end else length


def _is_country(line: Line, at: int) -> bool:
    entry = line.entry(at, 1)
    return entry.type == "place" and entry.sort not in ("city", "region")


def _given_before_family(line: Line, at: int, end: int) -> bool:
    return at + 1 < end and not line.flags[at + 1] & (COMMON | TITLE)


def _starts_name(line: Line, at: int, end: int) -> bool:
    """Whether a common word at a sentence's start begins a name all the same."""
    if body_end(line, at, end) and line.sentence.capitals:
        return True
    alone = at + 1 == end
    if not line.sentence.capitals and alone:
        return False
    if alone:
        family = bool(line.flags[at] & SURNAME) and line.acts(end)
        return family or line.name[at] in line.seen
    return _begins_longer_name(line, at)


def _begins_longer_name(line: Line, at: int) -> bool:
    after = line.flags[at + 1]
    if line.flags[at] & GIVEN and not after & (COMMON | TITLE | CALENDAR):
        return True
    if line.name[at] in line.seen and after & PARTICLE and not after & CAPITAL:
        return True
    opens_place = line.name[at].lower() in lexicon().group("place_opener")
    return (opens_place or line.is_family_first(at)) and not after & COMMON


def _piece(line: Line, at: int, end: int, gender: str) -> tuple[list[Sighting], int]:
    length = _known_here(line, at, end)
    if length and not _person_named_like_place(line, at, length, end, gender):
        return _known_piece(line, at, at + length, end)
    body = body_end(line, at, end) or club_end(line, at, end)
    if body:
        return body_piece(line, at, body)
    site = site_end(line, at, end)
    if site:
        return [line.sighting(at, site, "place", firm=True)], site
    nickname = nickname_end(line, at) if at + 1 == end else 0
    if nickname:
        name = f"{line.name[at]} {line.words.say(nickname, nickname + 1)}"
        found = line.sighting(at, nickname + 1, "person", gender, firm=True)
        return [replace(found, name=name)], nickname + 1
    stop = name_end(line, at, end)
    return classified(line, at, stop, gender), stop


def _person_named_like_place(line: Line, at: int, length: int, end: int, gender: str) -> bool:
    entry = line.entry(at, length)
    if length != 1 or entry.form == "demonym":
        return False
    if gender and at + 1 == end and line.flags[at - 1] & HONORIFIC:
        return True
    after = at + 1
    if after >= end or not line.flags[at] & GIVEN:
        return False
    return not line.flags[after] & (TITLE | BODY | SITE | THING | CALENDAR | COMMON | KNOWN)


def _known_piece(line: Line, at: int, after: int, end: int) -> tuple[list[Sighting], int]:
    entry = line.entry(at, after - at)
    if entry.type == "organisation" and legal_end(line, after, end) > after:
        return [line.known(at, legal_end(line, after, end), entry)], legal_end(line, after, end)
    body = body_end(line, at, end, after) if after < end else 0
    if body and (entry.type == "place" or not line.flags[after] & (GIVEN | ACRONYM)):
        return body_piece(line, at, body)
    if entry.type == "place" and entry.form != "demonym" and after < end:
        site = site_end(line, after if line.name[after].lower() == "state" else at, end)
        if site and site < end and is_team(line, site, end):
            return [line.sighting(at, site + 1, "organisation")], site + 1
        if site:
            return [line.sighting(at, site, "place", firm=True)], site
        if is_team(line, after, end):
            return [line.sighting(at, after + 1, "organisation")], after + 1
    if entry.type == "organisation" and line.flags[after - 1] & BODY and after == end:
        extended = extended_end(line, after)
        if extended > after:
            return body_piece(line, at, extended)
    return [line.known(at, after, entry)], max(after, at + 1)
