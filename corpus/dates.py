"""Days that written dates may mean: a day, a month, a year, or all before or after one."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_OPEN = re.compile(
    rf"\b(?P<side>after|since|before|until)\s+(?P<date>{_ISO.pattern})(?![\w-])", re.IGNORECASE
)


def bounds(words: str) -> tuple[date, date] | None:
    """The first and the last day that a date may mean; None when it tells of no time.

    A date is ISO 8601 (2008, 2008-08, 2008-08-29), alone or somewhere in the
    words after "after", "since", "before" or "until".
    """
    whole = _ISO.fullmatch(words)
    if whole:
        return _days(words)
    match = _OPEN.search(words)
    days = _days(match["date"]) if match else None
    if match is None or days is None:
        return None
    first, last = days
    return {
        "after": (last + timedelta(1), date.max),
        "since": (first, date.max),
        "before": (date.min, first - timedelta(1)),
        "until": (date.min, last),
    }[match["side"].lower()]


def _days(iso: str) -> tuple[date, date] | None:
    """The first and the last day of a year, a month or a day."""
    year, month, day = [*iso.split("-"), "", ""][:3]
    first = calendar_day(year, month or "01", day or "01")
    if first is None or not 1 < first.year < date.max.year:
        return None
    if day:
        return first, first
    beyond = date(first.year + 1, 1, 1) if not month or month == "12" else None
    return first, (beyond or date(first.year, first.month + 1, 1)) - timedelta(1)


def calendar_day(year: str, month: str, day: str) -> date | None:
    """A day, its month by number or by the first letters of its English name; None for no day."""
    number = int(month) if month.isdigit() else _MONTHS.index(month.lower()) + 1
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
