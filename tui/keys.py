"""The one table of keys: bindings, help, footer, palette, README and ``keys`` come from it.

Nothing needs AltGr, a key sequence or a Latin layout: each letter also works
as the letter on the same physical key of a Russian keyboard.
"""

from __future__ import annotations

import re
from contextvars import ContextVar
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import BindingType

Where = Literal[
    "reader",
    "texts",
    "story",
    "find",
    "opening",
    "reading",
    "facts",
    "select",
    "view",
    "panel",
    "list",
    "cast",
    "who",
    "frames",
    "prompt",
    "export",
    "notelist",
    "notes",
    "filter",
    "editor",
    "marks",
    "choice",
    "dialog",
    "tour",
]

_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_RUSSIAN = "йцукенгшщзфывапролдячсмить"
_SAME_KEY = {
    **dict(zip(_LATIN + _LATIN.upper(), _RUSSIAN + _RUSSIAN.upper(), strict=True)),
    "greater_than_sign": "Ю",
    "less_than_sign": "Б",
}
_TWINS = _SAME_KEY | {russian: latin for latin, russian in _SAME_KEY.items()}

# What a key is called on the screen, where its name is not what stands on it.
PUNCTUATION = {
    "colon": ":",
    "slash": "/",
    "asterisk": "*",
    "full_stop": ".",
    "plus": "+",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "comma": ",",
}
SHOWN = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "enter": "⏎",
    "space": "Space",
    "tab": "Tab",
    "backspace": "⌫",
    "escape": "Esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "question_mark": "?",
}


_IN_WORDS = {
    "down": "Down",
    "up": "Up",
    "left": "Left",
    "right": "Right",
    "enter": "Enter",
    "backspace": "Backspace",
}
IN_WORDS: ContextVar[bool] = ContextVar("keys are called by names in ASCII", default=False)
"""Whether arrows and Enter are told by name, for a terminal that has no signs for them."""


class Key(NamedTuple):
    """One action and the keys for it.

    Attributes:
        id: stable, for a reader's own key file: ``pair.next``.
        keys: Textual's key names; the first is the one that is shown.
        action: the Textual action it runs.
        words: two or three words for the footer.
        help: one line that says what it does.
        where: the part of the program in which it works.
        footer: rank in the footer, 1 first; None leaves it out.
        group: the heading it stands under in the help.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    words: str
    help: str
    where: Where
    footer: int | None = None
    group: str = ""

    @property
    def shown(self) -> str:
        """The first key as it is written on the screen; empty where the reader took all away."""
        return shown(self.keys[0]) if self.keys else ""

    @property
    def all_shown(self) -> str:
        """Every key as it is written on the screen, without the other layouts' letters."""
        return " ".join(shown(key) for key in self.keys)


