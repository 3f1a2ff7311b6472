"""``serve``: the reader in a browser, spoken with as a browser does, and who is turned away."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tui.commands import serve

aiohttp = pytest.importorskip("aiohttp")
pytest.importorskip("textual_serve")


SAID = ("--encoding", "B=cp866", "--label", "A=The Harbour Post")


@pytest.fixture
def address(home: Path, tmp_path: Path):
    """A server on two texts with awkward names, on a free port; gives the address it prints."""
    names = ["a b; touch hacked.txt", "notes"]
    for name, words in zip(names, ["The ferry sank. It rained.", "A ferry sank. Ж"], strict=True):
        (tmp_path / name).write_text(words, "cp866")
    server = subprocess.Popen(
        [sys.executable, "-P", "-m", "tui", "serve", "--port", "0", *SAID, "--", *names],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={k: v for k, v in os.environ.items() if k != "NO_COLOR"},
    )
    try:
        assert server.stdout
        found = re.search(r"http://127\.0\.0\.1:\d+/\S+/", server.stdout.readline())
        assert found, server.communicate()
        yield found[0]
        server.send_signal(signal.SIGINT)
        _, err = server.communicate(timeout=20)
        assert (server.returncode, err) == (0, "")
        assert not (tmp_path / "hacked.txt").exists()
    finally:
        server.kill()
        server.communicate()


async def words(socket, sought: str) -> str:
    """What the reader sends until these words come."""
    got = ""
    async for message in socket:
        data = message.data
        got += data.decode("utf-8", "replace") if isinstance(data, bytes) else data
        if sought in got:
            return got
    raise AssertionError(f"{sought} never came")


async def typed(socket, keys: str) -> None:
    await socket.send_json(["stdin", keys])


async def test_a_browser_reads_takes_a_file_out_and_leaves(address: str, tmp_path: Path) -> None:
    root = "/".join(address.split("/")[:3])
    async with asyncio.timeout(60), aiohttp.ClientSession() as browser:
        page = await (await browser.get(address)).text()
        for loaded in re.findall(r'(?:src|href)="([^"]+)"|url\("([^"]+)"\)', page):
            where = "".join(loaded)
            if not where.startswith("data:"):
                assert (await browser.get(address + where)).status == 200
        assert not re.findall(r"https?://", page)
        async with browser.ws_connect(f"{address}ws?width=100&height=30") as socket:
            await words(socket, "only-B")
            await typed(socket, "E")
            await words(socket, "Markdown")
            await typed(socket, "m\r")
            started = await words(socket, "deliver_file_start")
            key = re.search(r'deliver_file_start", "([^"]+)"', started)
            assert key
            report = await (await browser.get(f"{root}/download/{key[1]}")).text()
            assert "## Links" in report
            assert all(said in report for said in ("The Harbour Post", "Ж"))
            await typed(socket, "\x1b[15~")  # F5: the session goes on with the texts read again
            await words(socket, "\x1b[?1049h")
            await words(socket, "only-B")
            await typed(socket, "a")
            await words(socket, "Ctrl+s")
            await typed(socket, "whose word?\x13")
            await words(socket, "saved")
            await typed(socket, "q")
            async for _ in socket:
                pass
            assert socket.closed
    assert not list(tmp_path.glob("*.md"))
    listed = subprocess.run(
        [sys.executable, "-P", "-m", "tui", "notes", "list", "-f", "json"],
        capture_output=True,
        check=True,
    )
    assert [note["text"] for note in json.loads(listed.stdout)] == ["whose word?"]


async def test_strangers_are_turned_away(address: str) -> None:
    root, key = address.rstrip("/").rsplit("/", 1)
    port = root.rpartition(":")[2]
    async with asyncio.timeout(60), aiohttp.ClientSession() as browser:

        async def asked(url: str, **headers: str) -> int:
            return (await browser.get(url, headers=headers)).status

        assert await asked(address) == 200
        assert await asked(f"{root}/") == 404
        assert await asked(f"{root}/ws") == 404
        assert await asked(f"{root}/{key[:-1]}x/") == 404
        assert await asked(address, Host=f"evil.example:{port}") == 403
        assert await asked(address, Origin="http://evil.example") == 403
        assert await asked(address, Host=f"localhost:{port}") == 200
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await browser.ws_connect(f"{address}ws", headers={"Origin": "http://evil.example"})
        policy = (await browser.get(address)).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "http:" not in policy


@pytest.mark.parametrize(
    ("given", "status", "told"),
    [
        (["-", "x"], 2, "standard input"),
        (["only-one"], 2, "two texts"),
        (["no-such-file", "nor-this"], 3, "no-such-file"),
        (["--port", "99999"], 2, "99999"),
        (["--host", "203.0.113.1"], 2, "203.0.113.1"),
    ],
)
def test_what_cannot_be_served_is_told_in_a_line(cli, given, status: int, told: str) -> None:
    done = cli("serve", *given)
    assert (done.status, done.out) == (status, "")
    assert told in done.err
    assert "defect" not in done.err


def test_without_the_extra_it_is_said_how_to_get_it(cli, monkeypatch) -> None:
    monkeypatch.setattr(serve, "find_spec", lambda _: None)
    done = cli("serve")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "ossetia-reader[serve]" in done.err


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "192.0.2.1", "example.org"])
def test_only_the_loopback_interface_goes_without_a_warning(cli, monkeypatch, host: str) -> None:
    from tui.serving import server

    monkeypatch.setattr(server, "serve", lambda _c, _h, _p, ready: ready("http://x/"))
    warned = "warning:" in cli("serve", "--host", host).out
    assert warned == (host in {"192.0.2.1", "example.org"})
