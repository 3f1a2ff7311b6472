"""Who is named: types, aliases and the guards between like names."""

from __future__ import annotations

import pytest

from corpus.actors import find_actors, similar_names
from corpus.actors.model import Actor


def named(actors: tuple[Actor, ...]) -> dict[str, str]:
    return {a.name: a.type for a in actors}


def actor(actors: tuple[Actor, ...], name: str) -> Actor:
    return next(a for a in actors if name in (a.name, *a.aliases))


def test_a_bare_surname_is_the_latest_full_name_before_it() -> None:
    text = (
        "President Eduard Kokoity met reporters. Kokoity smiled. "
        "Tarzan Kokoity, a deputy, came later. Kokoity frowned."
    )
    actors = find_actors([text])
    assert [m.start for m in actor(actors, "Eduard Kokoity").mentions] == [10, 40]
    assert [m.start for m in actor(actors, "Tarzan Kokoity").mentions] == [56, 94]


def test_a_bare_surname_without_a_full_name_before_it_is_the_one_after() -> None:
    actors = find_actors(["On Monday Lavrov spoke. Sergei Lavrov is the foreign minister."])
    assert len(actor(actors, "Sergei Lavrov").mentions) == 2


def test_a_bare_surname_is_looked_up_in_the_other_text_last() -> None:
    actors = find_actors(["Angela Merkel flew to Paris.", "On Tuesday Merkel returned."])
    assert {m.document for m in actor(actors, "Angela Merkel").mentions} == {"A", "B"}


def test_every_merge_says_why() -> None:
    actors = find_actors(["Alan Gagloev spoke.", "Alan Gagloyev spoke."])
    (one,) = actors
    assert one.aliases == ("Alan Gagloev", "Alan Gagloyev")
    assert any("Alan Gagloyev" in why and "Alan Gagloev" in why for why in one.why)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Shares of Northwind Corp. fell sharply on Monday.", "Northwind Corp.", "organisation"),
        ("The flood reached the town near the Volta River.", "Volta River", "place"),
        ("They marched in Tbilisi on Sunday.", "Tbilisi", "place"),
        ("The Ministry of Health and Care met.", "Ministry of Health and Care", "organisation"),
        ("A letter from Maria Gonzalez was read aloud.", "Maria Gonzalez", "person"),
        ("The NATO alliance met on Friday.", "NATO", "organisation"),
        ("The Chicago Bulls lost again.", "Chicago Bulls", "organisation"),
        ("It was written by Ludwig van Beethoven.", "Ludwig van Beethoven", "person"),
    ],
)  # fmt: skip
def test_types(text: str, name: str, kind: str) -> None:
    assert named(find_actors([text])).get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "However, nothing was decided. Meanwhile, talks went on. Cumulatively, this matters.",
        "Protesters gathered on Monday. Yesterday it rained.",
        "We've said it before. Don't wait.",
    ],
)
def test_a_capital_at_the_start_of_a_sentence_makes_no_name(text: str) -> None:
    assert not [a for a in find_actors([text]) if a.type != "unnamed"]


def test_headlines_in_title_case_give_names_alone() -> None:
    actors = find_actors(
        ["Obama Names Regina Benjamin Surgeon General\n\nRegina Benjamin, a doctor, accepted."]
    )
    assert "Regina Benjamin" in named(actors)
    assert "Surgeon General" not in named(actors)


def test_a_nickname_parts_no_name() -> None:
    actors = find_actors(['Mob boss Vincent "The Chin" Gigante died. Gigante was 77.'])
    (boss,) = [a for a in actors if a.type == "person"]
    assert [m.text for m in boss.mentions] == ['Vincent "The Chin" Gigante', "Gigante"]


def test_a_person_after_other_capitals_is_found() -> None:
    actors = find_actors(["They cheered Carolina Panthers QB Cam Newton on Sunday."])
    assert named(actors)["Cam Newton"] == "person"


def test_a_given_name_alone_is_the_only_person_who_has_it() -> None:
    actors = find_actors(["Wladimir Klitschko won the fight. On Monday Wladimir rested."])
    assert len(actor(actors, "Wladimir Klitschko").mentions) == 2


def test_text_in_capitals_is_read() -> None:
    actors = find_actors(["GRANDMOTHER KILLED BY DRIVER IN GEORGIA, JOHN BAKER SAYS"])
    assert {"Georgia", "John Baker"} <= set(named(actors))


def test_text_without_capitals_is_read() -> None:
    actors = find_actors(["the talks in tajikistan were led by dmitry medvedev on friday"])
    assert {"Tajikistan", "Dmitry Medvedev"} <= set(named(actors))


def test_a_seat_of_government_is_a_metonym_where_it_acts_and_a_town_elsewhere() -> None:
    actors = find_actors(["Russia objected. Moscow warned that it would act. Snow fell in Moscow."])
    kinds = [m.kind for m in actor(actors, "Russia").mentions]
    assert kinds == ["name", "metonym"]
    town = next(a for a in actors if a.name == "Moscow")
    assert [m.kind for m in town.mentions] == ["name"]


def test_a_demonym_stands_for_its_place() -> None:
    actors = find_actors(["Tajik farmers met in Tajikistan."])
    assert [m.kind for m in actor(actors, "Tajikistan").mentions] == ["demonym", "name"]


def test_bodies_of_different_places_are_two_and_are_listed_as_similar() -> None:
    text = "The Georgian Security Council met. The Russian Security Council did not."
    actors = find_actors([text])
    assert {"Georgian Security Council", "Russian Security Council"} <= set(named(actors))
    pairs = {frozenset((p.one, p.other)) for p in similar_names(actors)}
    assert frozenset(("georgian-security-council", "russian-security-council")) in pairs


def test_a_feminine_form_is_another_person_and_is_listed_as_similar() -> None:
    actors = find_actors(["Alan Gagloev met Irina Gagloyeva."])
    assert len(actors) == 2
    (pair,) = similar_names(actors)
    assert {pair.one, pair.other} == {a.id for a in actors}
    assert "feminine" in pair.words


def test_letters_of_two_alphabets_are_marked_and_never_merged() -> None:
    disguised = "Dmitry Mеdvedev"  # the first e is Cyrillic
    actors = find_actors([f"Dmitry Medvedev spoke. {disguised} spoke."])
    people = [a for a in actors if a.type == "person"]
    assert [len(a.mentions) for a in people] == [1, 1]
    assert any("alphabets" in pair.words for pair in similar_names(actors))


def test_a_zero_width_letter_does_not_part_a_name() -> None:
    actors = find_actors(["Dmitry Med\u200bvedev spoke. Later Medvedev left."])
    assert [len(a.mentions) for a in actors if a.type == "person"] == [2]


def test_cyrillic_names_are_bounded_and_whole() -> None:
    actors = find_actors(["Президент Дмитрий Медведев встретился с Эдуардом Кокойты."])
    assert any("Дмитрий Медведев" in m.text for a in actors for m in a.mentions)


def test_the_republic_is_the_republic_named_before() -> None:
    actors = find_actors(["Abkhazia held a vote. The mood in the republic was calm."])
    assert [m.text for m in actor(actors, "Abkhazia").mentions] == ["Abkhazia", "the republic"]


def test_page_furniture_is_not_read() -> None:
    text = (
        "Get the latest updates as we post them — right on your browser\n\nGeorgia agreed to talks."
    )
    assert list(named(find_actors([text]))) == ["Georgia"]
