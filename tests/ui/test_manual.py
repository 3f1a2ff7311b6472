"""The manual page and the completion scripts say what the parsers and the table of keys say."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.report import FORMATS
from tui.commands.offered import options
from tui.commands.table import COMMANDS, READ
from tui.keys import TABLE, with_keys

ROOT = Path(__file__).parents[2]


def plain(page: str) -> str:
    """The page as roff would set it, on one line."""
    for sign, meant in (("\\fB", ""), ("\\fI", ""), ("\\fR", ""), ("\\-", "-"), ("\\&", "")):
        page = page.replace(sign, meant)
    for sign, meant in (("\\(aq", "'"), ("\\(ha", "^"), ("\\e", "\\")):
        page = page.replace(sign, meant)
    return " ".join(page.split())


def test_the_manual_tells_every_command_option_and_key(cli) -> None:
    page = plain(cli("man").out)
    for command in (READ, *COMMANDS):
        assert command.name in page
        for option in options(command):
            assert all(name in page for name in option.names)
            assert " ".join(option.help.split()) in page
    for key in TABLE:
        assert f"{key.all_shown} {with_keys(key.help)}" in page


def test_the_manual_that_is_installed_is_the_one_that_is_printed(cli) -> None:
    told = "write it anew: .venv/bin/ossetia-reader man > docs/ossetia-reader.1"
    assert (ROOT / "docs" / "ossetia-reader.1").read_text("utf-8") == cli("man").out, told


def test_roff_reads_the_manual(cli) -> None:
    program = next(filter(shutil.which, ("mandoc", "man")), None)
    if program is None:
        pytest.skip("neither mandoc nor man is here")
    command = ["mandoc", "-Tlint", "-Wwarning"] if program == "mandoc" else ["man", "-l", "-"]
    page = cli("man").out
    done = subprocess.run(command, input=page.encode(), capture_output=True)
    told = [line for line in done.stdout.decode().splitlines() if ": WARNING: " in line]
    assert [line for line in told if "missing date" not in line] == []
    assert done.stderr == b""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "texts"
    made.mkdir()
    (made / "my text.txt").write_text("x")
    return made


ASKED = [
    ("comp", {"compare", "completion"}),
    ("compare --sh", {"--show"}),
    ("compare -f ", set(FORMATS)),
    ("compare -o my", {"my text.txt"}),
    ("--view ma", {"matches"}),
    ("compare corpus:ossetia-", {"corpus:ossetia-a", "corpus:ossetia-b"}),
    ("config p", {"path"}),
    ("completion z", {"zsh"}),
]


@pytest.mark.parametrize(("typed", "offered"), ASKED)
def test_bash_offers_what_may_follow(cli, folder: Path, typed: str, offered: set[str]) -> None:
    words = f"ossetia-reader {typed}".replace(":", " : ").split(" ")
    quoted = " ".join(f"'{word}'" for word in words)
    script = (
        f"{cli('completion', 'bash').out}\nCOMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}\n"
        f"COMP_LINE='ossetia-reader {typed}'; COMP_POINT=${{#COMP_LINE}}\n"
        '_ossetia_reader; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    found = {f"corpus:{w}" if ":" in typed else w for w in shell(["bash", "-c", script], folder)}
    assert found == offered


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not here")
@pytest.mark.parametrize(("typed", "offered"), ASKED)
def test_fish_offers_what_may_follow(cli, folder: Path, typed: str, offered: set[str]) -> None:
    script = f"{cli('completion', 'fish').out}\ncomplete -C 'ossetia-reader {typed}'"
    assert {w.split("\t")[0] for w in shell(["fish", "-c", script], folder)} == offered


def shell(command: list[str], folder: Path) -> list[str]:
    """What a shell prints that finds this reader on its path."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        command, cwd=folder, env=os.environ | {"PATH": path}, capture_output=True, text=True
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_powershell_is_told_the_same(cli) -> None:
    script = cli("completion", "powershell").out
    assert "'compare -f' = @('txt', 'md'" in script
    assert script.count("{") == script.count("}")
