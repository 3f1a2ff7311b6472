"""``completion SHELL``: a script that lets a shell complete commands, options and file names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable

    from tui.commands.table import Command

Offers = dict[str, list[str]]

_OPTION_LINE = re.compile(r"^ +(-.*?)(?:  |$)", re.MULTILINE)
_OPTION = re.compile(r"(?<!\S)--?[a-zA-Z][\w-]*")

_BASH = """\
_ossetia_reader() {{
  local words
  case "${{COMP_WORDS[1]}} ${{COMP_WORDS[2]}}" in
{cases}
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -f -- "${{COMP_WORDS[COMP_CWORD]}}")
}}
complete -o filenames -F _ossetia_reader ossetia-reader
"""

_ZSH = """\
#compdef ossetia-reader
_ossetia_reader() {{
  local offered
  case "${{words[2]}} ${{words[3]}}" in
{cases}
  esac
  compadd -- ${{=offered}}
  _files
}}
compdef _ossetia_reader ossetia-reader
"""


def arguments(parser: ArgumentParser) -> None:
    """``completion bash|zsh|fish``."""
    parser.add_argument("shell", choices=tuple(_SCRIPTS), help="the shell to write it for")


def run(args: Namespace) -> Outcome:
    """The script, to be sourced by the shell or put where it looks for such scripts."""
    return Outcome(_SCRIPTS[args.shell](_offers()))


def _offers() -> Offers:
    """What may follow each command; longer names first, and what may stand first last."""
    from tui.commands.table import COMMANDS, READ

    offers: Offers = {}
    for command in COMMANDS:
        offers[command.name] = _options(command)
    for command in COMMANDS:
        first, _, second = command.name.partition(" ")
        if second:
            offers.setdefault(first, []).append(second)
    firsts = dict.fromkeys(command.name.split()[0] for command in COMMANDS)
    offers[""] = [*firsts, *_options(READ)]
    return offers


def _options(command: Command) -> list[str]:
    from tui.commands.parsing import parser

    lines = _OPTION_LINE.findall(parser(command).format_help())
    return [option for line in lines for option in _OPTION.findall(line)]


def _bash(offers: Offers) -> str:
    return _BASH.format(cases=_cases(offers, "words"))


def _zsh(offers: Offers) -> str:
    return _ZSH.format(cases=_cases(offers, "offered"))


def _cases(offers: Offers, variable: str) -> str:
    """Branches over the first two words, the same in bash and zsh."""
    return "\n".join(
        f'  {_pattern(name)}) {variable}="{" ".join(words)}" ;;' for name, words in offers.items()
    )


def _pattern(name: str) -> str:
    if not name:
        return "*"
    return f'"{name}"' if " " in name else f'"{name} "*'


def _fish(offers: Offers) -> str:
    lines = (
        f"complete -c ossetia-reader -n '{_fish_condition(name, offers)}' {_fish_offer(word)}"
        for name, words in offers.items()
        for word in words
    )
    return "\n".join(lines) + "\n"


def _fish_offer(word: str) -> str:
    if word.startswith("--"):
        return f"-l {word[2:]}"
    return f"-s {word[1:]}" if word.startswith("-") else f"-a {word}"


def _fish_condition(name: str, offers: Offers) -> str:
    """When fish offers these words: after exactly this command, and before its second word."""
    if not name:
        return "__fish_use_subcommand"
    seen = [f"__fish_seen_subcommand_from {word}" for word in name.split()]
    longer = [other.split()[1] for other in offers if other.startswith(f"{name} ")]
    if longer:
        seen.append(f"not __fish_seen_subcommand_from {' '.join(longer)}")
    return "; and ".join(seen)


_SCRIPTS: dict[str, Callable[[Offers], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
