"""What the hall asks of the vault for people: passwords, second factors and the keys that sign.

Every call that takes a password costs a third of a second and 64 MiB on purpose: never on the GUI's thread.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from wallapp.base.errors import BadInput
from wallapp.base.ids import AccountId

PASSWORD_LENGTH_MIN: Final = 12
PASSWORD_LENGTH_MAX: Final = 256
_TYPED_LENGTH_MAX: Final = 4 * PASSWORD_LENGTH_MAX
"""Composing accents shortens a text, by far less than this; beyond it nothing is computed at all."""


@dataclass(frozen=True, slots=True, repr=False)
class PersonSecrets:
    """What is sealed under a person's password. Its text form shows neither.

    Attributes:
      private_key: Ed25519, 32 bytes.
      totp_secret: base32, as the person's telephone holds it.
    """

    private_key: bytes
    totp_secret: str

    def __repr__(self) -> str:
        return "PersonSecrets(private_key=***, totp_secret=***)"


def typed_password(text: str) -> str | None:
    """What was typed, composed (NFC) so that every keyboard means the same; None where it is too long to be one."""
    if len(text) > _TYPED_LENGTH_MAX:
        return None
    composed = unicodedata.normalize("NFC", text)
    return composed if len(composed) <= PASSWORD_LENGTH_MAX else None


def new_password(text: str) -> str:
    """A password that may be chosen, composed (NFC).

    Raises:
      BadInput: it is shorter than PASSWORD_LENGTH_MIN characters or longer than PASSWORD_LENGTH_MAX.
    """
    composed = typed_password(text)
    if composed is None:
        raise BadInput(f"a password has at most {PASSWORD_LENGTH_MAX} characters; choose a shorter one")
    if len(composed) < PASSWORD_LENGTH_MIN:
        raise BadInput(
            f"a password has at least {PASSWORD_LENGTH_MIN} characters, this one {len(composed)}; "
            "a sentence of some words is easy to keep"
        )
    return composed


class Secrets(Protocol):
    """Passwords. Any thread."""

    def hash_password(self, password: str) -> str:
        """What may be stored: salted, and as dear to try as the cost says.

        Raises:
          BadInput: the password breaks the rules of `new_password`.
          Unavailable: the station lacks the memory.
        """
        ...

    def check_password(self, password_hash: str | None, password: str) -> bool:
        """Whether this is the password. Always as dear as a real check, so that no login is found out by its time.

        Args:
          password_hash: None or empty where there is no such account or it has no password yet: False, at the
          same cost. So it is for what is no hash.

        Raises:
          Unavailable: the station lacks the memory; it was not checked and is no failure of the person.
        """
        ...

    def needs_rehash(self, password_hash: str) -> bool:
        """Whether it was made at another cost than today's: hash the password anew once it was right."""
        ...


class SecondFactor(Protocol):
    """Time-based codes (RFC 6238). Any thread; costs nothing."""

    def new_secret(self) -> str:
        """A secret for a telephone, base32, 160 bits."""
        ...

    def provisioning_uri(self, secret: str, account: str, *, issuer: str = "wallapp") -> str:
        """What a telephone reads from a square code; holds the secret.

        Args:
          account: the login, as the telephone is to show it.
        """
        ...

    def accepts(self, secret: str, code: str, *, at: datetime, last_counter: int) -> int | None:
        """The step that the code belongs to: keep it, in one compare-and-set, before anything is granted for it.

        Args:
          code: as typed: blanks are passed over, digits of any script count.
          at: aware; one step of 30 s to each side is allowed.
          last_counter: the step kept last; only a later one is accepted, so that a code works once.

        Returns:
          None where the code is wrong, old or used.
        """
        ...


class Signer(Protocol):
    """A person's key, open for some minutes. Any thread."""

    @property
    def account(self) -> AccountId:
        """Whose."""
        ...

    @property
    def public_key(self) -> str:
        """Lower-case hex."""
        ...

    @property
    def is_open(self) -> bool:
        """Whether it still signs."""
        ...

    def sign(self, kind: str, body: bytes) -> str:
        """The signature (base.signature), lower-case hex.

        Raises:
          Denied: it was closed or its time is over; the person confirms again.
        """
        ...

    def close(self) -> None:
        """Let the key go, at once and for good. May be called again."""
        ...


class Keys(Protocol):
    """People's sealed secrets. Any thread."""

    def seal_person(self, secrets: PersonSecrets, password: str, *, account: AccountId) -> str:
        """Text to be stored: sealed under the password, for this account and this key alone.

        Raises:
          BadInput: the password breaks the rules of `new_password`, or the key is none.
          Unavailable: the station lacks the memory.
        """
        ...

    def open_person(self, sealed: str, password: str, *, account: AccountId, public_key: str) -> PersonSecrets:
        """What was sealed.

        Args:
          public_key: the one that the trust list names for the account.

        Raises:
          Denied: the password is wrong, or the text was altered or sealed for another account or key.
          Unavailable: a newer wallapp sealed it, or the station lacks the memory.
        """
        ...

    def open_key(self, secrets: PersonSecrets, *, account: AccountId) -> Signer:
        """The key ready to sign, until it is closed or its minutes are over. Check the second factor first."""
        ...
