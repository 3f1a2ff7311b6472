"""Files that attack: each made in code, with what has to become of it.

The classes are those of terminal injection, look-alike text, encodings,
bombs, things that are no files, damaged archives and PDFs, and names.
"""

from __future__ import annotations

import gzip
import io
import os
import socket
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import filemakers as files

GOOD = "The ferry ran aground near the harbour of Lund on Monday. Nobody was hurt, they said."
ARTICLE = [("h", "Ferry Runs Aground"), ("p", GOOD), ("p", "Divers will look at the hull.")]
BIDI = "".join(map(chr, (0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069)))


@dataclass(frozen=True)
class Case:
    """A file and what must come of it: words in its text, or words in the one error.

    ``slow`` is for what only a limit on time or memory ends.
    """

    name: str
    make: Callable[[Path], Path | str]
    shows: str = ""
    refused: str = ""
    slow: bool = False


def _bytes(data: bytes | str, name: str = "a.txt") -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        file = folder / name
        file.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
        return file

    return make


def shows(name: str, data: bytes | str, words: str = "ran aground", *, slow: bool = False) -> Case:
    return Case(name, _bytes(data), shows=words, slow=slow)


def refuses(name: str, data: bytes | str, words: str, *, slow: bool = False) -> Case:
    return Case(name, _bytes(data), refused=words, slow=slow)


def _injections() -> list[Case]:
    attacks = {
        "clipboard": "\x1b]52;c;aGFjaw==\x07",
        "title": "\x1b]0;owned\x07",
        "title by ST": "\x1b]2;owned\x1b\\",
        "device control": "\x1bP+q544e\x1b\\",
        "clear": "\x1b[2J\x1b[H",
        "alternate screen": "\x1b[?1049h",
        "mouse reports": "\x1b[?1003h\x1b[?1006h",
        "answer back": "\x1b[c\x1b[6n\x05",
        "C1 introducer": "\x9b31m",
        "C1 string": "\x9d0;owned\x9c",
        "application command": "\x1b_Gf=100;AAAA\x1b\\",
        "privacy message": "\x1b^hidden\x1b\\",
        "hyperlink": "\x1b]8;;file:///etc/passwd\x07click\x1b]8;;\x07",
        "reset": "\x1bc",
        "backspaces": "rm -rf\x08\x08\x08\x08\x08\x08",
        "shift out": "\x0e\x0f",
        "carriage returns": "safe\rrm",
        "bells": "\x07" * 500,
        "deletes": "\x7f" * 500,
        "form feeds": "\x0c\x0b\x85\u2028\u2029",
    }
    return [
        shows(f"injection: {name}", f"{attack} {GOOD} {attack}") for name, attack in attacks.items()
    ]


def _lookalikes() -> list[Case]:
    return [
        shows("bidi overrides", f"{BIDI}{GOOD}{BIDI}"),
        shows("marks of direction", f"\u200e\u200f\u061c{GOOD}"),
        shows("zero width", "The\u200b fer\u2060ry\ufeff ran agr\u200bound.", "ferry ran aground"),
        shows("joiners where they mean nothing", "fer\u200dry ran a\u200cground", "ferry ran aground"),
        shows("tags", "".join(chr(0xE0000 + ord(c)) for c in "secret") + GOOD),
        shows("lone surrogates", GOOD.encode() + b" \xed\xa0\x80 " * 1, "ran aground"),
        shows("non-characters", f"{GOOD}\ufffe\uffff\ufff9\ufffb"),
        shows("soft hyphens", "\u00ad".join(GOOD), "ran aground"),
        shows("Zalgo", "".join(c + "\u0335\u0336" * 20 for c in "ran") + " " + GOOD),
        shows("markup of Textual", f"[/foo] [@click=app.quit]x[/] [bold]{GOOD}[/]", "[@click=app.quit]"),
        shows("markup of Rich", f"[link=file:///etc/passwd]{GOOD}[/link]"),
        shows("format strings", f"%s%n{{0.__class__}} {GOOD}"),
    ]  # fmt: skip


