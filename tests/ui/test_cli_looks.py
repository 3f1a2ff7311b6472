"""How much show the reader wants: options, their twins in the environment, reports in ASCII."""

from argparse import ArgumentParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from corpus.errors import ReaderError
from tui import looks
from tui.ascii import in_cells, in_lines
from tui.commands.outcome import UsageError
from tui.settings import CONFIG, keep_theme, own_theme


def looked(*words, encoding="utf-8", **environ):
    parser = ArgumentParser()
    looks.ascii_argument(parser)
    looks.arguments(parser)
    args = parser.parse_args(words)
    args.ascii = looks.asked_for_ascii(words, environ)
    return looks.looks(args, {"TERM": "xterm", **environ}, encoding)


@pytest.mark.parametrize(
    ("words", "environ", "colour"),
    [
        ((), {}, True),
        ((), {"NO_COLOR": ""}, True),
        ((), {"NO_COLOR": "0"}, False),
        ((), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ((), {"TERM": "vt220"}, False),
        ((), {"TERM": "xterm-mono"}, False),
        ((), {"TERM": "vt220", "FORCE_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "auto"), {"NO_COLOR": "1", "OSSETIA_READER_COLOR": "always"}, False),
        ((), {"NO_COLOR": "1", "OSSETIA_READER_COLOR": "always"}, True),
        ((), {"OSSETIA_READER_COLOR": "never"}, False),
    ],
)
def test_who_says_whether_there_are_colours(words, environ, colour):
    assert looked(*words, **environ).colour is colour


@pytest.mark.parametrize(
    ("words", "environ", "encoding", "ascii_only", "told"),
    [
        ((), {}, "utf-8", False, False),
        (("--ascii",), {}, "utf-8", True, False),
        ((), {"OSSETIA_READER_ASCII": "1"}, "utf-8", True, False),
        (("--no-ascii",), {"OSSETIA_READER_ASCII": "1"}, "utf-8", False, False),
        ((), {"OSSETIA_READER_ASCII": "no", "LC_ALL": "C"}, "utf-8", False, False),
        ((), {"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, "utf-8", True, True),
        ((), {"LC_ALL": "C.UTF-8", "LANG": "C"}, "utf-8", False, False),
        ((), {"LANG": "POSIX", "LC_CTYPE": "C.UTF-8"}, "utf-8", True, True),
        ((), {}, "iso8859-1", True, True),
        ((), {}, "no such encoding", True, True),
        (("--no-ascii",), {}, "iso8859-1", False, False),
        (("--", "--ascii"), {}, "utf-8", False, False),
    ],
)
def test_who_says_whether_there_are_signs(words, environ, encoding, ascii_only, told):
    words = words[: words.index("--")] if "--" in words else words
    found = looked(*words, encoding=encoding, **environ)
    assert (found.ascii, bool(found.told)) == (ascii_only, told)


def test_the_rest_has_twins_as_well():
    found = looked(
        OSSETIA_READER_THEME="cvd", OSSETIA_READER_NO_MOUSE="1", OSSETIA_READER_NO_ANIMATION="yes"
    )
    assert (found.theme, found.mouse, found.still) == ("cvd", False, True)
    assert looked("--theme", "light", OSSETIA_READER_THEME="cvd").theme == "light"
    with pytest.raises(UsageError, match="OSSETIA_READER_THEME: pink is none of dark, light"):
        looked(OSSETIA_READER_THEME="pink")


def test_a_theme_is_kept_and_all_else_in_the_settings_stays(home):
    assert own_theme() == ""
    file = keep_theme("light")
    assert (own_theme(), file.name) == ("light", CONFIG)
    file.write_text('# mine\nother = 1\ntheme = "dark" # for nights\n[more]\ntheme = "x"\n')
    keep_theme("cvd")
    assert file.read_text() == '# mine\nother = 1\ntheme = "cvd"\n[more]\ntheme = "x"\n'


@pytest.mark.parametrize(
    "text", ["theme = ", 'theme = "pink"', "theme = []", "other = ", f"theme = {'[' * 9999}"]
)
def test_settings_that_make_no_sense_are_told(home, text):
    keep_theme("dark").write_text(text)
    with pytest.raises(ReaderError, match=CONFIG):
        own_theme()


@pytest.mark.parametrize("text", ["other = ", 'theme = """\ndark"""', "\xff"])
def test_settings_that_cannot_be_changed_line_by_line_are_left_alone(home, text):
    file = keep_theme("dark")
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(ReaderError, match=CONFIG):
        keep_theme("light")
    assert file.read_bytes() == text.encode("latin-1")


@pytest.mark.parametrize(
    ("form", "seen"),
    [
        ("txt", 'hull -- "osmotr" -- on'),
        ("md", "osmotr"),
        ("html", "&#1086;&#1089;&#1084;&#1086;&#1090;&#1088;"),
        ("json", "\\u043e\\u0441\\u043c\\u043e\\u0442\\u0440"),
        ("csv", "osmotr"),
    ],
)
def test_a_report_in_ascii_loses_nothing_where_its_form_can_say_it(cli, pair, home, form, seen):
    done = cli("compare", *pair, "-f", form, "--ascii")
    assert done.status == 0
    assert done.out.isascii()
    assert seen in done.out
    into = home / "report"
    assert cli("compare", *pair, "-f", form, "--ascii", "-o", str(into)).status == 0
    assert into.read_bytes() == done.out.encode()


def test_errors_help_and_keys_are_in_ascii_too(cli, monkeypatch):
    monkeypatch.setenv("OSSETIA_READER_ASCII", "1")
    assert "gone-aye.txt" in cli("compare", "gone-äyé.txt", "b.txt").err
    assert "Ctrl+Down" in cli("keys").out
    for words in (("keys",), ("--help",), ("compare", "ä", "--nö"), ("--ä",)):
        done = cli(*words)
        assert (done.out + done.err).isascii()
    monkeypatch.setenv("OSSETIA_READER_ASCII", "0")
    assert "↓" in cli("keys").out


@given(st.text())
def test_ascii_keeps_the_cells_of_any_text(text):
    shown = in_cells(text)
    assert shown.isascii()
    if not any(c < " " or c == "\x7f" for c in shown):
        assert len(shown) == cell_len(text)
    assert in_lines(text).isascii()
