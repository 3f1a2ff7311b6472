"""The one table of commands: what each is called, what it is for, and which module does it."""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tui.commands.outcome import Outcome


class Module(Protocol):
    """What the module of a command offers."""

    def arguments(self, parser: "ArgumentParser") -> None:
        """Say what may follow the command's name."""

    def run(self, args: "Namespace") -> "Outcome":
        """Do it; ReaderError says in a sentence why it could not be done."""
        ...


# Annotations are not postponed here: a NamedTuple would compile each of them,
# which takes a quarter as long as Python needs to start.


class Command(NamedTuple):
    """A command's words on the command line, its purpose, and its module's name."""

    name: str
    purpose: str
    home: str

    def module(self) -> Module:
        """The command's module, imported when it is first asked for."""
        return cast("Module", import_module(f"tui.commands.{self.home}"))


READ = Command("", "Read two accounts of one story against each other.", "read")

COMMANDS = (
    Command("compare", "Print what links texts, and what only one of them has.", "compare"),
    Command("notes add", "Save a note on the first place where a file says so.", "notes.add"),
    Command("notes list", "List all notes, or those on one file.", "notes.list"),
    Command("notes check", "Look for each note's words in a file as it is now.", "notes.check"),
    Command("notes export", "Write all notes out.", "notes.export"),
    Command("notes import", "Take in notes from JSON-LD or Hypothes.is.", "notes.take_in"),
    Command("notes history", "Show all that was ever done to a note.", "notes.history"),
    Command("notes restore", "Bring a deleted note back.", "notes.restore"),
    Command("corpus add", "Keep a copy of a text under a name.", "corpus.add"),
    Command("corpus list", "List the texts that can be opened by name.", "corpus.list"),
    Command("corpus show", "Say what is known of a text, and who says so.", "corpus.show"),
    Command("corpus remove", "Take a text out of the library.", "corpus.remove"),
    Command("corpus path", "Print where the library lies, or a text in it.", "corpus.path"),
    Command("serve", "Open the texts in a browser on this machine.", "serve"),
    Command("schema", "Print the JSON Schema of compare -f json.", "schema"),
    Command("doctor", "Say what the reader finds on this machine.", "doctor"),
    Command("man", "Print the manual page.", "man"),
    Command("completion", "Print the completion script for a shell.", "completion"),
    Command("keys", "Print, check or change the keys of the screen.", "keys"),
    Command("config path", "Print the folder of the settings.", "config.path"),
    Command("config show", "Print the settings there are.", "config.show"),
    Command("config init", "Make the files of the settings that are not there yet.", "config.init"),
    Command("config edit", "Open a file of the settings in $VISUAL or $EDITOR.", "config.edit"),
)


def called(words: list[str]) -> tuple[Command, list[str]] | None:
    """The command that these words call, and the words that are left; None for no command.

    A command's words are the first that are no options; after ``--`` all are files.
    """
    places = [at for at, word in enumerate(words) if not word.startswith("-") or word == "-"]
    if "--" in words:
        places = [at for at in places if at < words.index("--")]
    for command in COMMANDS:
        named = places[: len(command.name.split())]
        if [words[at] for at in named] == command.name.split():
            return command, [word for at, word in enumerate(words) if at not in named]
    return None


def group(name: str) -> tuple[Command, ...]:
    """The commands of two words that begin with this one: ``notes``, ``config``."""
    return tuple(command for command in COMMANDS if command.name.startswith(f"{name} "))
