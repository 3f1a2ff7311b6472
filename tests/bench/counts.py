"""Count the instructions of fixed workloads under callgrind, and hold them to a baseline.

Instructions hardly vary from run to run or with the load of the machine, so 3 %
more is a change of the program. They do vary between builds of Python and of
the libraries: the baseline has the counts of each build apart. On a build that
it does not know, or without valgrind, nothing is held: it says so and ends well.

    python tests/bench/counts.py [--write]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HERE = Path(__file__).parent
BASELINE = HERE / "counts.json"
LIMIT = 0.03  # above the baseline
_LIBRARIES = ("numpy", "rapidfuzz", "rich")  # whose own code is counted
_SAME = {  # a hash or a thread more would be other instructions
    "PYTHONHASHSEED": "0",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}

Counts = dict[str, int]


class Row(NamedTuple):
    """A workload, its instructions now and in the baseline; None where there are none."""

    name: str
    now: int | None
    before: int | None

    @property
    def change(self) -> float | None:
        """The share by which it grew."""
        if self.now is None or self.before is None:
            return None
        return self.now / self.before - 1

    @property
    def fault(self) -> str:
        """What is wrong with it, if anything."""
        if self.now is None:
            return f"{self.name} is in the baseline but was not counted"
        if self.before is None:
            return f"{self.name} is not in the baseline"
        if self.now > self.before * (1 + LIMIT):
            return f"{self.name} takes {self.change:+.1%}, more than {LIMIT:.0%} above the baseline"
        return ""


def compared(now: Mapping[str, int], before: Mapping[str, int]) -> list[Row]:
    """Every workload of either, those counted now first."""
    return [Row(name, now.get(name), before.get(name)) for name in {**now, **before}]


def missing() -> str:
    """What this machine lacks to count, in words; empty when it has all."""
    tools = [tool for tool in ("valgrind", "cc") if not shutil.which(tool)]
    if tools:
        return f"{' and '.join(tools)} cannot be found"
    asked = ["cc", "-E", "-x", "c", "-o", os.devnull, str(HERE / "switch.c")]
    done = subprocess.run(asked, check=False, capture_output=True)
    return "" if done.returncode == 0 else "valgrind's headers cannot be found"


def build() -> str:
    """Names the build that counts belong to: processor, C library, Python, libraries, valgrind."""
    libraries = " ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    valgrind = subprocess.check_output(["valgrind", "--version"], text=True).strip()
    libc = " ".join(platform.libc_ver())
    return f"{_processor()}, {libc}, Python {sys.version}, {libraries}, {valgrind}"


def _processor() -> str:
    """The architecture, and what libraries choose their code by."""
    flags = Path("/proc/cpuinfo").read_text().partition("flags")[2].partition("\n")[0].split()
    wide = [flag for flag in ("avx", "avx2") if flag in flags]
    return "+".join([platform.machine(), *wide])


def count() -> Counts:
    """The instructions of each workload; takes half a minute."""
    with tempfile.TemporaryDirectory() as folder:
        switch, out = f"{folder}/switch.so", f"{folder}/out"
        _run(["cc", "-shared", "-fPIC", "-O1", "-o", switch, str(HERE / "switch.c")])
        watch = ["--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={out}"]
        work = [sys.executable, str(HERE / "workloads.py"), switch]
        _run(["valgrind", *watch, *work])
        parts = sorted(Path(folder).glob("out.*"), key=lambda part: int(part.suffix[1:]))
        return dict(counted(part.read_text()) for part in parts)


def counted(part: str) -> tuple[str, int]:
    """The workload and the instructions that a dump of callgrind's tells."""
    name = re.search(r"^desc: Trigger: Client Request: (.+)$", part, re.MULTILINE)
    total = re.search(r"^totals: (\d+)$", part, re.MULTILINE)
    if name is None or total is None:
        raise SystemExit("callgrind wrote a dump that names no workload or no total")
    return name[1], int(total[1])


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, env=os.environ | _SAME
    )
    if done.returncode:
        raise SystemExit(f"{command[0]} failed:\n{done.stderr[-2000:]}")


def _table(rows: Sequence[Row]) -> str:
    lines = [f"{'instructions':14} {'now':>15} {'baseline':>15} {'change':>8}"]
    for row in rows:
        now, before = (f"{n:,}" if n is not None else "-" for n in (row.now, row.before))
        change = "" if row.change is None else f"{row.change:+.2%}"
        lines.append(f"{row.name:14} {now:>15} {before:>15} {change:>8}")
    return "\n".join(lines)


def main(words: Sequence[str] | None = None) -> int:
    """Print the table; 1 when a workload has grown too much."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="store the counts as the baseline")
    write = parser.parse_args(words).write
    if lack := missing():
        print(f"instruction counts left out: {lack} here")
        return 0
    kept: dict[str, Counts] = json.loads(BASELINE.read_text("utf-8")) if BASELINE.exists() else {}
    ours, now = build(), count()
    if write:
        text = json.dumps({**kept, ours: now}, indent=2, sort_keys=True)
        BASELINE.write_text(f"{text}\n", "utf-8")
    known = kept.get(ours)
    rows = compared(now, known or {})
    print(_table(rows))
    if write:
        print(f"stored as the baseline of {ours}")
        return 0
    if known is None:
        print(f"nothing held: the baseline does not know {ours}; --write stores these counts")
        return 0
    faults = [row.fault for row in rows if row.fault]
    print("\n".join(faults) or f"all within {LIMIT:.0%} of the baseline")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
