"""What the benches share: invented books, and programs measured on a screen of their own."""

from __future__ import annotations

import os
import sys

import pytest
from benches import load

books, screens = load("books"), load("screens")

WORKS_ON_A_KEY = """
print("ready", flush=True)
while True:
    input()
    print(sum(range(10_000_000)), flush=True)
"""


def test_books_are_the_same_every_time_as_long_as_asked_and_half_the_same():
    first, second = books.texts(20)
    assert (first, second) == books.texts(20)
    assert all(20_000 <= len(text) < 20_400 for text in (first, second))
    told = [{s.strip() for s in text.split(".")} for text in (first, second)]
    assert 0.1 < len(told[0] & told[1]) / len(told[0]) < 0.9


def test_a_key_costs_what_it_begins_and_waiting_costs_nothing():
    with screens.Screen([sys.executable, "-c", WORKS_ON_A_KEY], os.environ) as screen:
        assert screen.until(b"ready")
        screen.settle()
        before = screen.cpu
        screen.settle()
        waiting, worked = screen.cpu - before, screen.cost("\r")
        assert worked > waiting
        assert b"49999995000000" in screen.shown
        assert screen.memory > 1


@pytest.mark.parametrize("words", ["print('other')", "pass"])
def test_a_program_that_ends_without_the_words_is_not_waited_for(words):
    with screens.Screen([sys.executable, "-c", words], os.environ) as screen:
        assert not screen.until(b"never")
        assert screen.ended


def test_words_count_only_after_those_they_have_to_follow():
    with screens.Screen([sys.executable, "-c", "print('word mark')"], os.environ) as screen:
        assert screen.until(b"word")
        assert not screen.until(b"word", after=b"mark")
