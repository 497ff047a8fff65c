"""Signatures: that they are RFC 8032's, bound to their kind, and that nothing else passes for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit import ed25519_reference as reference
from wallapp.base.signature import is_public_key, new_private_key, public_key_of, sign, verify

VECTORS = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
            "d25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
            "387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        (
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
            "4a7c15e9716ed28dc027beceea1ec40a"
        ),
    ),
]
"""RFC 8032, section 7.1, tests 1 to 3: private key, public key, message, signature of the bare message."""
KEY = bytes.fromhex(VECTORS[0][0])
PUBLIC = VECTORS[0][1]
BODY = b'{"request":"7"}'


@pytest.mark.parametrize(("private", "public", "message", "signature"), VECTORS)
def test_keys_and_signatures_are_the_rfcs(private: str, public: str, message: str, signature: str) -> None:
    """The published vectors prove the reference; ours, over our prefix, is compared with the reference."""
    key, bare = bytes.fromhex(private), bytes.fromhex(message)
    assert reference.public_key(key).hex() == public
    assert reference.signature(key, bare).hex() == signature
    assert public_key_of(key) == public
    assert sign(key, "vote", bare) == reference.signature(key, b"wallapp/vote/1\n" + bare).hex()
    assert verify(public, "vote", bare, reference.signature(key, b"wallapp/vote/1\n" + bare).hex())
    assert not verify(public, "vote", bare, signature)


@given(st.binary(min_size=32, max_size=32), st.from_regex(r"[a-z_]{1,20}", fullmatch=True), st.binary(max_size=200))
def test_what_is_signed_is_verified_and_nothing_beside_it(key: bytes, kind: str, body: bytes) -> None:
    signature = sign(key, kind, body)
    public = public_key_of(key)
    assert verify(public, kind, body, signature)
    assert not verify(public, kind + "_", body, signature)
    assert not verify(public, kind, body + b"\n", signature)
    assert not verify(PUBLIC, kind, body, signature) or public == PUBLIC


def test_every_bit_of_a_signature_counts() -> None:
    raw = bytes.fromhex(sign(KEY, "vote", BODY))
    for bit in range(512):
        altered = bytearray(raw)
        altered[bit // 8] ^= 1 << bit % 8
        assert not verify(PUBLIC, "vote", BODY, altered.hex())
    assert verify(PUBLIC, "vote", BODY, raw.hex())


def test_a_signature_has_one_spelling_and_one_value() -> None:
    signature = sign(KEY, "vote", BODY)
    second = int.from_bytes(bytes.fromhex(signature[64:]), "little") + reference.ORDER
    for other in (
        signature.upper(),
        f" {signature}",
        f"{signature}\n",
        f"{signature[:-2]} {signature[-2:]}",
        f"{signature}00",
        signature[:-2],
        "",
        "é" * 128,
        "٣" * 128,
        signature[:64] + second.to_bytes(32, "little").hex(),
    ):
        assert not verify(PUBLIC, "vote", BODY, other), other
    for public in (PUBLIC.upper(), f"{PUBLIC}\n", "", PUBLIC[:-2], "zz" * 32, "٣" * 64):
        assert not verify(public, "vote", BODY, signature), public


@pytest.mark.parametrize("kind", ["", "Vote", "vote/1\n", "vote ", "vote\n", "vöte", "a1"])
def test_a_kind_is_small_letters_and_underscores(kind: str) -> None:
    with pytest.raises(ValueError, match="small letters"):
        sign(KEY, kind, BODY)
    assert not verify(PUBLIC, kind, BODY, sign(KEY, "vote", BODY))


@given(st.text(), st.text(), st.binary(), st.text())
def test_verify_never_raises(public: str, kind: str, body: bytes, signature: str) -> None:
    assert not verify(public, kind, body, signature)


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=64, max_size=64))
def test_no_random_bytes_are_a_signature(public: bytes, signature: bytes) -> None:
    assert not verify(public.hex(), "vote", BODY, signature.hex())


def _small_order() -> set[bytes]:
    """Every 32 bytes that a lenient reader takes for a point P with 8 P = 0, found from the curve itself."""
    found, y = set(), 2
    while len(found) < 8:
        point = reference.decoded(y.to_bytes(32, "little"))
        y += 1
        if point is not None:
            # The prime-order part falls away; a multiple of the point of small order stays.
            small = reference.times(reference.ORDER, point)
            found |= {reference.times(factor, small) for factor in range(8)}
    spellings = set()
    for x, y in found:
        for each in {y, y + reference.P} if y + reference.P < 2**255 else {y}:
            spellings |= {(each | sign_bit << 255).to_bytes(32, "little") for sign_bit in ({x & 1} if x else {0, 1})}
    return spellings


def test_a_key_under_which_everything_is_signed_is_no_key() -> None:
    anything = (b"\x01" + bytes(31) + bytes(32)).hex()
    weak = _small_order()
    assert len(weak) == 14
    assert [raw.hex() for raw in weak if is_public_key(raw.hex())] == []
    for number in range(64):
        assert not any(verify(raw.hex(), "vote", b"%d" % number, anything) for raw in weak)


def test_new_keys_differ_and_are_good() -> None:
    keys = {new_private_key() for _ in range(20)}
    assert len(keys) == 20 and {len(key) for key in keys} == {32}
    assert all(is_public_key(public_key_of(key)) for key in keys)


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_a_private_key_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError):
        public_key_of(bytes(length))
    with pytest.raises(ValueError):
        sign(bytes(length), "vote", BODY)
