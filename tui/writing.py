"""Files written whole or not at all: beside their place first, then renamed into it."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

from corpus.errors import OutputError
from corpus.sanitise import one_line


def write_whole(path: str, data: bytes, *, force: bool) -> None:
    """Write ``data`` to ``path``; what stood there before is kept unless all went well.

    Raises:
        OutputError: something stands there and ``force`` is not set, it is no
            regular file, or the system refuses.
    """
    place = Path(os.path.realpath(path))
    name = one_line(path)
    _refuse(place, name, force=force)
    beside = place.with_name(f".{secrets.token_hex(8)}.part")
    try:
        _write(beside, data)
        if force and place.exists():
            beside.chmod(stat.S_IMODE(place.stat().st_mode))
        beside.replace(place)
    except OSError as error:
        beside.unlink(missing_ok=True)
        reason = one_line(error.strerror or str(error)).lower()
        raise OutputError(f"{name}: cannot be written ({reason}); choose another place") from None


def _refuse(place: Path, name: str, *, force: bool) -> None:
    if not place.exists():
        return
    if not place.is_file():
        raise OutputError(f"{name}: it is no regular file; name a file to write to")
    if not force:
        raise OutputError(f"{name}: it exists already; name another file or add --force")


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
