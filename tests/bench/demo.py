"""Make the README's moving picture from the running program: `python tests/bench/demo.py FILE`.

One SVG without script, font or address: its frames are groups that appear one
after the other. Whoever asks for less motion sees the first of them alone.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from pictures import NOW, settled

from corpus.reading import read_document
from tui.app import ReaderApp
from tui.exporting import picture_of

SIZE = (96, 26)
SECONDS = 3.2  # that each frame stands
STEPS: tuple[tuple[tuple[str, ...], str], ...] = (
    ((), "Two articles on one question. Ribbons join what both say."),
    (("2", "g", "j", "enter"), "The best pairs first; Enter brings both sides level."),
    (("w",), "w: why these two are linked, and what to be careful about."),
    (("w", "4", "g"), "4: who is in the story. One man, two offices."),
    (("enter", "n"), "Enter lights every mention, by name or pronoun, in both texts."),
    (("escape", "3", "tab"), "3: what only one of the texts says, and who says it there."),
    (("5", "g"), "5: joining, reunion, annexation: whose words for one idea?"),
    (("1", "a", *"whose", "space", *"word"), "a: a note. Ctrl+s saves it."),
    (("ctrl+s", "6"), "6: your notes, safe on the disk, found again when a text changes."),
)
_BODY = re.compile(r"<svg[^>]*viewBox=\"0 0 (\S+) (\S+)\"[^>]*>(.*)</svg>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_UNUSED = re.compile(r'<!--.*?-->|<clipPath.*?</clipPath>| clip-path="[^"]*"', re.DOTALL)
_CAPTION = 34  # units below the screen


async def frames() -> list[str]:
    """The screen after each step, as SVG."""
    documents = [read_document(f"corpus:ossetia-{n}", n.upper()) for n in "ab"]
    taken: list[str] = []
    with tempfile.TemporaryDirectory() as data:
        app = ReaderApp(documents, notes=lambda: Path(data) / "notes", now=lambda: NOW)
        async with app.run_test(size=SIZE) as pilot:
            app.theme = "dark"
            await settled(app, pilot)
            for at, (keys, _) in enumerate(STEPS):
                for key in keys:
                    await pilot.press(key)
                    await app.workers.wait_for_complete()
                    await pilot.pause()
                taken.append(_frame(app, at))
        app.finish()
    return taken


def _frame(app: ReaderApp, at: int) -> str:
    """The screen now, its styles under names of their own."""
    svg = picture_of(app.export_screenshot(title="ossetia-reader"))
    return _UNUSED.sub("", svg).replace("terminal", f"f{at}")


def moving(taken: list[str]) -> str:
    """The frames as one picture."""
    found = [_BODY.search(svg) for svg in taken]
    bodies = [match[3] for match in found if match]
    width, height = next((match[1], float(match[2])) for match in found if match)
    styles = "\n".join(style for body in bodies for style in _STYLE.findall(body))
    groups = "\n".join(
        f'<g class="frame" style="animation-delay:{at * SECONDS:g}s">{_STYLE.sub("", body)}'
        f'<text class="caption" x="20" y="{height + 22:g}">{escape(words)}</text></g>'
        for at, (body, (_, words)) in enumerate(zip(bodies, STEPS, strict=True))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" role="img" '
        f'viewBox="0 0 {width} {height + _CAPTION:g}">\n'
        "<title>ossetia-reader, shown in nine pictures</title>\n"
        f"<style>{styles}\n{_motion(len(bodies))}</style>\n{groups}\n</svg>\n"
    )


def _motion(count: int) -> str:
    share = 100 / count
    return (
        "@keyframes stand { 0% { visibility: visible } "
        f"{share:.3f}% {{ visibility: hidden }} 100% {{ visibility: hidden }} }}\n"
        ".frame { visibility: hidden; "
        f"animation: stand {count * SECONDS:g}s step-end infinite }}\n"
        ".caption { font: 18px sans-serif; fill: #808080 }\n"
        "@media (prefers-reduced-motion: reduce) { .frame { animation: none }\n"
        ".frame:first-of-type { visibility: visible } }"
    )


def main() -> None:
    file = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures/demo.svg")
    file.write_text(moving(asyncio.run(frames())), "utf-8")
    print(file, file.stat().st_size)


if __name__ == "__main__":
    main()
