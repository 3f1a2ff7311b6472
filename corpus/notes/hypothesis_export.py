"""Annotations as Hypothes.is exports them, as W3C annotations.

Its client writes a list under ``annotations``, its service under ``rows``;
https://h.readthedocs.io/en/latest/api-reference/v1/ describes their members.
Targets and selectors are W3C's already.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast

JsonObject = dict[str, object]

_ADDRESS = "https://hypothes.is/a/"


def as_w3c(item: object) -> object:
    """An annotation of Hypothes.is as one of W3C's; anything else as it is.

    A highlight without words of its own becomes a star. A reply keeps no
    target, since it is about another annotation and not about a text.
    """
    if not isinstance(item, dict) or "uri" not in item or "@context" in item:
        return item  # pyright: ignore[reportUnknownVariableType] - whatever it is
    one = cast("JsonObject", item)
    text = one.get("text") or ""
    return {
        "id": f"{_ADDRESS}{one.get('id', '')}",
        "creator": str(one.get("user") or "").removeprefix("acct:"),
        "motivation": "commenting" if text else ["commenting", "bookmarking"],
        "created": _moment(one.get("created")),
        "modified": _moment(one.get("updated")),
        "body": [{"purpose": "commenting", "value": text}, *_tags(one.get("tags"))],
        "target": [] if one.get("references") else one.get("target"),
    }


def _tags(tags: object) -> list[JsonObject]:
    known = cast("list[object]", tags) if isinstance(tags, list) else []
    return [{"purpose": "tagging", "value": tag} for tag in known]


def _moment(stamp: object) -> str:
    """A time stamp with its offset as one in UTC; nothing when it is none."""
    try:
        moment = datetime.fromisoformat(str(stamp)).astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
