"""The walls between domain and terminal, seen from a clean interpreter and by import-linter."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

TERMINAL = {"tui", "textual", "rich", "platformdirs"}
_ALL_BUT_CODE = shutil.ignore_patterns("__pycache__", "*.txt", "*.toml", "*.json", "data")

HEAVY = {"textual", "rich", "numpy", "rapidfuzz", "pydantic"}
OF_FORMATS = {"pypdf", "trafilatura", "lxml", "charset_normalizer", "zipfile", "email", "html"}


def loaded_by(code: str) -> set[str]:
    """The top-level packages that a clean interpreter has loaded after running ``code``."""
    listing = f"{code}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-I", "-c", listing], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


def corpus_modules() -> list[str]:
    files = sorted((ROOT / "corpus").rglob("*.py"))
    return [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files]


def test_the_domain_loads_no_terminal_and_no_home_folder() -> None:
    imports = "\n".join(f"import {name.removesuffix('.__init__')}" for name in corpus_modules())
    assert not loaded_by(imports) & TERMINAL


@pytest.mark.parametrize(
    "module", ["corpus", "corpus.text", "corpus.reading", "corpus.story", "corpus.report", "tui"]
)
def test_what_the_first_paint_needs_loads_nothing_heavy(module: str) -> None:
    assert not loaded_by(f"import {module}") & (HEAVY | OF_FORMATS)


def test_plain_text_needs_nothing_of_other_formats(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry ran aground. Nobody was hurt.", "utf-8")
    code = f"from corpus.reading import read_document\nread_document({str(tmp_path / 'a.txt')!r})"
    assert not loaded_by(code) & (HEAVY | OF_FORMATS)


@pytest.mark.parametrize("word", ["--help", "--version", "compare --help", "config path"])
def test_the_command_line_answers_without_textual(word: str) -> None:
    code = f"from tui.cli import main\nassert main({word.split()!r}) == 0\nprint()"
    assert not loaded_by(code) & HEAVY


def import_linter(folder: Path) -> str:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
    )
    return done.stdout + done.stderr


def test_import_linter_finds_every_contract_kept() -> None:
    assert re.search(r"Contracts: \d+ kept, 0 broken", import_linter(ROOT))


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("corpus/text.py", "import textual"),
        ("corpus/text.py", "import tui.paths"),
        ("tui/cli.py", "import platformdirs"),
        ("tui/commands/schema.py", "from textual.app import App"),
        ("tui/widgets/__init__.py", "from corpus.notes.store import NoteStore"),
    ],
)
def test_import_linter_catches_a_wall_that_is_broken(file: str, line: str, tmp_path: Path) -> None:
    for package in ("corpus", "tui"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=_ALL_BUT_CODE)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / file).open("a", encoding="utf-8") as module:
        module.write(f"\n{line}\n")
    assert re.search(r"Contracts: \d+ kept, 1 broken", import_linter(tmp_path))
