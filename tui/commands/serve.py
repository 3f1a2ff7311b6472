"""``serve``: the reader in a browser, for a class or a screen without a terminal."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from ipaddress import ip_address
from typing import TYPE_CHECKING

from tui.commands import kept, options, told
from tui.commands.outcome import Outcome, UsageError
from tui.commands.sources import STANDARD_INPUT, bundled, check, read_telling

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

_PORTS = range(65536)


def arguments(parser: ArgumentParser) -> None:
    """``serve [A B …] [--host 127.0.0.1] [--port 8000]``, and what is said of texts."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="a path or corpus:NAME")
    parser.add_argument(
        "--host", default="127.0.0.1", help="the interface to listen on (default: this machine)"
    )
    parser.add_argument(
        "--port", type=int, default=8000, metavar="N", help="default 8000; 0 takes a free one"
    )
    options.of_texts(parser)
    options.of_settings(parser)


def run(args: Namespace) -> Outcome:
    """Serve until Ctrl+C; each visitor has a reader of their own, and all share the notes."""
    if find_spec("textual_serve") is None:
        raise UsageError(
            "serve needs an extra that is not installed: "
            "pip install 'ossetia-reader[serve]', in a checkout pip install '.[serve]'"
        )
    if args.port not in _PORTS:
        raise UsageError(f"--port: {args.port} is no port; there are 0 to {_PORTS[-1]}")
    files = args.files or bundled()
    if STANDARD_INPUT in files:
        raise UsageError("standard input is read once, and a page may be opened often: name a file")
    check(files)
    kept.check_named(args)
    found = read_telling(files, told.told(args, len(files)).encoding, args.tell)
    if not found.documents:
        return Outcome("", found.complaints, found.status)
    _serve(args, files)
    return Outcome("", found.complaints, found.status)


def _serve(args: Namespace, files: Sequence[str]) -> None:
    from tui.serving.server import serve

    def ready(address: str) -> None:
        args.say(f"open {address} in a browser; Ctrl+C ends it")
        if not _is_here(args.host):
            args.say(
                "warning: whoever reaches this machine and is given this address "
                "reads, writes notes and saves files as you"
            )

    command = [sys.executable, "-P", "-m", "tui", *_said(args), "--", *files]
    try:
        serve(command, args.host, args.port, ready)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(
            f"{args.host}, port {args.port}: cannot be listened on ({reason}); "
            "choose others with --host and --port"
        ) from error


def _said(args: Namespace) -> Iterator[str]:
    """What the command line says of texts and settings, for each visitor's reader."""
    for name in ("encoding", *options.FACTS):
        yield from (f"--{name}={words}" for words in getattr(args, name) or ())
    for name in ("frames", "aliases"):
        if getattr(args, name):
            yield f"--{name}={getattr(args, name)}"


def _is_here(host: str) -> bool:
    """Whether only this machine can come in."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
