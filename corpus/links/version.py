"""Which scorer made a result: for caches that must not outlive it."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.util import find_spec


@cache
def is_installed() -> bool:
    """Whether the packages of the extra ``meaning`` are there."""
    return all(find_spec(name) for name in ("wordllama", "safetensors", "tokenizers"))


@cache
def scorer_version() -> str:
    """A name that changes with the code, the weights or the word lists of the links.

    With the extra ``meaning`` installed it is another one, for scores differ.
    """
    folders = (files("corpus.frames"), files("corpus.links"))
    parts = [p for folder in folders for p in sorted(folder.iterdir(), key=lambda part: part.name)]
    digest = hashlib.sha256(b"meaning" if is_installed() else b"")
    for part in parts:
        if part.name.endswith((".py", ".toml")):
            digest.update(part.name.encode() + b"\0" + part.read_bytes())
    return digest.hexdigest()[:16]
