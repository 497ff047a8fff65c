"""The list of keys and policies that every decoder believes: written by one administrator, signed by another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from wallapp.base.errors import Denied, NotFound, RuleBroken
from wallapp.base.ids import NO_DIGEST, NO_OWNER, Digest, OwnerName
from wallapp.domain.audit import AuditEvent
from wallapp.domain.documents import (
    POLICY,
    TRUST,
    Signature,
    Signed,
    TrustedPerson,
    TrustList,
    digest_of,
    read_document,
    write_document,
)
from wallapp.domain.people import Person
from wallapp.domain.permissions import Verb
from wallapp.domain.warrant import TrustPin, has_four_eyes
from wallapp.services.access_ports import Document
from wallapp.services.actor import Actor, SigningKey
from wallapp.services.people_desk import allowed
from wallapp.services.policy_desk import PolicyState, all_policies, newest_list, note_document
from wallapp.services.ports import Unit, UnitSource

_Kind = TypeVar("_Kind")


class ChangeKind(StrEnum):
    """What a new trust list would change."""

    PERSON_ADDED = "person_added"
    PERSON_CHANGED = "person_changed"
    PERSON_LEFT = "person_left"
    POLICY_IN_FORCE = "policy_in_force"
    POLICY_ENDED = "policy_ended"


@dataclass(frozen=True, slots=True)
class TrustChange:
    """One difference; `subject` is a login or an owner's name."""

    kind: ChangeKind
    subject: str


class TrustDesk:
    """Policies and trust lists. Each call is one transaction; any thread."""

    def __init__(self, source: UnitSource) -> None:
        self._source = source

    def found(self, actor: Actor, key: SigningKey) -> TrustPin:
        """Make the first list, of the one administrator there is. Every station is then told its digest.

        Raises:
          RuleBroken: there is a list already.
        """

        def work(unit: Unit) -> TrustPin:
            if unit.documents.trust_chain():
                raise RuleBroken("this store has its trust list already; sign a new version of it")
            actor_now = allowed(unit, actor, Verb.SIGN_TRUST)
            made = self._draft(unit, actor_now)
            document = _signed_by(made, key, TRUST)
            unit.documents.add_document(document)
            unit.documents.add_signature(document.digest, document.signed.signatures[0], document.made_at)
            unit.documents.put_in_force(1, document.digest, document.made_at)
            note_document(unit, AuditEvent.TRUST_IN_FORCE, actor_now, actor, subject=document.digest, version=1)
            return TrustPin(1, document.digest)

        return self._source.write(work)

    def changes(self) -> list[TrustChange]:
        """What a list made now would change in the one that is in force."""
        with self._source.reading() as unit:
            newest = newest_list(unit)
            return _differences(unit, newest, self._list_of(unit, newest)) if newest else []

    def waiting(self) -> list[Document]:
        """Lists that follow the newest one and lack a signature, oldest first."""
        with self._source.reading() as unit:
            newest = newest_list(unit)
            following = newest.version + 1 if newest else 1
            return [one for one in unit.documents.documents(TRUST) if one.version == following]

    def propose(self, actor: Actor, key: SigningKey) -> Document:
        """Write the next list as the people and the countersigned policies stand now, and sign it.

        Where only one administrator is on the list in force, it takes force at once; else a second must sign.

        Raises:
          Denied: the person may not.
          RuleBroken: nothing would change.
        """

        def work(unit: Unit) -> Document:
            person = allowed(unit, actor, Verb.SIGN_TRUST)
            newest = newest_list(unit)
            if newest is None:
                raise RuleBroken("there is no trust list yet; found it first")
            if not _differences(unit, newest, self._list_of(unit, newest)):
                raise RuleBroken("a new trust list would change nothing")
            document = self._draft(unit, person)
            if unit.documents.document(document.digest) is None:
                unit.documents.add_document(document)
            note_document(
                unit, AuditEvent.TRUST_PROPOSED, person, actor, subject=document.digest, version=document.version
            )
            return self._sign(unit, document.digest, person, actor, key)

        return self._source.write(work)

    def sign(self, actor: Actor, key: SigningKey, digest: Digest) -> Document:
        """Put one's name under a list that waits; with enough names it takes force.

        Raises:
          NotFound: there is no such list.
          RuleBroken: another list took force meanwhile.
          Conflict: this person has signed it already.
        """

        def work(unit: Unit) -> Document:
            person = allowed(unit, actor, Verb.SIGN_TRUST)
            return self._sign(unit, digest, person, actor, key)

        return self._source.write(work)

    def _sign(self, unit: Unit, digest: Digest, person: Person, actor: Actor, key: SigningKey) -> Document:
        document, newest = unit.documents.document(digest, locks=True), newest_list(unit)
        if document is None or document.kind != TRUST:
            raise NotFound("there is no such trust list; look again")
        if newest is None or read_document(document.signed.body, TrustList).previous != _newest_digest(unit):
            raise RuleBroken("another trust list took force meanwhile; propose a new one")
        at = unit.now_at()
        signature = Signature(person.account, key.sign(TRUST, document.signed.body.encode()))
        if key.account != person.account:
            raise Denied("the key is another person's; confirm again")
        unit.documents.add_signature(digest, signature, at)
        signed = Signed(document.signed.body, (*document.signed.signatures, signature))
        note_document(unit, AuditEvent.TRUST_SIGNED, person, actor, subject=digest, version=document.version)
        if has_four_eyes(signed, newest):
            unit.documents.put_in_force(document.version, digest, at)
            note_document(unit, AuditEvent.TRUST_IN_FORCE, person, actor, subject=digest, version=document.version)
        return replace(document, signed=signed)

    def _draft(self, unit: Unit, person: Person) -> Document:
        """The next list, unsigned. A proposal of the same content on the same second is the same document."""
        newest = newest_list(unit)
        made = replace(self._list_of(unit, newest), made_at=unit.now_at())
        body = write_document(made)
        return Document(digest_of(body), TRUST, NO_OWNER, made.version, person.account, made.made_at, Signed(body))

    def _list_of(self, unit: Unit, newest: TrustList | None) -> TrustList:
        trusted = {one.account: one for one in newest.people} if newest else {}
        people = [
            TrustedPerson(one.account, one.roles, one.organisation, one.public_key, one.active)
            for one in sorted(unit.people.people(), key=lambda one: one.account)
            if one.public_key and (one.active or one.account in trusted)
        ]
        made_at = newest.made_at if newest else unit.now_at()
        draft = TrustList(
            version=newest.version + 1 if newest else 1,
            previous=_newest_digest(unit),
            made_at=made_at,
            people=tuple(people),
            policies=(),
        )
        return replace(
            draft, policies=tuple(one.document.digest for one in _policies(unit, draft) if one.countersigned)
        )


