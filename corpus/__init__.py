"""Two or more accounts of one story, read against each other: values and pure functions."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.actors import find_actors
    from corpus.links import score_passages
    from corpus.story import Story, open_story

__all__ = ["Story", "find_actors", "open_story", "score_passages"]

_HOMES = {
    "Story": "corpus.story",
    "find_actors": "corpus.actors",
    "open_story": "corpus.story",
    "score_passages": "corpus.links",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that `import corpus` costs nothing."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
