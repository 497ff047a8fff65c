"""Ed25519 signatures (RFC 8032) over a canonical document and the kind of thing it is.

What is signed is `wallapp/KIND/1`, a line's end and the body: a signature under a vote is none under a policy,
and none under what another program signs. Keys and signatures travel as lower-case hex, in one spelling only.
"""

from __future__ import annotations

import re
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

PRIVATE_KEY_BYTES: Final = 32
_KIND: Final = re.compile(r"[a-z_]+")
_PUBLIC_KEY: Final = re.compile(r"[0-9a-f]{64}")
_SIGNATURE: Final = re.compile(r"[0-9a-f]{128}")
_SIGN_BIT: Final = 0x80
_WEAK: Final = frozenset(
    bytes.fromhex(text)
    for text in (
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
    )
)
"""The points of small order, without the sign bit. OpenSSL takes them as public keys, and under the worst of them one
fixed signature is good for every message: whoever enrolled such a key could deny each vote."""


def new_private_key() -> bytes:
    """32 random bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key_of(private_key: bytes) -> str:
    """The public key, lower-case hex.

    Raises:
      ValueError: the private key has not 32 bytes.
    """
    return _opened(private_key).public_key().public_bytes_raw().hex()


def is_public_key(text: str) -> bool:
    """Whether a vote may be checked against it: 64 lower-case hex digits, and no point of small order."""
    if _PUBLIC_KEY.fullmatch(text) is None:
        return False
    raw = bytes.fromhex(text)
    return raw[:-1] + bytes([raw[-1] & ~_SIGN_BIT]) not in _WEAK


def sign(private_key: bytes, kind: str, body: bytes) -> str:
    """The signature, lower-case hex; the same each time for the same key, kind and body.

    Raises:
      ValueError: the kind is not one of small letters and underscores, or the private key has not 32 bytes.
    """
    if _KIND.fullmatch(kind) is None:
        raise ValueError("a signature's kind is made of small letters and underscores")
    return _opened(private_key).sign(_message(kind, body)).hex()


def verify(public_key: str, kind: str, body: bytes, signature: str) -> bool:
    """Whether the holder of this key signed this body as this kind. Whatever cannot be read was not signed.

    Args:
      public_key: and signature: lower-case hex; anything else is False.
    """
    if not (is_public_key(public_key) and _SIGNATURE.fullmatch(signature) and _KIND.fullmatch(kind)):
        return False
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature), _message(kind, body))
    except (InvalidSignature, ValueError):
        return False
    return True


def _opened(private_key: bytes) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(private_key)


def _message(kind: str, body: bytes) -> bytes:
    return b"wallapp/" + kind.encode("ascii") + b"/1\n" + body
