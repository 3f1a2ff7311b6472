"""What a log of events adds up to: the present state of each subject, and what can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.notes.events import STORE, Event, JsonObject, Subject

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Change:
    """An event, and the state its subject had before it."""

    event: Event
    before: JsonObject | None


class Ledger:
    """The events applied so far, in the order of the log.

    ``events`` are all of them, ``seq`` and ``last_id`` those of the last one;
    ``lineage`` is the id of the first, which is the file's own.

    Undo and redo are read off the log itself, so they outlive the program.
    A step can be undone while its subjects stand as it left them.
    """

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self.seq = 0
        self.lineage = ""
        self.last_id = ""
        self.events: list[Event] = []
        self._states: dict[Subject, JsonObject] = {}
        self._history: dict[Subject, list[Event]] = {}
        self._steps: dict[str, list[Change]] = {}
        self._done: list[str] = []
        self._undone: list[str] = []
        for event in events:
            self.apply(event)

    def apply(self, event: Event) -> None:
        """Take the next event of the log into account."""
        self.seq += 1
        self.events.append(event)
        self.last_id = event.id
        self.lineage = self.lineage or event.id
        if event.kind == STORE:
            return
        self._steps.setdefault(event.step, []).append(Change(event, self.state(event.key)))
        self._history.setdefault(event.key, []).append(event)
        if event.state is None:
            self._states.pop(event.key, None)
        else:
            self._states[event.key] = event.state
        self._keep_order(event)

    def state(self, key: Subject) -> JsonObject | None:
        """The subject as it is now; None when there is none or it was deleted."""
        return self._states.get(key)

    def states(self, kind: str) -> Mapping[str, JsonObject]:
        """All living subjects of one kind by their id, in the order they were added."""
        return {subject: state for (k, subject), state in self._states.items() if k == kind}

    def knows(self, event: Event) -> bool:
        """Whether this event, by its id, is among those applied."""
        return any(event.id == known.id for known in self._history.get(event.key, ()))

    def history(self, key: Subject) -> Sequence[Event]:
        """Everything that was ever done to one subject, oldest first."""
        return tuple(self._history.get(key, ()))

    def undoable(self, documents: Collection[str] | None = None) -> Sequence[Change]:
        """The changes of the step that undo would take back; empty when there is none."""
        step = self._latest(self._done, documents)
        if any(self.state(c.event.key) != c.event.state for c in step):
            return ()
        return step

    def redoable(self, documents: Collection[str] | None = None) -> Sequence[Change]:
        """The changes of the step that redo would do again; empty when there is none."""
        step = self._latest(self._undone, documents)
        if any(self.state(c.event.key) != c.before for c in step):
            return ()
        return step

    def _latest(self, steps: list[str], documents: Collection[str] | None) -> Sequence[Change]:
        for step in reversed(steps):
            changes = self._steps[step]
            if any(_concerns(change.event, documents) for change in changes):
                return changes
        return ()

    def _keep_order(self, event: Event) -> None:
        if event.deed == "undo":
            _move(event.of, self._done, self._undone)
        elif event.deed == "redo":
            _move(event.of, self._undone, self._done)
        elif not (self._done and self._done[-1] == event.step):
            self._done.append(event.step)
            self._undone = [s for s in self._undone if not self._touches(s, event.documents)]

    def _touches(self, step: str, documents: Collection[str]) -> bool:
        return any(_concerns(change.event, documents or None) for change in self._steps[step])


def _concerns(event: Event, documents: Collection[str] | None) -> bool:
    if documents is None or not event.documents:
        return True
    return not set(documents).isdisjoint(event.documents)


def _move(step: str, source: list[str], goal: list[str]) -> None:
    if step in source:
        source.remove(step)
        goal.append(step)