_GROUPS: dict[str, tuple[Key, ...]] = {
    "Moving": (
    Key("pair.next", ("J", "f8", "ctrl+down", "alt+down", "]"), "pair(1)", "next pair",
        "next linked pair, both sides level", "reader", 1),
    Key("pair.prev", ("K", "f7", "ctrl+up", "alt+up", "["), "pair(-1)", "previous pair",
        "previous linked pair", "reader"),
    Key("across", ("enter",), "across", "across", "to the counterpart; again: to the next one, then home",
        "reader", 2),
    Key("why", ("w", "f9"), "why", "why", "why these two are linked, and what to be careful about",
        "reader", 3),
    Key("note.add", ("a", "f4"), "note", "note", "note on the passage or the selection", "reader", 4),
    Key("note.pair", ("A",), "note_pair", "note on pair", "note on the linked pair", "reader"),
    Key("star", ("s",), "star", "star", "star the passage, or take its star away", "reader", 6),
    Key("passage.next", ("j", "down"), "step(1)", "down", "next passage", "reader"),
    Key("passage.prev", ("k", "up"), "step(-1)", "up", "previous passage", "reader"),
    Key("pane.prev", ("h", "left"), "side(0)", "left text", "to the left text", "reader"),
    Key("pane.next", ("l", "right"), "side(1)", "right text", "to the right text", "reader"),
    Key("target.next", ("n", "f3"), "target(1)", "next",
        "next target: words found, a mention, a gap, else a pair", "reader", 7),
    Key("target.prev", ("N", "shift+f3"), "target(-1)", "previous", "previous target", "reader"),
    Key("jump.back", ("backspace", "ctrl+o"), "back", "back", "back to where you came from", "reader"),
    Key("jump.forward", ("alt+right",), "forward", "forward", "forward again", "reader"),
    Key("top", ("g", "home"), "end(-1)", "top", "first passage", "reader"),
    Key("bottom", ("G", "end"), "end(1)", "bottom", "last passage", "reader"),
    Key("para.next", ("}", "ctrl+pagedown"), "paragraph(1)", "next paragraph", "next paragraph",
        "texts"),
    Key("para.prev", ("{", "ctrl+pageup"), "paragraph(-1)", "previous paragraph",
        "previous paragraph", "texts"),
    Key("page.down", ("space", "pagedown"), "page(2)", "page", "a page on", "reader"),
    Key("page.up", ("b", "pageup"), "page(-2)", "page back", "a page back", "reader"),
    Key("page.half_down", ("ctrl+d",), "page(1)", "half page", "half a page on", "texts"),
    Key("page.half_up", ("ctrl+u",), "page(-1)", "half page back", "half a page back", "texts"),
    Key("scroll.down", ("ctrl+e",), "scroll_rows(1)", "scroll", "one row on", "texts"),
    Key("scroll.up", ("ctrl+y",), "scroll_rows(-1)", "scroll back", "one row back", "texts"),
    Key("link.confirm", ("=",), "confirm", "confirm", "confirm the link, or link the two current passages; again: take it back", "reader"),
    Key("link.reject", ("-",), "reject", "reject", "reject the link", "reader"),
    Key("focus.next", ("tab", "f6"), "pane(1)", "next pane", "to the next pane: actors, left text, right text, evidence", "reader"),
    Key("focus.prev", ("shift+tab", "shift+f6"), "pane(-1)", "previous pane", "to the previous pane", "reader"),
    Key("scroll.lock", ("L",), "lock", "scroll lock", "scroll and move the texts together, or each alone",
        "texts"),
    ),
    "Finding": (
    Key("find", ("slash", "ctrl+f"), "find", "find", "find words in both texts as you type; in a view: only entries with them", "reader", 8),
    Key("find.here", ("asterisk",), "find_here", "find these", "find whoever is named in the selection or here, else the selected words", "reader"),
    ),
    "Copying": (
    Key("copy", ("y",), "copy", "copy", "copy the passage or the selection with its source", "reader"),
    Key("copy.pair", ("Y",), "copy_pair", "copy pair", "copy both passages of the pair, and why they are linked", "reader"),
    Key("export", ("E",), "export", "export", "write what is shown into a file: Markdown, HTML, CSV, JSON …", "reader", 8),
    Key("picture", ("P",), "export('picture')", "picture", "a picture of the screen as a file (SVG)", "reader"),
    ),
    "What is shown": (
    Key("sidebar", ("i", "f2"), "sidebar", "actors", "the actors of both texts, shown or hidden",
        "texts", 5),
    Key("links.fewer", (")",), "bar(-1)", "fewer links", "raise the bar: fewer links", "reader"),
    Key("links.more", ("(",), "bar(1)", "more links", "lower the bar: more links", "reader"),
    Key("view.read", ("1",), "read", "read", "the two texts side by side, and ribbons between what says the same", "reader"),
    Key("view.matches", ("2",), "view('matches')", "matches", "every linked pair of passages, the best first, to confirm or reject", "reader"),
    Key("view.gaps", ("3",), "view('gaps')", "gaps", "what has no counterpart found, and who says it", "reader"),
    Key("view.actors", ("4",), "view('actors')", "who", "all actors: what each text calls them, offices, words", "reader"),
    Key("view.frames", ("5",), "view('frames')", "frames", "the words each text has for one idea, and in whose voice", "reader"),
    Key("view.notes", ("6",), "notes", "notes", "all notes on these texts, those that lost their words first", "reader", 8),
    Key("zoom", ("z",), "zoom", "one text", "the text you are in over the whole width; again: both texts", "texts"),
    Key("zen", ("Z",), "zen", "words alone", "hide everything but the words; again: show it", "texts"),
    Key("filter", ("f",), "filter_links", "show links", "show other links: all, undecided, with cautions, by hand", "texts"),
    Key("swap", ("S",), "swap", "swap", "left text to the right, right text to the left", "reader"),
    Key("theme", ("T",), "app.theme", "theme", "next theme: dark, light, high contrast, colour-blind safe, the terminal's own", "reader"),
    ),
    "Notes": (
    Key("select", ("v",), "select", "select", "select words from the passage by keyboard", "texts"),
    Key("select.all", ("V",), "select_passage", "select all", "select the whole passage", "texts"),
    Key("note.edit", ("e",), "edit_note", "edit note", "edit the passage's note in $VISUAL or $EDITOR", "reader"),
    Key("note.reword", ("r",), "reword_note", "reword note", "edit the passage's note here", "texts"),
    Key("note.tag", ("t",), "tag_note", "tags", "tags of the passage's note, or of a new one", "reader"),
    Key("note.colour", ("c",), "colour_note", "colour", "colour of the passage's note, or of a new one", "reader"),
    Key("note.delete", ("d",), "delete_note", "delete note", "delete the passage's note or star",
        "reader"),
    Key("undo", ("u",), "undo", "undo", "undo the last change: to notes, links, actors, sources", "reader"),
    Key("redo", ("ctrl+r",), "redo", "redo", "do it again", "reader"),
    ),
    "The program": (
    Key("facts", ("I",), "facts", "source", "what is known of this text: title, outlet, author, date", "reader"),
    Key("open", ("o",), "app.open", "open", "open other texts: of late, of the library, by path", "reader"),
    Key("original", ("O",), "original", "original", "the text's file, in $PAGER or the program it is opened with", "reader"),
    Key("save", ("ctrl+s",), "save", "save", "everything is saved at once; says whether it is", "reader"),
    Key("reload", ("f5",), "app.reload", "read again", "read the files again; notes look for their words", "reader"),
    Key("help", ("question_mark", "f1"), "help", "help", "the keys of the moment", "reader", 9),
    Key("palette", ("colon", "ctrl+p", "f10"), "palette", "palette", "every command by name",
        "reader"),
    Key("redraw", ("ctrl+l",), "redraw", "redraw", "paint the whole screen anew", "reader"),
    Key("suspend", ("ctrl+z",), "app.suspend_process", "suspend", "to the shell; fg comes back", "reader"),
    Key("interrupt", ("ctrl+c",), "interrupt", "copy, or how to leave", "copy the selection; without one say how to leave", "reader"),
    Key("escape", ("escape",), "leave", "step out", "one step out: selection, actors, evidence, lights, warning, a long search",
        "reader"),
    Key("quit", ("q", "ctrl+q"), "quit", "quit", "leave; everything is saved", "reader", 10),
    ),
    "While words are selected": (
    Key("select.right", ("l", "right"), "extend('right')", "right", "one character on", "select"),
    Key("select.left", ("h", "left"), "extend('left')", "left", "one character back", "select"),
    Key("select.word", ("w",), "extend('word')", "word", "to the end of the next word", "select", 2),
    Key("select.word_back", ("b",), "extend('word_back')", "word back", "back to a word's start",
        "select"),
    Key("select.next", ("j", "down"), "extend('passage')", "passage", "to the end of the passage, then of the next",
        "select"),
    Key("select.passage", ("V",), "extend('whole')", "whole passage", "the whole passage, then the next one too", "select"),
    Key("select.start", ("0", "home"), "extend('start')", "start", "to the passage's start", "select"),
    Key("select.end", ("$", "end"), "extend('end')", "end", "to the passage's end", "select", 3),
    Key("select.other", ("o",), "extend('other')", "other end", "move the other end", "select", 4),
    Key("select.note", ("a", "enter"), "select_note", "note", "note on the selected words", "select", 1),
    Key("select.copy", ("y",), "copy", "copy", "copy the selected words with their source", "select"),
    Key("select.leave", ("escape", "v"), "select_leave", "leave", "leave the selection", "select", 5),
    ),
    "In the line of words to find": (
    Key("find.keep", ("enter",), "keep", "go there", "to the first place from here on; {target.next} and {target.prev} walk them", "find", 1),
    Key("find.abandon", ("escape",), "abandon", "leave", "no words after all", "find", 2),
    Key("find.left", ("left",), "mend('left')", "left", "to the letter before", "find"),
    Key("find.right", ("right",), "mend('right')", "right", "to the next letter", "find"),
    Key("find.start", ("home", "ctrl+a"), "mend('start')", "start", "to the first letter", "find"),
    Key("find.end", ("end", "ctrl+e"), "mend('end')", "end", "behind the last letter", "find"),
    Key("find.back", ("backspace",), "mend('back')", "letter away", "take the letter before away", "find"),
    Key("find.on", ("delete", "ctrl+d"), "mend('on')", "letter away here", "take the letter at the cursor away", "find"),
    Key("find.word", ("ctrl+w",), "mend('word')", "word away", "take the word before away", "find"),
    Key("find.all", ("ctrl+u",), "mend('all')", "all away", "take all before the cursor away", "find"),
    ),
    "On a text's source": (
    Key("facts.done", ("enter",), "screen.done", "next", "next line; after the last one all is saved", "facts"),
    Key("facts.next", ("down",), "app.focus_next", "down", "next line", "facts"),
    Key("facts.prev", ("up",), "app.focus_previous", "previous", "previous line", "facts"),
    Key("facts.save", ("ctrl+s",), "screen.save", "save", "save what you say of this text", "facts", 1),
    Key("facts.leave", ("escape",), "screen.leave", "leave", "leave everything as it was", "facts", 2),
    ),
    "When texts are opened": (
    Key("opening.next", ("down", "ctrl+n"), "screen.move(1)", "down", "next one", "opening"),
    Key("opening.prev", ("up", "ctrl+p"), "screen.move(-1)", "up", "previous one", "opening"),
    Key("opening.mark", ("tab",), "screen.mark", "mark", "mark it to open it with others, or take the mark away", "opening", 2),
    Key("opening.open", ("enter",), "screen.open", "open", "open what is marked, else this; look into a folder", "opening", 1),
    Key("opening.leave", ("escape",), "screen.leave", "leave", "open nothing", "opening", 3),
    ),
    "While texts are read": (
    Key("reading.leave", ("escape", "ctrl+c"), "leave", "leave", "stay with the texts that are open", "reading", 1),
    ),
    "In a story of more than two texts": (
    Key("text.next", ("full_stop",), "next_text(1)", "next text", "the next text of the story in this one's place", "story"),
    Key("text.prev", ("comma",), "next_text(-1)", "previous text", "the text before it in the story", "story"),
    *(
        Key(f"text.{n}", (f"alt+{n}",), f"text({n})", f"text {n}", f"text {n} of the story in this one's place",
            "story")
        for n in range(1, 10)
    ),
    ),
    "In a view": (
    Key("view.open", ("enter",), "choose", "open", "to this place in the texts", "view", 1),
    Key("view.next", ("j", "down"), "move(1)", "down", "next entry", "view"),
    Key("view.prev", ("k", "up"), "move(-1)", "up", "previous entry", "view"),
    Key("view.page_down", ("space", "pagedown"), "page(1)", "page", "a page on", "view"),
    Key("view.page_up", ("b", "pageup"), "page(-1)", "page back", "a page back", "view"),
    Key("view.top", ("g", "home"), "end(-1)", "top", "first entry", "view"),
    Key("view.bottom", ("G", "end"), "end(1)", "bottom", "last entry", "view"),
    Key("view.section", ("tab",), "section(1)", "next part", "next part of the view: the other text's gaps", "view", 3),
    Key("view.section_back", ("shift+tab",), "section(-1)", "previous part", "previous part of the view", "view"),
    Key("view.filter", ("f",), "screen.filter", "show others", "show other entries: all, undecided, with cautions …", "view", 4),
    ),
    "In the list of actors": (
    Key("list.next", ("j", "down"), "move(1)", "down", "next actor", "list"),
    Key("list.prev", ("k", "up"), "move(-1)", "up", "previous actor", "list"),
    Key("list.choose", ("enter",), "choose", "choose", "light all mentions and walk them with n", "list", 1),
    Key("list.page_down", ("pagedown",), "page(1)", "page", "a page on", "list"),
    Key("list.page_up", ("pageup",), "page(-1)", "page back", "a page back", "list"),
    Key("list.top", ("g", "home"), "end(-1)", "top", "first actor", "list"),
    Key("list.bottom", ("G", "end"), "end(1)", "bottom", "last actor", "list"),
    Key("list.filter", ("slash",), "screen.narrow", "filter", "only names with the letters that are typed", "list", 4),
    ),
    "In the evidence": (
    Key("panel.next", ("j", "down"), "scroll_down", "down", "a line on", "panel"),
    Key("panel.prev", ("k", "up"), "scroll_up", "up", "a line back", "panel"),
    Key("panel.page_down", ("space", "pagedown"), "page_down", "page", "a page on", "panel"),
    Key("panel.page_up", ("b", "pageup"), "page_up", "page back", "a page back", "panel"),
    Key("panel.top", ("g", "home"), "scroll_home", "top", "the first line", "panel"),
    Key("panel.bottom", ("G", "end"), "scroll_end", "bottom", "the last line", "panel"),
    ),
    "With actors": (
    Key("cast.light", ("space",), "screen.light", "light", "light all mentions beside those lit already, or put them out", "cast", 0),
    Key("actor.merge", ("m",), "screen.merge", "merge", "this actor is another one: choose which, then {list.choose}", "who", 0),
    Key("actor.split", ("x",), "screen.split", "split", "some of the mentions are somebody else's: choose which", "who", 0),
    Key("actor.rename", ("r",), "screen.rename", "rename", "give the actor another name", "who", 0),
    Key("actor.type", ("c",), "screen.retype", "type", "change the type: person, organisation, place, unnamed", "who", 11),
    Key("actor.everywhere", ("M",), "screen.everywhere", "for all stories", "keep the last decision on the actor's names for all stories, in aliases.toml", "who", 12),
    ),
    "With frames": (
    Key("frame.rename", ("r",), "screen.rename", "rename", "give the frame another name, in your own frames.toml", "frames", 0),
    Key("frame.add", ("plus",), "screen.add_words", "add words", "add words to the frame, in your own frames.toml; name = words makes a new one", "frames", 0),
    ),
    "In a line to type in": (
    Key("prompt.done", ("enter",), "screen.done", "done", "take what is typed", "prompt", 1),
    Key("prompt.leave", ("escape",), "screen.leave", "leave", "leave it as it was", "prompt", 2),
    ),
    "When something is exported": (
    Key("export.md", ("m",), "screen.form('md')", "Markdown", "Markdown", "export"),
    Key("export.html", ("h",), "screen.form('html')", "HTML", "HTML: a page with both texts side by side, to print or to send", "export"),
    Key("export.csv", ("c",), "screen.form('csv')", "CSV", "CSV: a table", "export"),
    Key("export.jsonld", ("j",), "screen.form('jsonld')", "JSON-LD", "JSON-LD: W3C annotations, for other programs", "export"),
    Key("export.json", ("n", "J"), "screen.form('json')", "JSON", "JSON, as `schema` defines it", "export"),
    Key("export.txt", ("t",), "screen.form('txt')", "text", "text in lines, to be read aloud", "export"),
    Key("export.texts", ("p",), "screen.form('svg')", "texts", "picture of the whole texts and their links (SVG)", "export"),
    Key("export.picture", ("s",), "screen.form('picture')", "screen", "picture of the screen as it is (SVG)", "export"),
    Key("export.done", ("enter",), "screen.done", "write", "take the format; write the file", "export", 1),
    Key("export.all", ("tab",), "screen.everything", "all or this view", "all of the comparison, or only what is shown", "export", 2),
    Key("export.next", ("down",), "screen.turn(1)", "next format", "next format", "export"),
    Key("export.prev", ("up",), "screen.turn(-1)", "previous", "previous format", "export"),
    Key("export.leave", ("escape",), "screen.leave", "leave", "write nothing", "export", 3),
    ),
    "In the list of notes": (
    Key("notes.next", ("j", "down", "n", "f3"), "move(1)", "down", "next note", "notelist"),
    Key("notes.prev", ("k", "up", "N", "shift+f3"), "move(-1)", "up", "previous note", "notelist"),
    Key("notes.page_down", ("space", "pagedown"), "page(1)", "page", "a page on", "notelist"),
    Key("notes.page_up", ("b", "pageup"), "page(-1)", "page back", "a page back", "notelist"),
    Key("notes.top", ("g", "home"), "end(-1)", "top", "first note", "notelist"),
    Key("notes.bottom", ("G", "end"), "end(1)", "bottom", "last note", "notelist"),
    Key("notes.open", ("enter",), "choose", "open", "to the note's place", "notelist", 1),
    Key("notes.accept", ("=",), "accept", "accept place", "accept the new words; put an orphan on the passage", "notes", 4),
    Key("notes.edit", ("e",), "edit", "edit", "edit the note in $VISUAL or $EDITOR", "notes", 2),
    Key("notes.reword", ("r",), "reword", "reword", "edit the note here", "notes"),
    Key("notes.tag", ("t",), "tag", "tags", "change the note's tags", "notes"),
    Key("notes.colour", ("c",), "colour", "colour", "change the note's colour", "notes"),
    Key("notes.star", ("s",), "star", "star", "star the note, or take its star away", "notes"),
    Key("notes.range", ("v",), "range", "range", "select other words for the note", "notes"),
    Key("notes.delete", ("d",), "delete", "delete", "delete the note", "notes", 7),
    Key("notes.filter", ("slash", "ctrl+f"), "filter", "filter", "show some notes only; how is told below", "notes", 3),
    Key("notes.state", ("f",), "state", "next state", "show orphans, then changed, then found, then all", "notes"),
    Key("notes.everywhere", ("tab", "L"), "everywhere", "all texts", "the notes on these texts, or on all texts there are", "notes", 5),
    Key("notes.undo", ("u",), "undo", "undo", "undo the last change to notes", "notes", 8),
    Key("notes.redo", ("ctrl+r",), "redo", "redo", "do it again", "notes"),
    Key("notes.export", ("E",), "export", "export", "write the notes listed into a file", "notes", 10),
    Key("notes.palette", ("colon", "ctrl+p", "f10"), "app.command_palette", "palette", "every command by name", "notes"),
    Key("notes.help", ("question_mark", "f1"), "help", "help", "the keys of the moment", "notes", 9),
    Key("notes.suspend", ("ctrl+z",), "app.suspend_process", "suspend", "to the shell; fg comes back", "notes"),
    Key("notes.leave", ("escape", "q", "6"), "leave", "back", "back to where you came from", "notes", 6),
    ),
    "In the filter": (
    Key("filter.done", ("enter", "down"), "done", "to the list", "back to the list, the filter stays", "filter", 1),
    Key("filter.clear", ("escape",), "clear", "clear", "clear the filter, and back to the list", "filter", 2),
    ),
    "In a note": (
    Key("editor.save", ("ctrl+s",), "save", "save", "save the note", "editor", 1),
    Key("editor.leave", ("escape",), "leave", "leave", "leave; what was typed is kept as a draft",
        "editor", 2),
    Key("editor.next", ("tab",), "app.focus_next", "tags, colour, star", "to the tags (→ completes one), to colour and star", "editor", 3),
    Key("editor.prev", ("shift+tab",), "app.focus_previous", "back", "the other way round", "editor"),
    ),
    "On colour and star": (
    Key("marks.star", ("s", "space"), "star", "star", "a star, or none", "marks"),
    Key("marks.none", ("n", "0"), "colour('')", "none", "no colour", "marks"),
    *(
        Key(f"marks.{name}", (name[0],), f"colour('{name}')", name, f"{name}", "marks")
        for name in ("yellow", "green", "blue", "red", "violet")
    ),
    Key("marks.next", ("right", "l"), "turn(1)", "next", "next colour", "marks"),
    Key("marks.prev", ("left", "h"), "turn(-1)", "previous", "previous colour", "marks"),
    ),
    "In a choice": (
    Key("choice.next", ("j", "down"), "cursor_down", "down", "next one", "choice"),
    Key("choice.prev", ("k", "up"), "cursor_up", "up", "previous one", "choice"),
    Key("choice.top", ("g", "home"), "first", "top", "first one", "choice"),
    Key("choice.bottom", ("G", "end"), "last", "bottom", "last one", "choice"),
    Key("choice.take", ("enter",), "select", "take", "take this one; so does its letter or number", "choice", 1),
    ),
    "On the tour": (
    Key("tour.next", ("greater_than_sign",), "tour(1)", "next step", "the next step, tried or not", "tour"),
    Key("tour.prev", ("less_than_sign",), "tour(-1)", "step before", "the step before", "tour"),
    ),
    "In the help": (
    Key("dialog.leave", ("escape", "q", "question_mark", "f1"), "dismiss", "back", "back", "dialog", 1),
    ),
}  # fmt: skip

