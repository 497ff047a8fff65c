"""Coming in and confirming: a password, a second factor, and a key that is open for some minutes.

Passwords are checked outside the transactions: that costs a third of a second, and the store has one writer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from wallapp.base.errors import BadInput, Denied
from wallapp.base.ids import StationName
from wallapp.base.signature import new_private_key, public_key_of
from wallapp.domain.audit import AuditEntry, AuditEvent
from wallapp.domain.people import Person
from wallapp.services.access_ports import AccountSecrets
from wallapp.services.actor import Actor
from wallapp.services.people_desk import note
from wallapp.services.ports import Unit, UnitSource
from wallapp.services.secrets import Keys, PersonSecrets, SecondFactor, Secrets, Signer

FREE_FAILURES: Final = 4
"""Wrong tries before the first wait; each further one doubles it."""
FIRST_WAIT_S: Final = 30
LONGEST_WAIT_S: Final = 900
_WRONG: Final = "the name, the password or the code is wrong; try again"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who came in. With `must_enrol` they may do nothing before `SignIn.enrol`."""

    actor: Actor
    person: Person
    must_enrol: bool


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What a telephone needs for the codes; shown once and kept nowhere in the clear."""

    person: Person
    totp_secret: str
    totp_uri: str


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A key that is open because its person just proved who they are; the codes for the next proof go with it."""

    key: Signer
    secrets: PersonSecrets


