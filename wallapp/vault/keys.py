"""People's secrets sealed under their own passwords, and a key once it is open.

The text is `wk1:` and base64 of cost, salt, nonce, sealed content and tag. What is sealed is bound to the account
and its public key: copied to another account's row it opens for nobody. Neither the store nor the station can
open it without the password.
"""

from __future__ import annotations

import base64
import re
import struct
import threading
from typing import Final

from wallapp.base.canonical import canonical, parse
from wallapp.base.clock import Clock
from wallapp.base.errors import BadInput, Denied, Unavailable
from wallapp.base.ids import AccountId
from wallapp.base.signature import public_key_of, sign
from wallapp.services.secrets import PersonSecrets, new_password, typed_password
from wallapp.vault.sealing import OVERHEAD_BYTES, SALT_BYTES, Cost, derive, new_salt, seal, unseal

OPEN_S: Final = 300.0
"""How long a key that was opened signs."""
_PREFIX: Final = "wk1:"
_ANY_VERSION: Final = re.compile(r"wk[1-9][0-9]{0,5}:.*", re.ASCII | re.DOTALL)
_HEADER: Final = struct.Struct(f">BIB{SALT_BYTES}s")
"""Time, memory in KiB, lanes, salt."""
_TEXT_LENGTH_MAX: Final = 4096


class SealedKeys:
    """Fulfils services.secrets.Keys. Any thread; sealing and opening spend the cost."""

    def __init__(self, clock: Clock, *, cost: Cost | None = None) -> None:
        """`cost` is for what is sealed from now on; sealed texts say their own."""
        self._clock = clock
        self._cost = cost or Cost()

    def seal_person(self, secrets: PersonSecrets, password: str, *, account: AccountId) -> str:
        """Text to be stored; another each time.

        Raises:
          BadInput: the password breaks the rules of `services.secrets.new_password`, or the key is none.
          Unavailable: the station lacks the memory.
        """
        composed = new_password(password)
        public_key = _public_key_of(secrets.private_key)
        salt = new_salt()
        header = _HEADER.pack(self._cost.time, self._cost.memory_kib, self._cost.lanes, salt)
        plain = canonical({"key": secrets.private_key.hex(), "totp": secrets.totp_secret})
        key = derive(composed, salt, self._cost)
        sealed = seal(key, plain, _associated(header, account, public_key))
        return _PREFIX + base64.b64encode(header + sealed).decode("ascii")

    def open_person(self, sealed: str, password: str, *, account: AccountId, public_key: str) -> PersonSecrets:
        """What was sealed for this account under this password.

        Raises:
          Denied: the password is wrong, or the text was altered or sealed for another account or key.
          Unavailable: a newer wallapp sealed it, or the station lacks the memory.
        """
        typed = typed_password(password)
        header, cost, salt, content = _parse(sealed)
        if typed is None:
            raise _denied()
        plain = unseal(derive(typed, salt, cost), content, _associated(header, account, public_key))
        if plain is None:
            raise _denied()
        found = parse(plain)
        return PersonSecrets(bytes.fromhex(str(found["key"])), str(found["totp"]))

    def open_key(self, secrets: PersonSecrets, *, account: AccountId) -> OpenKey:
        """The key ready to sign, for OPEN_S from now."""
        return OpenKey(secrets.private_key, account, clock=self._clock)


class OpenKey:
    """Fulfils services.secrets.Signer: a person's key between their confirmation and its end. Any thread.

    Time asleep counts as well: the monotonic clock stands still in a suspended machine, the wall clock does not.
    """

    def __init__(self, private_key: bytes, account: AccountId, *, clock: Clock, open_s: float = OPEN_S) -> None:
        """Raises BadInput where the key is none."""
        self._public_key = _public_key_of(private_key)
        self._private_key: bytes | None = private_key
        self._account = account
        self._clock = clock
        self._open_s = open_s
        self._opened_mono_s = clock.mono_s()
        self._opened_at = clock.now_at()
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"OpenKey(account={self._account!r}, public_key={self._public_key!r})"

    @property
    def account(self) -> AccountId:
        """Whose."""
        return self._account

    @property
    def public_key(self) -> str:
        """Lower-case hex; stays when the key is closed."""
        return self._public_key

    @property
    def is_open(self) -> bool:
        """Whether it still signs; lets the key go where its time is over."""
        return self._key() is not None

    def sign(self, kind: str, body: bytes) -> str:
        """The signature, lower-case hex.

        Raises:
          Denied: it was closed or its time is over.
          ValueError: the kind is none (base.signature).
        """
        private_key = self._key()
        if private_key is None:
            raise Denied("your confirmation has ended; confirm again with your password and a new code")
        return sign(private_key, kind, body)

    def close(self) -> None:
        """Let the key go; what the interpreter copied of it is freed, not wiped."""
        with self._lock:
            self._private_key = None

    def _key(self) -> bytes | None:
        with self._lock:
            aged_s = self._clock.mono_s() - self._opened_mono_s
            dated_s = (self._clock.now_at() - self._opened_at).total_seconds()
            if max(aged_s, dated_s) >= self._open_s:
                self._private_key = None
            return self._private_key


def _parse(sealed: str) -> tuple[bytes, Cost, bytes, bytes]:
    """Header, cost, salt, sealed content. Nothing of it is trusted before it was unsealed."""
    if not sealed.startswith(_PREFIX):
        if _ANY_VERSION.fullmatch(sealed):
            raise Unavailable("this account's key was sealed by a newer wallapp; update this station")
        raise _denied()
    encoded = sealed.removeprefix(_PREFIX)
    try:
        raw = base64.b64decode(encoded, validate=True) if len(encoded) <= _TEXT_LENGTH_MAX else b""
    except ValueError:
        raise _denied() from None
    # Compared as well: base64 has several texts for the same bytes.
    if len(raw) < _HEADER.size + OVERHEAD_BYTES or base64.b64encode(raw).decode("ascii") != encoded:
        raise _denied()
    header = raw[: _HEADER.size]
    time, memory_kib, lanes, salt = _HEADER.unpack(header)
    cost = Cost(time, memory_kib, lanes)
    if not cost.is_bearable():
        raise _denied()
    return header, cost, salt, raw[_HEADER.size :]


def _associated(header: bytes, account: AccountId, public_key: str) -> bytes:
    return b"wallapp/person/1\n" + header + canonical({"account": account, "public_key": public_key})


def _public_key_of(private_key: bytes) -> str:
    try:
        return public_key_of(private_key)
    except ValueError:
        raise BadInput("a signing key has 32 bytes; make a new one for this account") from None


def _denied() -> Denied:
    return Denied(
        "the password does not open this account's key, or what is stored of it was altered; "
        "try again, or have an administrator set the account up anew"
    )
