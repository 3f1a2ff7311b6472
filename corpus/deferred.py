"""Tuples whose values are made when somebody looks at them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from operator import eq
from typing import TYPE_CHECKING, TypeVar, cast, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

T = TypeVar("T")


class _Likened(Sequence[T]):
    """Equal to a tuple, hashed and pickled as it."""

    __slots__ = ()

    @abstractmethod
    def _all(self) -> tuple[T, ...]: ...

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, (_Likened, tuple)):
            return NotImplemented
        values = cast("Sequence[object]", other)
        return len(self) == len(values) and all(map(eq, self, values))

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())

    def __reduce__(self) -> tuple[type[tuple[T, ...]], tuple[tuple[T, ...]]]:
        return tuple, (self._all(),)


class Deferred(_Likened[T]):
    """A tuple that is made when it is first looked at, once.

    ``make`` gives it, the same whenever it is called.
    """

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], tuple[T, ...]]) -> None:
        self._make: Callable[[], tuple[T, ...]] | None = make
        self._made: tuple[T, ...] = ()

    def _all(self) -> tuple[T, ...]:
        make = self._make
        if make is not None:  # two threads may both make it: the same
            self._made = make()
            self._make = None
        return self._made

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        return self._all()[at]

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[T]:
        return iter(self._all())


class Made(_Likened[T]):
    """A tuple of which each value is made whenever it is looked at, and none is kept.

    It is for very many values, which are kept in fewer bytes than they would
    take. ``make`` gives the value of a number, the same whenever it is called;
    the numbers are those in ``range(first, stop)``.
    """

    __slots__ = ("_first", "_make", "_stop")

    def __init__(self, make: Callable[[int], T], first: int, stop: int) -> None:
        self._make, self._first, self._stop = make, first, stop

    @property
    def numbers(self) -> range:
        """The numbers of its values."""
        return range(self._first, self._stop)

    def __repr__(self) -> str:
        """Short: a defect is told with all that is at hand."""
        return f"<{len(self)} values>"

    def _all(self) -> tuple[T, ...]:
        return tuple(self)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, int):
            return self._make(self.numbers[at])
        part = self.numbers[at]
        return self._part(part) if part.step == 1 else tuple(map(self._make, part))

    def _part(self, numbers: range) -> Sequence[T]:
        return Made(self._make, numbers.start, numbers.stop)

    def __len__(self) -> int:
        return len(self.numbers)

    def __iter__(self) -> Iterator[T]:
        return map(self._make, self.numbers)


def changed(values: Sequence[T], new: Mapping[int, T]) -> Sequence[T]:
    """The values with new ones in some places, of which alone it keeps any."""
    return Made(lambda at: new[at] if at in new else values[at], 0, len(values)) if new else values