TABLE: tuple[Key, ...] = tuple(
    key._replace(group=group) for group, keys in _GROUPS.items() for key in keys
)

TOGETHER: tuple[tuple[Where, ...], ...] = (
    ("reader", "texts", "story"),
    ("select",),
    ("list", "cast", "who"),
    ("view", "cast", "who", "frames"),
    ("notelist", "notes"),
    ("filter",),
    ("find",),
    ("panel",),
    ("export",),
    ("reading",),
    ("prompt",),
    ("facts",),
    ("opening",),
    ("editor", "marks"),
    ("choice", "dialog"),
    ("reader", "texts", "tour"),
    ("view", "dialog"),
)
"""The parts of the program whose keys work at once: in none of these may a key do two things.

A part that is nearer to the reader, such as a list, may use a key of the
screen it stands on for something else while it has the keys.
"""

TYPING: frozenset[Where] = frozenset({"find", "filter", "prompt", "facts", "opening", "editor"})
"""The parts in which words are typed: a letter is no key there."""

WAYS_TO_VIEWS = frozenset({"view.read", "view.matches", "view.gaps", "view.actors", "view.frames"})
"""The keys of the screen that lead on from the list of notes, too."""

_NAMED = re.compile(r"\{([a-z_.]+)\}")


def shown(key: str) -> str:
    """A Textual key name as it is written on the screen."""
    if key in PUNCTUATION:
        return PUNCTUATION[key]
    *modifiers, name = key.split("+")
    names = {"ctrl": "Ctrl", "alt": "Alt", "shift": "Shift"}
    signs = SHOWN | _IN_WORDS if IN_WORDS.get() else SHOWN
    word = signs.get(name, name if len(name) == 1 else name.upper())
    return "+".join([*(names[one] for one in modifiers), word])


