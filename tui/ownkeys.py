"""The reader's own keys: read from TOML, each checked by itself, and clashes between them found."""

from __future__ import annotations

import unicodedata
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from corpus.sanitise import one_line
from corpus.toml import read_toml
from tui.cells import cut
from tui.keys import (
    PUNCTUATION,
    SHOWN,
    TABLE,
    TOGETHER,
    TYPING,
    WAYS_TO_VIEWS,
    OwnKeys,
    shown,
    with_russian,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.keys import Key, Where

Own = dict[str, tuple[str, ...]]

NONE = "none"
"""What stands in the file where an action is to have no keys."""

_MODIFIERS = {"ctrl": "ctrl", "control": "ctrl", "alt": "alt", "shift": "shift"}
_KEYBOARD = frozenset({
    "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete",
    "enter", "tab", "space", "escape", "backspace", *(f"f{number}" for number in range(1, 25)),
})  # fmt: skip
_OTHER_NAMES = {
    "esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "pgup": "pageup",
    "pgdn": "pagedown", "page_up": "pageup", "page_down": "pagedown",
    "minus": "-", "equals_sign": "=", "dollar_sign": "$",
    **{sign: name for name, sign in SHOWN.items() if len(sign) == 1 and not sign.isascii()},
}  # fmt: skip
_SIGNS = {sign: name for name, sign in (PUNCTUATION | {"question_mark": "?"}).items()}

# What a terminal sends for these is the other key.
_SAME_SIGNAL = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+[": "escape"}


# More complaints than anybody reads at once; the rest are counted.
_MOST_TOLD = 20
_DEEPEST = 3  # dots in an id, and one more
_LONGEST = 40  # cells of what is told of an entry


class Clash(NamedTuple):
    """A key that two actions have where both could happen; ``key`` as it is shown."""

    key: str
    one: str
    other: str

    @property
    def words(self) -> str:
        """The clash in a sentence."""
        return f"{self.key} is both {self.one} and {self.other}; give one of them another key"


def read_keys(text: str, name: str) -> OwnKeys:
    """The reader's own keys; what is wrong is left out and told, the rest holds.

    Args:
        text: TOML: an action's id and its keys, as in ``"pair.next" = ["x", "f6"]``.
        name: of the file, for the sentences.

    Raises:
        ReaderError: it is no TOML.
    """
    known = {key.id: key for key in TABLE}
    keys: Own = {}
    complaints: list[str] = []
    left_out = 0
    for action, value in _flat(read_toml(text, name)):
        if action not in known and len(complaints) >= _MOST_TOLD:
            left_out += 1
            continue
        try:
            key = known.get(action) or _no_action(action, known)
            keys[action] = _keys(key, value)
        except ValueError as error:
            complaints.append(f"{name}: {error}")
    if left_out:
        complaints.append(f"{name}: {left_out:,} more entries name no action")
    complaints += [f"{name}: {clash.words}" for clash in clashes(keys)]
    return OwnKeys(keys, tuple(complaints))


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """The entries of a table; ``pair.next = "x"`` without quotation marks means the same."""
    for name, value in table.items():
        if isinstance(value, dict) and before.count(".") < _DEEPEST:
            yield from _flat(cast("dict[str, Any]", value), f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _no_action(action: str, known: Mapping[str, Key]) -> Key:
    from difflib import get_close_matches

    near = get_close_matches(action, known, 1)
    meant = f', is "{near[0]}" meant?' if near else "; ossetia-reader keys lists them"
    raise ValueError(f'no action is called "{_short(action)}"{meant}')


def _short(given: str) -> str:
    return cut(one_line(given), _LONGEST)


def _keys(key: Key, value: object) -> tuple[str, ...]:
    """The keys that are given to an action; ValueError says what is wrong with them."""
    given = cast("list[object]", value) if isinstance(value, list) else [value]
    if given == [NONE]:
        return ()
    return tuple(dict.fromkeys(_key(key, one) for one in given))


def _key(key: Key, given: object) -> str:
    if not isinstance(given, str):
        raise ValueError(f'"{key.id}" takes a key such as "x" or "f6", a list of keys, or "{NONE}"')  # noqa: TRY004
    found = key_name(given)
    if not found:
        raise ValueError(f'"{key.id}": no key is called "{_short(given)}"')
    if found in _SAME_SIGNAL:
        same = shown(_SAME_SIGNAL[found])
        raise ValueError(f'"{key.id}": a terminal takes {shown(found)} for {same}')
    if key.where in TYPING and (len(found) == 1 or found == "space" or found in PUNCTUATION):
        raise ValueError(f'"{key.id}": {shown(found)} is typed there, it cannot be a key')
    return found


def key_name(given: str) -> str:
    """A key as the table writes it, however the reader does; empty when there is no such key."""
    if len(given) == 1:
        return _SIGNS.get(given) or _OTHER_NAMES.get(given) or (given if _typed(given) else "")
    *before, last = given.strip().split("+") if not given.endswith("+") else [given]
    modifiers = [_MODIFIERS.get(one.strip().lower(), "") for one in before]
    base = _base(last.strip(), shifted=modifiers == ["shift"])
    if not base or not all(modifiers):
        return ""
    if modifiers == ["shift"] and len(base) == 1:
        return base.upper()
    ordered = [one for one in ("alt", "ctrl", "shift") if one in modifiers]
    return "+".join([*ordered, base.lower() if len(ordered) > 1 or "ctrl" in ordered else base])


def _base(name: str, *, shifted: bool) -> str:
    if len(name) == 1:
        found = _SIGNS.get(name) or _OTHER_NAMES.get(name) or (name if _typed(name) else "")
        return "" if shifted and not found.isalpha() else found
    low = name.lower()
    low = _OTHER_NAMES.get(low, low)
    return low if low in _KEYBOARD or low in _SIGNS.values() or len(low) == 1 else ""


def _typed(sign: str) -> bool:
    return sign.isprintable() and not sign.isspace() and not unicodedata.combining(sign)


def clashes(own: Mapping[str, tuple[str, ...]]) -> tuple[Clash, ...]:
    """Where a key of the reader's does two things at once, each pair of actions once.

    What the program's own table puts on one key is meant so.
    """
    found: dict[frozenset[str], Clash] = {}
    for together in TOGETHER:
        for sign, keys in _used(own, together).items():
            for one, other in combinations(keys, 2):
                meant = sign in _signs(one, {}) and sign in _signs(other, {})
                if (one.id in own or other.id in own) and not meant:
                    pair = frozenset((one.id, other.id))
                    found.setdefault(pair, Clash(_told(sign, one, other, own), one.id, other.id))
    return tuple(found.values())


def _used(
    own: Mapping[str, tuple[str, ...]], together: Sequence[Where]
) -> Mapping[str, Sequence[Key]]:
    """The actions of each key where these parts of the program are."""
    used: dict[str, list[Key]] = {}
    for key in TABLE:
        if key.where in together or ("notes" in together and key.id in WAYS_TO_VIEWS):
            for sign in _signs(key, own):
                used.setdefault(sign, []).append(key)
    return used


def _signs(key: Key, own: Mapping[str, tuple[str, ...]]) -> Mapping[str, None]:
    """The keys of an action with their twins, each once."""
    return dict.fromkeys(with_russian(own.get(key.id, key.keys)))


def _told(sign: str, one: Key, other: Key, own: Mapping[str, tuple[str, ...]]) -> str:
    """The key that clashes; with its twin where the two actions were given one each."""
    written = (own.get(each.id, each.keys) for each in (one, other))
    both = [sign] if all(sign in keys for keys in written) else with_russian([sign])
    return " or ".join(shown(each) for each in both)
