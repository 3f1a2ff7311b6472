"""``keys.toml`` as it is begun: each action with its keys, commented out."""

from __future__ import annotations

import json
from itertools import groupby

from tui.keys import TABLE, Key

_HEAD = """\
# Your own keys. Take the # away from a line and name other keys; they stand in place of
# the program's. A key is written "x", "X", "?", "f6", "ctrl+x", "shift+down", "space";
# several stand in a list, and "none" takes all of them away. A letter also works as the
# letter on the same key of a Russian keyboard.
# ossetia-reader keys --check says whether two actions share a key.
"""


def commented() -> str:
    """The program's own keys, group by group, as lines of TOML that are comments yet."""
    groups = [
        "\n".join([f"# -- {group}", *map(_line, keys)])
        for group, keys in groupby(TABLE, key=lambda key: key.group)
    ]
    return "\n".join([_HEAD, "\n\n".join(groups), ""])


def _line(key: Key) -> str:
    keys = [json.dumps(one) for one in key.keys]
    value = keys[0] if len(keys) == 1 else f"[{', '.join(keys)}]"
    return f'# "{key.id}" = {value}  # {key.words}'
