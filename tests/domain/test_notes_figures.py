"""The figures the notes are held to: after edits, and under torture, in their short form."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)


def test_notes_find_their_words_again_after_edits() -> None:
    done = _run(str(TESTS / "bench" / "bench_anchoring.py"), "--cases", "342", "--seed", "5")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(not (shutil.which("cc") or shutil.which("gcc")), reason="needs a C compiler")
@pytest.mark.parametrize("ordeal", ["kills", "calls", "cuts", "writers", "full", "damage"])
def test_no_acknowledged_note_is_lost(ordeal: str, tmp_path: Path) -> None:
    torture = str(TESTS / "torture" / "torture.py")
    done = _run(torture, "--short", "--only", ordeal, "--base", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert " ok" in done.stdout


@pytest.mark.skipif(not (shutil.which("cc") or shutil.which("gcc")), reason="needs a C compiler")
def test_the_torture_finds_a_saver_that_does_not_wait_for_the_disk(tmp_path: Path) -> None:
    saver = f"{sys.executable} {TESTS / 'torture' / 'hasty_saver.py'} {{folder}} {{count}}"
    lister = f"{sys.executable} {TESTS / 'torture' / 'hasty_saver.py'} {{folder}}"
    programs = ("--saver", saver, "--lister", lister)
    torture = str(TESTS / "torture" / "torture.py")
    done = _run(torture, "--short", "--only", "cuts", "--base", str(tmp_path), *programs)
    assert done.returncode == 1
    assert "FAILED" in done.stdout