class OwnKeys(NamedTuple):
    """The reader's own keys by id, and a sentence for each thing that is wrong with them."""

    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    complaints: tuple[str, ...] = ()


_OWN: ContextVar[Mapping[str, tuple[str, ...]]] = ContextVar(
    "own_keys",
    default=MappingProxyType({}),
)


def use(own: Mapping[str, tuple[str, ...]]) -> None:
    """Let the reader's own keys, by id, hold in this run of the program, and nowhere else."""
    _OWN.set(MappingProxyType(dict(own)))


def own() -> Mapping[str, tuple[str, ...]]:
    """The reader's own keys that hold in this run, by id; none for one has had them taken away."""
    return _OWN.get()


def keys_of(*where: Where) -> tuple[Key, ...]:
    """The entries for these parts of the program as the reader has them, in the table's order."""
    return tuple(_as_own(key) for key in TABLE if key.where in where)


def key_for(id: str) -> str:  # noqa: A002 - what the table calls it
    """The key for an action, as the reader has it and as it is written on the screen."""
    found = next(key for key in TABLE if key.id == id)
    return found._replace(keys=own().get(id, found.keys)).shown or f"({id})"


def with_keys(words: str) -> str:
    """Words that name keys by the ids of their actions, as in ``{pair.next}``, with the keys."""
    return _NAMED.sub(lambda found: key_for(found[1]), words) if "{" in words else words


