"""Who says what: claims by nouns, states of mind, quotations in parts, and what is no statement."""

from __future__ import annotations

import pytest

from corpus.actors import find_actors

Told = tuple[str, str, str, tuple[str, ...]]


def said(text: str) -> list[Told]:
    """Every statement: speaker, mode, verb, content."""
    return [
        (a.name, s.mode, s.verb.text, tuple(c.text for c in s.content))
        for a in find_actors([text])
        for s in a.statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lagarde's warning that growth would slow unsettled markets.",
         ("Lagarde", "indirect", "warning", ("that growth would slow",))),
        ("The claim by Rashid Khan that the film was stolen has not been proved.",
         ("Rashid Khan", "indirect", "claim", ("that the film was stolen",))),
        ("Markets fell on Ankara's threat to open the border.",
         ("Ankara", "indirect", "threat", ("to open the border",))),
        ("Anna Weber was not sure that the mine would open.",
         ("Anna Weber", "indirect", "sure", ("that the mine would open",))),
        ("In Anna Weber's view, the strike was illegal.",
         ("Anna Weber", "indirect", "view", ("the strike was illegal",))),
        ("The strike was illegal, in the view of Anna Weber.",
         ("Anna Weber", "indirect", "in the view of", ("The strike was illegal",))),
        ("Anna Weber said at least two men, both brothers, had fled.",
         ("Anna Weber", "indirect", "said", ("at least two men, both brothers, had fled",))),
        ("Anna Weber said in a statement the firm would close.",
         ("Anna Weber", "indirect", "said", ("the firm would close",))),
        ("Anna Weber condemned the attack, saying it was cowardly.",
         ("Anna Weber", "indirect", "condemned", ("the attack",))),
        ("Anna Weber said the ship had strayed, but Ivan Petrov insists it was spying.",
         ("Anna Weber", "indirect", "said", ("the ship had strayed",))),
        ("He was shot by police who claim he was armed.",
         ("police", "indirect", "claim", ("he was armed",))),
    ],
)  # fmt: skip
def test_reported_speech(text: str, expected: Told) -> None:
    assert expected in [(name.removesuffix(" who"), *rest) for name, *rest in said(text)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ('"The bridge," Anna Weber said, "was never safe."', "Anna Weber",
         ('"The bridge,"', '"was never safe."')),
        ("Anna Weber declared: „Wir schaffen das.“", "Anna Weber", ("„Wir schaffen das.“",)),
        ("“I saw two cars burning,” recalled the shopkeeper.", "shopkeeper",
         ("“I saw two cars burning,”",)),
        ("“We did our best,” the letter read.", "letter", ("“We did our best,”",)),
        ("«We were not warned», complained Anna Weber.", "Anna Weber", ("«We were not warned»",)),
    ],
)  # fmt: skip
def test_quotations(text: str, speaker: str, content: tuple[str, ...]) -> None:
    assert (speaker, "direct", content) in [
        (who, mode, words) for who, mode, _, words in said(text)
    ]


def test_a_quotation_after_reported_speech_has_its_speaker() -> None:
    text = 'Anna Weber said the vote was fair.\n\n"I have seen the papers myself."'
    assert ("Anna Weber", "direct", "said", ('"I have seen the papers myself."',)) in said(text)


def test_who_adds_something_after_a_quotation_is_its_speaker() -> None:
    text = "“I will not go,” insisted Okonkwo, adding that the vote had been fair."
    assert ("Okonkwo", "indirect", "adding", ("that the vote had been fair",)) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber ignored the court order to pay.",
        "Anna Weber works in the Alaska state office that was closed.",
        "The Mets are not mentioned once in that book of theirs.",
        "A source who asked not to be named was there.",
        "These are the rules the scientists want repealed.",
    ],
)
def test_a_noun_that_looks_like_a_verb_says_nothing(text: str) -> None:
    assert said(text) == []


def test_somebody_named_in_the_next_sentence_may_speak_first() -> None:
    text = "“Nobody told us,” she said. The widow, Rosa Jimenez, lives in Oaxaca."
    assert [who for who, *_ in said(text)] == ["Rosa Jimenez"]
