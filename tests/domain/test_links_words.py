"""Stems, names and near spellings, as far as links show them."""

from __future__ import annotations

import pytest

from corpus.frames import find_hits
from corpus.links import score_passages
from corpus.links.near import near_partners
from corpus.links.stem import family, stem
from corpus.links.tokens import content_tokens


@pytest.mark.parametrize(
    "forms",
    [
        "join joins joined joining",
        "fire fires fired firing",
        "plan plans planned planning",
        "plane planes",
        "agree agrees agreed agreeing",
        "decide decides decided deciding",
        "recognize recognizes recognized recognizing",
        "stop stops stopped stopping",
        "kill kills killed killing",
        "shoot shoots shot shooting",
        "carry carries carried carrying",
        "die dies died dying",
        "succeed succeeds succeeded succeeding",
        "woman women woman's",
    ],
)
def test_forms_of_one_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    [
        "harbour harbor",
        "labourers laborers",
        "centres centers",
        "defence defense",
        "organised organized",
        "analyse analyze",
        "catalogue catalog",
        "programmes programs",
        "travelled traveled",
        "theatre theater",
    ],
)
def test_british_and_american_spellings_are_one_word(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) == stem(other) or family(one) == family(other)


@pytest.mark.parametrize(
    "pair", ["join joint", "plan plane", "three threat", "car care", "fire fir", "police policy"]
)
def test_words_that_only_look_alike_have_stems_of_their_own(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize("pair", ["recognize recognition", "nominate nominee", "analyst analysts"])
def test_derived_words_share_a_family(pair: str) -> None:
    one, other = pair.split()
    assert family(one) == family(other)


def test_a_word_finds_its_nearest_spelling_in_the_other_text() -> None:
    partners = near_partners({"davydenko", "won"}, {"davyenko", "lost"})
    assert partners == {"davydenko": "davyenko"}


@pytest.mark.parametrize(
    ("one", "other"), [("austria", "australia"), ("ivanov", "ivanova"), ("iran", "iraq")]
)
def test_different_names_of_like_spelling_are_not_partners(one: str, other: str) -> None:
    assert near_partners({one}, {other}) == {}


def test_strange_words_without_number_stay_within_bounds() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    strange = {f"x{p}{q}{r}{s}" for p in letters for q in letters for r in letters for s in "abcd"}
    others = {word[:-1] + "z" for word in strange}
    assert near_partners(strange, {*others, "davydenko"}) == {}


def test_one_last_name_borne_by_two_is_no_evidence() -> None:
    brothers = [["Then Anton Berezin sang."], ["Then Viktor Berezin ran."]]
    assert score_passages(*brothers)[0, 0] == 0
    same = [["Then Anton Berezin sang."], ["Then Anton Berezin ran."]]
    assert score_passages(*same)[0, 0] > 0


def test_a_bare_last_name_is_its_latest_bearer() -> None:
    a = ["Then Anton Berezin sang.", "Later Berezin slept."]
    b = ["Then Viktor Berezin ran.", "Now Anton Berezin dreams."]
    scores = score_passages(a, b)
    assert scores[1, 0] == 0
    assert scores[1, 1] > 0


def test_a_place_is_one_under_all_its_names_and_not_its_neighbour() -> None:
    a = ["Troops entered South Ossetia."]
    assert score_passages(a, ["Rain fell on S. Ossetia."])[0, 0] > 0
    assert score_passages(a, ["Rain fell on North Ossetia."])[0, 0] == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Президент Медведев посетил Цхинвали.", "Then Medvedev came to Tskhinvali."),
        ("დღეს სააკაშვილი თბილისში იყო.", "Then Saakashvili spoke."),
        ("Ο πρωθυπουργός Τσίπρας μίλησε.", "Then Tsipras spoke."),
        ("Речь Медведева была короткой.", "Then Medvedev spoke."),
        ("They met in Askøy.", "They came to Askoy."),
    ],
)
def test_a_name_is_known_in_another_script(one: str, other: str) -> None:
    assert score_passages([one], [other])[0, 0] > 0
    assert score_passages([other], [one])[0, 0] > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("Cafe\u0301 Zürich burned.", "Café Zu\u0308rich sank."), ("Pärnu burned.", "Parnu sank.")],
)
def test_an_accent_makes_no_other_word_and_cuts_none(one: str, other: str) -> None:
    assert score_passages([one], [other])[0, 0] > 0.5


