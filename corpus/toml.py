"""A reader's own settings in TOML, refused in one sentence."""

from __future__ import annotations

import tomllib
from typing import Any

from corpus.errors import ReaderError
from corpus.sanitise import one_line


def read_toml(text: str, name: str) -> dict[str, Any]:
    """The table in a reader's own file; ``name`` stands in the sentence that says what is wrong.

    Raises:
        ReaderError: it is no TOML (https://toml.io/en/v1.0.0).
    """
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ReaderError(
            f"{name}: not valid TOML ({one_line(str(error))}), please correct it"
        ) from None
