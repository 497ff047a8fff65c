"""The list that decoders believe: two names under each version, and policies that their owners agreed to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.office import Office, make_office
from wallapp.base.errors import BadInput, Conflict, Denied, NotFound, RuleBroken
from wallapp.base.ids import Digest, OwnerName
from wallapp.domain.audit import AuditEvent
from wallapp.domain.documents import Signed, TrustList, read_document, write_document
from wallapp.domain.people import Role
from wallapp.domain.policy import LegRule
from wallapp.domain.warrant import read_authority
from wallapp.services.trust_desk import ChangeKind, TrustChange
from wallapp.services.trust_reading import TrustReader

BANK = OwnerName("Bank")


@pytest.fixture
def office() -> Office:
    return make_office()


def propose_shorter(office: Office) -> Digest:
    return office.policies.propose(office.actor("supervisor"), replace(office.policy(), longest_s=600)).digest


def test_a_second_administrator_signs_what_the_first_proposes(office: Office) -> None:
    office.people.close(office.actor("admin"), office.actor("operator2").account)
    assert office.trust.changes() == [TrustChange(ChangeKind.PERSON_LEFT, "operator2")]
    document = office.trust.propose(office.actor("admin"), office.key("admin"))
    assert office.authority().version == 2, "one name is not enough once there are two administrators"
    assert [one.digest for one in office.trust.waiting()] == [document.digest]
    with pytest.raises(Conflict):
        office.trust.sign(office.actor("admin"), office.key("admin"), document.digest)
    office.trust.sign(office.actor("admin2"), office.key("admin2"), document.digest)
    assert office.authority().version == 3
    assert not office.authority().people[office.actor("operator2").account].active
    assert office.trust.waiting() == [] and office.trust.changes() == []
    assert AuditEvent.TRUST_IN_FORCE in office.events()[:1]


def test_nobody_else_signs_and_nobody_with_anothers_key(office: Office) -> None:
    office.people.close(office.actor("admin"), office.actor("operator2").account)
    with pytest.raises(Denied):
        office.trust.propose(office.actor("supervisor"), office.key("supervisor"))
    document = office.trust.propose(office.actor("admin"), office.key("admin"))
    with pytest.raises(Denied):
        office.trust.sign(office.actor("supervisor"), office.key("supervisor"), document.digest)
    with pytest.raises(Denied, match="another person's"):
        office.trust.sign(office.actor("admin2"), office.key("supervisor"), document.digest)
    assert office.authority().version == 2


def test_a_list_without_changes_is_not_made(office: Office) -> None:
    with pytest.raises(RuleBroken, match="change nothing"):
        office.trust.propose(office.actor("admin"), office.key("admin"))
    with pytest.raises(RuleBroken, match="its trust list already"):
        office.trust.found(office.actor("admin"), office.key("admin"))
    with pytest.raises(NotFound):
        office.trust.sign(office.actor("admin"), office.key("admin"), Digest("0" * 64))


def test_a_list_overtaken_by_another_cannot_be_signed(office: Office) -> None:
    office.people.close(office.actor("admin"), office.actor("operator2").account)
    first = office.trust.propose(office.actor("admin"), office.key("admin"))
    office.people.close(office.actor("admin"), office.actor("trainer").account)
    second = office.trust.propose(office.actor("admin2"), office.key("admin2"))
    office.trust.sign(office.actor("admin"), office.key("admin"), second.digest)
    with pytest.raises(RuleBroken, match="another trust list took force"):
        office.trust.sign(office.actor("admin2"), office.key("admin2"), first.digest)


def test_a_policy_takes_force_once_its_owner_and_two_administrators_agreed(office: Office) -> None:
    digest = propose_shorter(office)
    assert office.trust.changes() == [], "its owner has not agreed yet"
    with pytest.raises(Denied):
        office.policies.countersign(office.actor("school"), office.key("school"), digest)
    office.policies.countersign(office.actor("bank"), office.key("bank"), digest)
    assert office.trust.changes() == [TrustChange(ChangeKind.POLICY_IN_FORCE, "Bank")]
    waiting = office.trust.propose(office.actor("admin"), office.key("admin"))
    assert office.policy().longest_s == 1800
    office.trust.sign(office.actor("admin2"), office.key("admin2"), waiting.digest)
    assert (office.policy().longest_s, office.policy().version) == (600, 2)
    states = {(one.policy.version, one.countersigned, one.in_force) for one in office.policies.policies()}
    assert states == {(2, True, True)}, "the version before is history"


def test_an_owner_writes_for_itself_only(office: Office) -> None:
    office.policies.propose(office.actor("bank"), office.policy())
    with pytest.raises(Denied, match="not for your organisation"):
        office.policies.propose(office.actor("school"), office.policy())
    with pytest.raises(Denied):
        office.policies.propose(office.actor("operator"), office.policy())


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"legs": ()}, "at least one leg"),
        ({"longest_s": 0}, "1 to"),
        ({"break_glass_s": 9999}, "break-glass"),
        ({"purposes": frozenset()}, "no purpose"),
        (
            {"legs": (LegRule("owner", frozenset({Role.OWNER_REPRESENTATIVE}), True, 2),)},
            "needs 2 people and there are 1",
        ),
    ],
)
def test_a_policy_that_could_never_be_met_is_refused_when_it_is_written(
    office: Office, change: dict[str, object], says: str
) -> None:
    with pytest.raises(BadInput, match=says):
        office.policies.propose(office.actor("supervisor"), replace(office.policy(), **change))  # type: ignore[arg-type]  # the row names the fields


def test_a_representative_who_left_keeps_the_policy_and_loses_the_vote(office: Office) -> None:
    office.people.close(office.actor("admin"), office.actor("bank").account)
    document = office.trust.propose(office.actor("admin"), office.key("admin"))
    office.trust.sign(office.actor("admin2"), office.key("admin2"), document.digest)
    authority = office.authority()
    assert BANK in authority.policies
    assert not authority.people[office.actor("bank").account].active


def chain(office: Office) -> tuple[list[Signed], list[Signed]]:
    with office.store.reading() as unit:
        documents = TrustReader(office.pin).documents(unit)
    return list(documents.lists), list(documents.policies)


def test_a_chain_that_was_tampered_with_is_not_believed(office: Office) -> None:
    lists, policies = chain(office)
    newest = read_document(lists[1].body, TrustList)
    friend = replace(newest.people[0], roles=frozenset(Role))
    forged = [
        (lists[1:], policies, "was told to believe"),
        ([lists[0], replace(lists[1], signatures=())], policies, "lacks the signatures"),
        ([lists[0], replace(lists[1], body=write_document(replace(newest, people=(friend,))))], policies, "lacks the"),
        ([lists[0], replace(lists[1], body=write_document(replace(newest, version=3)))], policies, "does not follow"),
        (lists, policies[1:], "is missing"),
        (lists, [replace(one, signatures=()) for one in policies], "not countersigned"),
    ]
    for bad_lists, bad_policies, says in forged:
        with office.store.reading() as unit:
            good = TrustReader(office.pin).documents(unit)
        with pytest.raises(RuleBroken, match=says):
            read_authority(office.pin, replace(good, lists=tuple(bad_lists), policies=tuple(bad_policies)))


def test_a_role_that_only_the_store_gives_is_none(office: Office) -> None:
    operator = office.actor("operator").account
    with office.store.writing() as unit:
        person = unit.people.person(operator)
        assert person is not None
        unit.people.put_person(replace(person, roles=frozenset(Role)))
        counted = office.authority().counted(unit.people.people())
    assert counted[operator].roles == {Role.OPERATOR}
