"""``completion SHELL``: a script that completes commands, options, their values, and texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tui.commands.offered import Option

_BASH = """\
_ossetia_reader() {{
  local name= words= files= line="${{COMP_LINE:0:COMP_POINT}}"
  local current="${{COMP_WORDS[COMP_CWORD]}}"
  line="${{line##* }}"
  case "${{COMP_WORDS[1]}} ${{COMP_WORDS[2]}}" in
{cases}
  esac
  case "$name ${{COMP_WORDS[COMP_CWORD-1]}}" in
{values}
  esac
  if [[ $line == corpus:* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$({names})" -- "$line")
    [[ $COMP_WORDBREAKS == *:* ]] && COMPREPLY=("${{COMPREPLY[@]#corpus:}}")
    return
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" ${{files:+-f}} -- "$current")
}}
complete -o filenames -F _ossetia_reader ossetia-reader
"""

_ZSH = """\
#compdef ossetia-reader
_ossetia_reader() {{
  local name= files=
  local -a offered
  case "${{words[2]}} ${{words[3]}}" in
{cases}
  esac
  case "$name ${{words[CURRENT-1]}}" in
{values}
  esac
  if [[ -n $files && $PREFIX == corpus:* ]]; then
    compadd -- ${{(f)"$({names})"}}
    return
  fi
  _describe -t offered 'command or option' offered
  [[ -n $files ]] && _files
}}
compdef _ossetia_reader ossetia-reader
"""

_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName ossetia-reader -ScriptBlock {{
  param($word, $line, $cursor)
  $offers = @{{
{offers}
  }}
  $values = @{{
{values}
  }}
  $typed = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object {{ "$_" }})
  if ($word -ne '') {{ $typed = @($typed | Select-Object -SkipLast 1) }}
  $name = (@($typed | Select-Object -First 2) -join ' ')
  if (-not $offers.ContainsKey($name)) {{ $name = "$($typed | Select-Object -First 1)" }}
  if (-not $offers.ContainsKey($name)) {{ $name = '' }}
  $before = "$name $($typed | Select-Object -Last 1)"
  $found = if ($values.ContainsKey($before)) {{ $values[$before] }} else {{ $offers[$name] }}
  $found | Where-Object {{ $_ -like "$word*" }} | ForEach-Object {{
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }}
}}
"""

_NAMES = "ossetia-reader corpus list 2>/dev/null | sed -n 's/^\\(corpus:[^ ]*\\).*/\\1/p'"


class Offer(NamedTuple):
    """A word that may be typed, and what it is for."""

    word: str
    help: str


class Offers(NamedTuple):
    """What may follow a command: words, options with values, and whether texts may."""

    name: str
    words: Sequence[Offer]
    valued: Sequence[Option]
    files: bool


def arguments(parser: ArgumentParser) -> None:
    """``completion bash|zsh|fish|powershell``."""
    parser.add_argument("shell", choices=tuple(_SCRIPTS), help="the shell to write it for")


def run(args: Namespace) -> Outcome:
    """The script, to be sourced by the shell or put where it looks for such scripts."""
    return Outcome(_SCRIPTS[args.shell](_offers()))


def _offers() -> list[Offers]:
    """For each command; longer names first, and what may stand first last."""
    from tui.commands.offered import options
    from tui.commands.table import COMMANDS, READ, group

    found = [_of(command.name, options(command)) for command in COMMANDS]
    firsts = dict.fromkeys(command.name.split()[0] for command in COMMANDS)
    for first in firsts:
        half = group(first)
        if half:
            known = next((one for one in found if one.name == first), Offers(first, (), (), False))
            seconds = [Offer(one.name.split()[1], one.purpose) for one in half]
            found = [one for one in found if one.name != first]
            found.append(known._replace(words=(*seconds, *known.words)))
    purposes = {command.name: command.purpose for command in COMMANDS}
    commands = [Offer(first, purposes.get(first, f"{first} …")) for first in firsts]
    read = _of("", options(READ))
    return [*found, read._replace(words=(*commands, *read.words))]


def _of(name: str, options: Sequence[Option]) -> Offers:
    words = [Offer(word, option.help) for option in options for word in option.names]
    positional = [option for option in options if not option.names]
    words += [Offer(c, option.help) for option in positional for c in option.choices]
    valued = [option for option in options if option.names and option.value]
    return Offers(name, words, valued, any(option.takes_file for option in positional))


def _bash(offers: Sequence[Offers]) -> str:
    def words(one: Offers) -> str:
        return f'words="{" ".join(word for word, _ in one.words)}"'

    return _cases(_BASH, offers, words, 'words="" files=1', 'words="{}" files=""')


def _zsh(offers: Sequence[Offers]) -> str:
    def words(one: Offers) -> str:
        return f"offered=({' '.join(map(_described, one.words))})"

    return _cases(_ZSH, offers, words, "_files; return", "compadd -- {}; return")


def _cases(
    script: str, offers: Sequence[Offers], words: Callable[[Offers], str], file: str, choices: str
) -> str:
    """A script of branches: by command what may follow, by option which values it takes."""
    cases = "\n".join(
        f'  {_pattern(one.name)}) name="{one.name}" files={"1" if one.files else ""} '
        f"{words(one)} ;;"
        for one in offers
    )
    values = "\n".join(
        f"  {names}) {file if option.takes_file else choices.format(' '.join(option.choices))} ;;"
        for names, option in _valued(offers)
    )
    return script.format(cases=cases, values=values, names=_NAMES)


def _valued(offers: Sequence[Offers]) -> Iterator[tuple[str, Option]]:
    """For each option with a value the pattern of its command and its names."""
    for one in offers:
        for option in one.valued:
            yield "|".join(f'"{one.name} {name}"' for name in option.names), option


def _described(offer: Offer) -> str:
    word = offer.word.replace(":", "\\:")
    return _quoted(f"{word}:{offer.help}")


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "'\\''") + "'"


def _pattern(name: str) -> str:
    if not name:
        return "*"
    return f'"{name}"' if " " in name else f'"{name} "*'


def _fish(offers: Sequence[Offers]) -> str:
    lines = [line for one in offers for line in _fish_lines(one, offers)]
    names = "ossetia-reader corpus list 2>/dev/null | string match -r '^corpus:\\S+'"
    lines.append(
        "complete -c ossetia-reader -n 'string match -q \"corpus:*\" -- (commandline -ct)' "
        f'-a "({names})"'
    )
    return "\n".join(["complete -c ossetia-reader -f", *lines]) + "\n"


def _fish_lines(one: Offers, offers: Sequence[Offers]) -> Iterator[str]:
    start = f"complete -c ossetia-reader -n '{_fish_condition(one.name, offers)}'"
    if one.files:
        yield f"{start} -F"
    valued = {name: option for option in one.valued for name in option.names}
    for word, words in one.words:
        option = valued.get(word)
        told = f"-d {_fish_quoted(words)}"
        yield f"{start} {_fish_word(word)}{_fish_value(option) if option else ''} {told}"


def _fish_word(word: str) -> str:
    if word.startswith("--"):
        return f"-l {word[2:]}"
    return f"-s {word[1:]}" if word.startswith("-") else f"-a {word}"


def _fish_value(option: Option) -> str:
    if option.takes_file:
        return " -r -F"
    return f" -x -a {_fish_quoted(' '.join(option.choices))}" if option.choices else " -x"


def _fish_quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _fish_condition(name: str, offers: Sequence[Offers]) -> str:
    """When fish offers these words: after exactly this command, and before its second word."""
    if not name:
        firsts = dict.fromkeys(one.name.split()[0] for one in offers if one.name)
        return f"not __fish_seen_subcommand_from {' '.join(firsts)}"
    seen = [f"__fish_seen_subcommand_from {word}" for word in name.split()]
    longer = [one.name.split()[1] for one in offers if one.name.startswith(f"{name} ")]
    if longer:
        seen.append(f"not __fish_seen_subcommand_from {' '.join(longer)}")
    return "; and ".join(seen)


def _powershell(offers: Sequence[Offers]) -> str:
    words = "\n".join(f"    '{one.name}' = @({_listed(w for w, _ in one.words)})" for one in offers)
    values = "\n".join(
        f"    '{one.name} {name}' = @({_listed(option.choices)})"
        for one in offers
        for option in one.valued
        for name in option.names
        if option.choices
    )
    return _POWERSHELL.format(offers=words, values=values)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)


_SCRIPTS: dict[str, Callable[[Sequence[Offers]], str]] = {
    "bash": _bash,
    "zsh": _zsh,
    "fish": _fish,
    "powershell": _powershell,
}
