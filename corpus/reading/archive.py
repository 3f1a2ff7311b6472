"""ZIP archives from strangers: sizes, counts and ratios are looked at before unpacking."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING
from urllib.parse import unquote

from corpus.reading.model import RefusedError

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

# What books and articles stay far below.
MOST_MEMBERS = 5_000
MOST_MEMBER = 30_000_000
MOST_UNPACKED = 60_000_000
MOST_RATIO = 200
_SMALL = 1_000_000  # below this a ratio tells nothing

_DAMAGED = "it is a damaged archive; save it again, or as plain text"
_UNKNOWN = "it is packed or locked in a way that is not read; save it again, or as plain text"
_BOMB = "it would unpack to far more than a text; save it as plain text first"


class Archive:
    """The members of an archive that may be read, each by its name in it."""

    def __init__(self, data: bytes) -> None:
        self._left = MOST_UNPACKED
        try:
            self._zip: ZipFile = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise RefusedError(_DAMAGED) from error
        except NotImplementedError as error:  # zipfile: a version of ZIP that it does not know
            raise RefusedError(_UNKNOWN) from error
        if len(members) > MOST_MEMBERS:
            raise RefusedError(_BOMB)
        self._members = {member.filename: member for member in members}

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """A member's bytes.

        Raises:
            RefusedError: it is not there, locked, damaged or far too large.
        """
        member = self._members.get(name)
        if member is None:
            raise RefusedError(_DAMAGED)
        _look_at(member, self._left)
        try:
            with self._zip.open(member) as opened:
                data = opened.read(MOST_MEMBER + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise RefusedError(_DAMAGED) from error
        except RuntimeError as error:
            # zipfile: NotImplementedError, which is one, for packing and locks that it does not
            # know, and a plain one for packing that this Python was built without.
            raise RefusedError(_UNKNOWN) from error
        self._left -= len(data)
        if len(data) > MOST_MEMBER or self._left < 0:
            raise RefusedError(_BOMB)
        return data


def within(folder: str, path: str) -> str:
    """A member's name from a link in another member; empty when it leads out of the archive."""
    place = posixpath.normpath(posixpath.join(folder, unquote(path.partition("#")[0])))
    return "" if place.startswith(("../", "/")) or place in {"..", "."} else place


def _look_at(member: ZipInfo, left: int) -> None:
    """Refuse a member by what the directory says of it."""
    if member.flag_bits & 1:
        raise RefusedError("it is locked with a password; save it without one")
    packed, unpacked = max(1, member.compress_size), member.file_size
    if unpacked > min(MOST_MEMBER, left):
        raise RefusedError(_BOMB)
    if unpacked > _SMALL and unpacked > MOST_RATIO * packed:
        raise RefusedError(_BOMB)
