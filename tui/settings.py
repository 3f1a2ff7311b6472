"""What the reader has set: files in the settings folder, all of them optional."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.errors import ReaderError
from corpus.sanitise import one_line
from tui import paths

if TYPE_CHECKING:
    from collections.abc import Mapping

FRAMES = "frames.toml"


def own_frames() -> Mapping[str, Any] | None:
    """The reader's own frames, for ``unfold`` and ``analyse``; None when there are none.

    They add to the findings on frames. They are no evidence for links: a
    score depends on the two texts alone, wherever they are compared.

    Raises:
        ReaderError: the file cannot be read, or not be understood. The
            sentence names it; reading can go on without it.
    """
    file = paths.config_dir() / FRAMES
    name = one_line(str(file))
    try:
        text = file.read_text("utf-8-sig")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ReaderError(
            f"{name}: cannot be read ({error.strerror}), please look at it"
        ) from error
    except UnicodeDecodeError:
        raise ReaderError(f"{name}: not UTF-8, please save it so") from None
    from corpus.frames import read_frames

    return read_frames(text, name)
