"""Files nobody vouches for: read to the letter, or refused in one sentence."""

import hashlib
import os
from pathlib import Path

import pytest

from corpus.errors import InputError
from corpus.reading import read_document
from corpus.story import Story


def test_a_plain_file_is_kept_to_the_letter(tmp_path: Path):
    file = tmp_path / "a.txt"
    file.write_bytes("Eins – „zwei“.\r\n\r\nDrei\tvier.\n".encode())
    document = read_document(file, "B")
    assert document.text == "Eins – „zwei“.\r\n\r\nDrei\tvier.\n"
    assert document.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (document.id, document.name, document.source) == ("B", "a.txt", str(file))
    assert (document.encoding, document.removed) == ("utf-8", 0)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbfOne.")
    assert read_document(file).text == "One."


def test_a_file_has_one_name_whatever_way_leads_to_it(tmp_path: Path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text("One.", "utf-8")
    assert read_document(tmp_path / "sub" / ".." / "a.txt").source == str(tmp_path / "a.txt")


def refusal(source: os.PathLike[str] | str) -> str:
    with pytest.raises(InputError) as refused:
        read_document(source)
    assert refused.value.exit_status == 3
    sentence = str(refused.value)
    assert "\n" not in sentence
    assert "\x1b" not in sentence
    return sentence


def test_a_missing_file_a_folder_and_a_device_are_named(tmp_path: Path):
    assert "gone.txt: no such file" in refusal(tmp_path / "gone.txt")
    assert f"{tmp_path}: cannot be read (it is a folder" in refusal(tmp_path)
    assert "/dev/zero: cannot be read (it is no regular file" in refusal("/dev/zero")


def test_a_pipe_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    assert "it is no regular file" in refusal(tmp_path / "pipe")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b" \n\t ", "it is empty"),
        (b"\x00\x01text", "it is binary"),
        (b"ab\xffcd", "its encoding cannot be told"),
    ],
)
def test_what_is_not_text_is_refused_with_the_reason(tmp_path: Path, data: bytes, reason: str):
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    assert f"{file}: {reason}" in refusal(file)


def test_a_hostile_name_is_told_safely():
    assert refusal("no\x1b]0;pwned\x07such\nfile").startswith("no]0;pwnedsuch file: ")
    assert "cannot be read" in refusal("nul\0byte")


def test_a_web_address_is_never_fetched():
    assert "save the page first" in refusal("https://example.org/a")


def test_an_unknown_bundled_name_lists_the_known_ones():
    assert "corpus:ossetia-a" in refusal("corpus:nowhere")


def test_a_story_knows_its_documents_by_their_letters():
    a, b = read_document("corpus:ossetia-a", "A"), read_document("corpus:ossetia-b", "B")
    story = Story((a, b))
    assert story.document("B") is b
    with pytest.raises(KeyError):
        story.document("C")
