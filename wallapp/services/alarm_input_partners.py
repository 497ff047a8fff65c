"""The partners whose systems may raise alarms over the network, each by a token of its own. Any thread.

The store keeps of a token its SHA-256 alone: a token has 256 random bits, so that nothing is won by trying.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec

from wallapp.base.clock import Clock
from wallapp.base.errors import BadInput, NotFound, Unavailable
from wallapp.services.alarm_input import checked_source
from wallapp.services.ports import Unit, UnitSource

LOG = logging.getLogger("wallapp.services.alarm_input")
TOKEN_BYTES: Final = 32
TOKEN_LENGTH_MAX: Final = 200
PARTNERS_MAX: Final = 200
_SETTING: Final = "alarm partners"
_REMEMBERED_S: Final = 1.0
"""A removed partner's token is good for no longer; strangers who try tokens do not make the store work."""


@dataclass(frozen=True, slots=True)
class Partner:
    """One partner.

    Attributes:
      name: the source of its alarms.
      digest: SHA-256 of its token, lower-case hex.
    """

    name: str
    digest: str
    added_at: datetime


class PartnerDesk:
    """The partners of one store."""

    def __init__(self, store: UnitSource, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._lock = threading.Lock()
        self._read: tuple[Partner, ...] = ()
        self._read_mono_s: float | None = None

    def add(self, name: str) -> str:
        """Make a partner. Returns its token, which is told this once and kept nowhere.

        Raises:
          BadInput: the name is none, is taken, or there are too many.
          Unavailable: the store does not answer.
        """
        checked = checked_source(name)
        token = secrets.token_urlsafe(TOKEN_BYTES)
        with self._store.writing(alone=True) as unit:
            there = _partners(unit)
            if any(_is_same(partner.name, checked) for partner in there):
                raise BadInput(f"there is a partner {checked} already; remove it first, then give it a new token")
            if len(there) >= PARTNERS_MAX:
                raise BadInput(f"there are {PARTNERS_MAX} partners already; remove those that are gone")
            _keep(unit, (*there, Partner(checked, digest_of(token), unit.now_at())))
        LOG.info("alarm input: partner %s was added", checked)
        return token

    def remove(self, name: str) -> Partner:
        """Take the partner's token from it. Returns who it was.

        Raises:
          NotFound: there is no such partner.
          Unavailable: the store does not answer.
        """
        with self._store.writing(alone=True) as unit:
            there = _partners(unit)
            found = next((partner for partner in there if _is_same(partner.name, name)), None)
            if found is None:
                raise NotFound(f"there is no partner {name}; see wallapp alarm partner list")
            _keep(unit, tuple(partner for partner in there if partner is not found))
        LOG.info("alarm input: partner %s was removed", found.name)
        return found

    def partners(self) -> Sequence[Partner]:
        """All, by name.

        Raises:
          Unavailable: the store does not answer.
        """
        with self._store.reading() as unit:
            return sorted(_partners(unit), key=lambda partner: partner.name)

    def has(self, name: str) -> bool:
        """Whether a partner is called so. Raises Unavailable as `partners`."""
        return any(_is_same(partner.name, name) for partner in self.partners())

    def of_token(self, token: str) -> Partner | None:
        """Whose token it is; None where it is nobody's. Those last read where the store is lost.

        Raises:
          Unavailable: the store is lost and was never read.
        """
        if len(token) > TOKEN_LENGTH_MAX:
            return None
        digest, found = digest_of(token), None
        for partner in self._remembered():  # all of them: how long it takes tells nothing
            if hmac.compare_digest(partner.digest.encode(), digest.encode()):
                found = partner
        return found

    def _remembered(self) -> tuple[Partner, ...]:
        with self._lock:
            now_mono_s = self._clock.mono_s()
            if self._read_mono_s is None or now_mono_s - self._read_mono_s >= _REMEMBERED_S:
                try:
                    with self._store.reading() as unit:
                        self._read = _partners(unit)
                except Unavailable:
                    if self._read_mono_s is None:
                        raise
                self._read_mono_s = self._clock.mono_s()
            return self._read


def digest_of(token: str) -> str:
    """What is kept of it."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _partners(unit: Unit) -> tuple[Partner, ...]:
    text = unit.settings.setting(_SETTING)
    if text is None:
        return ()
    try:
        return msgspec.json.decode(text, type=tuple[Partner, ...])
    except msgspec.MsgspecError:
        raise Unavailable("the store's list of alarm partners cannot be read; update this station") from None


def _keep(unit: Unit, partners: Sequence[Partner]) -> None:
    unit.settings.put_setting(_SETTING, msgspec.json.encode(list(partners)).decode())


def _is_same(one: str, other: str) -> bool:
    return one.casefold() == " ".join(other.split()).casefold()
