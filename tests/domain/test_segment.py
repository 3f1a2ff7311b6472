"""Headings, sentences, paragraphs, and page furniture set aside."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading import document_from_text, read_document

PROSE = st.text(st.sampled_from("ab Z.!?…\"'“”() \n\r\t1,-#"), max_size=200)


def wording(text: str) -> list[str]:
    return list(document_from_text(text).wording)


@given(PROSE | st.text())
def test_passages_and_furniture_hold_every_letter_once(text):
    document = document_from_text(text)
    spans = sorted([p.span for p in document.passages] + list(document.furniture))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    held = "".join(document.quote(span) for span in spans)
    assert letters(held) == letters(document.text)


@given(PROSE)
def test_passages_are_numbered_from_one_and_never_blank(text):
    passages = document_from_text(text).passages
    assert [p.number for p in passages] == list(range(1, len(passages) + 1))
    document = document_from_text(text)
    assert all(words == words.strip() != "" for words in document.wording)


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@pytest.mark.parametrize(
    "sentences",
    [
        ["S. Ossetia joins.", "N. Ossetia waits."],
        ["Mr. Smith met Dr. J. R. Brown at 5 p.m. on Jan. 5.", "He left."],
        ["George W. Bush of the U.S. spoke.", "The U.S. Senate acted in 2008.", "Then it rose."],
        ["She lives in the U.S.", "He does not."],
        ['"Why?" he asked.', '"Because."', "She left."],
        ['"The question … was put," she said.', "Nobody [which] … answered."],
        ["Prices rose 3.5 percent to $1.2 billion at Acme Inc. in June.", "They fell in July."],
        ["She said no.", "John left."],
        ['He called it "out of the question for years".', "The National Council met."],
        ["He trailed off…", "Then he went on."],
        ["(It is over.)", "Everyone went home."],
        ["Г. Иванов родился в 1999 г. в Москве.", "Он жил на ул. Ленина, т. е. в центре."],
        ["მან თქვა დიახ.", "შემდეგ წავიდა."],
        ["Er kam z.B. gestern.", "Dann ging er."],
        ["Die Fähre lief am 5. Januar 2020 auf Grund.", "Am 3. Mai war sie frei.", "Er kam am 3."],
        ["Das ist die Dr. Berg, d. h. die Chefin.", "„Wir gehen.“", "Er blieb bei ihr."],
        ["— Мы не пойдём! — сказал он.", "— Никогда.", "Он встал."],
        ["«Куда вы?» — Иванов не ответил.", "Все молчали, т. е. ждали.", "«Да!» — крикнул он."],
        [
            "Это было в 2008 г. в г. Гори и на ул. Сталина.",
            "В 2009 г. Россия ушла и т. д.",
            "Но не вся.",
        ],
        ["Το πλοίο έφυγε;", "Ο κ. Παπάς δεν ξέρει.", "Είναι αργά."],
        ["Նա գնաց:", "Մենք մնացինք։", "Դա լավ է։"],
        ["ის 5. მაისს ქ. გორში ჩამოვიდა.", "შემდეგ წავიდა."],
        ["« Nous partons. »", "M. Dupont est parti avec Mme Durand.", "Il n’est pas là."],
        ["El Sr. López vive en EE.UU. desde 2008.", "La casa es de la Sra. Ruiz."],
        ["کشتی می‌رود.", "او ماند؟", "بله."],
    ],
)
def test_sentences_end_where_a_reader_would_say(sentences):
    assert wording(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry is in the harbour, and nobody was hurt.", "English"),
        ("Die Fähre ist in dem Hafen, und es wurde niemand verletzt.", "German"),
        ("Паром был в порту, и никто не пострадал, но его не нашли.", "Russian"),
        ("Пором був у порту, і ніхто не постраждав, але його не знайшли.", "Ukrainian"),
        ("Le ferry est dans le port, et la police ne sait pas qui est à bord.", "French"),
        ("ბორანი პორტშია.", "Georgian"),
        ("Το πλοίο είναι στο λιμάνι και δεν το βρήκαν.", "Greek"),
        ("Նավը նավահանգստում է։", "Armenian"),
        ("Lund. Berg. 2019.", None),
        ("", None),
    ],
)
def test_the_language_is_told_or_left_open(text: str, language: str | None):
    fact = document_from_text(text).fact("language")
    assert (fact.value if fact else None) == language


def test_a_bullet_is_no_part_of_a_sentence():
    document = document_from_text("- The first point is made.\n- The second one, too.")
    assert document.wording == ("The first point is made.", "The second one, too.")


def test_hard_wrapped_lines_are_one_paragraph():
    lines = [
        "The minister said on Tuesday that the talks would go on for another",
        "week. Nobody in the room believed him, and the markets fell as soon as",
        "the news was out. It was the third such promise this year, after two in",
        "the spring.",
    ]
    document = document_from_text("\n".join(lines) + "\n\nA new paragraph starts here.\n")
    assert [p.paragraph for p in document.passages] == [0, 0, 0, 1]


def test_unwrapped_lines_are_paragraphs_of_their_own():
    line = "This paragraph stands on one long line, as editors without wrapping leave it. " * 3
    assert [p.paragraph for p in document_from_text(f"{line}\n{line}").passages] == [0] * 3 + [
        1
    ] * 3


def test_a_line_goes_on_across_windows_newlines():
    assert wording("Nobody knew\r\nwhat to do.\r\n\r\nAll left.") == [
        "Nobody knew\r\nwhat to do.",
        "All left.",
    ]


@pytest.mark.parametrize(
    "line", ["Talks Break Down", "# Talks Break Down", "## Talks break down ##"]
)
def test_a_line_without_a_stop_is_a_heading(line):
    document = document_from_text(f"{line}\n\nThe talks broke down.")
    assert [p.kind for p in document.passages] == ["heading", "sentence"]
    assert document.wording[0].lower() == "talks break down"
    assert document.title == document.wording[0]


@pytest.mark.parametrize(
    "line",
    [
        "Get the latest headlines delivered to your inbox",
        "Subscribe to our newsletter",
        "Follow us on Twitter",
        "© 2019 The Daily Example. All rights reserved.",
        "ADVERTISEMENT",
        "Read more: Talks resume in Geneva",
        "Share this article",
        "Last updated: 3 May 2019, 14:02",
        "Подписывайтесь на наш канал",
        "* * *",
    ],
)
def test_page_furniture_is_set_aside(line):
    document = document_from_text(f"The talks broke down.\n\n{line}\n\nNobody was surprised.")
    assert [document.quote(span) for span in document.furniture] == [line]
    assert len(document.passages) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Subscribers left the paper in droves after the scandal.",
        "Share prices fell.",
        "He updated 14 ministers on the talks.",
        "Follow the money, she said.",
        "The site published 3 letters.",
        "More from the fund would be needed by spring, the bank said.",
    ],
)
def test_prose_that_sounds_like_furniture_is_kept(line):
    assert document_from_text(f"The talks broke down.\n\n{line}").wording[1] == line


def test_the_bundled_texts_fall_into_the_passages_an_editor_counts():
    a, b = read_document("corpus:ossetia-a"), read_document("corpus:ossetia-b")
    assert (len(a.passages), len(a.furniture)) == (25, 0)
    assert len(b.passages) == 17
    assert b.wording[0] == "S. Ossetia Talks of Joining Russia"
    assert b.wording[7] == '"We hope this will happen in the next two or three years."'
    assert b.quote(b.furniture[0]).startswith("Get the latest updates")


def test_a_page_stamp_is_no_date():
    b = read_document("corpus:ossetia-b")
    stamps = [fact for fact in b.facts if fact.kind == "page-stamp"]
    assert [fact.value for fact in stamps] == ["Last Updated: 07/27/2016"]
    assert [b.quote(f.span) for f in stamps if f.span] == ["Last Updated: 07/27/2016"]
    assert b.date is None
