"""Nothing in a message makes the reader open a file or a socket, or fill the memory."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from wallapp.domain.cap_reading import Refusal
from wallapp.exchange.cap_read import read_cap

DATA = Path(__file__).parents[1] / "data" / "cap"
GOOD = (DATA / "crowd.xml").read_bytes().partition(b"?>")[2]
on_linux = pytest.mark.skipif(sys.platform == "win32", reason="only on Linux: a process without descriptors")


@pytest.fixture
def trap() -> Iterator[socket.socket]:
    """A server that must not be called."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


def _watched(content: bytes, *options: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.exchange.cap_watched", *options],
        input=content,
        capture_output=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr.decode()
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def _baits(port: int, secret: Path) -> dict[str, bytes]:
    """Every way in which XML can ask for something outside."""
    url = f"http://127.0.0.1:{port}"
    entities = f"""<!DOCTYPE alert PUBLIC "-//A//EN" "{url}/a.dtd" [
      <!ENTITY % outside SYSTEM "{url}/b.dtd"> <!ENTITY secret SYSTEM "{secret.as_uri()}"> %outside;]>"""
    return {
        "entities": f'<?xml version="1.0"?>{entities}'.encode() + GOOD.replace(b"EXERCICE", b"&secret;"),
        "utf-16": (entities + GOOD.decode()).encode("utf-16"),
        "codec": b'<?xml version="1.0" encoding="zlib_codec"?>' + GOOD,
        "bom and codec": b'\xef\xbb\xbf<?xml version="1.0" encoding="antigravity"?>' + GOOD,
        "style sheet": f'<?xml-stylesheet type="text/xsl" href="{url}/a.xsl"?>'.encode() + GOOD,
        "inclusion": GOOD.replace(
            b"<note>",
            f'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}"/><note>'.encode(),
        ),
        "schema": GOOD.replace(
            b"<alert ",
            f'<alert xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="a {url}/a.xsd" '.encode(),
        ),
    }


@on_linux
@pytest.mark.parametrize("bait", ["entities", "utf-16", "codec", "bom and codec", "style sheet", "inclusion", "schema"])
def test_no_file_and_no_socket_is_opened(bait: str, trap: socket.socket, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("TOP SECRET")
    said = _watched(_baits(trap.getsockname()[1], secret)[bait])
    assert said["opened"] == []
    refused = {"entities": "entities", "utf-16": "entities", "codec": "encoding", "bom and codec": "encoding"}
    assert said["refusals"] == [refused.get(bait)]
    with pytest.raises(BlockingIOError):
        trap.accept()


@on_linux
def test_the_watch_is_awake() -> None:
    assert "open" in _watched(GOOD, "--open-something")["opened"]


def test_the_file_with_entities_is_refused() -> None:
    [reading] = read_cap((DATA / "entity.xml").read_bytes())
    assert (reading.refusal, reading.identifier) == (Refusal.ENTITIES, "")


def test_a_billion_laughs_are_not_heard() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    [reading] = read_cap(f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><a>&l9;</a>'.encode())
    assert reading.refusal is Refusal.ENTITIES
