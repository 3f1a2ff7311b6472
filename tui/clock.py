"""The present moment, for those who are handed a clock."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The present moment as ISO 8601 in UTC, to the millisecond, ending in ``Z``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
