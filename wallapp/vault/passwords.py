"""Passwords as they are stored: Argon2id in its standard text form, at RFC 9106's second choice of cost."""

from __future__ import annotations

import base64
import os
import re
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, VerifyMismatchError

from wallapp.services.secrets import new_password, typed_password
from wallapp.vault.sealing import SALT_BYTES, Cost, short_of_memory

_HASH_BYTES: Final = 32
_STORED: Final = re.compile(
    r"\$argon2id\$v=19\$m=([0-9]{1,7}),t=([0-9]{1,2}),p=([0-9]{1,2})\$[A-Za-z0-9+/]{11,86}\$[A-Za-z0-9+/]{16,86}"
)


class Passwords:
    """Fulfils services.secrets.Secrets. Any thread; each call spends the cost."""

    def __init__(self, *, cost: Cost | None = None) -> None:
        """`cost` is for new hashes; stored ones say their own. Spends nothing itself."""
        self._cost = cost or Cost()
        self._hasher = PasswordHasher(
            time_cost=self._cost.time,
            memory_cost=self._cost.memory_kib,
            parallelism=self._cost.lanes,
            hash_len=_HASH_BYTES,
            salt_len=SALT_BYTES,
        )
        # Random where a hash would be: it costs what a true one costs and no password fits it.
        self._decoy = "$".join(
            (
                "",
                "argon2id",
                "v=19",
                f"m={self._cost.memory_kib},t={self._cost.time},p={self._cost.lanes}",
                _unpadded(os.urandom(SALT_BYTES)),
                _unpadded(os.urandom(_HASH_BYTES)),
            )
        )

    def hash_password(self, password: str) -> str:
        """What may be stored.

        Raises:
          BadInput: the password breaks the rules of `services.secrets.new_password`.
          Unavailable: the station lacks the memory.
        """
        secret = _bytes(new_password(password))
        try:
            return self._hasher.hash(secret)
        except Argon2Error as error:
            raise short_of_memory(self._cost) from error

    def check_password(self, password_hash: str | None, password: str) -> bool:
        """Whether this is the password; False at the same cost where there is no hash, or none that can be read.

        Raises:
          Unavailable: the station lacks the memory.
        """
        typed = typed_password(password)
        if typed is None:  # nobody's, whatever the account: no time tells anything
            return False
        cost = _cost_of(password_hash or "")
        known = password_hash if cost is not None else None
        try:
            return self._hasher.verify(known or self._decoy, _bytes(typed)) and known is not None
        except VerifyMismatchError:
            return False
        except Argon2Error as error:
            raise short_of_memory(cost or self._cost) from error

    def needs_rehash(self, password_hash: str) -> bool:
        """Whether it was made at another cost than this one's, or cannot be read."""
        return _cost_of(password_hash) is None or self._hasher.check_needs_rehash(password_hash)


def _cost_of(password_hash: str) -> Cost | None:
    """What checking it takes; None where it is no hash of ours, or asks for what no station should spend."""
    found = _STORED.fullmatch(password_hash)
    if found is None:
        return None
    memory_kib, time, lanes = map(int, found.groups())
    cost = Cost(time, memory_kib, lanes)
    return cost if cost.is_bearable() else None


def _bytes(password: str) -> bytes:
    return password.encode("utf-8", "surrogatepass")


def _unpadded(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii").rstrip("=")
