"""The tour: steps to be tried on the bundled pair, as data; where the reader is among them."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import NamedTuple

from tui.keys import with_keys

_KEY = re.compile(r"\{([\w.]+)\}")


class Step(NamedTuple):
    """What the reader is told to try; ``done`` are ids of keys that end the step."""

    words: str
    done: frozenset[str]


class Tour(NamedTuple):
    """All steps, the last one a farewell, and the one the reader is at."""

    steps: tuple[Step, ...]
    at: int = 0

    def moved(self, by: int) -> Tour:
        """At a later or an earlier step."""
        return self._replace(at=max(0, min(len(self.steps) - 1, self.at + by)))

    def after(self, done: str) -> Tour:
        """A step on, where the key with this id ends the present one."""
        return self.moved(1) if done in self.steps[self.at].done else self

    @property
    def lines(self) -> list[str]:
        """How far the reader is and by which keys to go on; what to try."""
        last = len(self.steps) - 1
        where = f"step {self.at + 1} of {last}" if self.at < last else "the end"
        return [f"Tour, {where}: {_ways(self.at, last)}", self.steps[self.at].words]


def begin() -> Tour:
    """The tour from its first step."""
    told = tomllib.loads(files("tui").joinpath("tour.toml").read_text("utf-8"))
    steps = [_step(one["words"], one.get("done")) for one in told["step"]]
    return Tour((*steps, _step(told["end"], [])))


def _step(words: str, done: list[str] | None) -> Step:
    named: list[str] = _KEY.findall(words)
    return Step(with_keys(words), frozenset(named[:1] if done is None else done))


def _ways(at: int, last: int) -> str:
    on, back, leave = "{tour.next} next", "{tour.prev} back", "{escape} ends the tour"
    ways = [*([on] if at < last else []), *([back] if at else []), leave]
    return with_keys("  ".join(ways))
