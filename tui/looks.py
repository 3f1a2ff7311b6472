"""How much show the reader wants: theme, colours, signs, movement, mouse.

What the command line says goes before what the environment says; both go
before what was found out about the terminal.
"""

# Annotations are not postponed in this module: a NamedTuple would compile each of them.
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.commands.outcome import UsageError
from tui.terminal import has_colours

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

THEME_NAMES = ("dark", "light", "high-contrast", "high-contrast-light", "cvd", "terminal")
_COLOUR = ("auto", "always", "never")
_TWIN = "OSSETIA_READER_"
_OFF = {"0", "no", "off", "false"}
_SIGNS = "━│▌★"

ASCII_ERRORS = "ossetia-reader-ascii"
"""The name of the error handler of streams that are kept to ASCII."""


class Looks(NamedTuple):
    """What the screen may use.

    Attributes:
        theme: a theme's name; empty for the one kept in the settings, or the usual one.
        colour: whether colour codes may be sent.
        ascii: whether only ASCII may be sent.
        still: whether nothing moves or blinks.
        mouse: whether the mouse is the reader's; else it is the terminal's.
        told: a sentence on what was found out and not asked for.
    """

    theme: str = ""
    colour: bool = True
    ascii: bool = False
    still: bool = False
    mouse: bool = True
    told: str = ""


def ascii_argument(parser: "ArgumentParser") -> None:
    """``--ascii``, which every command has."""
    from argparse import BooleanOptionalAction

    parser.add_argument(
        "--ascii",
        action=BooleanOptionalAction,
        default=None,
        help="nothing but ASCII, or all signs; else as the terminal can",
    )


def arguments(parser: "ArgumentParser") -> None:
    """What the screen looks like."""
    group = parser.add_argument_group(
        "looks", f"Each has a twin in the environment, such as {_TWIN}THEME or {_TWIN}NO_MOUSE."
    )
    group.add_argument("--theme", choices=THEME_NAMES, help="colours; cvd is colour-blind safe")
    group.add_argument("--color", choices=_COLOUR, help="auto heeds NO_COLOR and FORCE_COLOR")
    group.add_argument("--no-animation", action="store_true", help="nothing moves or blinks")
    group.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")


def looks(args: "Namespace", environ: Mapping[str, str], encoding: str) -> Looks:
    """How the screen looks, from the command line, the environment and the terminal's encoding.

    Args:
        args: the command line; its ``ascii`` says what ``asked_for_ascii`` found.
        environ: the variables of the environment.
        encoding: that of the terminal.

    Raises:
        UsageError: a variable of the environment names what there is not.
    """
    why = no_signs(environ, encoding) if args.ascii is None else ""
    return Looks(
        theme=args.theme or _choice(environ, "THEME", THEME_NAMES),
        colour=_colour(args.color or _choice(environ, "COLOR", _COLOUR), environ),
        ascii=bool(args.ascii or why),
        still=args.no_animation or bool(_switch(environ, "NO_ANIMATION")),
        mouse=not (args.no_mouse or _switch(environ, "NO_MOUSE")),
        told=f"shown in ASCII: {why}; --no-ascii shows all signs" if why else "",
    )


def asked_for_ascii(words: Sequence[str], environ: Mapping[str, str]) -> bool | None:
    """Whether the command line or the environment wants nothing but ASCII; None: they do not say.

    For what is told before the command line is understood.
    """
    options = words[: words.index("--")] if "--" in words else words
    said = [word == "--ascii" for word in options if word in ("--ascii", "--no-ascii")]
    return said[-1] if said else _switch(environ, "ASCII")


def no_signs(environ: Mapping[str, str], encoding: str) -> str:
    """Why a terminal cannot be sent lines and arrows; empty when it can.

    Python takes the locale C for UTF-8 and says so in ``LC_CTYPE``; who names
    it by hand means ASCII.
    """
    named = "LC_ALL" if environ.get("LC_ALL") else "LANG"
    if environ.get(named) in ("C", "POSIX"):
        return f"{named}={environ[named]}"
    try:
        _SIGNS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return f"the terminal's encoding is {encoding}"
    return ""


def _colour(wanted: str, environ: Mapping[str, str]) -> bool:
    """Whether there are colours; an empty NO_COLOR is none (https://no-color.org)."""
    if wanted in ("always", "never"):
        return wanted == "always"
    if environ.get("NO_COLOR"):
        return False
    return bool(environ.get("FORCE_COLOR")) or has_colours(environ.get("TERM", ""))


def _switch(environ: Mapping[str, str], name: str) -> bool | None:
    """A variable as yes or no; None when it is unset or empty."""
    said = environ.get(f"{_TWIN}{name}", "").strip().lower()
    return said not in _OFF if said else None


def _choice(environ: Mapping[str, str], name: str, choices: Collection[str]) -> str:
    """A variable as one of some words; empty when it is unset or empty."""
    said = environ.get(f"{_TWIN}{name}", "").strip()
    if said and said not in choices:
        raise UsageError(f"{_TWIN}{name}: {said} is none of {', '.join(choices)}")
    return said
