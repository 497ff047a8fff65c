"""Pre-approved circumstances: opened by a rule, on facts that the asking person cannot set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.access_cast import (
    BANK_POLICY,
    DOOR,
    HALL,
    SAFE,
    SCHOOL_POLICY,
    OpenKey,
    Town,
    account_of,
    actor_of,
    key_of,
)
from wallapp.base.errors import BadInput, Denied
from wallapp.domain.access import DecisionKind, LockKind, Request, RequestState
from wallapp.domain.audit import AuditEvent
from wallapp.domain.documents import FACT, FactTerms, Signature, Signed, write_document
from wallapp.domain.people import Role
from wallapp.domain.place import Place, offset
from wallapp.domain.policy import FactKind
from wallapp.services.access_effect import warrant_of

SHORT_RULE = replace(BANK_POLICY.circumstances[0], longest_s=60)
AT_THE_HALL = Place(33.59, -7.6)


def confirm(town: Town, login: str = "operator2", **changes: object) -> FactTerms:
    given: dict[str, object] = {"place": AT_THE_HALL, "happened_at": town.clock.now_at(), **changes}
    kind = given.pop("kind", FactKind.INTRUSION_CONFIRMED)
    return town.desk.confirm_fact(actor_of(login), key_of(login), kind, **given)  # type: ignore[arg-type] # as above


def asked(town: Town, **changes: object) -> Request:
    (request,) = town.desk.ask(actor_of("operator"), town.ask(**changes))
    return request


def test_a_confirmed_intrusion_opens_the_cameras_near_it_at_once() -> None:
    town = Town()
    confirm(town)
    town.clock.advance(30)
    request = asked(town)
    assert (request.state, request.terms.kind) == (RequestState.APPROVED, DecisionKind.CIRCUMSTANCE)
    with town.store.reading() as unit:
        grant = unit.grants.grant_of(request.terms.request)
        assert grant is not None
        opening = town.authority().opening(warrant_of(unit, grant))
    assert (opening.not_before, opening.not_after) == (grant.not_before, grant.not_after)
    assert town.effective() == {grant.grant: {HALL, SAFE}}
    (entry,) = town.entries(AuditEvent.REQUEST_APPROVED)
    assert (entry.facts["kind"], entry.facts["circumstance"]) == ("circumstance", "confirmed intrusion")


def _keep_forged(town: Town, *, signer: OpenKey, confirmed_by: str) -> None:
    """As somebody with the database's password would."""
    at = town.clock.now_at()
    terms = FactTerms("f", FactKind.INTRUSION_CONFIRMED, 335900000, -76000000, at, account_of(confirmed_by))
    body = write_document(terms)
    with town.store.writing() as unit:
        unit.facts.add_fact(Signed(body, (Signature(account_of(confirmed_by), signer.sign(FACT, body.encode())),)))


def _by_the_asking_person(town: Town) -> None:
    confirm(town, "operator")


def _then(act: Callable[[Town], object]) -> Callable[[Town], None]:
    def prepare(town: Town) -> None:
        confirm(town)
        act(town)

    return prepare


SILENT: dict[str, tuple[Callable[[Town], object], dict[str, object]]] = {
    "no fact": (lambda town: None, {}),
    "by the asking person": (_by_the_asking_person, {}),
    "of another kind": (lambda town: confirm(town, kind=FactKind.FIRE_CONFIRMED), {}),
    "too far": (lambda town: confirm(town, place=offset(AT_THE_HALL, east_m=0, north_m=-201)), {}),
    "one camera too far": (confirm, {"cameras": frozenset({HALL, DOOR})}),
    "too old": (_then(lambda town: town.clock.advance(601)), {}),
    "off duty": (_then(lambda town: town.change("operator", on_duty=False)), {}),
    "witness closed": (_then(lambda town: town.change("operator2", active=False)), {}),
    "witness no operator": (_then(lambda town: town.change("operator2", roles=frozenset({Role.TRAINER}))), {}),
    "signed by another": (lambda town: _keep_forged(town, signer=key_of("operator"), confirmed_by="operator2"), {}),
    "by an auditor": (lambda town: _keep_forged(town, signer=key_of("auditor"), confirmed_by="auditor"), {}),
    "witness locked": (
        _then(
            lambda town: town.desk.set_lock(
                actor_of("admin"), LockKind.PERSON, target=account_of("operator2"), reason="telephone stolen"
            )
        ),
        {},
    ),
    "no place signed": (
        _then(
            lambda town: town.trust(
                [
                    replace(
                        BANK_POLICY,
                        version=2,
                        cameras=tuple(replace(one, lat_e7=None, lon_e7=None) for one in BANK_POLICY.cameras),
                    ),
                    SCHOOL_POLICY,
                ]
            )
        ),
        {},
    ),
    "more time than the rule gives": (
        _then(
            lambda town: town.trust(
                [
                    replace(
                        BANK_POLICY, version=2, circumstances=(replace(BANK_POLICY.circumstances[0], longest_s=60),)
                    ),
                    SCHOOL_POLICY,
                ]
            )
        ),
        {},
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_where_the_rule_does_not_hold_the_request_waits_for_people(name: str) -> None:
    prepare, changes = SILENT[name]
    town = Town()
    prepare(town)
    request = asked(town, **changes)
    assert (request.state, request.terms.kind) == (RequestState.PENDING, DecisionKind.QUORUM)
    assert town.effective() == {}


def test_the_register_cannot_bring_a_camera_nearer() -> None:
    town = Town()
    town.cameras[DOOR] = replace(town.cameras[DOOR], lat_deg=AT_THE_HALL.lat_deg, lon_deg=AT_THE_HALL.lon_deg)
    confirm(town)
    assert asked(town, cameras=frozenset({DOOR})).state is RequestState.PENDING


def test_the_rule_is_used_up_for_a_day() -> None:
    town = Town()
    confirm(town)
    assert [asked(town).state for _ in range(4)] == [RequestState.APPROVED] * 3 + [RequestState.PENDING]
    town.clock.advance(86_399)
    confirm(town)
    assert asked(town).state is RequestState.PENDING
    town.clock.advance(2)
    assert asked(town).state is RequestState.APPROVED


@pytest.mark.parametrize("login", ["banker", "auditor", "admin", "trainer"])
def test_who_may_not_confirm_a_fact(login: str) -> None:
    town = Town()
    with pytest.raises(Denied):
        confirm(town, login)
    with pytest.raises(Denied):
        town.desk.confirm_fact(
            actor_of("operator"),
            key_of("supervisor"),
            FactKind.INTRUSION_CONFIRMED,
            place=AT_THE_HALL,
            happened_at=town.clock.now_at(),
        )
    assert town.entries() == []


@pytest.mark.parametrize("late", [timedelta(seconds=1), timedelta(days=-1, seconds=-1)])
def test_a_fact_that_did_not_happen_lately_is_none(late: timedelta) -> None:
    town = Town()
    with pytest.raises(BadInput):
        confirm(town, happened_at=town.clock.now_at() + late)