def _newest_digest(unit: Unit) -> Digest:
    chain = unit.documents.trust_chain()
    return chain[-1].digest if chain else NO_DIGEST


def _policies(unit: Unit, trust: TrustList) -> list[PolicyState]:
    """The newest countersigned version of each owner's."""
    newest: dict[OwnerName, PolicyState] = {}
    for state in all_policies(unit, trust):
        if state.countersigned:
            newest[state.policy.owner] = state
    return list(newest.values())


def _differences(unit: Unit, before: TrustList, after: TrustList) -> list[TrustChange]:
    logins = {one.account: one.login for one in unit.people.people()}
    old, new = ({one.account: one for one in each.people} for each in (before, after))
    changes = []
    for account, person in new.items():
        login = logins.get(account, account)
        if account not in old:
            changes.append(TrustChange(ChangeKind.PERSON_ADDED, login))
        elif person != old[account]:
            kind = ChangeKind.PERSON_CHANGED if person.active else ChangeKind.PERSON_LEFT
            changes.append(TrustChange(kind, login))
    owners = {one.digest: one.owner for one in unit.documents.documents(POLICY)}
    started = [
        TrustChange(ChangeKind.POLICY_IN_FORCE, owners[one]) for one in after.policies if one not in before.policies
    ]
    staying = {owners[one] for one in after.policies}
    ended = [
        TrustChange(ChangeKind.POLICY_ENDED, owners[one])
        for one in before.policies
        if one not in after.policies and owners.get(one, NO_OWNER) not in staying
    ]
    return changes + started + ended


def _signed_by(document: Document, key: SigningKey, kind: str) -> Document:
    signature = Signature(key.account, key.sign(kind, document.signed.body.encode()))
    return replace(document, signed=Signed(document.signed.body, (signature,)))
