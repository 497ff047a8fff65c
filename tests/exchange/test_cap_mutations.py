"""No message crashes the reader, however broken; what was taken from one leaves as valid CAP, or is refused."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.exchange.mutations import mutated
from wallapp.base.errors import RuleBroken
from wallapp.exchange.cap_read import read_cap
from wallapp.exchange.cap_schema import violations
from wallapp.exchange.cap_write import alert_xml
from wallapp.exchange.cap_xml import parse_tree

DATA = Path(__file__).parents[1] / "data" / "cap"
ORIGINALS = [path.read_bytes() for path in sorted(DATA.iterdir())]


def _what_became_of(content: bytes) -> list[str]:
    """One word for each reading; any exception but the rule that keeps a message in is a failure."""
    words = []
    for reading in read_cap(content):
        assert (reading.alert is None) != (reading.refusal is None)
        if reading.alert is None:
            assert reading.why and reading.why.isprintable(), reading
            words.append(str(reading.refusal))
            continue
        try:
            assert violations(parse_tree(alert_xml(reading.alert, is_drill=False))) == []
            words.append("left again")
        except RuleBroken:
            words.append("kept in")
    return words


def _count(seeds: range) -> Counter[str]:
    met: Counter[str] = Counter()
    for seed in seeds:
        words = _what_became_of(mutated(ORIGINALS, seed))
        assert words, f"seed {seed}"
        met.update(words)
    return met


def test_three_hundred_broken_messages_crash_nothing() -> None:
    met = _count(range(300))
    # Else the mutations would not reach what they are for.
    assert {"left again", "kept in", "not_xml", "entities", "missing", "namespace", "bad_value"} <= set(met), met


@pytest.mark.slow
def test_ten_thousand_broken_messages_crash_nothing() -> None:
    met = _count(range(300, 10_300))
    assert sum(met.values()) >= 10_000
    # A reader that refuses everything would pass else.
    assert met["left again"] > 500 and met["kept in"] > 100, met
