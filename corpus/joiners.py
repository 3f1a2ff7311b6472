"""Zero-width joiners and non-joiners: part of the spelling in some places, hidden in all others.

They are kept inside emoji sequences (Unicode Technical Standard 51, section
2.2) and between letters of scripts whose letters join (Unicode Standard Annex
31, section 2.3, rules A1, A2 and B), where they change what is read.
"""

from __future__ import annotations

import re
from functools import cache

_JOINER, _NON_JOINER = "\u200d", "\u200c"

# Pictographs and what may follow one of them, by emoji-data.txt, a little wider than Unicode's own
# list; the tags of a few flags stay out.
_PICTOGRAPH = (
    "\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299"
)
_PICTOGRAPHS = f"{_PICTOGRAPH}\U0001f000-\U0001faff\u00a9\u00ae\u203c\u2049\u2122\u2139"
_AFTER_PICTOGRAPH = "\ufe0f\u20e3"  # U+1F3FB to U+1F3FF, the skin tones, are among the others

# Letters and marks of scripts that join them, by Blocks.txt: Arabic, Syriac, N'Ko, Mandaic,
# Mongolian, Phags-pa, Adlam.
_CURSIVE = (
    "\u0620-\u065f\u066e-\u06d3\u06d5-\u06ed\u06fa-\u06ff\u0710-\u074a\u074d-\u077f\u07ca-\u07f5"
    "\u0840-\u085b\u0860-\u086a\u0870-\u08ff\u1820-\u18aa\ua840-\ua871\U0001e900-\U0001e94b"
)
# The scripts of South Asia, block by block, and their viramas, which silence a vowel.
_INDIC = (
    "\u0900-\u097f", "\u0980-\u09ff", "\u0a00-\u0a7f", "\u0a80-\u0aff", "\u0b00-\u0b7f",
    "\u0b80-\u0bff", "\u0c00-\u0c7f", "\u0c80-\u0cff", "\u0d00-\u0d7f", "\u0d80-\u0dff",
    "\u1000-\u109f", "\u1780-\u17ff",
)  # fmt: skip
_VIRAMAS = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2"

_BOTH = f"[{_JOINER}{_NON_JOINER}]"
_MEANINGFUL = "|".join(
    [
        f"(?<=[{_PICTOGRAPHS}{_AFTER_PICTOGRAPH}]){_JOINER}(?=[{_PICTOGRAPHS}])",
        f"(?<=[{_CURSIVE}]){_BOTH}(?=[{_CURSIVE}])",
        *(f"(?<=[{block}]){_BOTH}(?=[{block}])" for block in _INDIC),
        f"(?<=[{_VIRAMAS}]){_JOINER}(?!{_BOTH})",
    ]
)


def drop_joiners(text: str) -> tuple[str, int]:
    """The text without joiners that mean nothing where they stand, and how many were dropped."""
    if _JOINER not in text and _NON_JOINER not in text:
        return text, 0
    kept = _any().sub(lambda match: match["kept"] or "", text)
    return kept, len(text) - len(kept)


@cache
def _any() -> re.Pattern[str]:
    """Every joiner, those that mean something as the group ``kept``; few texts need it."""
    return re.compile(f"(?P<kept>{_MEANINGFUL})|{_BOTH}")
