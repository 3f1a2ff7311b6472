"""Nothing that a terminal obeys, or that hides other letters, gets past loading."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sanitise import one_line, sanitise

ANYTHING = st.text(st.characters(exclude_categories=()))


@given(ANYTHING)
def test_only_newlines_and_tabs_are_left_of_the_controls(text):
    kept = sanitise(text).text.replace("\r\n", "\n")
    controls = {c for c in kept if unicodedata.category(c) in {"Cc", "Cs"}}
    assert controls <= {"\n", "\t"}


@given(ANYTHING)
def test_sanitising_twice_changes_nothing_more(text):
    once = sanitise(text).text
    assert sanitise(once) == (once, 0)


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_letters_marks_and_signs_are_kept_to_the_letter(text):
    text = text.replace("\u2028", "")
    assert sanitise(text) == (text, 0)


@pytest.mark.parametrize(
    ("given_text", "shown", "removed"),
    [
        ("a\x1b]52;c;Zm9v\x07b", "a]52;c;Zm9vb", 2),
        ("a\x9b31mb", "a31mb", 1),
        ("user\u202egnp.exe", "usergnp.exe", 1),
        ("Med\u200bvedev", "Medvedev", 1),
        ("tag\U000e0041", "tag", 1),
        ("one\r\ntwo\rthree\u2028four", "one\r\ntwo\nthree\nfour", 2),
        ("half \ud83d", "half ", 1),
    ],
)
def test_what_is_dropped_or_replaced_is_counted(given_text, shown, removed):
    assert sanitise(given_text) == (shown, removed)


@pytest.mark.parametrize(
    "words",
    [
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",  # a family
        "\u2764\ufe0f\u200d\U0001f525",  # a heart on fire
        "\U0001f9d1\U0001f3fd\u200d\U0001f680",  # an astronaut with a skin tone
        "می\u200cخواهم",  # Persian
        "क\u094d\u200dष",  # Hindi
        "ക\u0d4d\u200d",  # Malayalam, at the end of a word
    ],
)
def test_joiners_stay_where_they_are_part_of_the_spelling(words):
    assert sanitise(words) == (words, 0)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Med\u200dvedev", "Medvedev"),
        ("Мед\u200cведев", "Медведев"),
        ("می\u200c\u200cخ", "میخ"),
        ("\u200cمی", "می"),
        ("\u200d\U0001f469\u200d", "\U0001f469"),
        ("a\u200d\U0001f469", "a\U0001f469"),
    ],
)
def test_joiners_go_where_they_only_hide(words, shown):
    assert sanitise(words) == (shown, len(words) - len(shown))


def test_a_name_becomes_one_line():
    assert one_line("a\nb\x1b[2J\t c") == "a b[2J c"
