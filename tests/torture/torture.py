"""No acknowledged note is lost: kills, power cuts, crowds, full disks and damage.

    python tests/torture/torture.py                     the long form, some minutes
    python tests/torture/torture.py --short             a few of each, some seconds
    python tests/torture/torture.py --only kills --kills 300
    python tests/torture/torture.py \\
        --saver 'ossetia-reader notes add --doc a.txt --quote "the words" --text x' \\
        --lister 'ossetia-reader notes list -f json'

A saver is any program that prints one line for each note once it is saved,
beginning with a word that the lister prints as well; see ``rig.py``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from crowd import damage, full_disk, writers
from kills import at_any_moment, at_every_call
from powercut import power_cuts
from rig import LISTER, SAVER, Rig, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

ORDEALS = ("kills", "calls", "cuts", "writers", "full", "damage")


def main() -> int:
    options = _options()
    passed = True
    with tempfile.TemporaryDirectory(dir=options.base) as base:
        for name in options.only or ORDEALS:
            for verdict in _ordeal(name, Rig(Path(base), options.saver, options.lister), options):
                print(verdict, flush=True)
                passed = passed and verdict.passed
    return 0 if passed else 1


def _ordeal(name: str, rig: Rig, options: argparse.Namespace) -> Iterable[Verdict]:
    short = options.short
    match name:
        case "kills":
            return [at_any_moment(rig, options.kills or (12 if short else 1000), options.seed)]
        case "calls":
            return at_every_call(rig, options.stride or (149 if short else 1))
        case "cuts":
            return power_cuts(rig, options.cuts or (4 if short else 25), options.seed)
        case "writers":
            return [writers(rig, options.writers, 4 if short else 30)]
        case "full":
            return [full_disk(rig, 4 if short else 40)]
        case _:
            return [damage(rig, 6 if short else 100, 40, options.seed)]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="No acknowledged note is lost.")
    add = parser.add_argument
    add("--saver", default=SAVER, help="a command line; {folder} and {count} are filled in")
    add("--lister", default=LISTER, help="a command line; {folder} is filled in")
    add("--only", nargs="+", choices=ORDEALS)
    add("--short", action="store_true", help="a few of each")
    add("--kills", type=int, help="how many kills at any moment")
    add("--stride", type=int, help="kill at every n-th system call")
    add("--cuts", type=int, help="how many power cuts in each situation")
    add("--writers", type=int, default=4)
    add("--seed", type=int, default=1)
    add("--base", help="where to work; the disk to be tried")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
