"""Accounts as an administrator keeps them: made, given roles, closed for good."""

from __future__ import annotations

import re
import secrets as random
import uuid
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from wallapp.base.errors import BadInput, Denied, NotFound, RuleBroken
from wallapp.base.ids import NO_OWNER, AccountId, OwnerName, StationName
from wallapp.domain.audit import AuditEntry, AuditEvent
from wallapp.domain.people import Person, Role
from wallapp.domain.permissions import Verb, may
from wallapp.services.access_ports import AccountSecrets
from wallapp.services.actor import Actor
from wallapp.services.ports import Unit, UnitSource
from wallapp.services.secrets import Secrets

_LOGIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,31}")


class PeopleDesk:
    """Each call is one transaction. Any thread but the GUI's: setting a password takes a third of a second."""

    def __init__(self, source: UnitSource, passwords: Secrets) -> None:
        self._source = source
        self._passwords = passwords

    def is_empty(self) -> bool:
        """Whether nobody has an account yet: the next one made is the first administrator's."""
        with self._source.reading() as unit:
            return not unit.people.people()

    def people(self, actor: Actor) -> list[Person]:
        """All accounts, closed ones too, by login.

        Raises:
          Denied: the person may not manage accounts.
        """
        with self._source.reading() as unit:
            allowed(unit, actor, Verb.MANAGE_PEOPLE)
            return unit.people.people()

    def make_first(self, login: str, name: str, password: str, *, station: StationName) -> Person:
        """The first account, an administrator's, who then makes the others.

        Raises:
          RuleBroken: there are accounts already.
          BadInput: the login or the password cannot be used.
        """
        secrets = AccountSecrets(password_hash=self._passwords.hash_password(password), must_change=True)
        person = _new_person(login, name, {Role.ADMINISTRATOR}, NO_OWNER)

        def work(unit: Unit) -> Person:
            if unit.people.people():
                raise RuleBroken("there are accounts already; ask an administrator for one")
            unit.people.put_person(person)
            unit.people.put_secrets(person.account, secrets)
            note(unit, AuditEvent.ACCOUNT_MADE, person, station, subject=person, roles=_words(person.roles))
            return person

        return self._source.write(work)

    def make(
        self,
        actor: Actor,
        login: str,
        *,
        name: str,
        roles: Iterable[Role],
        organisation: OwnerName = NO_OWNER,
        first_password: str,
    ) -> Person:
        """An account with a password that its person must change at the first sign-in.

        Raises:
          Denied: the person who acts may not.
          BadInput: the login, the roles or the password cannot be used.
          Conflict: the login is another's.
        """
        secrets = AccountSecrets(password_hash=self._passwords.hash_password(first_password), must_change=True)
        person = _new_person(login, name, roles, organisation)

        def work(unit: Unit) -> Person:
            by = allowed(unit, actor, Verb.MANAGE_PEOPLE)
            unit.people.put_person(person)
            unit.people.put_secrets(person.account, secrets)
            note(
                unit,
                AuditEvent.ACCOUNT_MADE,
                by,
                actor.station,
                subject=person,
                roles=_words(person.roles),
                organisation=organisation,
            )
            return person

        return self._source.write(work)

    def change_roles(
        self, actor: Actor, account: AccountId, roles: Iterable[Role], *, organisation: OwnerName = NO_OWNER
    ) -> Person:
        """Give a person other roles. Fewer rights hold at once; more, once the trust list says so too.

        Raises:
          Denied: the person who acts may not, or would change their own roles.
          NotFound: there is no such account.
        """
        wanted = frozenset(roles)
        _check_roles(wanted, organisation)

        def work(unit: Unit) -> Person:
            by, person = self._other(unit, actor, account)
            changed = replace(person, roles=wanted, organisation=organisation)
            unit.people.put_person(changed)
            note(
                unit,
                AuditEvent.ROLES_CHANGED,
                by,
                actor.station,
                subject=person,
                before=_words(person.roles),
                after=_words(wanted),
                organisation=organisation,
            )
            return changed

        return self._source.write(work)

    def close(self, actor: Actor, account: AccountId) -> None:
        """Close an account for good. Requests and grants of the person end at the next look at them.

        Raises: as for change_roles.
        """

        def work(unit: Unit) -> None:
            by, person = self._other(unit, actor, account)
            closed = replace(person, active=False, on_duty=False)
            unit.people.put_person(closed)
            unit.people.put_secrets(account, AccountSecrets())
            note(unit, AuditEvent.ACCOUNT_CLOSED, by, actor.station, subject=person)

        self._source.write(work)

    def reset_password(self, actor: Actor, account: AccountId, first_password: str) -> None:
        """For somebody who lost the password or the telephone: a new one to be changed at the next sign-in.

        The old key is gone with it; the new one counts once the trust list names it.

        Raises: as for change_roles.
        """
        secrets = AccountSecrets(password_hash=self._passwords.hash_password(first_password), must_change=True)

        def work(unit: Unit) -> None:
            by, person = self._other(unit, actor, account)
            unit.people.put_person(replace(person, public_key=""))
            unit.people.put_secrets(account, secrets)
            note(unit, AuditEvent.PASSWORD_CHANGED, by, actor.station, subject=person, reset=True)

        self._source.write(work)

    def set_duty(self, actor: Actor, *, on_duty: bool) -> Person:
        """Go on duty or off.

        Raises:
          Denied: the person's roles know no duty.
        """

        def work(unit: Unit) -> Person:
            person = allowed(unit, actor, Verb.SET_DUTY, to_change=True)
            changed = replace(person, on_duty=on_duty)
            unit.people.put_person(changed)
            note(unit, AuditEvent.DUTY_CHANGED, person, actor.station, subject=person, on_duty=on_duty)
            return changed

        return self._source.write(work)

    def _other(self, unit: Unit, actor: Actor, account: AccountId) -> tuple[Person, Person]:
        """Who acts and whom it is about, both held. As nobody changes themselves, an administrator always stays."""
        if account == actor.account:
            raise Denied("nobody changes their own account this way; ask another administrator")
        unit.people.hold([actor.account, account], to_change=True)
        by = allowed(unit, actor, Verb.MANAGE_PEOPLE, to_change=True)
        person = unit.people.person(account)
        if person is None or not person.active:
            raise NotFound("there is no such open account; look again")
        return by, person