def _as_own(key: Key) -> Key:
    return key._replace(keys=own().get(key.id, key.keys), help=with_keys(key.help))


def bindings(where: Where) -> list[BindingType]:
    """Textual's bindings for one part of the program, with the Russian letters added.

    They are the program's own, whatever the reader has set: the screen puts
    the reader's keys over them when a key is pressed.
    """
    from textual.binding import Binding

    return [
        Binding(
            ",".join(with_russian(key.keys)),
            key.action,
            key.words,
            show=False,
            id=key.id,
            tooltip=key.help,
        )
        for key in TABLE
        if key.where == where
    ]


def ways_to_views() -> list[BindingType]:
    """The keys of the views for a dialog: each runs ``to`` with the action it has at home."""
    from textual.binding import Binding

    return [
        Binding(
            ",".join(with_russian(key.keys)),
            f"to({key.action!r})",
            key.words,
            show=False,
            id=key.id,
        )
        for key in TABLE
        if key.id in WAYS_TO_VIEWS
    ]


def with_russian(keys: Iterable[str]) -> list[str]:
    """The keys, and each letter's twin: on the same key of a Russian keyboard, or of a Latin one."""
    given = list(keys)
    return given + [_TWINS[key] for key in given if key in _TWINS]


_ALWAYS = {"help", "quit", "leave"}


def footer(width: int, *where: Where) -> str:
    """The most useful keys that fit into ``width`` cells, quit and help always among them.

    A key that does something in a part named earlier is not told for a later one.
    """
    taken = {key.keys[0]: part for part in reversed(where) for key in keys_of(part) if key.keys}
    ranked = sorted(
        (
            key
            for key in keys_of(*where)
            if key.footer is not None and key.keys and taken[key.keys[0]] == key.where
        ),
        key=lambda key: key.footer or 0,
    )
    chosen: list[Key] = []
    for key in sorted(ranked, key=lambda key: key.id.rpartition(".")[2] not in _ALWAYS):
        if len(_footer_line([*chosen, key])) <= width:
            chosen.append(key)
    return _footer_line([key for key in ranked if key in chosen])


def _footer_line(keys: list[Key]) -> str:
    return " " + "  ".join(f"{key.shown} {key.words}" for key in keys)
