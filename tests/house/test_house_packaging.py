"""The wheel and the source archive build, carry all data, and an installed wheel runs."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = {".txt", ".toml", ".json", ".tcss", ".css", ".tsv", ".csv", ".gz", ".typed"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive, built without a network."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's contents where nothing of this checkout is."""
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(site)
    return site


def data_files() -> set[str]:
    files = (file for package in ("corpus", "tui") for file in (ROOT / package).rglob("*"))
    return {str(f.relative_to(ROOT)) for f in files if f.suffix in DATA or f.name == "NOTICE"}


def test_the_wheel_carries_articles_and_word_lists(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        assert data_files() <= set(wheel.namelist())


def test_the_source_archive_carries_what_a_packager_needs(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert data_files() <= names
    assert {"LICENSE", "Makefile", "constraints.txt", "pyproject.toml", "README.md"} <= names
    assert any(name.startswith("tests/house/") for name in names)


def test_the_licences_of_code_and_articles_travel_with_the_wheel(installed: Path) -> None:
    licences = {file.name for file in installed.glob("*.dist-info/licenses/**/*") if file.is_file()}
    assert {"LICENSE", "NOTICE"} <= licences


def test_an_installed_wheel_runs(installed: Path, tmp_path: Path) -> None:
    code = (
        "import sys, corpus, tui.cli\n"
        f"assert corpus.__file__.startswith({str(installed)!r}), corpus.__file__\n"
        "sys.exit(tui.cli.main(['compare', 'corpus:ossetia-a', 'corpus:ossetia-b', '-f', 'txt']))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "S. Ossetia Talks of Joining Russia" in done.stdout


def test_the_console_script_is_the_command_line(installed: Path) -> None:
    entries = next(installed.glob("*.dist-info/entry_points.txt")).read_text("utf-8")
    assert "ossetia-reader = tui.__main__:main" in entries


def test_the_manual_goes_where_man_looks_for_it(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    assert any(name.endswith(".data/data/share/man/man1/ossetia-reader.1") for name in names)
