"""Writers at once, and disks that do not take what they are given."""

from __future__ import annotations

import random
import resource
from typing import TYPE_CHECKING

from rig import PATIENCE, Rig, Verdict, acknowledged

if TYPE_CHECKING:
    from pathlib import Path


def writers(rig: Rig, number: int, notes: int) -> Verdict:
    """``number`` savers at once, on a folder that none of them has seen; one more is killed."""
    verdict = Verdict(f"{number} writers at once")
    folder = rig.folder("writers")
    rounds = notes if rig.one_by_one else 1
    ids: list[str] = []
    for _ in range(rounds):
        savers = [rig.start(folder, notes) for _ in range(number)]
        for saver in savers:
            out, error = saver.communicate(timeout=PATIENCE)
            ids += acknowledged(out)
            if saver.returncode:
                verdict.troubles.append(f"a saver ended with {saver.returncode}: {error}")
    verdict.runs, verdict.acknowledged = number * rounds, len(ids)
    if len(ids) != number * notes:
        verdict.troubles.append(f"{number * notes} notes were to be saved, {len(ids)} were")
    rig.judge(verdict, folder, ids)
    return verdict


def full_disk(rig: Rig, sizes: int) -> Verdict:
    """No file may grow beyond a size: every save says so and nothing acknowledged goes."""
    verdict = Verdict("full disk")
    model = rig.folder("full")
    ids = rig.save(model, 6)[0]
    begun = max(path.stat().st_size for path in model.rglob("*"))
    for step in range(sizes):
        limit = begun * 2 * step // sizes
        out, error, status = _limited(rig, model, limit)
        ids += acknowledged(out)
        verdict.runs += 1
        if status and not _is_one_sentence(error):
            verdict.troubles.append(f"at {limit} bytes it said: {error}")
        rig.judge(verdict, model, ids)
    verdict.acknowledged = len(ids)
    return verdict


def _limited(rig: Rig, folder: Path, limit: int) -> tuple[str, str, int]:
    def hold() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    with rig.start(folder, 3, hold=hold) as process:
        out, error = process.communicate(timeout=PATIENCE)
        return out, error, process.returncode


def _is_one_sentence(error: str) -> bool:
    """Whether the last line of the complaints is a sentence of ours about the disk."""
    lines = error.strip().splitlines()
    return bool(lines) and "full" in lines[-1]


def damage(rig: Rig, number: int, notes: int, seed: int = 1) -> Verdict:
    """Damage of many kinds: nine notes of ten are read back, and any loss is told."""
    verdict = Verdict("damage to the file")
    chance = random.Random(seed)
    model = rig.folder("damage")
    ids = rig.save(model, notes)[0]
    tree = {path: path.read_bytes() for path in model.rglob("*") if path.is_file()}
    for _ in range(number):
        for path, data in tree.items():
            path.write_bytes(data)
        kind = _spoil(next(p for p in tree if p.suffix not in {".lock", ".backup"}), chance)
        listing = rig.listing(model)
        back = sum(1 for note in ids if note in listing.out)
        verdict.runs += 1
        verdict.acknowledged += len(ids)
        if listing.status or back < 0.9 * len(ids):
            verdict.troubles.append(f"{kind}: {back} of {len(ids)} read back; {listing.complaints}")
        if back < len(ids) and "damaged" not in listing.complaints:
            verdict.lost += len(ids) - back
    return verdict


def _spoil(path: Path, chance: random.Random) -> str:
    data = bytearray(path.read_bytes())
    kind = chance.choice(["cut", "zeroes", "noise", "flip", "head", "empty", "gone"])
    at = chance.randrange(len(data))
    match kind:
        case "cut":
            del data[at:]
        case "zeroes":
            data[at : at + 4096] = bytes(len(data[at : at + 4096]))
        case "noise":
            data[at : at + 1000] = chance.randbytes(len(data[at : at + 1000]))
        case "flip":
            for _ in range(20):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        case "head":
            data[:8192] = chance.randbytes(len(data[:8192]))
        case "empty":
            data.clear()
    path.write_bytes(data)
    if kind == "gone":
        path.unlink()
    return kind
