"""Whether two names can be one body's or one place's."""

from __future__ import annotations

from functools import lru_cache

from corpus.actors.lexicon import lexicon
from corpus.actors.spelling import fold, scripts, sound
from corpus.actors.tokens import tokenise

_SAME_WORD = {
    "centre": "center", "organisation": "organization", "defence": "defense", "labour": "labor",
    "programme": "program", "theatre": "theater", "cooperation": "co-operation",
    "corp.": "corporation", "corp": "corporation", "co.": "company",
    "co": "company", "inc.": "inc", "ltd.": "limited",
    "ltd": "limited", "&": "and", "dept": "department", "govt": "government", "univ": "university",
    "intl": "international", "assn": "association", "natl": "national",
}  # fmt: skip
_EMPTY = frozenset({"the", "of", "for", "and", "a", "an", "in", "on", "'s", "’s", ",", "de", "&"})
# Words for a firm's legal form: they tell no body from another.
LEGAL_FORMS = frozenset(
    {"inc", "limited", "corporation", "company", "llc", "plc", "ag", "sa", "gmbh", "group",
     "holdings", "incorporated", "nv", "spa", "oao", "ooo", "pjsc", "pvt", "pty", "bv", "oy", "ab",
     "jsc", "ojsc", "llp", "asa", "kg", "se", "sas", "srl", "bhd", "sdn", "s.a", "n.v", "b.v"}
)  # fmt: skip
_PLURALS = ("ies", "y"), ("s", "")


@lru_cache(maxsize=16384)
def body_words(name: str) -> tuple[str, ...]:
    """The words that tell a body from others, in order.

    Known places, their people and seats stand for the place itself, written
    with an @ in front; legal forms and empty words are left out.
    """
    words = [t.text for t in tokenise(name)]
    found: list[str] = []
    at = 0
    while at < len(words):
        length = _known_length(words, at)
        if length:
            entry = lexicon().known[tuple(words[at : at + length])]
            found.append("@" + fold(entry.name))
            at += length
        else:
            found.append(_one_spelling(words[at]))
            at += 1
    kept = [w for w in found if w and w not in _EMPTY and (w[0] == "@" or w[0].isalnum())]
    if "ministry" in kept and len(kept) > 2:
        kept = [w for w in kept if w != "affairs"]  # the Foreign Ministry
    return tuple(w for w in kept if w not in LEGAL_FORMS) or tuple(kept) or (fold(name),)


def _known_length(words: list[str], at: int) -> int:
    known, reach = lexicon().known, lexicon().reach
    for length in range(min(reach.get(words[at], 0), len(words) - at), 0, -1):
        entry = known.get(tuple(words[at : at + length]))
        if entry is None or length == len(words):
            continue
        if entry.type == "place" or entry.name in ("United Nations", "European Union"):
            return length
    return 0


def _one_spelling(word: str) -> str:
    low = word.lower()
    return _SAME_WORD.get(low, _SAME_WORD.get(fold(low), fold(low)))


def places_in(name: str) -> frozenset[str]:
    """The places a body's name holds."""
    return frozenset(w for w in body_words(name) if w[0] == "@")


def initials(name: str) -> frozenset[str]:
    """What a name can be shortened to: its first letters, with and without small words."""
    words = [t.text for t in tokenise(name) if t.text[0].isalnum()]
    parts = [p for w in words for p in w.split("-") if p]
    small = _EMPTY
    big = [p for p in parts if p.lower() not in small]
    return frozenset(
        "".join(p[0] for p in chosen).lower() for chosen in (parts, big) if len(chosen) > 1
    )


def is_acronym(name: str) -> bool:
    """Whether a name is letters only, as in OSCE or F.B.I."""
    bare = name.replace(".", "")
    return 2 <= len(bare) <= 7 and bare.isalpha() and bare.isupper()


def same_body(one: str, other: str) -> str | None:
    """Why two names may be one body's, in a phrase; None when they are kept apart."""
    if scripts(one) != scripts(other):
        return None
    a, b = lexicon().entry(_bare(one)), lexicon().entry(_bare(other))
    if a and b:
        return "known names of one body" if a.name == b.name and a.type == b.type else None
    first, second = body_words(one), body_words(other)
    if sorted(first) == sorted(second):
        return "the same words" if fold(one) == fold(other) else "the same words in another form"
    for short, long, known in ((one, other, a), (other, one, b)):
        letters = short.replace(".", "").lower()
        if is_acronym(short) and not known and letters in initials(long):
            return "its initials"
    return _nearly(first, second)


def _bare(name: str) -> str:
    return name[4:] if name[:4].lower() == "the " else name


def _nearly(first: tuple[str, ...], second: tuple[str, ...]) -> str | None:
    """The same words but for spelling: no word may stand without its like."""
    if len(first) != len(second):
        return None
    pairs = list(zip(first, second, strict=True))
    if all(a == b or _one_word(a, b) for a, b in pairs):
        return "the same words in another spelling"
    return None


def _one_word(a: str, b: str) -> bool:
    if "@" in (a[0], b[0]) or min(len(a), len(b)) < 5:
        return False
    return sound(a) == sound(b) or _singular(a) == _singular(b)


def _singular(word: str) -> str:
    for end, instead in _PLURALS:
        if word.endswith(end):
            return word[: -len(end)] + instead
    return word


def same_place(one: str, other: str) -> str | None:
    """Why two names may be one place's, in a phrase; None when they are kept apart."""
    a, b = lexicon().entry(_bare(one)), lexicon().entry(_bare(other))
    if a and b and a.type == b.type == "place":
        return "known names of one place" if a.name == b.name else None
    if scripts(one) != scripts(other):
        return None
    if fold(_bare(one)) == fold(_bare(other)):
        return "the same words"
    if bool(a) != bool(b) or min(len(one), len(other)) < 5 or " " in one + other:
        return None
    return "spellings of one place" if sound(one) == sound(other) else None
