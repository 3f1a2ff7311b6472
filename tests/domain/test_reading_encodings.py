"""Bytes of many encodings: right, or told as a guess, and overruled by the reader."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from corpus.errors import InputError
from corpus.reading import read_document
from corpus.reading.encodings import known_encoding
from corpus.text import Document


def encodes(text: str, name: str) -> bool:
    """Whether the encoding has all of these letters."""
    try:
        text.encode(name)
    except UnicodeEncodeError:
        return False
    return True


RUSSIAN = [
    "Привет",
    "Да",
    "ПРИВЕТ",
    "он",
    "фонд",
    "Щука",
    "Эхо Москвы",
    "Чечня и Цхинвал",
    "Россия признала независимость Южной Осетии.",
    "МОСКВА. ПРЕЗИДЕНТ ПОДПИСАЛ УКАЗ",
    "Москва, 26 августа. «Мы не уйдём», — сказал он.",
    "Объём — № 5; съезд, подъезд, ещё раз.",
    "Президент встретился с ним в Москве. The BBC reported it first.",
]
WESTERN = [
    "Grüße aus Köln",
    "Übermut tut selten gut",
    "Straße",
    "café",
    "Noël",
    "Le président a déclaré là-bas que c'était fini, ça va.",
    "C'est à dire là où il était",
    "¿Qué? El niño comió piñas en São Paulo.",
    "Ærø og Åland",
]
QUOTED = ["He said “no”.", "It’s fine – really…", "“Quoted”"]
EURO = ["Ça coûte 5 €", "cœur"]
TRIED = [
    *product(RUSSIAN, ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")),
    *product(WESTERN, ("cp1252", "latin-1", "iso8859-15", "cp850", "mac-roman")),
    *product(("Grüße aus Köln", "Straße", "café", "¿Qué? El niño comió piñas."), ("cp437",)),
    *((text, name) for name in ("cp1252", "mac-roman") for text in QUOTED),
    *((text, "iso8859-15") for text in EURO),
    ("Zażółć to, powiedział. Rząd zapowiedział też podwyżkę.", "cp1250"),
    ("Привіт, світе! Це Україна і її люди.", "cp1251"),
    ("Καλημέρα κόσμε. Τι κάνεις σήμερα;", "cp1253"),
    ("これは日本語の文章です。東京で会議が開かれた。", "shift_jis"),
    ("これは日本語の文章です。東京で会議が開かれた。", "iso2022_jp"),
    ("渡轮星期一在港口附近搁浅。船长说没有人受伤。", "gbk"),
    ("여객선이 월요일 항구 근처에서 좌초했다. 다친 사람은 없다고 말했다.", "euc_kr"),
    ("начальник порта А", "cp1251"),
    ("The ferry ran aground. " * 900 + "Look\u00a0there.", "cp1252"),
    ("The ferry ran aground. " * 900 + "“No,” it’s said.", "cp1252"),
    ("The ferry ran aground. " * 900 + "Наталья Иванова", "cp1251"),
]
CASES = [(text, name) for text, name in TRIED if encodes(text, name)]
WIDE = [
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
    "utf-32-be",
    "utf-16",
    "utf-32",
    "utf-8",
    "utf-8-sig",
]
SCRIPTS = [
    "The ferry — “aground”",
    "Паром сел на мель",
    "Да",
    "Fähre läuft auf",
    "ბორანი მეჩეჩზე",
    "Πλοίο",
    "渡轮星期一搁浅。没有人受伤。",
    "フェリーは月曜日に座礁した、と言う。",
    "여객선이 월요일 좌초했다.",
]


def opened(data: bytes, folder: Path, encoding: str | None = None) -> Document:
    (folder / "a.txt").write_bytes(data)
    return read_document(folder / "a.txt", encoding=encoding)


@pytest.mark.parametrize(("text", "name"), CASES)
def test_a_text_is_read_in_the_encoding_it_was_written_in(
    text: str, name: str, tmp_path: Path
) -> None:
    document = opened(text.encode(name), tmp_path)
    assert document.text == text
    assert any("a guess; --encoding overrules it" in notice for notice in document.notices)


@pytest.mark.parametrize("name", WIDE)
@pytest.mark.parametrize("text", SCRIPTS)
def test_unicode_is_read_with_and_without_a_mark(text: str, name: str, tmp_path: Path) -> None:
    assert opened(text.encode(name), tmp_path).text == text


def test_signs_alone_are_no_sign_of_russian(tmp_path: Path) -> None:
    assert opened("He said “no” – twice.".encode("cp1252"), tmp_path).encoding == "cp1252"


def test_what_is_certain_is_not_called_a_guess(tmp_path: Path) -> None:
    for name in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        assert opened("Паром — Fähre".encode(name), tmp_path).notices == ()


def test_the_reader_overrules_and_is_told_when_that_cannot_be(tmp_path: Path) -> None:
    data = "Привет".encode("koi8-r")
    assert opened(data, tmp_path, "cp1251").text == "рТЙЧЕФ"
    assert opened(data, tmp_path, "KOI8_R").notices == ()
    with pytest.raises(InputError, match=r"it is not utf-8 \(byte 0\); name another"):
        opened(data, tmp_path, "utf-8")


@pytest.mark.parametrize("name", ["no-such", "rot13", "hex", "idna", "unicode_escape", "", "a\0b"])
def test_only_encodings_of_files_are_known(name: str) -> None:
    assert known_encoding(name) is None


def test_damage_in_utf8_is_shown_and_counted(tmp_path: Path) -> None:
    document = opened("Fähre, Grüße, Höhe. ".encode() * 9 + b"\xff.", tmp_path)
    assert (document.encoding, document.text[-2:]) == ("utf-8", "\ufffd.")
    assert document.notices == ("1 place is no utf-8 and stand as \ufffd",)


@pytest.mark.parametrize("name", ["windows-1251", "koi8-r", "iso-8859-1", "iso-8859-5"])
def test_a_page_s_own_word_for_its_encoding_counts(name: str, tmp_path: Path) -> None:
    words = "Grüße aus Köln an alle." if name == "iso-8859-1" else "Паром сел на мель. Все живы."
    page = f'<html><head><meta charset="{name}"></head><body><p>{words}</p></body></html>'
    document = opened(page.encode(name), tmp_path)
    assert document.text.strip() == words
    assert document.notices == ()
