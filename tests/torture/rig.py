"""The rig: runs a program that saves notes, and asks another one what is still there."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
SAVER = f"{shlex.quote(sys.executable)} {shlex.quote(str(HERE / 'saver.py'))} {{folder}} {{count}}"
LISTER = f"{shlex.quote(sys.executable)} {shlex.quote(str(HERE / 'lister.py'))} {{folder}}"
PATIENCE = 120  # seconds after which a program counts as hung


@dataclass(frozen=True)
class Listing:
    """What the lister printed, what it complained of, and how it ended."""

    out: str
    complaints: str
    status: int


@dataclass
class Verdict:
    """What came out of one ordeal."""

    name: str
    runs: int = 0
    acknowledged: int = 0
    lost: int = 0
    troubles: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return self.runs > 0 and not self.lost and not self.troubles

    def __str__(self) -> str:
        line = (
            f"{self.name:34} {self.runs:6} runs {self.acknowledged:7} acknowledged "
            f"{self.lost:4} lost  {'ok' if self.passed else 'FAILED'}"
        )
        return "\n".join([line, *(f"  {trouble}" for trouble in self.troubles[:10])])


@dataclass(frozen=True)
class Rig:
    """A saver and a lister as command lines.

    ``{folder}`` stands for the data folder, which is in
    OSSETIA_READER_DATA_DIR as well, ``{count}`` for how many notes a run is
    to save; a saver that saves one and ends is run that often. A saver
    prints one line for each note once it is saved; the first word of that
    line must come up again in what the lister prints.
    """

    base: Path
    saver: str = SAVER
    lister: str = LISTER

    @property
    def one_by_one(self) -> bool:
        return "{count}" not in self.saver

    def folder(self, name: str) -> Path:
        """A new place for a data folder, which the saver is to make."""
        place = self.base / name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        return place / "data"

    def start(
        self,
        folder: Path,
        count: int,
        *,
        hold: Callable[[], None] | None = None,
        **extra: str,
    ) -> subprocess.Popen[str]:
        """Begin a run of the saver; ``hold`` is called in the child before it starts."""
        command = shlex.split(self.saver.format(folder=folder, count=count))
        return subprocess.Popen(
            command,
            env=self.environment(folder, **extra),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=hold,
        )

    def save(self, folder: Path, count: int, **extra: str) -> tuple[list[str], str]:
        """Let the saver run to its end: the ids acknowledged, and its complaints."""
        ids: list[str] = []
        errors = ""
        for _ in range(count if self.one_by_one else 1):
            out, error = self.start(folder, count, **extra).communicate(timeout=PATIENCE)
            ids += acknowledged(out)
            errors += error
        return ids, errors

    def listing(self, folder: Path) -> Listing:
        command = shlex.split(self.lister.format(folder=folder))
        done = subprocess.run(
            command,
            env=self.environment(folder),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return Listing(done.stdout, done.stderr, done.returncode)

    def judge(self, verdict: Verdict, folder: Path, ids: list[str], *, quiet: bool = True) -> None:
        """Hold what is listed against what was acknowledged.

        ``quiet``: nothing was damaged, so the lister has nothing to complain of.
        """
        listing = self.listing(folder)
        verdict.lost += sum(1 for note in ids if note not in listing.out)
        if listing.status:
            verdict.troubles.append(f"the lister ended with {listing.status}: {listing.complaints}")
        elif quiet and listing.complaints:
            verdict.troubles.append(f"the lister said: {listing.complaints}")

    def environment(self, folder: Path, **extra: str) -> dict[str, str]:
        ours = {"OSSETIA_READER_DATA_DIR": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
        return {**os.environ, **ours, **extra}


def acknowledged(out: str) -> list[str]:
    """The first word of every line that was printed whole."""
    return [line.split()[0] for line in out.split("\n")[:-1] if line.split()]


def shim(base: Path) -> Path:
    """The shim, compiled."""
    library = base / "shim.so"
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        raise SystemExit("a C compiler is needed: cc or gcc")
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(HERE / "shim.c")]
    subprocess.run(command, check=True)
    return library


def under_shim(library: Path, folder: Path, **extra: object) -> dict[str, str]:
    """The environment that puts a program under the shim, for the folder above the data folder."""
    values = {f"TORTURE_{name.upper()}": str(value) for name, value in extra.items()}
    return {"LD_PRELOAD": str(library), "TORTURE_DIR": str(folder.parent.resolve()), **values}
