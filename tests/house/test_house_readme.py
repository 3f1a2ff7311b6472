"""What the README says stands in the tree: its keys, its tests, its pictures, its commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.commands.table import COMMANDS
from tui.screens.help import card

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_keys_are_those_of_the_table() -> None:
    block = re.search(r"<!-- keys -->\n```\n(.*?)\n```\n<!-- /keys -->", README, re.DOTALL)
    assert block
    assert block.group(1) == f"{card('reader', 'texts')}\n\n{card('select')}"


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:tests|corpus|tui|docs)/[^`]*)`", README)))
)
def test_every_path_it_names_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_every_picture_is_there_and_names_no_server() -> None:
    pictures = re.findall(r"\]\(([^)]+\.svg)\)", README)
    assert pictures
    for picture in pictures:
        svg = (ROOT / picture).read_text("utf-8")
        assert svg.startswith("<svg")
        assert not re.findall(
            r"url\(|src=", svg.replace("url(#", "").replace("http://www.w3.org", "")
        )


def test_every_make_target_it_names_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    benches = (ROOT / "tests" / "bench").glob("bench_*.py")
    targets |= {bench.stem.replace("_", "-") for bench in benches}
    assert set(re.findall(r"\bmake ([a-z-]+)", README)) <= targets


def test_every_command_it_names_is_one() -> None:
    known = {command.name for command in COMMANDS}
    named = re.findall(r"^ossetia-reader ((?:notes |corpus )?[a-z]+)", README, re.MULTILINE)
    assert set(named) <= known