def test_a_word_with_an_accent_apart_is_pointed_at_whole() -> None:
    (token,) = content_tokens("The cafe\u0301.")
    assert (token.start, token.end, token.key.stem) == (4, 9, "cafe")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Twenty-five ran.", "All 25 slept."),
        ("Two hundred ran.", "All 200 slept."),
        ("It cost 3.5 million.", "They had 3,500,000."),
        ("Two hundred thousand ran.", "All 200,000 slept."),
        ("It rained on 16 September.", "Snow fell on Sept. 16th."),
        ("It rained on the 16th of March.", "Snow fell on March 16."),
        ("أنقذوا ٢٤٥ شخصا.", "Then 245 slept."),
        ("जहाज से २४५ लोग बचाए गए।", "Then 245 slept."),
    ],
)
def test_numbers_and_dates_are_known_however_they_are_written(one: str, other: str) -> None:
    keys = [{token.key.stem for token in content_tokens(text)} for text in (one, other)]
    assert keys[0] & keys[1]
    assert score_passages([one], [other])[0, 0] > 0.3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("On 16 September it rained.", "Then 16 slept."),
        ("It cost 3.5 million.", "They had 3.5 kroner."),
        ("Twenty-five ran.", "Then 20 slept."),
    ],
)
def test_a_part_of_a_number_or_a_date_is_another_number(one: str, other: str) -> None:
    assert score_passages([one], [other])[0, 0] == 0


def test_numbers_in_a_row_stay_several() -> None:
    assert [t.key.stem for t in content_tokens("Scores of 12 16, 7 and two.")][-4:] == [
        "12",
        "16",
        "7",
        "2",
    ]


def test_a_place_in_every_passage_weighs_next_to_nothing() -> None:
    a = [f"{word} in Russia." for word in ("Snow", "Wolves", "Trains", "Bread")]
    b = [f"{word} in Russia." for word in ("Chess", "Bread", "Oil", "Jazz")]
    scores = score_passages(a, b)
    assert scores[3, 1] > 0.5
    assert scores[0, 0] < 0.05


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("A leak of fuel was found.", "hacking"),
        ("The ferry struck a rock.", "attack"),
        ("The ferry struck a rock.", "strike"),
        ("The European Union met in March.", "strike"),
        ("The European Union met in March.", "protest"),
        ("He lost his cell phone on the ground.", "prison"),
        ("The vote will be held on Sunday.", "arrest"),
        ("They want to save money.", "rescue"),
        ("According to the ministry it rained.", "agreement"),
        ("They must deal with the flood.", "agreement"),
        ("The manager was fired on Monday.", "fire"),
        ("Troops opened fire on the crowd.", "fire"),
        ("She found a shell on the beach.", "attack"),
        ("A series of blasts shook the town.", "show"),
        ("They heard a loud noise.", "trial"),
        ("He bears the cost.", "birth"),
        ("The rate of AIDS is high.", "help"),
        ("Leaves fall in October.", "decrease"),
        ("Bill Clinton and Sue Gray met.", "law"),
        ("Bill Clinton and Sue Gray met.", "trial"),
        ("The White House was silent.", "building"),
        ("War broke out in March.", "escape"),
        ("Everyone turned right.", "rights"),
        ("The storm was severe.", "damage"),
        ("It was quite warm.", "resignation"),
        ("The premier spoke.", "launch"),
        ("Please come.", "joy"),
    ],
)
def test_a_word_of_another_sense_is_no_word_of_a_frame(text: str, frame: str) -> None:
    assert frame not in {hit.frame for hit in find_hits(text)}


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("They signed an accord in Oslo.", "agreement"),
        ("Leaders seal deal with Norway.", "agreement"),
        ("The fires burned for days.", "fire"),
        ("Troops shelled the port.", "attack"),
        ("A hearing is set for May.", "trial"),
        ("Prices fell sharply.", "decrease"),
        ("The bill was passed.", "law"),
        ("Aid reached the town.", "help"),
        ("She was born in 1950.", "birth"),
        ("They fight for human rights.", "rights"),
    ],
)
def test_the_same_words_in_their_own_sense_are(text: str, frame: str) -> None:
    assert frame in {hit.frame for hit in find_hits(text)}


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Hackers were behind the data leak.", "hacking"),
        ("A missile strike hit the port.", "attack"),
        ("Pilots went on strike.", "strike"),
        ("A protest march filled the square.", "protest"),
        ("He died in his prison cell.", "prison"),
    ],
)
def test_a_phrase_tells_which_sense_is_meant(text: str, frame: str) -> None:
    assert frame in {hit.frame for hit in find_hits(text)}


@pytest.mark.parametrize(
    "words",
    [
        "पुलिस ने मुंबई में जाँच शुरू की",
        "কলকাতা শহরে বৃষ্টি হয়েছে",
        "சென்னை நகரில் மழை பெய்தது",
        "הַנָּשִׂיא בִּקֵּר בְּחֵיפָה",
        "زَارَ الرَّئِيسُ",
        "می‌شود کتاب‌ها",
    ],
)
def test_vowel_signs_and_points_cut_no_word(words: str) -> None:
    found = {words[token.start : token.end] for token in content_tokens(words)}
    assert found == set(words.split())


def test_one_letter_of_an_alphabet_is_no_word_to_link_by() -> None:
    assert not content_tokens("Η Ο ο է а")
