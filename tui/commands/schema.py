"""``schema``: the JSON Schema of ``compare -f json``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    """``schema`` takes none."""


def run(args: Namespace) -> Outcome:
    """The schema, from the models that write the JSON."""
    from corpus.report.schema import json_schema

    return Outcome(json_schema())
