"""JSON in UTF-8 that is safe on a terminal and loses nothing."""

from __future__ import annotations

import json

from corpus.sanitise import sanitise


def dumps(value: object) -> str:
    """``value`` as JSON; what sanitising would drop is escaped, so it survives being printed."""
    text = json.dumps(value, indent=2, ensure_ascii=False) + "\n"
    if sanitise(text).removed:
        return "".join(_escaped(sign) if sanitise(sign).removed else sign for sign in text)
    return text


def _escaped(sign: str) -> str:
    return json.dumps(sign).strip('"')
