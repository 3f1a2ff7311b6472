"""The texts on the screen before the program that answers keys is loaded.

To load that program takes most of the time to the first screen. Until it is
there the beginning of both texts stands where it will stand, keys wait in the
terminal, and Ctrl+C leaves.
"""

from __future__ import annotations

from tui.prelude.terminal import Prelude

__all__ = ["Prelude"]
