"""A saver as they should not be: it does not wait for the disk. The torture must find it out.

python hasty_saver.py FOLDER COUNT      saves
python hasty_saver.py FOLDER            lists
"""

from __future__ import annotations

import sys
from pathlib import Path


def main(folder: str, count: str = "") -> None:
    path = Path(folder) / "notes.txt"
    if not count:
        print(path.read_text() if path.exists() else "")
        return
    path.parent.mkdir(exist_ok=True)
    before = len(path.read_text().split()) if path.exists() else 0
    for number in range(before, before + int(count)):
        with path.open("a") as file:
            file.write(f"note-{number}.\n")
        print(f"note-{number}.", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
