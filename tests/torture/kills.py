"""Kills: at any moment, and instead of every system call on the data folder."""

from __future__ import annotations

import random
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

from rig import Rig, Verdict, acknowledged, shim, under_shim

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOTES = 12  # that a run would save if it were let
LIVES = 50  # kills that one data folder has to bear


def at_any_moment(rig: Rig, number: int, seed: int = 1) -> Verdict:
    """``number`` kills at random moments of the saver's life."""
    verdict = Verdict("killed at any moment")
    chance = random.Random(seed)
    begun = time.perf_counter()
    rig.save(rig.folder("kills"), 1 if rig.one_by_one else NOTES)
    life = time.perf_counter() - begun
    for start in range(0, number, LIVES):
        folder, ids = rig.folder("kills"), list[str]()
        for _ in range(min(LIVES, number - start)):
            ids += _killed_after(rig, folder, chance.uniform(0.2, 1.1) * life)
            verdict.runs += 1
            if verdict.runs % 10 == 0:
                rig.judge(verdict, folder, ids)
        rig.judge(verdict, folder, ids)
        verdict.acknowledged += len(ids)
    return verdict


def _killed_after(rig: Rig, folder: Path, seconds: float) -> list[str]:
    with rig.start(folder, NOTES) as process:
        try:
            out, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            out, _ = process.communicate()
    return acknowledged(out)


def at_every_call(rig: Rig, stride: int = 1) -> list[Verdict]:
    """A kill instead of each call (or each ``stride``-th), in four situations."""
    situations: dict[str, Callable[[Path], None]] = {
        "a first start": _leave,
        "a file with notes": _leave,
        "a damaged file": _garble,
        "an emptied file": _empty,
    }
    return [
        _at_every_call(rig, name, name != "a first start", spoil, stride)
        for name, spoil in situations.items()
    ]


def _at_every_call(
    rig: Rig, name: str, with_notes: bool, spoil: Callable[[Path], None], stride: int
) -> Verdict:
    verdict = Verdict(f"killed at every call: {name}")
    library = shim(rig.base)
    model = rig.folder("model")
    before = rig.save(model, 6)[0] if with_notes else []
    if with_notes:
        spoil(model)
    calls = _calls(rig, library, model)
    for call in range(1, calls + 1, stride):
        folder = _copy(rig, model)
        extra = under_shim(library, folder, kill=call)
        out, _ = rig.start(folder, 3, **extra).communicate()
        ids = [*before, *acknowledged(out)]
        verdict.runs += 1
        verdict.acknowledged += len(ids)
        rig.judge(verdict, folder, ids, quiet=spoil is _leave)
    return verdict


def _calls(rig: Rig, library: Path, model: Path) -> int:
    folder = _copy(rig, model)
    count = rig.base / "count"
    rig.start(folder, 3, **under_shim(library, folder, count=count)).communicate()
    return int(count.read_text())


def _copy(rig: Rig, model: Path) -> Path:
    folder = rig.folder("calls")
    if model.exists():
        shutil.copytree(model, folder)
    return folder


def _files(folder: Path) -> list[Path]:
    """The databases in a data folder, without their backups and locks."""
    return [p for p in folder.rglob("*") if p.is_file() and p.suffix not in {".backup", ".lock"}]


def _leave(_: Path) -> None:
    """Nothing is spoilt."""


def _garble(folder: Path) -> None:
    for path in _files(folder):
        data = path.read_bytes()
        path.write_bytes(bytes(range(256)) * 2 + data[512:])


def _empty(folder: Path) -> None:
    for path in _files(folder):
        path.write_bytes(b"")
