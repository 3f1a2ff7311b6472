"""Who is in a story: actors, what each text calls them, and who says what."""

from __future__ import annotations

from corpus.actors.apart import similar_names
from corpus.actors.find import find_actors, find_cast
from corpus.actors.same import same_name

__all__ = ["find_actors", "find_cast", "same_name", "similar_names"]
