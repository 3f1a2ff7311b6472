"""The reader's own keys: read from keys.toml, checked, obeyed and shown everywhere."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from driving import line, press
from hypothesis import given
from hypothesis import strategies as st
from textual.screen import Screen

from tui.app import ReaderApp
from tui.clock import now
from tui.keys import TABLE, TOGETHER, OwnKeys, Where, footer, key_for, use, with_russian
from tui.ownkeys import clashes, key_name, read_keys
from tui.screens.help import HelpScreen, card

LETTERS = "qwertyuiopasdfghjklzxcvbnmQWERTYUIOPASDFGHJKLZXCVBNM"


@pytest.fixture
def keys_file(home: Path) -> Path:
    file = home / "config" / "keys.toml"
    file.parent.mkdir()
    return file


@pytest.fixture(autouse=True)
def program_keys():
    yield
    use({})


def test_a_file_full_of_nonsense_is_told_in_few_short_sentences():
    """Whatever is right in it holds; neither time nor toasts grow with the rest."""
    lines = [*(f'"no.{n}" = "x"' for n in range(10_000)), '"why" = "x"']
    found = read_keys("\n".join(lines), "keys.toml")
    assert found.keys == {"why": ("x",)}
    assert len(found.complaints) < 30
    assert "9,980 more entries name no action" in found.complaints[-1]
    deep = read_keys(f"{'a.' * 2000}b = 'x'\nwhy = '{'x' * 5000}'", "keys.toml")
    assert all(len(one) < 120 for one in deep.complaints)


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ('"pair.next" = "x"', {"pair.next": ("x",)}),
        ('pair.next = "x"', {"pair.next": ("x",)}),
        ('"pair.next" = ["x", "F12", "Ctrl+X", "!"]', {"pair.next": ("x", "f12", "ctrl+x", "!")}),
        ('"pair.next" = "none"', {"pair.next": ()}),
        ('"pair.next" = []', {"pair.next": ()}),
        ('"find" = "/"\nacross = "Shift+Down"', {"find": ("slash",), "across": ("shift+down",)}),
    ],
)  # fmt: skip
def test_keys_are_read(written, keys):
    assert read_keys(written, "keys.toml") == OwnKeys(keys)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('"pair.nxt" = "x"', 'no action is called "pair.nxt", is "pair.next" meant?'),
        ('"pair.next" = "ctlr+x"', '"pair.next": no key is called "ctlr+x"'),
        ('"pair.next" = "g g"', 'no key is called "g g"'),
        ('"pair.next" = 3', '"pair.next" takes a key'),
        ('"pair.next" = "ctrl+i"', "a terminal takes Ctrl+i for Tab"),
        ('"find.keep" = "x"', "x is typed there"),
        ('"pair.next" = "a"', "a is both pair.next and note.add"),
        ('"pair.next" = "ф"', "ф or a is both pair.next and note.add"),
        ('"notes.edit" = "3"', "3 is both view.gaps and notes.edit"),
    ],
)
def test_what_is_wrong_is_one_sentence_and_the_rest_holds(written, told):
    found = read_keys(f'{written}\n"pair.prev" = "f12"', "keys.toml")
    assert found.keys["pair.prev"] == ("f12",)
    assert len(found.complaints) == 1
    assert found.complaints[0].startswith("keys.toml: ")
    assert told in found.complaints[0]


@given(st.sampled_from(TABLE), st.sampled_from(LETTERS), st.booleans())
def test_a_clash_is_found_exactly_where_a_key_does_two_things(key, letter, russian):
    own = {key.id: (with_russian([letter])[russian],)}
    beside = {
        other.id
        for together in TOGETHER
        if key.where in together
        for other in TABLE
        if other.where in together and other.id != key.id
        and letter in with_russian(other.keys) and letter not in with_russian(key.keys)
    }  # fmt: skip
    found = {clash.other if clash.one == key.id else clash.one for clash in clashes(own)}
    assert found - {one for one in found if one.startswith("notes.")} <= beside
    assert beside <= found


@given(st.sampled_from([key for keys in TABLE for key in keys.keys]))
def test_every_key_of_the_table_has_its_own_name(key):
    assert key_name(key) == key


@given(st.text(max_size=12))
def test_a_name_of_a_key_is_told_or_taken_and_never_raises(name):
    taken = key_name(name)
    assert not taken or key_name(taken) == taken


def test_the_program_alone_has_no_clash_even_when_all_of_it_is_written_down():
    assert clashes({key.id: key.keys for key in TABLE}) == ()


# The command


def test_keys_tells_the_readers_own(cli, keys_file):
    keys_file.write_text('"pair.next" = ["x", "f12"]', "utf-8")
    assert "  x F12" in cli("keys").out
    found = {one["id"]: one for one in json.loads(cli("keys", "--format", "json").out)}
    assert found["pair.next"]["keys"] == ["x", "f12"]
    assert found["across"]["shown"] == ["⏎"]
    assert "| x F12 | pair.next |" in cli("keys", "-f", "markdown").out


@pytest.mark.parametrize(
    ("written", "status", "told"),
    [
        (None, 0, ""),
        ('"pair.next" = "x"', 0, ""),
        ('"pair.next" = "a"', 2, "a is both pair.next and note.add"),
        ('"pair.nxt" = "a"', 2, "pair.nxt"),
        ('"pair.next" = ', 2, "not valid TOML"),
    ],
)
def test_check_says_whether_all_is_well(cli, keys_file, written, status, told):
    if written:
        keys_file.write_text(written, "utf-8")
    done = cli("keys", "--check")
    assert done.status == status
    assert told in done.err
    assert done.err.count("\n") == bool(told)


def test_edit_begins_the_file_with_what_holds(cli, keys_file, monkeypatch, tmp_path):
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho \'"pair.next" = "a"\' >> "$1"\n', "utf-8")
    editor.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(editor))
    done = cli("keys", "--edit")
    assert (done.status, done.out) == (2, "")
    assert "a is both pair.next and note.add" in done.err
    written = keys_file.read_text("utf-8")
    uncommented = "".join(
        line.removeprefix("# ") + "\n" for line in written.splitlines() if line.startswith('# "')
    )
    assert read_keys(uncommented, "").keys == {key.id: key.keys for key in TABLE}


def test_edit_without_an_editor_says_what_to_do(cli, keys_file, monkeypatch):
    monkeypatch.setenv("VISUAL", "")
    monkeypatch.delenv("EDITOR", raising=False)
    done = cli("config", "edit")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert str(keys_file) in done.err
    assert not keys_file.exists()


def test_settings_are_begun_once_and_shown(cli, home):
    assert cli("config", "init").out.count(": made\n") == 4
    assert cli("config", "init").out.count(": there already\n") == 4
    assert cli("keys", "--check").status == 0
    (home / "config" / "frames.toml").write_text('# mine\n[trouble]\nwords = "fog"\n', "utf-8")
    (home / "config" / "aliases.toml").write_text("[[", "utf-8")
    done = cli("config", "show")
    assert '[trouble]\nwords = "fog"\n' in done.out
    assert "mine" not in done.out
    assert "aliases.toml: not valid TOML" in done.err


# The screen


def app(tmp_path: Path, written: str) -> ReaderApp:
    from corpus.reading import document_from_text

    texts = ["A ferry ran aground.\n\nNobody was hurt.\n\nIt was foggy."] * 2
    documents = [document_from_text(t, id=i, name=i) for t, i in zip(texts, "AB", strict=True)]
    own = read_keys(written, "keys.toml")
    return ReaderApp(documents, notes=lambda: tmp_path / "notes", now=now, keys=own)


async def test_own_keys_work_on_both_layouts_and_the_old_ones_do_not(tmp_path):
    reader = app(tmp_path, '"passage.next" = ["x", "f12"]\nbottom = "none"')
    async with reader.run_test() as pilot:
        for key, number in [("x", 2), ("ч", 3), ("k", 2), ("f12", 3), ("k", 2), ("j", 2), ("G", 2)]:
            await press(pilot, key)
            assert reader.home.place.number == number, key


async def test_own_keys_are_shown_wherever_keys_are(tmp_path):
    reader = app(tmp_path, '"quit" = "X"\nstar = "none"\n"note.add" = "f12"')
    async with reader.run_test(size=(200, 50)) as pilot:
        await pilot.pause()
        assert "X quit" in line(reader.home, "#keys")
        assert "F12 note" in line(reader.home, "#keys")
        assert "s star" not in line(reader.home, "#keys")
        commands = {one.title for one in reader.get_system_commands(reader.home)}
        assert {"quit (X)", "star", "note (F12)"} <= commands
        assert key_for("quit") == "X"
        await press(pilot, "question_mark")
        assert isinstance(reader.screen, HelpScreen)
        assert "  X " in card("reader")
        assert footer(80, "reader").endswith("X quit")


async def test_what_is_wrong_with_own_keys_is_news(tmp_path):
    reader = app(tmp_path, '"pair.nxt" = "x"\n"pair.next" = "a"')
    told: list[str] = []
    reader.notify = lambda message, **_: told.append(message)  # type: ignore[method-assign]
    async with reader.run_test() as pilot:
        await pilot.pause()
    assert any("pair.nxt" in one for one in told)
    assert any("a is both pair.next and note.add" in one for one in told)


async def test_own_letters_are_typed_where_words_are_typed(tmp_path):
    reader = app(tmp_path, '"passage.next" = "x"\n"escape" = "z"')
    async with reader.run_test() as pilot:
        await press(pilot, "slash", "f", "o", "x", "z")
        assert reader.home.line is not None
        assert reader.home.line.words == "foxz"


async def test_own_keys_work_in_lists_and_dialogs(tmp_path):
    reader = app(tmp_path, '"notes.leave" = "x"\n"dialog.leave" = "f6"\n"view.gaps" = "X"')
    async with reader.run_test() as pilot:
        notes: type[Screen] = type(reader.home)
        await press(pilot, "6", "q")
        assert type(reader.screen) is not notes
        await press(pilot, "x")
        assert reader.screen is reader.home
        await press(pilot, "question_mark", "escape")
        assert isinstance(reader.screen, HelpScreen)
        await press(pilot, "f6", "6", "X")
        assert reader.home.view == "gaps"


async def test_a_part_that_is_nearer_keeps_its_keys(tmp_path):
    """Selecting, a letter of the selection is meant, though the texts have it too."""
    reader = app(tmp_path, '"select.right" = "x"')
    async with reader.run_test() as pilot:
        await press(pilot, "v")
        span = reader.home.selection.span
        await press(pilot, "x")
        assert reader.home.selection.span.end == span.end + 1
        await press(pilot, "escape", "l")
        assert reader.home.place.side == 1


def test_where_is_known_for_every_part():
    parts: set[Where] = {where for together in TOGETHER for where in together}
    assert parts == {key.where for key in TABLE}


def test_a_pipe_in_the_place_of_the_keys_is_not_waited_for(cli, home):
    (home / "config").mkdir(exist_ok=True)
    os.mkfifo(home / "config" / "keys.toml")
    assert cli("keys", "--check").status in (0, 2)
