"""Owners' policies: written under four eyes, agreed to by the owner they concern."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wallapp.base.errors import BadInput, Denied, NotFound
from wallapp.base.ids import NO_OWNER, Digest, OwnerName
from wallapp.domain.audit import AuditEntry, AuditEvent
from wallapp.domain.documents import (
    POLICY,
    Signature,
    Signed,
    TrustList,
    digest_of,
    read_document,
    write_document,
)
from wallapp.domain.people import Person, Role
from wallapp.domain.permissions import Verb
from wallapp.domain.policy import LegRule, Policy
from wallapp.domain.warrant import is_countersigned
from wallapp.services.access_ports import Document
from wallapp.services.actor import Actor, SigningKey
from wallapp.services.people_desk import allowed
from wallapp.services.ports import Unit, UnitSource


@dataclass(frozen=True, slots=True)
class PolicyState:
    """A policy's newest version as the desks show it."""

    document: Document
    policy: Policy
    countersigned: bool
    in_force: bool


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    """One version with the names of who wrote it and who signed it; an account that is gone has no name."""

    state: PolicyState
    made_by: str
    signed_by: tuple[str, ...]


class PolicyDesk:
    """Each call is one transaction; any thread."""

    def __init__(self, source: UnitSource) -> None:
        self._source = source

    def policies(self) -> list[PolicyState]:
        """The newest version of each owner's policy and the one in force, by owner and version."""
        with self._source.reading() as unit:
            newest = newest_list(unit)
            in_force = set(newest.policies) if newest else set()
            shown = []
            for state in all_policies(unit, newest):
                newest_of_owner = max(
                    one.version for one in unit.documents.documents(POLICY) if one.owner == state.policy.owner
                )
                if state.document.digest in in_force or state.policy.version == newest_of_owner:
                    shown.append(replace(state, in_force=state.document.digest in in_force))
            return shown

    def versions(self) -> list[PolicyVersion]:
        """Every version of every owner's policy, by owner and version, with who signed it."""
        with self._source.reading() as unit:
            newest = newest_list(unit)
            in_force = set(newest.policies) if newest else set()
            names = {one.account: one.name for one in unit.people.people()}
            return [
                PolicyVersion(
                    replace(state, in_force=state.document.digest in in_force),
                    names.get(state.document.made_by, ""),
                    tuple(names.get(one.signer, "") for one in state.document.signed.signatures),
                )
                for state in all_policies(unit, newest)
            ]

    def propose(self, actor: Actor, policy: Policy) -> Document:
        """Write a new version of an owner's policy. It takes force once its owner has countersigned it and two
        administrators have signed the trust list that names it.

        Args:
          policy: its version is set here.

        Raises:
          Denied: the person may not; a representative may for their own organisation only.
          BadInput: the policy contradicts itself, or a leg could never be met by the people there are.
        """

        def work(unit: Unit) -> Document:
            person = allowed(unit, actor, Verb.PROPOSE_POLICY)
            if person.roles == {Role.OWNER_REPRESENTATIVE} and not person.speaks_for(policy.owner):
                raise Denied(f"the policy of {policy.owner} is not for your organisation to write")
            versions = [one.version for one in unit.documents.documents(POLICY) if one.owner == policy.owner]
            numbered = replace(policy, version=max(versions, default=0) + 1)
            faults = numbered.faults() + _unseated(numbered, unit.people.people())
            if faults:
                raise BadInput(f"the policy cannot be taken: {'; '.join(faults)}")
            body, at = write_document(numbered), unit.now_at()
            document = Document(
                digest_of(body), POLICY, policy.owner, numbered.version, person.account, at, Signed(body)
            )
            unit.documents.add_document(document)
            note_document(
                unit,
                AuditEvent.POLICY_PROPOSED,
                person,
                actor,
                subject=document.digest,
                owner=policy.owner,
                version=numbered.version,
            )
            return document

        return self._source.write(work)

    def countersign(self, actor: Actor, key: SigningKey, digest: Digest) -> None:
        """Agree to a policy in the owner's name.

        Raises:
          NotFound: there is no such policy.
          Denied: the person does not speak for its owner.
          Conflict: this person has signed it already.
        """

        def work(unit: Unit) -> None:
            person = allowed(unit, actor, Verb.COUNTERSIGN_POLICY)
            document = unit.documents.document(digest, locks=True)
            if document is None or document.kind != POLICY:
                raise NotFound("there is no such policy; look again")
            if not person.speaks_for(document.owner) or key.account != person.account:
                raise Denied(f"only a representative of {document.owner} may agree to its policy")
            signature = Signature(person.account, key.sign(POLICY, document.signed.body.encode()))
            unit.documents.add_signature(digest, signature, unit.now_at())
            note_document(
                unit,
                AuditEvent.POLICY_COUNTERSIGNED,
                person,
                actor,
                subject=digest,
                owner=document.owner,
                version=document.version,
            )

        self._source.write(work)


def newest_list(unit: Unit) -> TrustList | None:
    """The trust list in force; None where none was founded."""
    chain = unit.documents.trust_chain()
    return read_document(chain[-1].signed.body, TrustList) if chain else None


def all_policies(unit: Unit, trust: TrustList | None) -> list[PolicyState]:
    """Every version of every policy, by owner and version; `in_force` is left False."""
    states = []
    for document in unit.documents.documents(POLICY):
        policy = read_document(document.signed.body, Policy)
        agreed = trust is not None and is_countersigned(document.signed, policy, trust)
        states.append(PolicyState(document, policy, agreed, in_force=False))
    return sorted(states, key=lambda one: (one.policy.owner, one.policy.version))


def _unseated(policy: Policy, people: list[Person]) -> list[str]:
    """Legs that nobody, or too few, could meet even where a stranger asked."""
    faults = []
    for leg in policy.legs:
        able = [one for one in people if one.active and _could_sit(leg, one, policy.owner)]
        if len(able) < leg.needed:
            faults.append(f"the leg '{leg.name}' needs {leg.needed} people and there are {len(able)}")
    return faults


def _could_sit(leg: LegRule, person: Person, owner: OwnerName) -> bool:
    return (not leg.of_owner or person.organisation == owner) and not leg.roles.isdisjoint(person.roles)


def note_document(
    unit: Unit,
    event: AuditEvent,
    person: Person,
    actor: Actor,
    *,
    subject: str,
    version: int,
    owner: OwnerName = NO_OWNER,
) -> None:
    """The entry for something that happened to a trust list or a policy."""
    entry = AuditEntry(event, unit.now_at(), person.pseudonym, actor.station, subject, owner, {"version": version})
    unit.audit.append(entry)
