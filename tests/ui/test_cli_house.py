"""The small commands, and how the program fails."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from corpus.report.schema import Comparison
from tui.commands import schema
from tui.keys import TABLE


def test_the_schema_is_that_of_the_models(cli) -> None:
    printed = json.loads(cli("schema").out)
    assert printed.pop("$schema") == "https://json-schema.org/draft/2020-12/schema"
    assert printed == Comparison.model_json_schema(mode="serialization")


def test_settings_lie_where_the_environment_says(cli, home: Path) -> None:
    assert cli("config", "path").out == f"{home / 'config'}\n"


def test_without_a_word_from_the_environment_the_system_decides(
    cli, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSSETIA_READER_CONFIG_DIR", "")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "xdg"))
    monkeypatch.setenv("HOME", str(home))
    path = Path(cli("config", "path").out.strip())
    assert path.is_relative_to(home)
    assert path.name == "ossetia-reader"


def test_a_home_folder_that_is_none_is_one_line(cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSSETIA_READER_CONFIG_DIR", "~nobody-of-this-name/settings")
    done = cli("config", "path")
    assert (done.status, done.out, done.err.count("\n")) == (3, "", 1)
    assert "OSSETIA_READER_CONFIG_DIR" in done.err
    assert "defect" not in done.err


def test_every_key_of_the_table_is_printed(cli) -> None:
    out = cli("keys").out
    assert all(key.help in out for key in TABLE if "{" not in key.help)
    assert all(key.id in out and key.group in out.splitlines() for key in TABLE)


def test_the_doctor_says_where_things_lie(cli, home: Path) -> None:
    done = cli("doctor")
    assert (done.status, done.err) == (0, "")
    assert str(home / "config") in done.out
    assert "0 in " in done.out
    assert not (home / "data").exists()


def test_the_doctor_finds_notes_that_cannot_be_read(cli, home: Path) -> None:
    (home / "data" / "notes.sqlite3").mkdir(parents=True)
    done = cli("doctor")
    assert done.status in {3, 5}
    assert "notes.sqlite3" in done.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_parses(cli, shell: str) -> None:
    script = cli("completion", shell).out
    assert "ossetia-reader" in script
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=script.encode(), check=True)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("comp", {"compare", "completion"}),
        ("notes ex", {"export"}),
        ("notes add --q", {"--quote"}),
        ("compare --max", {"--max-gap"}),
        ("config ", {"path", "show", "init", "edit"}),
    ],
)
def test_bash_completes(cli, tmp_path: Path, typed: str, offered: set[str]) -> None:
    words = ["ossetia-reader", *typed.split(" ")]
    line = " ".join(f"'{word}'" for word in words)
    script = (
        f"{cli('completion', 'bash').out}\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}\n"
        '_ossetia_reader; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    empty = tmp_path / "empty"
    empty.mkdir()
    done = subprocess.run(["bash", "-c", script], cwd=empty, capture_output=True, text=True)
    assert set(done.stdout.split()) == offered


def test_a_defect_is_told_in_a_line_and_traced_only_when_asked(
    cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(args: object) -> None:
        raise ZeroDivisionError("by \x1b[2J nothing")

    monkeypatch.setattr(schema, "run", broken)
    done = cli("schema")
    assert (done.status, done.out, done.err.count("\n")) == (3, "", 1)
    assert "ZeroDivisionError" in done.err
    assert "\x1b" not in done.err
    traced = cli("schema", "--debug").err
    assert "Traceback" in traced
    assert "\x1b" not in traced


def test_a_foreseen_failure_is_traced_only_when_asked(cli) -> None:
    assert "Traceback" not in cli("notes", "import", "no-such-file").err
    assert "Traceback" in cli("--debug", "notes", "import", "no-such-file").err


def test_an_interrupt_is_status_130_without_a_word(cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(schema, "run", interrupted)
    assert cli("schema") == (130, "", "")
