"""Canonical JSON: one value has one spelling, and only that one is read back."""

from __future__ import annotations

import enum
import hashlib
import json
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.base.canonical import DEPTH_MAX, SIZE_MAX_BYTES, canonical, digest, parse
from wallapp.base.errors import BadInput

LEAVES = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(max_size=8)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(st.text(max_size=4), VALUES, max_size=5)
FEW = st.dictionaries(
    st.sampled_from(["", "a", '"', "a:"]),
    st.sampled_from([None, False, True, 0, 1, "", "0", "1", "a", '"', "null", [], {}, [[]], [0, 1], ["0,1"], {"": ""}]),
    max_size=2,
)
"""Values that are easily taken for each other."""


def exact(value: object) -> object:
    """Comparable by type as well, since True == 1."""
    if isinstance(value, dict):
        return "object", sorted((key, exact(each)) for key, each in value.items())
    if isinstance(value, list):
        return "list", [exact(each) for each in value]
    return type(value).__name__, repr(value)


def test_the_form_is_the_one_that_is_documented() -> None:
    value = {"b": [1, -2, (True, None)], "a": 'é"\\\n\u2028\x01', "é": {}, "Z": ""}
    assert canonical(value) == '{"Z":"","a":"é\\"\\\\\\n\u2028\\u0001","b":[1,-2,[true,null]],"é":{}}'.encode()


def test_the_digest_is_sha_256_in_small_hex() -> None:
    """FIPS 180-2, appendix B.1."""
    assert digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert digest(canonical({})) == hashlib.sha256(b"{}").hexdigest()


@given(DOCUMENTS)
def test_what_was_written_is_read_back(value: dict[str, object]) -> None:
    assert exact(parse(canonical(value))) == exact(value)


@given(DOCUMENTS | FEW, DOCUMENTS | FEW)
def test_two_values_never_have_the_same_bytes(one: dict[str, object], other: dict[str, object]) -> None:
    assert (canonical(one) == canonical(other)) == (exact(one) == exact(other))


@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(value: dict[str, object], random: object) -> None:
    items = list(value.items())
    random.shuffle(items)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert canonical(MappingProxyType(dict(items))) == canonical(value)


@given(DOCUMENTS, st.booleans())
def test_any_other_spelling_of_a_value_is_refused(value: dict[str, object], ascii_only: bool) -> None:
    body = json.dumps(value, ensure_ascii=ascii_only, separators=(", ", ":")).encode()
    if body != canonical(value):
        with pytest.raises(BadInput, match="canonical form"):
            parse(body)


def test_composed_and_decomposed_texts_stay_what_they_are() -> None:
    assert canonical({"a": "é"}) != canonical({"a": "e\u0301"})
    assert parse(canonical({"a": "e\u0301"})) == {"a": "e\u0301"}


class _Level(enum.StrEnum):
    CLEAR = "clear"


def test_an_enum_of_texts_is_written_as_its_text() -> None:
    assert canonical({_Level.CLEAR: _Level.CLEAR}) == b'{"clear":"clear"}'


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        float("nan"),
        float("inf"),
        b"a",
        {1: "a"},
        {None: "a"},
        {"a", "b"},
        "\ud800",
        {"\ud800": 1},
        2**63,
        -(2**63) - 1,
        object(),
    ],
)
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    for body in ({"a": value}, {"a": [value]}, {"a": {"b": (value,)}}):
        with pytest.raises(ValueError):
            canonical(body)


def test_a_document_is_a_mapping() -> None:
    for value in ([], "a", 1, None):
        with pytest.raises(ValueError, match="mapping"):
            canonical(value)  # type: ignore[arg-type]  # that is what is tested


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}\n",
        b" {}",
        b"\xef\xbb\xbf{}",
        b"{}{}",
        b"[]",
        b'"a"',
        b"null",
        b'{"a":1,"a":1}',
        b'{"a":1,"a":2}',
        b'{"b":1,"a":2}',
        b'{"a": 1}',
        b'{"a":1.0}',
        b'{"a":1e3}',
        b'{"a":-0}',
        b'{"a":NaN}',
        b'{"a":Infinity}',
        b'{"a":9223372036854775808}',
        b'{"a":' + b"9" * 5000 + b"}",
        b'{"a":"\\u0061"}',
        b'{"a":"\\/"}',
        b'{"a":"\\ud83d\\ude00"}',
        b'{"a":"\\ud800"}',
        b'{"a":"\xff"}',
        b'{"a":"\xed\xa0\x80"}',
        b"{'a':1}",
        b'{"a":1,}',
        b'{"a":1}\x00',
        "{}".encode("utf-16"),
        b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    ],
    ids=lambda body: repr(body[:24]),
)
def test_what_is_not_canonical_is_refused(body: bytes) -> None:
    with pytest.raises(BadInput, match="canonical form"):
        parse(body)


@given(st.binary(max_size=40))
def test_bytes_are_canonical_or_refused(body: bytes) -> None:
    try:
        value = parse(body)
    except BadInput:
        return
    assert canonical(value) == body


def test_depth_has_a_bound() -> None:
    def nested(depth: int) -> bytes:
        return b'{"a":' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}"

    assert canonical(parse(nested(DEPTH_MAX))) == nested(DEPTH_MAX)
    with pytest.raises(BadInput):
        parse(nested(DEPTH_MAX + 1))
    value: object = 1
    for _ in range(DEPTH_MAX):
        value = [value]
    with pytest.raises(ValueError, match="deep"):
        canonical({"a": value})
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(ValueError, match="deep"):
        canonical({"a": endless})


def test_size_has_a_bound() -> None:
    longest = {"a": "x" * (SIZE_MAX_BYTES - len('{"a":""}'))}
    assert parse(canonical(longest)) == longest
    with pytest.raises(ValueError, match="at most"):
        canonical({"a": longest["a"] + "x"})
    with pytest.raises(BadInput, match="longer"):
        parse(b'{"a":"' + b"x" * SIZE_MAX_BYTES + b'"}')


def test_a_refusal_does_not_repeat_the_content() -> None:
    with pytest.raises(BadInput) as caught:
        parse(b'{"a":"free text" }')
    assert "free text" not in str(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
