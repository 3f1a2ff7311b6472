"""Power cuts: a run is recorded call by call, then cut anywhere; only synced bytes are kept.

The model is a strict one: a file's bytes are on the disk from its fsync on,
a name from the fsync of its folder on, and nothing else is. In the kinder
form, each unsynced change may have reached the disk as well, or not.
"""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rig import Rig, Verdict, acknowledged, shim, under_shim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NOTES = 6
SECTOR = 512


@dataclass(frozen=True)
class Call:
    """One line of the shim's log; ``data`` are the bytes written."""

    kind: str
    first: str
    rest: str
    data: bytes


@dataclass(eq=False)
class Node:
    """A file or a folder: its bytes as programs see them, and as the disk holds them."""

    folder: bool = False
    now: bytearray = field(default_factory=bytearray)
    safe: bytearray = field(default_factory=bytearray)


class Disk:
    """What programs see, and what would be left after a power cut."""

    def __init__(self, tree: dict[str, bytes]) -> None:
        """``tree``: the files by their path below the root, all of it on the disk."""
        self.names = {".": Node(folder=True)}
        for path, data in tree.items():
            for folder in Path(path).parents:
                self.names.setdefault(str(folder), Node(folder=True))
            self.names[path] = Node(False, bytearray(data), bytearray(data))
        self.safe_names = dict(self.names)
        self._inodes: dict[str, Node] = {}

    def make(self, call: Call) -> None:
        """Let a call happen."""
        match call.kind:
            case "O":
                self._open(call.first, call.rest)
            case "W":
                _write(self._inodes[call.first].now, int(call.rest.split()[0]), call.data)
            case "T":
                _resize(self._inodes[call.first].now, int(call.rest))
            case "S":
                self._sync(self._inodes[call.first])
            case "M":
                self.names[call.first] = Node(folder=True)
            case "U":
                del self.names[call.first]
            case "R":
                self.names[call.rest] = self.names.pop(call.first)
            case "L":
                self.names[call.rest] = self.names[call.first]

    def some_reach_the_disk(self, chance: random.Random) -> None:
        """What a disk does of itself: sectors of some files, names in some folders, unasked."""
        for node in dict.fromkeys(self.names.values()):
            if node.folder and chance.random() < 0.3:
                self._sync(node)
            elif not node.folder and chance.random() < 0.6:
                _mix(node, chance)

    def left(self) -> dict[str, bytes]:
        """The files that a power cut leaves, by their path below the root."""
        return {
            path: bytes(node.safe)
            for path, node in self.safe_names.items()
            if not node.folder and str(Path(path).parent) in self.safe_names
        }

    def _open(self, inode: str, path: str) -> None:
        if path not in self.names:
            self.names[path] = Node()
        self._inodes[inode] = self.names[path]

    def _sync(self, node: Node) -> None:
        if not node.folder:
            node.safe = bytearray(node.now)
            return
        folder = next(path for path, n in self.names.items() if n is node)
        gone = [p for p in self.safe_names if str(Path(p).parent) == folder]
        for path in gone:
            del self.safe_names[path]
        inside = {p: n for p, n in self.names.items() if str(Path(p).parent) == folder}
        self.safe_names.update(inside)


def power_cuts(rig: Rig, cuts: int, seed: int = 1) -> list[Verdict]:
    """``cuts`` cuts of a first run and as many of a later one, each in both forms."""
    chance = random.Random(seed)
    return [_cut(rig, "a first start", 0, cuts, chance), _cut(rig, "a later run", 6, cuts, chance)]


def _cut(rig: Rig, name: str, notes: int, cuts: int, chance: random.Random) -> Verdict:
    verdict = Verdict(f"power cut: {name}")
    folder = rig.folder("cuts")
    before = rig.save(folder, notes)[0] if notes else []
    root = folder.parent.resolve()
    tree = _tree(root)
    calls = _recorded(rig, folder)
    for at in _moments(calls, cuts, chance):
        disk = Disk(tree)
        for call in calls[:at]:
            disk.make(call)
        ids = [*before, *_acknowledged(calls[:at])]
        _judge(rig, verdict, folder, disk, ids)
        disk.some_reach_the_disk(chance)
        _judge(rig, verdict, folder, disk, ids)
    return verdict


def _judge(rig: Rig, verdict: Verdict, folder: Path, disk: Disk, ids: list[str]) -> None:
    _restore(folder.parent, disk.left())
    verdict.runs += 1
    verdict.acknowledged += len(ids)
    rig.judge(verdict, folder, ids)


def _recorded(rig: Rig, folder: Path) -> list[Call]:
    """What a whole run of the saver does, call by call."""
    log = rig.base / "log"
    log.unlink(missing_ok=True)
    rig.save(folder, NOTES, **under_shim(shim(rig.base), folder, log=log))
    return list(_parsed(log.read_bytes(), f"{folder.parent.resolve()}"))


def _parsed(log: bytes, root: str) -> Iterator[Call]:
    at = 0
    while at < len(log):
        end = log.index(b"\n", at)
        kind, _, rest = log[at:end].decode().partition(" ")
        size = int(rest.split()[-1]) if kind in "WA" else 0
        first, _, second = rest.partition("\t" if kind in "RL" else " ")
        if kind in "UM":
            first, second = rest, ""
        yield Call(kind, _below(first, root), _below(second, root), log[end + 1 : end + 1 + size])
        at = end + 1 + size


def _below(text: str, root: str) -> str:
    """A path as seen from the root; anything else as it is."""
    return str(Path(text).relative_to(root)) if text.startswith(root) else text


def _moments(calls: Sequence[Call], cuts: int, chance: random.Random) -> list[int]:
    """Where to cut: right after acknowledgements first, then anywhere; all of it when asked."""
    if cuts >= len(calls):
        return list(range(len(calls) + 1))
    said = [i + 1 for i, call in enumerate(calls) if call.kind == "A"]
    chosen = set(said[: cuts // 2])
    while len(chosen) < cuts:
        chosen.add(chance.randrange(len(calls) + 1))
    return sorted(chosen)


def _acknowledged(calls: Sequence[Call]) -> list[str]:
    return acknowledged(b"".join(call.data for call in calls if call.kind == "A").decode())


def _tree(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def _restore(root: Path, tree: dict[str, bytes]) -> None:
    """Put exactly these files below the root."""
    shutil.rmtree(root)
    root.mkdir()
    for path, data in tree.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def _write(data: bytearray, at: int, new: bytes) -> None:
    data.extend(bytes(max(0, at - len(data))))
    data[at : at + len(new)] = new


def _resize(data: bytearray, size: int) -> None:
    data.extend(bytes(max(0, size - len(data))))
    del data[size:]


def _mix(node: Node, chance: random.Random) -> None:
    """Let the size and some sectors of a file reach the disk."""
    if chance.random() < 0.5:
        _resize(node.safe, len(node.now))
    for at in range(0, min(len(node.now), len(node.safe)), SECTOR):
        if chance.random() < 0.5:
            end = min(at + SECTOR, len(node.safe))
            node.safe[at:end] = node.now[at:end]