def _encodings() -> list[Case]:
    utf16 = GOOD.encode("utf-16-le")
    return [
        refuses("empty", b"", "it is empty"),
        refuses("blank", b" \r\n\t\n" * 50, "it is empty"),
        refuses("only a byte-order mark", b"\xef\xbb\xbf", "no text was found"),
        refuses("only controls", b"\x01\x02\x03" * 100, "binary"),
        refuses("all 0xFF", b"\xff" * 4096, "cannot be told"),
        refuses("all zero", bytes(4096), "binary"),
        refuses("noise", bytes((i * 7919 + i // 3) % 256 for i in range(20000)), "it"),
        refuses("text with zeros", GOOD.encode() + b"\0" + GOOD.encode(), "binary"),
        shows("UTF-8 cut short", GOOD.encode() * 3 + " — “ende”".encode()[:-1]),
        shows("UTF-8 with a stray byte", ("Die Fähre lief für Stunden auf. " * 9).encode() + b"\xff", "Fähre"),
        shows("UTF-16 with a mark", b"\xff\xfe" + utf16),
        shows("UTF-16 without a mark", utf16),
        shows("UTF-16 cut short", b"\xff\xfe" + utf16 + b"\x41"),
        shows("UTF-32 without a mark", GOOD.encode("utf-32-be")),
        shows("UTF-7, which is only ASCII", "+ADw-script+AD4- " + GOOD),
        shows("overlong forms", b"\xc0\xbcscript\xc0\xbe " + GOOD.encode() * 2 + " ünï “a” ".encode() * 15, "ünï"),
        shows("controls hidden in cp1251", "Паром сел на мель у Лунда. ".encode("cp1251") * 3, "Паром"),
        shows("C1 in windows-1252", "He said “no” – twice. ".encode("cp1252") + GOOD.encode(), "“no”"),
        shows("it speaks of PDF", f"A file that begins with %PDF-1.4 is no text. {GOOD}"),
        shows("4,000,001 letters", b"a" * 4_000_001, "aaaa"),
        shows("one word of a million letters", b"a" * 1_000_000 + b" " + GOOD.encode()),
        shows("Markdown: comments never closed", f"# Ferry\n\n{GOOD}\n\n" + "<!-- " * 200_000),
        shows("Japanese of seven bits", "フェリーは月曜日に座礁した。".encode("iso2022_jp") * 3, "フェリー"),
        refuses("a picture", b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        refuses("a program", b"\x7fELF" + bytes(100), "program"),
        refuses("gzip", gzip.compress(GOOD.encode()), "unpack"),
        refuses("an old Word file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "DOCX"),
        refuses("RTF", b"{\\rtf1 text}", "RTF"),
    ]  # fmt: skip


def _html() -> list[Case]:
    page = f"<html><body><article>{files.html_body(ARTICLE)}</article></body></html>"
    many = " ".join(f'a{n}="{n}"' for n in range(60_000))
    return [
        shows("HTML: scripts", page.replace("<article>", "<script>alert(1)</script><article>")),
        shows("HTML: controls as entities", page.replace("Nobody", "&#27;]0;x&#7;&#155;31m&#8238;Nobody")),
        shows("HTML: 60,000 attributes", f"<html><body><div {many}>{page}</div></body></html>", slow=True),
        shows("HTML: an attribute of 2 MB", f'<html><body><p title="{"x" * 2_000_000}">{GOOD}</p></body></html>'),
        Case("HTML: 100,000 deep", _bytes(f"<html><body>{'<div>' * 100_000}{GOOD}</body></html>"), "ran aground", slow=True),
        shows("HTML: never closed", f"<html><body><p>{GOOD}<p>Divers<b>will<i>look"),
        shows("HTML: closed too often", f"<html><body>{'</div>' * 5000}<p>{GOOD}</p>"),
        shows("HTML: an external entity", f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; {GOOD}</p></body></html>'),
        shows("HTML: a refresh and a base", page.replace("<body>", '<base href="http://127.0.0.1:9/"><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"><body>')),
        shows("HTML: it lies about its charset", f'<html><head><meta charset="koi8-r"></head><body><p>{GOOD} — “да”</p></body></html>', "“да”"),
        shows("HTML: it names no charset that there is", f'<html><head><meta charset="x-nothing"></head><body><p>{GOOD}</p></body></html>'),
        shows("HTML: structured data that is no JSON", page.replace("<body>", '<script type="application/ld+json">{"a":' + "[" * 5000 + "</script><body>")),
        refuses("HTML: nothing in it", "<html><head><title></title></head><body></body></html>", "no text"),
        Case("HTML: comments never closed", _bytes("<html><body>" + "<!--<a<!" * 40_000 + GOOD), slow=True),
    ]  # fmt: skip


def _archives() -> list[Case]:
    word = files.docx(ARTICLE)
    zeros = b"0" * 40_000_000
    deep = "<w:p>" * 100_000
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    entity = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><w:document {files.W}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>'
    external = entity.replace(
        "[<!ENTITY l0", '[<!ENTITY ex SYSTEM "file:///etc/passwd"><!ENTITY l0'
    )
    locked = bytearray(word)
    for at in _places(bytes(locked), b"PK\x01\x02"):
        locked[at + 8] |= 1
    inner = files.archive({"zeros": zeros})
    return [
        shows("DOCX: as it should be", word),
        refuses("DOCX: a bomb", files.docx(ARTICLE, **{"word/document.xml": zeros}), "far more"),
        refuses("DOCX: entities within entities", files.docx(ARTICLE, **{"word/document.xml": entity}), "DOCTYPE"),
        refuses("DOCX: an external entity", files.docx(ARTICLE, **{"word/document.xml": external}), "DOCTYPE"),
        refuses("DOCX: 100,000 deep", files.docx(ARTICLE, body=deep), "nests"),
        refuses("DOCX: cut short", word[: len(word) // 2], "damaged"),
        refuses("DOCX: locked", bytes(locked), "password"),
        refuses("DOCX: packed in a way of its own", _said_of_document(word, 10, 97), "packed"),
        refuses("ZIP: a version to come", _said_of_document(word, 6, 99), "packed"),
        refuses("DOCX: a wrong checksum", _flipped(word), "damaged"),
        refuses("DOCX: no XML", files.docx(ARTICLE, **{"word/document.xml": "nothing"}), "damaged"),
        refuses("DOCX: no text", files.docx(ARTICLE, body="<w:p/>"), "no text"),
        refuses("DOCX: no document", files.archive({"[Content_Types].xml": "", "word/x": ""}), "damaged"),
        refuses("ZIP: 20,000 members", files.archive({f"word/{n}": "" for n in range(20_000)} | {"[Content_Types].xml": ""}), "far more"),
        refuses("ZIP: in a ZIP", files.archive({"inner.zip": inner}), "archive"),
        refuses("ZIP: it holds itself in name", files.archive({"r/r.zip": b"PK\x03\x04" * 100}), "archive"),
        refuses("ZIP: overlapping members", _overlapping(), "it"),
        refuses("ZIP: sizes that lie", _lying(word), "it"),
        refuses("ZIP: only its end", b"PK\x05\x06" + bytes(18), "archive"),
        shows("DOCX: names that climb", files.docx(ARTICLE, **{"../../../tmp/owned": "x", "/etc/owned": "x"})),
        shows("EPUB: as it should be", files.epub(ARTICLE)),
        shows("EPUB: a manifest that climbs", files.epub(ARTICLE, hrefs=["../../../../etc/passwd", "c0.xhtml"])),
        refuses("EPUB: only climbing", files.epub(ARTICLE, hrefs=["../../../../etc/passwd", "file:///etc/passwd"]), "no text"),
        shows("EPUB: one chapter a thousand times", files.epub(ARTICLE, hrefs=["c0.xhtml"] * 1000)),
        refuses("EPUB: no package", files.archive({"META-INF/container.xml": files.CONTAINER.format(path="x.opf")}), "damaged"),
        refuses("EPUB: a container with a DOCTYPE", files.archive({"META-INF/container.xml": "<!DOCTYPE x><x/>"}), "DOCTYPE"),
        refuses("EPUB: locked", files.epub(ARTICLE, **{"META-INF/encryption.xml": '<e><EncryptionMethod Algorithm="aes"/></e>'}), "locked"),
        refuses("EPUB: a chapter that is a bomb", files.epub(ARTICLE, **{"OEBPS/c0.xhtml": zeros}), "far more"),
    ]  # fmt: skip


def _pdfs() -> list[Case]:
    good = files.pdf(files.set_in_type(ARTICLE))
    operators = b"BT /F1 9 Tf 1 0 0 1 10 10 Tm " + b"(a) Tj 1 0 Td " * 1_000_000 + b"ET"
    return [
        shows("PDF: as it should be", good),
        shows("PDF: noise before its head", b"junk\n" * 20 + good),
        refuses("PDF: cut in its head", good[:40], "it"),
        refuses("PDF: cut in half", good[: len(good) // 2], "it"),
        refuses("PDF: a head alone", b"%PDF-1.7\n", "it"),
        refuses("PDF: noise behind its head", b"%PDF-1.7\n" + bytes(range(256)) * 50, "it"),
        refuses("PDF: pages that are pictures", files.pdf([[]], content=b"q 1 0 0 1 0 0 cm Q"), "text layer"),
        Case("PDF: a million operators", _bytes(files.pdf([[]], content=operators)), slow=True),
        refuses("PDF: a stream that is a bomb", files.pdf([[]], content=b"q " * 60_000_000), "it", slow=True),
        refuses("PDF: locked", _locked_pdf(good), "it"),
        refuses("PDF: locked in a way of its own", good.replace(b"/Root 1 0 R", b"/Encrypt << /Filter /Own /V 9 >> /Root 1 0 R"), "locked in a way"),
        refuses("PDF: pages that hold themselves", good.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"), "it"),
        shows("PDF: a count of pages that lies", good.replace(b"/Count 1", b"/Count 9")),
        shows("PDF: a place of the table that lies", good.replace(b"startxref\n", b"startxref\n9")),
        Case("PDF: controls in its title", _bytes(files.pdf(files.set_in_type(ARTICLE), info="/Title (\x1b]0;owned\x07x)")), "ran aground"),
    ]  # fmt: skip


def _mails() -> list[Case]:
    head = "From: Anna <a@example.org>\r\nTo: b@example.org\r\nSubject: =?utf-8?B?G10wO3gH?= Ferry\r\nDate: Fri, 03 May 2019 08:15:00 +0200\r\nMIME-Version: 1.0\r\n"
    nested = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(3000)
    )
    return [
        shows("mail: controls in its subject", head + "\r\n" + GOOD),
        shows("mail: a charset that there is not", head + "Content-Type: text/plain; charset=x-no\r\n\r\n" + GOOD),
        shows("mail: a day that there is not", head.replace("03 May 2019", "99 May 9999999999999999999") + "\r\n" + GOOD),
        shows("mail: a parameter in 20,000 pieces", head + "Content-Type: text/plain; " + "".join(f"charset*{n}=u; " for n in range(20_000)) + "\r\n\r\n" + GOOD),
        Case("mail: 3,000 parts deep", _bytes(head + nested + "\r\n" + GOOD), slow=True),
        refuses("mail: an attachment alone", head + 'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="../../x"\r\n\r\nx', "no text"),
    ]  # fmt: skip


def _no_files() -> list[Case]:
    def fifo(folder: Path) -> Path:
        os.mkfifo(folder / "pipe")
        return folder / "pipe"

    def sock(folder: Path) -> Path:
        place = Path(os.path.relpath(folder / "s"))  # the path of a socket is short
        made = socket.socket(socket.AF_UNIX)
        with made:
            made.bind(str(place))
        return folder / "s"

    def loop(folder: Path) -> Path:
        (folder / "a").symlink_to(folder / "b")
        (folder / "b").symlink_to(folder / "a")
        return folder / "a"

    def huge(folder: Path) -> Path:
        with (folder / "huge.txt").open("wb") as file:
            file.truncate(200_000_000)
        return folder / "huge.txt"

    def to_device(folder: Path) -> Path:
        (folder / "d").symlink_to("/dev/zero")
        return folder / "d"

    return [
        Case("a FIFO", fifo, refused="no regular file"),
        Case("a socket", sock, refused="cannot be read"),
        Case("a loop of links", loop, refused="cannot be read"),
        Case("a folder", lambda folder: folder, refused="folder"),
        Case("an endless device", lambda _: "/dev/zero", refused="no regular file"),
        Case("a terminal", lambda _: "/dev/tty", refused="cannot be read"),
        Case("a link to a device", to_device, refused="no regular file"),
        Case("nothing there", lambda folder: folder / "gone", refused="no such file"),
        Case("a file as a folder", lambda folder: _bytes(GOOD)(folder) / "x", refused="cannot be read"),
        Case("200 MB", huge, refused="larger than"),
        Case("a web address", lambda _: "https://example.org/a", refused="save the page"),
        Case("a zero in its name", lambda _: "a\0b", refused="cannot be read"),
        Case("a name of 5,000 letters", lambda _: "n" * 5000, refused="cannot be read"),
        Case("a library name that climbs", lambda _: "corpus:../../etc/passwd", refused="no such text"),
    ]  # fmt: skip


def _names() -> list[Case]:
    names = {
        "escape": "a\x1b]0;owned\x07.txt",
        "newline": "a\nb.txt",
        "bidi": "a\u202etxt.exe",
        "dash": "-f",
        "C1": "a\x9b31m.txt",
        "markup": "[@click=app.quit]x[.txt",
        "no Unicode": os.fsdecode(b"caf\xe9.txt"),
        "pdf that is none": "article.pdf",
    }
    return [
        Case(f"name: {kind}", _bytes(GOOD, name), "ran aground") for kind, name in names.items()
    ]


def _places(data: bytes, words: bytes) -> list[int]:
    found, at = [], data.find(words)
    while at >= 0:
        found.append(at)
        at = data.find(words, at + 1)
    return found


def _flipped(data: bytes) -> bytes:
    """The checksum of the document, in the archive's directory, changed."""
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    return (
        data[: place + 16]
        + bytes(b ^ 255 for b in data[place + 16 : place + 20])
        + data[place + 20 :]
    )


def _lying(data: bytes) -> bytes:
    """The size of the document unpacked, in the archive's directory, set to four gigabytes."""
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    return data[: place + 24] + struct.pack("<I", 0xFFFFFFF0) + data[place + 28 :]


def _said_of_document(data: bytes, at: int, value: int) -> bytes:
    """A number of two bytes in what the archive's directory says of the document."""
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml")) + at
    return data[:place] + struct.pack("<H", value) + data[place + 2 :]


def _overlapping() -> bytes:
    """Many names for one compressed run of zeros, after D. Fifield's zip bomb."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "")
        made.writestr("word/document.xml", b"0" * 25_000_000)
        for n in range(200):
            same = zipfile.ZipInfo(f"word/{n}.xml")
            first = made.getinfo("word/document.xml")
            same.header_offset, same.CRC = first.header_offset, first.CRC
            same.compress_size, same.file_size = first.compress_size, first.file_size
            same.compress_type = first.compress_type
            made.filelist.append(same)
    return out.getvalue()


def _locked_pdf(good: bytes) -> bytes:
    """A PDF that says it is encrypted, with keys that open nothing."""
    key = b"(" + b"k" * 32 + b")"
    lock = b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -1 /O " + key + b" /U " + key
    ids = b" >> /ID [(abc) (abc)] "
    return good.replace(b"/Root 1 0 R", lock + ids + b"/Root 1 0 R")


def cases() -> list[Case]:
    """Every case, in the order of the classes; a case's name begins with its class."""
    groups = {
        "injection": _injections,
        "look-alike": _lookalikes,
        "encoding": _encodings,
        "HTML": _html,
        "archive": _archives,
        "PDF": _pdfs,
        "mail": _mails,
        "no file": _no_files,
        "name": _names,
    }
    return [
        replace(case, name=f"{kind}: {case.name.removeprefix(f'{kind}: ')}")
        for kind, group in groups.items()
        for case in group()
    ]
