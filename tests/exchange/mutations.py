"""Broken messages: good ones, cut, doubled and stirred by a seeded chance."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

_BAITS = (
    b"<",
    b"&",
    b"&#0;",
    b"&#x110000;",
    b"]]>",
    b"<![CDATA[",
    b"<!--",
    b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
    b"&b;",
    b"<?xml version='1.0' encoding='utf-7'?>",
    b"<alert>",
    b"</info>",
    b"xmlns:q='urn:q'",
    b"\x00",
    b"\xff\xfe",
    b"\xc3",
    b"9" * 400,
    b"-1e308",
    b"NaN,Infinity",
    b"2026-02-30T25:61:61+99:99",
    "\u202e٣٣٫٥".encode(),
    b" \t\r\n",
)


def mutated(originals: Sequence[bytes], seed: int) -> bytes:
    """One of the originals, changed in one to six places; the same for the same seed.

    Half of them stay well-formed, else hardly any would get past the parser.
    """
    chance = random.Random(seed)
    content = chance.choice(originals)
    changes = _GENTLE if chance.random() < 0.5 else _CHANGES
    for _ in range(chance.randint(1, 6)):
        content = chance.choice(changes)(content, chance, originals)
    return content


def _span(content: bytes, chance: random.Random) -> tuple[int, int]:
    one, other = chance.randrange(len(content) + 1), chance.randrange(len(content) + 1)
    return min(one, other), max(one, other)


def _flip(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    if not content:
        return b"\x00"
    at = chance.randrange(len(content))
    return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]


def _cut(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(content, chance)
    return content[:start] + content[min(end, start + 200) :]


def _end(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _bait(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(_BAITS) + content[at:]


def _double(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(content, chance)
    part = content[start : min(end, start + 400)]
    return content[:start] + part * chance.randint(2, 5) + content[start + len(part) :]


def _text(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    """One element's text replaced, which keeps the file well-formed and reaches the readers of values."""
    parts = content.split(b">")
    at = chance.randrange(len(parts))
    mark, rest = parts[at].partition(b"</")[1:]
    if mark:
        parts[at] = chance.choice([bait.replace(b"<", b"").replace(b"&", b"") for bait in _BAITS]) + mark + rest
    return b">".join(parts)


def _swap(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    """Two lines exchanged: with one element a line this is another order."""
    lines = content.splitlines(keepends=True)
    if len(lines) > 1:
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _splice(content: bytes, chance: random.Random, originals: Sequence[bytes]) -> bytes:
    other = chance.choice(originals)
    return content[: chance.randrange(len(content) + 1)] + other[chance.randrange(len(other) + 1) :]


def _drop(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    """One line of a whole element left out or written twice."""
    lines = content.splitlines(keepends=True)
    whole = [at for at, line in enumerate(lines) if b"</" in line and not line.lstrip().startswith(b"</")]
    if whole:
        at = chance.choice(whole)
        lines[at] *= chance.choice([0, 2])
    return b"".join(lines)


_GENTLE: tuple[Callable[[bytes, random.Random, Sequence[bytes]], bytes], ...] = (_text, _text, _drop)
_CHANGES: tuple[Callable[[bytes, random.Random, Sequence[bytes]], bytes], ...] = (
    _flip,
    _cut,
    _end,
    _bait,
    _double,
    _text,
    _drop,
    _swap,
    _splice,
)