class SignIn:
    """Any thread but the GUI's: each call that takes a password takes half a second."""

    def __init__(self, source: UnitSource, passwords: Secrets, codes: SecondFactor, keys: Keys) -> None:
        self._source = source
        self._passwords = passwords
        self._codes = codes
        self._keys = keys

    def sign_in(self, login: str, password: str, code: str, *, station: StationName) -> SignedIn:
        """Come in.

        Args:
          code: of the second factor; not asked of somebody who has none yet.

        Raises:
          Denied: something is wrong, said the same way whatever it is; or too many tries were.
        """
        with self._source.reading() as unit:
            person = unit.people.person_by_login(login)
            kept = unit.people.secrets(person.account) if person else AccountSecrets()
            at = unit.now_at()
        _check_wait(kept, at)
        right = self._passwords.check_password(kept.password_hash, password)
        if person is None or not person.active or not right:
            raise self._failed(person, station, AuditEvent.SIGN_IN_FAILED)
        actor = Actor(person.account, station)
        if kept.must_change:
            return SignedIn(actor, self._came_in(person, actor, kept, None), must_enrol=True)
        secrets = self._keys.open_person(kept.sealed, password, account=person.account, public_key=person.public_key)
        counter = self._codes.accepts(secrets.totp_secret, code, at=at, last_counter=kept.totp_counter)
        if counter is None:
            raise self._failed(person, station, AuditEvent.SIGN_IN_FAILED)
        if self._passwords.needs_rehash(kept.password_hash):
            kept = replace(kept, password_hash=self._passwords.hash_password(password))
        return SignedIn(actor, self._came_in(person, actor, kept, counter), must_enrol=False)

    def enrol(self, actor: Actor, password: str, new_password: str) -> Enrolment:
        """The first password of one's own, and with it a key and a second factor.

        Raises:
          Denied: the given password is wrong.
          BadInput: the new one is too short, or the one that was given.
        """
        if password == new_password:
            raise BadInput("choose a password other than the one you were given")
        person, kept = self._own(actor)
        if not kept.must_change or not self._passwords.check_password(kept.password_hash, password):
            raise self._failed(person, actor.station, AuditEvent.SIGN_IN_FAILED)
        secrets = PersonSecrets(new_private_key(), self._codes.new_secret())
        enrolled = replace(person, public_key=public_key_of(secrets.private_key))
        fresh = AccountSecrets(
            password_hash=self._passwords.hash_password(new_password),
            sealed=self._keys.seal_person(secrets, new_password, account=person.account),
        )

        def work(unit: Unit) -> None:
            unit.people.hold([person.account], to_change=True)
            now = unit.people.person(person.account)
            if now is None or not now.active or unit.people.secrets(person.account) != kept:
                raise Denied("the account was changed meanwhile; sign in again")
            unit.people.put_person(replace(now, public_key=enrolled.public_key))
            unit.people.put_secrets(person.account, fresh)
            note(unit, AuditEvent.PASSWORD_CHANGED, person, actor.station, subject=person, key=enrolled.public_key)

        self._source.write(work)
        uri = self._codes.provisioning_uri(secrets.totp_secret, person.login)
        return Enrolment(enrolled, secrets.totp_secret, uri)

    def change_password(self, actor: Actor, password: str, new_password: str) -> None:
        """Another password under the same key.

        Raises:
          Denied: the old one is wrong.
          BadInput: the new one is too short.
        """
        person, kept = self._own(actor)
        _check_wait(kept, self._now())
        if not self._passwords.check_password(kept.password_hash, password):
            raise self._failed(person, actor.station, AuditEvent.STEP_UP_FAILED)
        secrets = self._keys.open_person(kept.sealed, password, account=person.account, public_key=person.public_key)
        hashed = self._passwords.hash_password(new_password)
        sealed = self._keys.seal_person(secrets, new_password, account=person.account)

        def work(unit: Unit) -> None:
            unit.people.hold([person.account], to_change=True)
            now = unit.people.secrets(person.account)
            unit.people.put_secrets(person.account, replace(now, password_hash=hashed, sealed=sealed))
            note(unit, AuditEvent.PASSWORD_CHANGED, person, actor.station, subject=person)

        self._source.write(work)

    def step_up(self, actor: Actor, password: str, code: str) -> Confirmation:
        """Prove again who one is, to vote, to break the glass or to sign; opens one's key for some minutes.

        Raises:
          Denied: the password or the code is wrong, the code was used, or too many tries were.
        """
        person, kept = self._own(actor)
        _check_wait(kept, self._now())
        if not self._passwords.check_password(kept.password_hash, password):
            raise self._failed(person, actor.station, AuditEvent.STEP_UP_FAILED)
        secrets = self._keys.open_person(kept.sealed, password, account=person.account, public_key=person.public_key)
        self._spend(person, actor, secrets, code)
        return Confirmation(self._keys.open_key(secrets, account=person.account), secrets)

    def confirm(self, actor: Actor, confirmation: Confirmation, code: str) -> None:
        """A further proof while the key is open: the code alone.

        Raises:
          Denied: the code is wrong or used, or the key's minutes are over.
        """
        if not confirmation.key.is_open or confirmation.key.account != actor.account:
            raise Denied("your confirmation is over; give your password again")
        person, kept = self._own(actor)
        _check_wait(kept, self._now())
        self._spend(person, actor, confirmation.secrets, code)

    def unlock(self, actor: Actor, password: str) -> None:
        """Back to a station that locked itself.

        Raises:
          Denied: the password is wrong, the account was closed, or too many tries were.
        """
        person, kept = self._own(actor)
        _check_wait(kept, self._now())
        if not self._passwords.check_password(kept.password_hash, password):
            raise self._failed(person, actor.station, AuditEvent.SIGN_IN_FAILED)
        self._note(AuditEvent.SIGNED_IN, person, actor)

    def lock_station(self, actor: Actor) -> None:
        """Record that the station locked itself or was locked."""
        self._note(AuditEvent.STATION_LOCKED, self._own(actor)[0], actor)

    def sign_out(self, actor: Actor) -> None:
        """Record that the person left."""
        self._note(AuditEvent.SIGNED_OUT, self._own(actor)[0], actor)

    def _own(self, actor: Actor) -> tuple[Person, AccountSecrets]:
        with self._source.reading() as unit:
            person = unit.people.person(actor.account)
            if person is None or not person.active:
                raise Denied("this account was closed; ask an administrator")
            return person, unit.people.secrets(actor.account)

    def _now(self) -> datetime:
        with self._source.reading() as unit:
            return unit.now_at()

    def _spend(self, person: Person, actor: Actor, secrets: PersonSecrets, code: str) -> None:
        """Check a code and use it up; both outcomes are recorded."""

        def work(unit: Unit) -> bool:
            unit.people.hold([person.account], to_change=True)
            kept = unit.people.secrets(person.account)
            counter = self._codes.accepts(secrets.totp_secret, code, at=unit.now_at(), last_counter=kept.totp_counter)
            if counter is None or not unit.people.spend_totp(person.account, counter):
                return False
            unit.people.put_secrets(person.account, replace(kept, totp_counter=counter, failures=0, locked_until=None))
            note(unit, AuditEvent.STEPPED_UP, person, actor.station, subject=person)
            return True

        if not self._source.write(work):
            raise self._failed(person, actor.station, AuditEvent.STEP_UP_FAILED)

    def _came_in(self, person: Person, actor: Actor, kept: AccountSecrets, counter: int | None) -> Person:
        def work(unit: Unit) -> Person:
            unit.people.hold([person.account], to_change=True)
            now = unit.people.person(person.account)
            if now is None or not now.active:
                raise Denied(_WRONG)
            if counter is not None and not unit.people.spend_totp(person.account, counter):
                raise Denied("this code was used already; wait for the next one")
            fresh = replace(kept, failures=0, locked_until=None)
            unit.people.put_secrets(person.account, fresh if counter is None else replace(fresh, totp_counter=counter))
            note(unit, AuditEvent.SIGNED_IN, person, actor.station, subject=person)
            return now

        return self._source.write(work)

    def _failed(self, person: Person | None, station: StationName, event: AuditEvent) -> Denied:
        """Record a wrong try, what was typed left out; returns the error to raise."""

        def work(unit: Unit) -> None:
            at = unit.now_at()
            if person is None:
                unit.audit.append(AuditEntry(event, at, "", station, ""))
                return
            unit.people.hold([person.account], to_change=True)
            kept = unit.people.secrets(person.account)
            failures = kept.failures + 1
            waits_s = min(LONGEST_WAIT_S, FIRST_WAIT_S << max(0, min(failures - FREE_FAILURES - 1, 10)))
            until = at + timedelta(seconds=waits_s) if failures > FREE_FAILURES else None
            unit.people.put_secrets(person.account, replace(kept, failures=failures, locked_until=until))
            note(unit, event, person, station, subject=person, failures=failures)

        self._source.write(work)
        return Denied(_WRONG)

    def _note(self, event: AuditEvent, person: Person, actor: Actor) -> None:
        self._source.write(lambda unit: note(unit, event, person, actor.station, subject=person))


def _check_wait(kept: AccountSecrets, at: datetime) -> None:
    if kept.locked_until is not None and at < kept.locked_until:
        left_s = math.ceil((kept.locked_until - at).total_seconds())
        raise Denied(f"too many wrong tries; wait {left_s} s and try again")
