"""Texts in Russian and German: names without nonsense, and who says what."""

from __future__ import annotations

from corpus.actors import find_actors
from corpus.actors.model import Actor

RUSSIAN = (
    "Президент России Иван Лебедев встретился в Москве с канцлером Анной Вебер. "
    "Лебедев заявил в понедельник, что переговоры были полезными. "
    "«Мы договорились», — сказала Вебер. Сегодня Газнефть это не комментирует. "
    "По словам Петра Орлова, визит был рабочим. Переговоры продолжатся."
)
GERMAN = (
    "Bundeskanzlerin Anna Weber sagte am Montag in Berlin, die Verhandlungen seien schwierig. "
    "„Wir schaffen das“, sagte Weber. Der Präsident der Ukraine traf Außenminister Heiko Stein. "
    "Die Deutsche Bank und die Einigung waren kein Thema, der Sprecher wollte nicht reden."
)


def named(actors: tuple[Actor, ...]) -> dict[str, str]:
    return {a.name: a.type for a in actors}


def said(actors: tuple[Actor, ...]) -> set[tuple[str, str, str]]:
    return {(a.name, s.mode, s.content[0].text) for a in actors for s in a.statements}


def test_a_russian_text_gives_its_names_and_nothing_else() -> None:
    assert named(find_actors([RUSSIAN])) == {
        "Иван Лебедев": "person",
        "Анной Вебер": "person",
        "Петра Орлова": "person",
        "Газнефть": "organisation",
        "России": "place",
        "Москве": "place",
    }


def test_who_says_what_in_russian() -> None:
    assert said(find_actors([RUSSIAN])) == {
        ("Иван Лебедев", "indirect", "что переговоры были полезными"),
        ("Анной Вебер", "direct", "«Мы договорились»"),
        ("Петра Орлова", "indirect", "визит был рабочим"),
    }


def test_a_german_text_gives_its_names_and_no_common_nouns() -> None:
    assert named(find_actors([GERMAN])) == {
        "Anna Weber": "person",
        "Heiko Stein": "person",
        "Deutsche Bank": "organisation",
        "Berlin": "place",
        "Ukraine": "place",
    }


def test_who_says_what_in_german() -> None:
    assert said(find_actors([GERMAN])) == {
        ("Anna Weber", "indirect", "die Verhandlungen seien schwierig"),
        ("Anna Weber", "direct", "„Wir schaffen das“"),
    }


def test_titles_of_persons_in_russian_and_german() -> None:
    roles = {a.name: [r.text for r in a.roles] for a in find_actors([RUSSIAN, GERMAN])}
    assert roles["Анной Вебер"] == ["канцлером"]
    assert roles["Heiko Stein"] == ["Außenminister"]
