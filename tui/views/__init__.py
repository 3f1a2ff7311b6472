"""Views: what is known of the texts as lists, one file each, and where each entry leads."""

from __future__ import annotations

from typing import Literal

View = Literal["read", "matches", "gaps", "actors", "frames", "notes"]
