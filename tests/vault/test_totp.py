"""The second factor: RFC 6238's codes, each good once, however an operator types them."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta, timezone
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.base.errors import BadInput
from wallapp.vault.totp import accepts, code_at, new_secret, provisioning_uri

SECRET = base64.b32encode(b"12345678901234567890").decode()
VECTORS = [
    (59, "94287082"),
    (1111111109, "07081804"),
    (1111111111, "14050471"),
    (1234567890, "89005924"),
    (2000000000, "69279037"),
    (20000000000, "65353130"),
]
"""RFC 6238, appendix B, SHA-1: time and eight digits; a code of six is the last six of them."""
AT = datetime(2026, 3, 1, 12, 0, 10, tzinfo=UTC)
NOW = int(AT.timestamp()) // 30
STEP = timedelta(seconds=30)


@pytest.mark.parametrize(("unix_s", "eight"), VECTORS)
def test_codes_are_the_rfcs(unix_s: int, eight: str) -> None:
    at = datetime.fromtimestamp(unix_s, UTC)
    assert code_at(SECRET, at) == eight[-6:]
    assert accepts(SECRET, eight[-6:], at=at, last_counter=0) == unix_s // 30
    assert accepts(SECRET, eight, at=at, last_counter=0) is None


def test_a_code_works_once() -> None:
    code = code_at(SECRET, AT)
    counter = accepts(SECRET, code, at=AT, last_counter=0)
    assert counter == NOW
    assert accepts(SECRET, code, at=AT, last_counter=counter) is None
    assert accepts(SECRET, code_at(SECRET, AT - STEP), at=AT, last_counter=counter) is None
    assert accepts(SECRET, code_at(SECRET, AT + STEP), at=AT, last_counter=counter) == NOW + 1


@pytest.mark.parametrize(("steps", "accepted"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_one_step_to_each_side_is_allowed(steps: int, accepted: bool) -> None:
    found = accepts(SECRET, code_at(SECRET, AT + steps * STEP), at=AT, last_counter=0)
    assert found == (NOW + steps if accepted else None)


def test_a_code_that_two_steps_share_works_once() -> None:
    """The first two steps beside each other with the same code, found by search: the later one is kept."""
    first = 910737
    code = code_at(SECRET, _at(first))
    assert code == code_at(SECRET, _at(first + 1)) == "911617"
    kept = accepts(SECRET, code, at=_at(first), last_counter=0)
    assert kept == first + 1
    assert accepts(SECRET, code, at=_at(first + 1), last_counter=kept) is None


def _at(counter: int) -> datetime:
    return datetime.fromtimestamp(counter * 30, UTC)


@pytest.mark.parametrize(
    "typed",
    [
        "{0} {1}",
        "  {0}{1}\n",
        "{0}\u00a0{1}",
        "\u200f{0}{1}\u200e",
        "\u2067{0}\u202f{1}\u2069",
    ],
)
@pytest.mark.parametrize("zero", ["0", "\u0660", "\u06f0"], ids=["plain", "Arabic", "Persian"])
def test_a_code_may_be_typed_in_arabic_and_with_blanks(typed: str, zero: str) -> None:
    code = "".join(chr(ord(zero) + int(digit)) for digit in code_at(SECRET, AT))
    assert accepts(SECRET, typed.format(code[:3], code[3:]), at=AT, last_counter=0) == NOW


def test_what_is_no_code_is_wrong() -> None:
    code = code_at(SECRET, AT)
    for typed in ("", code[:-1], code + "0", "0" + code, "-" + code, code[:-1] + "x", "²" * 6, "½" * 6, code * 20):
        assert accepts(SECRET, typed, at=AT, last_counter=0) is None


@given(st.text(max_size=80))
def test_any_text_is_answered(typed: str) -> None:
    assert accepts(SECRET, typed, at=AT, last_counter=NOW + 1) is None


def test_the_zone_does_not_matter_but_must_be_known() -> None:
    east = AT.astimezone(timezone(timedelta(hours=9)))
    assert accepts(SECRET, code_at(SECRET, AT), at=east, last_counter=0) == NOW
    with pytest.raises(ValueError, match="zone"):
        accepts(SECRET, "000000", at=AT.replace(tzinfo=None), last_counter=0)


def test_the_first_steps_of_all_are_counted_too() -> None:
    start = datetime(1970, 1, 1, tzinfo=UTC)
    assert accepts(SECRET, code_at(SECRET, start), at=start, last_counter=-1) == 0


def test_new_secrets_differ_and_have_160_bits() -> None:
    secrets = {new_secret() for _ in range(20)}
    assert len(secrets) == 20
    assert {len(base64.b32decode(secret)) for secret in secrets} == {20}


def test_a_telephone_reads_the_secret_and_whose_it_is() -> None:
    parts = urlsplit(provisioning_uri(SECRET, "a.b@room é"))
    assert (parts.scheme, parts.netloc, unquote(parts.path)) == ("otpauth", "totp", "/wallapp:a.b@room é")
    assert parse_qs(parts.query) == {"secret": [SECRET], "issuer": ["wallapp"]}


@pytest.mark.parametrize("secret", ["", "1", "GEZDGNBVGY3TQOJQ", "é" * 32])
def test_a_secret_that_is_none_is_one_clear_line(secret: str) -> None:
    with pytest.raises(BadInput, match="set up the second factor anew"):
        accepts(secret, "000000", at=AT, last_counter=0)
    with pytest.raises(BadInput):
        provisioning_uri(secret, "a")
