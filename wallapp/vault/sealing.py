"""How the vault seals: Argon2id (RFC 9106) makes a key of a password, AES-256-GCM seals under it."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import astuple, dataclass
from typing import Final

from argon2.exceptions import Argon2Error
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from wallapp.base.errors import Unavailable

SALT_BYTES: Final = 16
OVERHEAD_BYTES: Final = 12 + 16
"""Nonce and tag: by how much sealing lengthens."""
_NONCE_BYTES: Final = 12
_KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Cost:
    """How dear one guess of the password is; the default is RFC 9106's second choice, some 0.3 s."""

    time: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 4

    def is_bearable(self) -> bool:
        """Whether a station may be asked to spend it; altered data could ask for all of its memory."""
        return (
            all(type(value) is int for value in astuple(self))
            and 1 <= self.time <= 10
            and 1 <= self.lanes <= 16
            and 8 * self.lanes <= self.memory_kib <= 1024 * 1024
        )


def new_salt() -> bytes:
    """SALT_BYTES random bytes."""
    return os.urandom(SALT_BYTES)


def derive(password: str, salt: bytes, cost: Cost) -> bytes:
    """The key of a password; the same whichever way a keyboard composes its accents.

    Args:
      cost: a bearable one.

    Raises:
      Unavailable: the station cannot spend it now.
    """
    secret = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    try:
        return hash_secret_raw(
            secret,
            salt,
            time_cost=cost.time,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=_KEY_BYTES,
            type=Type.ID,
        )
    except Argon2Error as error:
        raise short_of_memory(cost) from error


def seal(key: bytes, plain: bytes, associated: bytes) -> bytes:
    """Nonce, sealed content and tag; `associated` is authenticated with it and must be given again to unseal."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, associated)


def unseal(key: bytes, sealed: bytes, associated: bytes) -> bytes | None:
    """What was sealed; None where the key is another, or a bit of either was changed."""
    if len(sealed) < OVERHEAD_BYTES:
        return None
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], associated)
    except InvalidTag:
        return None


def short_of_memory(cost: Cost) -> Unavailable:
    """What is said where Argon2 fails though its parameters are good."""
    return Unavailable(
        f"the password could not be checked: this station has no {max(1, cost.memory_kib // 1024)} MiB of memory "
        "to spare; close something and try again"
    )
