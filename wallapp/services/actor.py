"""Who acts, where, and with what proof that it is really them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from wallapp.base.ids import AccountId, StationName


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person at a station. What they may do is looked up anew in every transaction."""

    account: AccountId
    station: StationName


class SigningKey(Protocol):
    """A person's key, open for some minutes after their password and second factor were given (step-up)."""

    @property
    def account(self) -> AccountId:
        """Whose it is."""
        ...

    def sign(self, kind: str, body: bytes) -> str:
        """The signature, hex.

        Raises:
          Denied: the key was closed, or its time is over; confirm again.
        """
        ...
