"""Cautions that need the cast: offices that differ, names that are alike."""

from __future__ import annotations

import subprocess
import sys

from corpus.actors.model import Actor, Excerpt, Mention
from corpus.links import find_links
from corpus.reading import document_from_text

A = document_from_text("Minister Ana Ruiz opened the bridge at Porto.", id="A")
B = document_from_text("Ruiz, the mayor, opened Porto's bridge.", id="B")


def mention(document: str, text: str, whole: str) -> Mention:
    start = whole.index(text)
    return Mention(document, start, start + len(text), text, "name")


def role(document: str, text: str) -> Excerpt:
    return Excerpt(document, 0, len(text), text)


def cautions(*cast: Actor) -> list[tuple[str, str]]:
    (link,) = find_links(A, B, cast=cast).links
    return [(c.kind, c.words) for c in link.cautions]


def test_an_actor_with_another_office_in_each_text_is_a_caution() -> None:
    mentions = (mention("A", "Ana Ruiz", A.text), mention("B", "Ruiz", B.text))
    roles = (role("A", "Minister"), role("B", "mayor"))
    ana = Actor("ana", "Ana Ruiz", "person", ("Ana Ruiz", "Ruiz"), mentions, roles)
    assert cautions(ana) == [("role-differs", "Ana Ruiz is “Minister” in A, “mayor” in B")]


def test_the_same_office_in_fewer_words_is_none() -> None:
    mentions = (mention("A", "Ana Ruiz", A.text), mention("B", "Ruiz", B.text))
    roles = (role("A", "prime minister of Portugal"), role("B", "prime minister"))
    assert cautions(Actor("ana", "Ana Ruiz", "person", ("Ana Ruiz",), mentions, roles)) == []


def test_two_actors_of_like_names_are_a_caution() -> None:
    ana = Actor("1", "Ana Ruiz", "person", ("Ana Ruiz",), (mention("A", "Ana Ruiz", A.text),))
    eva = Actor("2", "Eva Ruiz", "person", ("Ruiz",), (mention("B", "Ruiz", B.text),))
    assert cautions(ana, eva) == [("similar-names", "Ana Ruiz and Eva Ruiz are kept apart")]


def test_two_actors_of_different_names_are_none() -> None:
    ana = Actor("1", "Ana Ruiz", "person", ("Ana Ruiz",), (mention("A", "Ana Ruiz", A.text),))
    tom = Actor("2", "Tom Okafor", "person", ("Ruiz",), (mention("B", "Ruiz", B.text),))
    assert cautions(ana, tom) == []


def test_the_cast_changes_no_score() -> None:
    ana = Actor("1", "Ana Ruiz", "person", ("Ana Ruiz",), (mention("A", "Ana Ruiz", A.text),))
    assert find_links(A, B, cast=(ana,)).links[0].score == find_links(A, B).links[0].score


def test_importing_links_and_frames_loads_nothing_heavy() -> None:
    code = (
        "import sys, corpus.links, corpus.frames; "
        "print({'numpy', 'rapidfuzz', 'pydantic', 'wordllama'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
