"""Where the reader's notes and settings live; the only module that knows of home folders.

Nothing is created here: a folder is made by whoever first writes into it.
"""

from __future__ import annotations

import os
from pathlib import Path

from corpus.errors import InputError

_APP = "ossetia-reader"

DATA_DIR_VARIABLE = "OSSETIA_READER_DATA_DIR"
CONFIG_DIR_VARIABLE = "OSSETIA_READER_CONFIG_DIR"


def data_dir() -> Path:
    """The folder of the notes; ``OSSETIA_READER_DATA_DIR`` overrules the system's place."""
    from platformdirs import user_data_path

    return _named(DATA_DIR_VARIABLE) or user_data_path(_APP, appauthor=False)


def cache_dir() -> Path:
    """The folder of what can be found again; it lies in the notes' folder where that is named."""
    from platformdirs import user_cache_path

    named = _named(DATA_DIR_VARIABLE)
    return named / "cache" if named else user_cache_path(_APP, appauthor=False)


def config_dir() -> Path:
    """The folder of the settings; ``OSSETIA_READER_CONFIG_DIR`` overrules the system's place."""
    from platformdirs import user_config_path

    return _named(CONFIG_DIR_VARIABLE) or user_config_path(_APP, appauthor=False)


def notes_file() -> Path:
    """The file of the notes and decisions."""
    return data_dir() / "notes.sqlite3"


def library_dir() -> Path:
    """The folder of the texts kept under names."""
    return data_dir() / "library"


def recent_file() -> Path:
    """The file that says which texts were read together of late."""
    return data_dir() / "recent.json"


def _named(variable: str) -> Path | None:
    """The folder an environment variable names; None when it is unset or empty."""
    value = os.environ.get(variable)
    try:
        return Path(value).expanduser().absolute() if value else None
    except RuntimeError:
        raise InputError(f"{variable}: there is no such home folder; name a whole path") from None
