"""The screen says "saved" only of what a kill cannot take back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TORTURE = Path(__file__).parents[1] / "torture"


def test_no_note_that_the_screen_called_saved_is_lost_to_a_kill(tmp_path: Path) -> None:
    saver = f"{sys.executable} {TORTURE / 'screen_saver.py'} {{folder}} {{count}}"
    ordeal = ["--only", "kills", "--kills", "3", "--base", str(tmp_path), "--saver", saver]
    done = subprocess.run(
        [sys.executable, str(TORTURE / "torture.py"), *ordeal],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 lost" in done.stdout
