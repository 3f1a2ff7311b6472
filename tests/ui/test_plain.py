"""Plain mode through its own door: lines in, lines out."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.notes.store import NoteStore
from corpus.reading import read_document
from tui.clock import now
from tui.desk import Desk
from tui.keys import TABLE
from tui.notebook import Notebook
from tui.paths import cache_dir, notes_file
from tui.plain.commands import COMMANDS
from tui.plain.console import Console
from tui.plain.signals import Ended
from tui.plain.start import Ending, Keeping, converse
from tui.resume import Left, read, written
from tui.start import Start

PROMPT = re.compile(r"\d+\. Command\?")


@pytest.fixture
def session(cli):
    """Types lines, and gives what each was answered with; the first answer is the greeting."""

    def run(*lines: str, files: tuple[str, ...] = ()) -> list[list[str]]:
        done = cli("--plain", *files, stdin="".join(f"{line}\n" for line in lines).encode())
        assert (done.status, done.err) == (0, "")
        return [part.strip().splitlines() for part in PROMPT.split(done.out)]

    return run


def saved_notes():
    with NoteStore.open(notes_file(), now=now) as store:
        return store.notes()


def test_a_whole_session_as_somebody_who_hears_it_has_it(session, pair, tmp_path):
    said = session(
        "", "n", "p", "w", "g", "n", "a", "check the hotels", "", "notes", "q", files=pair
    )
    greeting, where, after, before, why, gap, next_gap, saved, listed, end = said
    assert greeting[0] == "Text A: Ferry Runs Aground Near Harbour, undated, 4 passages."
    assert greeting[1].startswith("Text B: ")
    assert "A counterpart in B is found for " in "\n".join(greeting)
    assert greeting[-1] == "Type a command; ? lists them."
    assert re.match(r"Pair 1 of \d+, (strong|medium|weak), 0\.\d\d\.$", where[0])
    assert where[1].startswith("A, passage ")
    assert where[2].startswith("B, passage ")
    assert where[3].startswith("Why: ")
    assert after[0].startswith("Pair 2 of ")
    assert where == [*before, "You are in A, the left text, passage 1 of 4."]
    assert re.match(r"A, passage \d, and B, passage \d: \w+, 0\.\d\d", why[0])
    assert all(re.match(r"0\.\d\d, |Less than|Careful|Not strong|No caution", w) for w in why[1:])
    assert "A, passage 4: The company promised to pay for hotels." in gap
    assert gap[3:] == ["Said by: company.", "No word of weight is shared with B."]
    assert next_gap[0].startswith("Gap 2 of ")
    assert saved[-1].startswith("Saved: note on B, passage ")
    assert listed[0] == "1 note."
    assert listed[1].startswith("1: found: check the hotels; on B, passage ")
    assert end == []


def test_one_statement_a_line_and_no_sign_that_is_heard_badly(session, pair):
    said = session(
        "w", "m", "g", "i", "1", "n", "f", "1", "/ ferry", "?", "I", "warnings", files=pair
    )
    lines = [line for answer in said for line in answer]
    assert not [line for line in lines if re.search(r"[·×↔≥≠━─┄▌★●→<>|_]|  ", line)]


def test_every_command_answers_and_none_breaks(session, tmp_path):
    after = {"E": f" {tmp_path / 'out.txt'}", **dict.fromkeys("aA", " words")}
    after |= dict.fromkeys("te", " words\n1") | {"d": "\n1"}  # of three notes the first
    typed = [name + after.get(name, "") for name in (command.names[0] for command in COMMANDS)]
    said = session(*(line for line in typed if line != "q"), "q")
    assert len(said) == len(COMMANDS) + 1  # the greeting, and nothing after q
    assert all(said[:-1])


def test_the_help_tells_every_command_in_the_words_of_the_keys(session, pair):
    told = "\n".join(session("?", files=pair)[1])
    for command in COMMANDS:
        assert " or ".join(command.names) in told
        assert command.help in told
    helps = {key.id: key.help for key in TABLE}
    assert helps["view.gaps"] in told


def test_an_unknown_command_is_answered_by_one_line(session, pair):
    said = session("dance", "\x1b[A", files=pair)
    assert said[1] == ["dance is no command; ? lists them."]
    assert said[2] == ["[A is no command; ? lists them."]


def test_notes_of_here_are_the_screens_notes_and_the_other_way_round(session, cli, pair):
    cli("notes", "add", "--doc", pair[0], "--quote", "Nobody was hurt", "--text", "by another way")
    said = session("A:3", "a typed here", "t claim, check", "1", "notes tag:claim", files=pair)
    assert "Note on A, passage 3: by another way." in said[1]
    assert said[2] == ["Saved: note on A, passage 3."]
    assert said[3][-1] == "Saved: tags claim, check."
    assert said[4][0] == "1 note of those asked for."
    notes = {note.text: note for note in saved_notes()}
    assert notes["typed here"].targets[0].quote == "Nobody was hurt, harbour master Anna Berg said."
    assert notes["by another way"].tags == ("claim", "check")


def test_a_note_of_several_lines_ends_with_an_empty_one(session, pair):
    session("a", "first line", "second line", "", "q", files=pair)
    assert [note.text for note in saved_notes()] == ["first line\nsecond line"]


def test_what_was_typed_when_the_lines_end_is_saved(session, pair):
    said = session("a", "cut off", files=pair)
    assert said[1][-1].startswith("Saved: note on ")
    assert [note.text for note in saved_notes()] == ["cut off"]


def test_stars_notes_on_pairs_and_taking_back(session, pair):
    said = session("s", "A both say so", "e now this", "u", "redo", "s", "d", "u", files=pair)
    assert said[1] == ["Saved: star on A, passage 1."]
    assert said[2][0].startswith("Saved: note on A, passage 1, and B, passage ")
    assert "1: starred" in "\n".join(said[3])  # two notes are there: which?
    kinds = [(note.kind, note.text) for note in saved_notes()]
    assert ("pair", "both say so") in kinds


def test_what_is_not_saved_is_not_said_to_be(cli, pair, tmp_path, monkeypatch):
    (tmp_path / "no-folder").write_text("a file")
    monkeypatch.setenv("OSSETIA_READER_DATA_DIR", str(tmp_path / "no-folder" / "x"))
    done = cli("--plain", *pair, stdin=b"a lost\ns\n=\nq\n")
    assert "Not saved: " in done.out
    assert "Saved" not in done.out
    assert "Traceback" not in done.out + done.err


def test_decisions_change_the_links_and_are_kept(session, pair):
    said = session("-", "coverage", "u", "coverage", "-", "q", files=pair)
    assert said[1][0].startswith("Saved: A, passage ")
    assert said[1][0].endswith(" rejected; u takes it back.")
    assert said[2][0] != said[4][0]
    again = session("m rejected", files=pair)
    assert again[1][0] == "1 match, rejected, best first."
    assert "rejected; A, passage " in again[1][1]


def test_two_passages_are_linked_by_hand_and_that_is_taken_back(session, pair):
    said = session("A:4", "=", "", "=", files=pair)
    assert said[2][0].endswith("linked; u takes it back.")
    assert ", linked by hand." in said[3][0]
    assert said[4] == [
        "Saved: the decision on " + said[2][0][7:].split(", linked")[0] + " is taken back."
    ]


def test_the_place_is_kept_and_begun_at_again(session, pair):
    session("B:3", ")", "q", files=pair)
    again = session("", files=pair)
    assert "You are where you left these texts." in again[0]
    assert "B, passage 3: " in "\n".join(again[1])


def test_a_passage_and_a_view_that_are_asked_for_come_first(cli, pair):
    done = cli("--plain", *pair, "--at", "B:2", "--view", "matches", stdin=b"")
    assert "B, passage 2: Anna Berg" in done.out
    assert "best first." in done.out


def test_what_the_screen_keeps_of_these_texts_stays(session, cli, pair):
    session("B:3", "q", files=pair)
    documents = [read_document(file, letter) for file, letter in zip(pair, "AB", strict=True)]
    key = Notebook(Desk(notes_file, now), documents).key
    kept = Left(numbers=(2, 2), view="gaps", why=True, drafts={"x": "half a thought"})
    with NoteStore.open(notes_file(), now=now) as store:
        store.save_place(key, written(kept))
    session("j", "q", files=pair)
    with NoteStore.open(notes_file(), now=now) as store:
        assert read(store.place(key)) == replace(kept, numbers=(3, 2), shown=("A", "B"))


def test_words_are_found_in_both_texts_and_walked(session, pair):
    said = session("/harbour", "n", "p", "pairs", "n", "/zzzz", files=pair)
    assert said[1][0] == "“harbour”: 3 in A, 2 in B."
    assert said[1][1].startswith("Place 1 of 5, “harbour”: “Harbour”.")
    assert said[2][0].startswith("Place 2 of 5")
    assert said[3] == said[1][1:]
    assert said[5][0].startswith("Pair ")
    assert said[6] == ["“zzzz” is found in neither text."]


def test_an_actor_is_chosen_by_name_or_number_and_walked(session, pair):
    said = session("i", "i medvedev", "n", "J")
    number = next(line.split(":")[0] for line in said[1] if "Dmitry Medvedev, person" in line)
    assert "office: A deputy chairman of the Security Council" in "\n".join(said[1])
    assert said[2][0].startswith("Dmitry Medvedev, person, A ")
    first, second = (
        [line for line in answer if line.startswith("Mention ")] for answer in said[2:4]
    )
    assert re.match(r"Mention 1 of \d, Dmitry Medvedev: “Dmitry Medvedev”\.", first[0])
    assert second[0].startswith("Mention 2 of ")
    assert said[4][0].startswith("Pair ")
    assert first[0] in session("i", number)[2]


def test_long_lists_come_in_parts(session):
    said = session("i", "+", "25", "+", "99")
    assert said[1][0] == "30 actors, most mentioned first."
    assert said[1][-1] == "A number goes to one of them, + tells more, 10 are left."
    assert [line.split(":")[0] for line in said[2][:-1]] == [str(n) for n in range(21, 31)]
    assert "Mention 1 of 1" in "\n".join(said[3])
    assert said[4] == ["Nothing more was listed."]
    assert said[5] == ["The last list has 1 to 30."]


def test_passages_are_read_on(session, pair):
    said = session("r B:2-3", "r", "A:1", "r", "r 99", "r x", files=pair)
    assert [line.split(":")[0] for line in said[1]] == [
        "B, passage 2",
        "B, passage 3",
        "This is the end of B.",
    ]
    assert said[2] == ["Nothing to read there: B has passages 1 to 3."]
    assert said[5][0].startswith("Nothing to read there")


def test_a_report_is_written_once_and_never_over_anything(session, pair, tmp_path):
    target = tmp_path / "out.md"
    said = session(f"E {target}", f"E {target}", f"E {pair[0]}", files=pair)
    assert said[1] == [f"Written: {target}, as md."]
    assert said[2] == [f"Not written: {target}: it exists already; name another file."]
    assert said[3][0].startswith("Not written: ")
    assert target.read_text("utf-8").startswith("# Ferry Runs Aground")
    assert Path(pair[0]).read_text("utf-8").startswith("Ferry Runs")


def test_a_third_text_takes_the_place_of_the_one_that_is_read(session, pair, tmp_path):
    third = tmp_path / "third.txt"
    third.write_text("A ferry ran aground near Lund on Monday. The mayor is angry.", "utf-8")
    said = session("C:2", ".", "i mayor", "D:1", files=(*pair, str(third)))
    assert said[1][0] == "C, passage 2: The mayor is angry."
    assert said[2][0].startswith("Text A: ")
    assert said[4] == ["There is no text D; the texts are A, B, C."]


def test_the_letters_of_a_russian_keyboard_do_the_same(session, pair):
    said = session("w", "ц", files=pair)
    assert said[1] == said[2]


def test_a_text_that_cannot_be_read_is_named_and_the_other_is_read(cli, pair, tmp_path):
    done = cli("--plain", pair[0], str(tmp_path / "gone.txt"), stdin=b"j\nn\n-\ng\nw\nq\n")
    assert done.status == 3
    assert "gone.txt: no such file" in done.out
    assert "A, passage 2: " in done.out
    assert "Traceback" not in done.out


def test_mentions_in_one_passage_do_not_tell_it_again(session):
    said = session("i russia", "n", "")
    assert said[2][1:] == ["Still A, passage 1."]
    assert said[3][1].startswith("A, passage 1: The question of ")


@pytest.mark.parametrize("term", ["dumb", "xterm"])
def test_without_the_option_a_pipe_gets_the_comparison(cli, pair, monkeypatch, term):
    monkeypatch.setenv("TERM", term)
    done = cli(*pair)
    assert done.out.startswith("# Ferry Runs")


def test_no_words_of_a_stranger_control_the_terminal(cli, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        hostile = "A \x1b]52;c;aGk=\x07ferry\x9b31m sank. Nobody \u202edrowned."
        (tmp_path / name).write_text(hostile, "utf-8")
    files = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    done = cli("--plain", *files, stdin=b"a \x1b[31mred\x07\n\nnotes\nE \x1b]0;x\nq\n")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.out + done.err)
    assert [note.text for note in saved_notes()] == ["[31mred"]


def talk(documents, typed, told, **others) -> Ending:
    keeping = {
        "notes": notes_file,
        "now": now,
        "found": cache_dir,
        "frames": lambda: None,
        "aliases": tuple,
    }
    return converse(
        documents, Keeping(**{**keeping, **others}), Start(), Console(typed, told, terminal=False)
    )


def test_an_end_before_the_place_is_found_again_keeps_it(session, home, pair):
    session("B:3", "q", files=pair)
    documents = [read_document(file, letter) for file, letter in zip(pair, "AB", strict=True)]

    def ended() -> None:
        raise Ended

    assert talk(documents, io.StringIO(), io.StringIO(), frames=ended).status == 130
    assert session("", files=pair)[1][-1].startswith("You are in B, the right text, passage 3")


class Interrupted(io.StringIO):
    """Lines, and then somebody presses Ctrl+c."""

    def readline(self, size: int = -1) -> str:
        line = super().readline(size)
        if not line:
            raise KeyboardInterrupt
        return line


def test_an_interrupt_at_the_prompt_leaves_with_everything_saved(home, pair):
    documents = [read_document(file, letter) for file, letter in zip(pair, "AB", strict=True)]
    told = io.StringIO()
    assert talk(documents, Interrupted("a kept\n"), told).status == 130
    assert [note.text for note in saved_notes()] == ["kept"]


def test_an_interrupted_search_comes_back_to_the_prompt(home, tmp_path):
    file = tmp_path / "long.txt"
    file.write_text("The ferry sank off Lund. " * 2_000, "utf-8")
    documents = [read_document(file, letter) for letter in "AB"]
    told = io.StringIO()

    def stopped() -> Path:
        raise KeyboardInterrupt

    left = talk(documents, io.StringIO("n\nj\nq\n"), told, found=stopped)
    said = told.getvalue()
    assert left.status == 0
    assert "Looking for actors and links; Ctrl+c stops." in said
    assert "Stopped: links and actors are not complete; search looks again." in said
    assert "A, passage 2: The ferry sank off Lund." in said
