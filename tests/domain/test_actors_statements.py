"""Roles, and who says what."""

from __future__ import annotations

import pytest

from corpus.actors import find_actors


def said(*texts: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Every statement: speaker, mode, verb, content."""
    return [
        (a.name, s.mode, s.verb.text, tuple(c.text for c in s.content))
        for a in find_actors(texts)
        for s in a.statements
    ]


def roles(text: str) -> dict[str, list[str]]:
    return {a.name: [r.text for r in a.roles] for a in find_actors([text]) if a.roles}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"We will not yield," Maria Lopez said.',
            ("Maria Lopez", "direct", "said", ('"We will not yield,"',)),
        ),
        (
            "“We will not yield,” said Maria Lopez, head of the union, on Monday.",
            ("Maria Lopez", "direct", "said", ("“We will not yield,”",)),
        ),
        (
            'Maria Lopez told reporters: "We will not yield."',
            ("Maria Lopez", "direct", "told", ('"We will not yield."',)),
        ),
        (
            "Maria Lopez said on Monday that the union would not yield.",
            ("Maria Lopez", "indirect", "said", ("that the union would not yield",)),
        ),
        (
            "The union would not yield, Maria Lopez said.",
            ("Maria Lopez", "indirect", "said", ("The union would not yield",)),
        ),
        (
            "According to Maria Lopez, the union would not yield.",
            ("Maria Lopez", "indirect", "According to", ("the union would not yield",)),
        ),
        (
            'Maria Lopez said the offer was "an insult" to workers.',
            ("Maria Lopez", "mixed", "said", ('the offer was "an insult" to workers',)),
        ),
        (
            "Maria Lopez, head of the union, has repeatedly warned that talks may fail.",
            ("Maria Lopez", "indirect", "has repeatedly warned", ("that talks may fail",)),
        ),
        (
            "A hospital spokesman said that two people were hurt.",
            ("hospital spokesman", "indirect", "said", ("that two people were hurt",)),
        ),
        (
            "Prosecutors allege that the driver was drunk.",
            ("Prosecutors", "indirect", "allege", ("that the driver was drunk",)),
        ),
    ],
)
def test_forms_of_speech(text: str, expected: tuple[str, str, str, tuple[str, ...]]) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The market, according to analysts, will rise.",
            ("analysts", "indirect", "according to", ("The market", "will rise")),
        ),
        (
            "Anna Weber, who heads the unit, says the market is weak.",
            ("Anna Weber", "indirect", "says", ("the market is weak",)),
        ),
        (
            "Anna Weber left early, saying that she was tired.",
            ("Anna Weber", "indirect", "saying", ("that she was tired",)),
        ),
        (
            "Some analysts are predicting a decline.",
            ("analysts", "indirect", "predicting", ("a decline",)),
        ),
        (
            "The head of the union died in prison, said spokesman Al Quintero.",
            ("Al Quintero", "indirect", "said", ("The head of the union died in prison",)),
        ),
        (
            "Secretary of the Interior Ken Salazar said the rule would change.",
            ("Ken Salazar", "indirect", "said", ("the rule would change",)),
        ),
        ("Bush told reporters he was tired.", ("Bush", "indirect", "told", ("he was tired",))),
        (
            "Lockheed Corp. grew last year. The company said it would hire workers.",
            ("Lockheed Corp.", "indirect", "said", ("it would hire workers",)),
        ),
    ],
)
def test_forms_of_reported_speech(
    text: str, expected: tuple[str, str, str, tuple[str, ...]]
) -> None:
    found = [(who.removeprefix("Some "), *rest) for who, *rest in said(text)]
    assert expected in found


def test_a_passive_names_no_speaker() -> None:
    assert said("It was said in Brooklyn that the men fled.") == []


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = '"It is late.\n\nWe must go," Maria Lopez said.'
    ((who, mode, _, content),) = said(text)
    assert (who, mode, content) == ("Maria Lopez", "direct", ('"It is late.\n\nWe must go,"',))


def test_a_quotation_goes_on_after_its_tag() -> None:
    text = '"It is late," Maria Lopez said. "We must go."'
    assert said(text) == [("Maria Lopez", "direct", "said", ('"It is late,"', '"We must go."'))]


def test_a_quotation_of_several_sentences_is_one() -> None:
    text = '"It is late. The roads are closed. We must go," Maria Lopez said.'
    ((_, _, _, content),) = said(text)
    assert content == ('"It is late. The roads are closed. We must go,"',)


def test_a_pronoun_speaks_for_the_person_before_it() -> None:
    text = "Maria Lopez met the minister. She said that the talks had failed."
    assert ("Maria Lopez", "indirect", "said", ("that the talks had failed",)) in said(text)


def test_a_pronoun_does_not_change_its_gender() -> None:
    text = "Maria Lopez met Ivan Petrov. He said that the talks had failed."
    assert ("Ivan Petrov", "indirect", "said", ("that the talks had failed",)) in said(text)


def test_an_unnamed_speaker_is_an_actor_of_its_own() -> None:
    actors = find_actors(["A Kremlin spokesman said that there was no news."])
    assert {a.name: a.type for a in actors}["Kremlin spokesman"] == "unnamed"


def test_a_quoted_phrase_is_no_statement() -> None:
    assert said('The film "Gone With the Wind" was shown.') == []


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("French President Nicolas Sarkozy left.", "Nicolas Sarkozy", "French President"),
        (
            "Anna Weber, a lawyer for the family, wept.",
            "Anna Weber",
            "a lawyer for the family",
        ),
        (
            "The governor of Kano, Musa Bello, resigned.",
            "Musa Bello",
            "governor of Kano",
        ),
        (
            "Former Irish prime minister Enda Kenny spoke.",
            "Enda Kenny",
            "Former Irish prime minister",
        ),
        ("Tom Brown, 51, the mayor of Leeds, agreed.", "Tom Brown", "mayor of Leeds"),
    ],
)
def test_roles(text: str, name: str, role: str) -> None:
    assert role in roles(text).get(name, [])


def test_roles_are_kept_by_text() -> None:
    texts = (
        "President Dmitry Medvedev spoke.",
        "Dmitry Medvedev, deputy chairman of the council, spoke.",
    )
    (one,) = [a for a in find_actors(texts) if a.type == "person"]
    assert [r.text for r in one.roles_in("A")] == ["President"]
    assert [r.text for r in one.roles_in("B")] == ["deputy chairman of the council"]
