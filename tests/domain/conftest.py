"""What tests of the domain share."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest

from corpus.reading import child, confined
from corpus.reading.model import Extract


@pytest.fixture(autouse=True)
def _without_vectors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Links are tested as they are without the optional extra, wherever it is installed."""
    if request.path.name.startswith("test_links"):
        monkeypatch.setattr("corpus.links.meaning.is_installed", lambda: False)


@pytest.fixture
def readers_at_hand(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The readers in this process, which spares a hundred starts; limits are tried below."""

    def run(form: str, data: bytes, *_: object) -> Extract:
        return confined._read(json.dumps(child._answer(form, data)).encode(), 0)

    monkeypatch.setattr(confined, "_run", run)
    yield
    logging.disable(logging.NOTSET)
