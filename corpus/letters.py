"""What words are made of, in any script that sets spaces between them."""

from __future__ import annotations

import re

MARKS = (
    "\u0300-\u036f\u0483-\u0487"  # Latin, Greek, Cyrillic
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"  # Arabic
    "\u0730-\u074a"  # Syriac
    "\u0900-\u0963\u0980-\u09e3\u0a00-\u0a63\u0a80-\u0ae3\u0b00-\u0b63"  # of India, with letters
    "\u0b80-\u0be3\u0c00-\u0c63\u0c80-\u0ce3\u0d00-\u0d63"
    "\u0d80-\u0de5"  # Sinhala
    "\u135d-\u135f"  # Ethiopic
    "\u200c\u200d"  # joiners, which stand in a text only where they mean something
)
r"""Accents, points and vowel signs, as the inside of a character class.

They go on with a word, but are no letters, and ``\w`` leaves them out.
"""

WORD = re.compile(rf"\w[\w{MARKS}]*")
"""A word with all that stands on its letters, a number, or both together."""
