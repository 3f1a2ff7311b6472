"""Names of many countries: what they are, and who is who."""

from __future__ import annotations

import pytest

from corpus.actors import find_actors, same_name, similar_names


def kinds(*texts: str) -> dict[str, str]:
    return {name: a.type for a in find_actors(texts) for name in (a.name, *a.aliases)}


ORGANISATIONS = [
    ("Goals by Raja Casablanca won the match.", "Raja Casablanca"),
    ("He spoke to the Federal Prosecutor's Office.", "Federal Prosecutor's Office"),
    ("They bought Surat Gems Pvt. Ltd. in May.", "Surat Gems Pvt. Ltd."),
    ("The Orm Heavy Industries Co., Ltd. lost money.", "Orm Heavy Industries Co., Ltd."),
    ("It was sold to Hartwell and Sons in May.", "Hartwell and Sons"),
    ("The chipmaker Hanuel Semicon lost money.", "Hanuel Semicon"),
    ("It appeared in the journal Nature.", "Nature"),
    ("The Centre National d'Études Spatiales agreed.", "Centre National d'Études Spatiales"),
]
PLACES = [
    ("KYIV (Reuters) — Ukraine said no.", "Kyiv"),
    ("WASHINGTON, March 3 - The House voted.", "Washington"),
    ("DAR ES SALAAM, March 3 (Reuters) - A ferry sank.", "Dar Es Salaam"),
    ("They fled the village of Orkaba at night.", "Orkaba"),
    ("They grow maize in Friesland and Drenthe.", "Drenthe"),
    ("The talks took place in Zugdara, Georgia.", "Zugdara"),
    ("They met at Stamford Bridge on Friday.", "Stamford Bridge"),
]
PERSONS = [
    ("Ambassador Hiroshi Takamatsu signed it.", "Hiroshi Takamatsu"),
    ("The vote was lost by Park Ji-hoon.", "Park Ji-hoon"),
    ("His glamorous wife Marina, 41, looked on.", "Marina"),
    ("Joao Batista dos Santos left.", "Joao Batista dos Santos"),
    ("Lawyers wrote to Muqtada al-Sadr again.", "Muqtada al-Sadr"),
]


@pytest.mark.parametrize(("text", "name"), ORGANISATIONS)
def test_organisations(text: str, name: str) -> None:
    assert kinds(text).get(name) == "organisation"


@pytest.mark.parametrize(("text", "name"), PLACES)
def test_places(text: str, name: str) -> None:
    assert kinds(text).get(name) == "place"


@pytest.mark.parametrize(("text", "name"), PERSONS)
def test_persons(text: str, name: str) -> None:
    assert kinds(text).get(name) == "person"


@pytest.mark.parametrize(
    "text",
    [
        "Hurricane Irma came closer. The film Titanic was shown on the ferry Belinda.",
        "The MV Baraka sank. Couldn't anybody help?",
        "Defence was costly. Organisers agreed. Neighbours wept.",
        "The Moon rose. The rocket Ariane was launched.",
    ],
)
def test_what_names_no_actor(text: str) -> None:
    assert all(a.type == "unnamed" for a in find_actors([text]))


def test_initials_that_a_text_explains_are_what_it_says() -> None:
    text = "The Punjab Assembly (PA) met. The PA elected a head."
    (body,) = [a for a in find_actors([text]) if "PA" in a.aliases]
    assert "Punjab Assembly" in body.aliases


def test_one_name_has_one_type() -> None:
    texts = ("Norsk Havbruk ASA grew.", "Shares in Norsk Havbruk fell.")
    assert kinds(*texts)["Norsk Havbruk"] == "organisation"


def test_a_town_that_speaks_is_the_person_with_its_name() -> None:
    text = "Ambassador Hiroshi Takamatsu arrived. Takamatsu praised the wine."
    (person,) = [a for a in find_actors([text]) if a.type == "person"]
    assert len(person.mentions) == 2


def test_thousands_of_protesters_are_an_unnamed_actor() -> None:
    actors = find_actors(["Thousands of protesters blocked the road."])
    assert [(a.name, a.type) for a in actors] == [("Thousands of protesters", "unnamed")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oksana Hryhorenko", "Oksana Grigorenko"),
        ("Abdul Rahman Hashimi", "Abdulrahman al-Hashimi"),
        ("Mohammed el-Baradei", "Mohamed ElBaradei"),
        ("Kim Yoojin", "Yoo-jin Kim"),
        ("Orbán Zoltán", "Zoltan Orban"),
        ("Zoran Đukić", "Zoran Djukic"),
        ("Jan Peter Balkenende", "J.P. Balkenende"),
        ("M. J. Ortega Rivas", "Maria Jose Ortega"),
        ("Pyotr Ilyin", "Petr Il'in"),
    ],
)
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    assert same_name("person", one, other)
    assert same_name("person", other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ali Hassan", "Hassan Ali"),
        ("Paul Martin", "Martin Paul"),
        ("Natela Lomidze", "Natela Lomadze"),
        ("Sergei V. Antonov", "Sergei P. Antonov"),
        ("Nguyen Van Hung", "Nguyen Van Hoang"),
        ("Robert Hanley Jr.", "Robert Hanley Sr."),
    ],
)
def test_two_people_with_names_alike(one: str, other: str) -> None:
    assert same_name("person", one, other) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ministry of Foreign Affairs", "Foreign Ministry", True),
        ("Siemens AG", "Siemens", True),
        ("World Tourism Organization", "WTO", False),
        ("Bank of Canada", "Royal Bank of Canada", False),
    ],
)
def test_bodies(one: str, other: str, *, same: bool) -> None:
    assert (same_name("organisation", one, other) is not None) == same


def test_a_ministry_of_more_things_is_another_one() -> None:
    texts = ["The Ministry of Education and Science met.", "The Ministry of Education met."]
    assert len([a for a in find_actors(texts) if a.type == "organisation"]) == 2


def test_a_bare_name_with_a_letter_of_another_alphabet_is_marked_and_not_merged():
    text = "Dmitry Medvedev met envoys in Oslo. M\u0435dvedev said talks went well."
    cast = find_actors([text])
    names = {actor.id: actor.name for actor in cast}
    assert "M\u0435dvedev" in names.values()
    assert [names[pair.one] for pair in similar_names(cast) if "mixes alphabets" in pair.words] == [
        "Dmitry Medvedev"
    ]