def allowed(unit: Unit, actor: Actor, verb: Verb, *, to_change: bool = False) -> Person:
    """Who acts, as they are now; held until the transaction ends.

    Raises:
      Denied: the account is closed or no role of theirs allows it.
    """
    unit.people.hold([actor.account], to_change=to_change)
    person = unit.people.person(actor.account)
    if person is None or not person.active or not may(person.roles, verb):
        raise Denied("this is not among the rights of your roles; ask an administrator")
    return person


def note(
    unit: Unit,
    event: AuditEvent,
    by: Person,
    station: StationName,
    *,
    subject: Person,
    **facts: str | int | bool | list[str],
) -> None:
    """The entry for something that happened to an account; people stand in it by their pseudonyms."""
    entry = AuditEntry(event, unit.now_at(), by.pseudonym, station, subject.pseudonym, facts=dict(facts))
    unit.audit.append(entry)


def _new_person(login: str, name: str, roles: Iterable[Role], organisation: OwnerName) -> Person:
    if not _LOGIN.fullmatch(login):
        raise BadInput("a login has 2 to 32 letters without accents, digits, dots, dashes or underscores")
    shown = " ".join(name.split())
    if not 1 <= len(shown) <= 80 or not shown.isprintable():
        raise BadInput("a name has 1 to 80 letters; write it as it is to be read on the watermark and the desks")
    wanted = frozenset(roles)
    _check_roles(wanted, organisation)
    account = AccountId(str(uuid.uuid4()))
    return Person(account, login, shown, f"P-{random.token_hex(4)}", wanted, organisation)


def _check_roles(roles: frozenset[Role], organisation: OwnerName) -> None:
    if not roles:
        raise BadInput("an account needs at least one role; close it if its person left")
    if Role.OWNER_REPRESENTATIVE in roles and not organisation:
        raise BadInput("an owner's representative needs an organisation to speak for; choose one")


def _words(roles: frozenset[Role]) -> list[str]:
    return sorted(roles)
