"""How the command line is called, and what it says when it is called wrongly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import tui
from tui.commands.parsing import parser
from tui.commands.table import COMMANDS, READ


def test_help_names_every_command(cli) -> None:
    done = cli("--help")
    assert (done.status, done.err) == (0, "")
    assert all(command.name in done.out for command in COMMANDS)


ANEW = "write it anew: COLUMNS=80 LINES=24 ossetia-reader --debug --help > tui/help.txt"


def test_the_help_that_is_stored_is_what_the_parser_says(cli, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    assert cli("--help").out == cli("-h").out == parser(READ).format_help(), ANEW


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_help_fits_the_terminal(cli, monkeypatch, columns: int) -> None:
    usual = cli("--help").out
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("COLUMNS", str(columns))
    told = cli("--help").out
    assert told.split() == usual.split()
    assert (told == usual) == (columns >= 80)


def test_help_asks_no_parser() -> None:
    code = "import sys; from tui.cli import main; main(['-h']); sys.exit('argparse' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_has_help_of_its_own(cli, command: str) -> None:
    done = cli(*command.split(), "--help")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"usage: ossetia-reader {command}")


def test_the_version_is_the_packages(cli) -> None:
    assert cli("--version").out == f"ossetia-reader {tui.__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        "--no-such-option",
        "compare",
        "compare only-one",
        "compare a b -f pdf",
        "compare a b --max-gap many",
        "compare - -",
        "- -",
        "only-one",
        "notes",
        "notes tidy",
        "notes add",
        "notes add --doc a --quote b",
        "notes add --doc - --quote b --text c",
        "notes check",
        "notes import",
        "config",
        "completion tcsh",
    ],
)
def test_a_wrong_call_is_one_line_and_status_2(cli, words: str) -> None:
    done = cli(*words.split())
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("ossetia-reader: ")
    assert done.err.count("\n") == 1


def test_standard_input_twice_is_refused_before_it_is_read(cli) -> None:
    assert "only once" in cli("compare", "-", "-", stdin=b"text").err


@pytest.mark.parametrize("opened", [["./compare", "./notes"], ["--", "compare", "notes"]])
def test_files_called_like_commands_can_be_opened(
    cli, opened: list[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "compare").write_text("The bridge was closed on Friday.", encoding="utf-8")
    (home / "notes").write_text("On Friday they closed the bridge.", encoding="utf-8")
    monkeypatch.chdir(home)
    done = cli(*opened)
    assert (done.status, done.err) == (0, "")
    assert "The bridge was closed on Friday." in done.out


@pytest.mark.parametrize("words", [["--", "-f", "b"], ["compare", "b", "-f", "md", "--", "-f"]])
def test_files_called_like_options_can_be_opened(
    cli, words: list[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "-f").write_text("The bridge was closed on Friday.", encoding="utf-8")
    (home / "b").write_text("On Friday they closed the bridge.", encoding="utf-8")
    monkeypatch.chdir(home)
    done = cli(*words)
    assert (done.status, done.err) == (0, "")
    assert "The bridge was closed on Friday." in done.out


def test_options_may_stand_between_files(cli, pair: tuple[str, str]) -> None:
    assert cli("compare", pair[0], "-f", "csv", pair[1]).out.startswith("kind,")


def test_control_characters_of_the_caller_are_not_echoed(cli) -> None:
    done = cli("compare", "a", "b", "-f", "\x1b]0;title\x07")
    assert "\x1b" not in done.err
    assert "\x07" not in done.err


def test_a_view_may_be_called_like_a_group_of_commands(cli, pair) -> None:
    assert cli("--view", "notes", *pair).status == 0
    assert cli("--new", "--view", "notes", *pair).status == 0


_INTERRUPTED = """
import os, signal, sys
class Interrupts:
    def find_spec(self, name, path, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupts())
sys.argv[1:] = ["config", "path", "--ascii"]
from tui.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize(
    "module",
    ["tui.cli", "corpus.errors", "tui.looks", "tui.ascii", "argparse", "tui.commands.config.path"],
)
def test_interrupted_while_it_loads_it_ends_without_a_word(home, module: str) -> None:
    code = _INTERRUPTED.replace("{module!r}", repr(module))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
