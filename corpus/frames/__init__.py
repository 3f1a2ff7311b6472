"""Frames: which words for one idea each account uses, and in whose voice.

A frame is a group of words for one idea (accession: joining, reunification,
annexation …). The groups are data: ``frames.toml`` here, extended by a
reader's own table of the same shape. A use is found by the stems of its
words, so any form counts.
"""

from __future__ import annotations

from corpus.frames.lexicon import Hit
from corpus.frames.own import read_frames
from corpus.frames.table import find_hits, shipped
from corpus.frames.uses import NARRATOR, Frame, FrameUse, find_frames

__all__ = [
    "NARRATOR",
    "Frame",
    "FrameUse",
    "Hit",
    "find_frames",
    "find_hits",
    "read_frames",
    "shipped",
]
