"""Links are tested as they are without the optional extra, wherever it is installed."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _without_vectors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.path.name.startswith("test_links"):
        monkeypatch.setattr("corpus.links.meaning.is_installed", lambda: False)
