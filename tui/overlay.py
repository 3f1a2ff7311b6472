"""The reader's own keys, laid over the bindings that Textual asks for when a key is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingsMap
from textual.keys import key_to_character

from tui.keys import with_russian

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from textual.dom import DOMNode

    Chain = list[tuple[DOMNode, BindingsMap]]
    Own = Mapping[str, Sequence[str]]


def overlaid(chain: Chain, own: Own) -> Chain:
    """The bindings of each node, the reader's keys for an action in place of the program's.

    A reader's key comes before the program's where both are on one key. What
    a node nearer to the focus takes as a typed letter is no key.
    """
    laid: Chain = []
    for node, bindings in chain:
        nearer = [one for one, _ in laid]
        found = _over(bindings, own)
        keys = {k: v for k, v in found.items() if not any(_types(one, k) for one in nearer)}
        laid.append((node, BindingsMap.from_keys(keys)))
    return laid


def _types(node: DOMNode, key: str) -> bool:
    return node.check_consume_key(key, key_to_character(key))


def _over(bindings: BindingsMap, own: Own) -> dict[str, list[Binding]]:
    kept = {
        key: [one for one in on_key if one.id not in own]
        for key, on_key in bindings.key_to_bindings.items()
    }
    for one in _own_bindings(bindings, own):
        kept[one.key] = [one, *kept.get(one.key, [])]
    return kept


def _own_bindings(bindings: BindingsMap, own: Own) -> Iterator[Binding]:
    """A binding for each of the reader's keys, the last action's first."""
    actions = {one.id: one for _, one in bindings if one.id in own}
    for name, binding in reversed(actions.items()):
        keys = ",".join(with_russian(own[name or ""]))
        if keys:
            yield from Binding.make_bindings([binding.with_key(keys)])
