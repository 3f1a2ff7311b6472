"""Words and marks of a text, with their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}                                  # U.S.  F.B.I.
  | (?:U\.[ ]S|U\.[ ]K|U\.[ ]N|N\.[ ]Y|D\.[ ]C|L\.[ ]A)\.  # as some agencies set them
  | (?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Cpl|Maj|Cmdr|Adm|Rev|Hon|Pres|Prof|Supt|Insp
      |Det|Dist|Asst|Dep|Pvt|Pty|Atty|St|Jr|Sr|Inc|Corp|Co|Ltd|Bros|Eng|Smt|Amb|Brig|Cdr|Msgr|Ven|Messrs|Flt|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec|Mt|Mme
      |Calif|Fla|Pa|Va|Mass|Ill|Minn|Mich|Wis|Ky|Tenn|Conn|Colo|Ariz|Ark|Ind|Mo|Okla|Ore|Tex|Wash)\.
  | [A-ZА-ЯЁ]\.(?=\s?[^\W\d_])                          # an initial
  | ['’]s\b
  | [^\W\d_](?:[\w\u00ad\u200b-\u200d\u2060\ufeff]*[^\W\d_])?  # a word, even with hidden letters
    (?:(?:[&'’](?!s\b) | [\-‐‑](?!(?:s|who|which|that|and|the|but|is|was|where|when|he|she
        |it)\b))\w+)*                                     # O'Brien, bin-Laden, AT&T
  | \d+(?:[.,:]\d+)*\w*(?:-[^\W\d_]+)*                 # 38-year-old
  | ``|''|[^\w\s]
    """,
    re.VERBOSE,
)


_HIDDEN = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def visible(word: str) -> str:
    """A word without letters of no width."""
    return word if word.isascii() else word.translate(_HIDDEN)


class Token(NamedTuple):
    """One word or mark; offsets count code points into the string it was found in."""

    text: str
    start: int
    end: int


def token_matches(text: str) -> Iterator[re.Match[str]]:
    """The places of words and marks, in reading order."""
    return _TOKEN.finditer(text)


def tokenise(text: str) -> list[Token]:
    """Words and marks in reading order; white space lies between them."""
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
