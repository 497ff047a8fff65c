"""Every rule that refuses a request or a break-glass, with the line that it says; each refusal is in the history."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

import pytest

from tests.fakes.access_cast import (
    BANK,
    BANK_LEGS,
    BANK_POLICY,
    DESK_1,
    DOOR,
    HALL,
    SAFE,
    SCHOOL,
    SCHOOL_POLICY,
    SQUARE,
    YARD,
    Town,
    account_of,
    actor_of,
    key_of,
)
from wallapp.base.errors import BadInput, Denied, NotFound, RuleBroken, WallError
from wallapp.base.ids import CameraNumber, GrantId
from wallapp.domain.access import LockKind, RequestState, Verdict
from wallapp.domain.audit import AuditEvent
from wallapp.domain.people import Role
from wallapp.domain.policy import Purpose
from wallapp.services.access_ask import PENDING_MAX


class Refused(NamedTuple):
    """One rule: what is done to the town first, who asks for what, and what is said."""

    says: str
    error: type[WallError]
    ask: Mapping[str, object] = MappingProxyType({})
    login: str = "operator"
    first: Callable[[Town], object] = lambda town: None


def _lock(kind: LockKind, target: str) -> Callable[[Town], object]:
    return lambda town: town.desk.set_lock(actor_of("supervisor"), kind, target=target, reason="found open at night")


def _policy(**changes: object) -> Callable[[Town], object]:
    changed = replace(BANK_POLICY, version=2, **changes)  # type: ignore[arg-type] # the row names the fields
    return lambda town: town.trust([changed, SCHOOL_POLICY])


def _twenty(town: Town) -> None:
    for _ in range(PENDING_MAX):
        town.desk.ask(actor_of("operator"), town.ask())


LIFE = {"purpose": Purpose.LIFE_AT_RISK}
BOTH = [
    Refused("a reason has 10 to 2000 characters", BadInput, {"reason": "  look!   "}),
    Refused("a reason has 10 to 2000 characters", BadInput, {"reason": "x" * 2001}),
    Refused("there is no camera 999;", NotFound, {"cameras": frozenset({CameraNumber(999)})}),
    Refused("there is no camera 201;", NotFound, {"cameras": frozenset({YARD})}),
    Refused("not among the rights of your roles", Denied, login="auditor"),
    Refused("not among the rights of your roles", Denied, login="banker"),
    Refused("not among the rights of your roles", Denied, login="admin"),
    Refused("account is closed", Denied, first=lambda town: town.change("operator", active=False)),
    Refused("City has no policy in force", RuleBroken, {"cameras": frozenset({SQUARE})}),
    Refused("for these purposes only: intrusion, life at risk", RuleBroken, {"purpose": Purpose.CROWD}),
    Refused("for 1 to", RuleBroken, {"duration_s": 1801}),
    Refused("for 1 to", RuleBroken, {"duration_s": 0}),
    Refused("for 1 to", RuleBroken, {"duration_s": -5}),
    Refused(
        "lets only these ask for its cameras: supervisor",
        Denied,
        first=_policy(asking=frozenset({Role.SUPERVISOR})),
    ),
    Refused(
        "does not name camera 307",
        RuleBroken,
        {"cameras": frozenset({DOOR})},
        first=_policy(cameras=BANK_POLICY.cameras[:2]),
    ),
    Refused("your account is locked", RuleBroken, first=_lock(LockKind.PERSON, account_of("operator"))),
    Refused("the station desk-1 is locked", RuleBroken, first=_lock(LockKind.STATION, DESK_1)),
    Refused("camera 305 is locked", RuleBroken, first=_lock(LockKind.CAMERA, "305")),
    Refused("Bank north is locked", RuleBroken, first=_lock(LockKind.OWNER, BANK)),
    Refused("everything is locked", RuleBroken, first=_lock(LockKind.EVERYTHING, "")),
    Refused("no such grant of yours to extend", RuleBroken, {"extends": GrantId(str(uuid.uuid4()))}),
    Refused(
        "the signed list of trusted people does not name you in this role",
        Denied,
        login="auditor",
        first=lambda town: town.change("auditor", roles=frozenset({Role.OPERATOR})),
    ),
]
ASKED = [
    *BOTH,
    Refused("at most 20 may be", RuleBroken, first=_twenty),
    Refused(
        "the leg 'owner' needs 1 of owner representative of Bank north, other than you, and there are 0",
        RuleBroken,
        first=lambda town: town.change("banker", active=False),
    ),
    Refused(
        "the leg 'owner' needs 1 of owner representative of Bank north, other than you, and there are 0",
        RuleBroken,
        first=_lock(LockKind.PERSON, account_of("banker")),
    ),
    Refused(
        "the leg 'supervisors' needs 2 of supervisor, other than you, and there are 1",
        RuleBroken,
        {"cameras": frozenset({YARD}), "duration_s": 60, **LIFE},
        login="supervisor",
    ),
    Refused(
        "the 2 there are have to decide in another leg as well",
        RuleBroken,
        first=_policy(legs=(replace(BANK_LEGS[0], needed=2), replace(BANK_LEGS[0], name="second"))),
    ),
]
GLASS = [
    *BOTH,
    Refused("for 1 to 600 s", RuleBroken, {"duration_s": 601}),
    Refused("does not allow to break the glass; ask for access", RuleBroken, first=_policy(break_glass_s=0)),
    Refused(
        "does not allow to break the glass for camera 306", RuleBroken, {"cameras": frozenset({SAFE}), "duration_s": 60}
    ),
]


@pytest.mark.parametrize("row", ASKED, ids=lambda row: f"{row.login}-{row.says[:40]}")
def test_what_may_not_be_asked_is_refused_in_one_line(row: Refused) -> None:
    town = Town()
    row.first(town)
    form = town.ask(**row.ask)
    before = len(town.entries())
    with pytest.raises(row.error) as refused:
        town.desk.ask(actor_of(row.login), form)
    assert row.says in str(refused.value)
    assert "\n" not in str(refused.value)
    _only_the_refusal_was_kept(town, before, form.form)


@pytest.mark.parametrize("row", GLASS, ids=lambda row: f"{row.login}-{row.says[:40]}")
def test_what_may_not_be_opened_without_asking_is_refused_in_one_line(row: Refused) -> None:
    town = Town()
    row.first(town)
    form = town.ask(**{"cameras": frozenset({HALL}), "duration_s": 600, **row.ask})
    before = len(town.entries())
    with pytest.raises(row.error) as refused:
        town.desk.break_glass(actor_of(row.login), key_of(row.login), form)
    assert row.says in str(refused.value)
    _only_the_refusal_was_kept(town, before, form.form)


def _only_the_refusal_was_kept(town: Town, before: int, form: str) -> None:
    (entry,) = town.entries()[before:]
    assert (entry.event, entry.subject) == (AuditEvent.REQUEST_REFUSED, form)
    with town.store.reading() as unit:
        assert all(one.terms.submitted_at <= town.clock.now_at() for one in unit.requests.requests())
        assert unit.grants.recent_grants() == []


@pytest.mark.parametrize("form", [{"form": "7"}, {"cameras": frozenset[CameraNumber]()}])
def test_a_form_that_no_window_makes_is_bad_input(form: dict[str, object]) -> None:
    town = Town()
    with pytest.raises(BadInput):
        town.desk.ask(actor_of("operator"), town.ask(**form))
    assert town.entries() == []


def test_who_may_not_know_of_a_camera_is_told_the_same_as_for_one_that_is_not_there() -> None:
    town = Town()
    said = []
    for number in (YARD, CameraNumber(202)):
        with pytest.raises(NotFound) as refused:
            town.desk.ask(actor_of("operator"), town.ask(cameras=frozenset({HALL, number}), **LIFE))
        said.append(str(refused.value).replace(str(number), "N"))
    assert said[0] == said[1]


def test_one_refused_owner_refuses_the_whole_form() -> None:
    town = Town()
    with pytest.raises(RuleBroken, match="School east opens for 1 to 600 s"):
        town.desk.ask(actor_of("supervisor"), town.ask(cameras=frozenset({HALL, YARD}), duration_s=900, **LIFE))
    assert [entry.event for entry in town.entries()] == [AuditEvent.REQUEST_REFUSED]


def test_cameras_of_two_owners_make_two_requests_that_know_nothing_of_each_other() -> None:
    town = Town()
    town.change("trainer", roles=frozenset({Role.SUPERVISOR}))
    town.trust([BANK_POLICY, SCHOOL_POLICY])
    requests = town.desk.ask(actor_of("supervisor"), town.ask(cameras=frozenset({HALL, YARD}), duration_s=60, **LIFE))
    assert [(one.terms.owner, set(one.terms.cameras)) for one in requests] == [(BANK, {HALL}), (SCHOOL, {YARD})]
    assert all(one.state is RequestState.PENDING for one in requests)


def test_an_id_used_for_other_cameras_or_by_another_person_is_no_repetition() -> None:
    town = Town()
    form = town.ask()
    town.desk.ask(actor_of("operator"), form)
    with pytest.raises(RuleBroken, match="made already for other cameras"):
        town.desk.ask(actor_of("operator"), replace(form, cameras=frozenset({HALL})))
    with pytest.raises(RuleBroken, match="made by somebody else"):
        town.desk.ask(actor_of("operator2"), form)


def test_a_repetition_is_answered_even_where_it_could_not_be_asked_any_more() -> None:
    town = Town()
    form = town.ask()
    first = town.desk.ask(actor_of("operator"), form)
    town.change("banker", active=False)
    assert town.desk.ask(actor_of("operator"), form) == first


def test_an_extension_is_a_request_like_any_other() -> None:
    town = Town()
    (grant,) = town.desk.break_glass(
        actor_of("operator"), key_of("operator"), town.ask(cameras=frozenset({HALL}), duration_s=60)
    )
    with pytest.raises(RuleBroken, match="cameras of the grant only"):
        town.desk.ask(actor_of("operator"), town.ask(extends=grant.grant))
    (request,) = town.desk.ask(actor_of("operator"), town.ask(cameras=frozenset({HALL}), extends=grant.grant))
    assert request.state is RequestState.PENDING
    assert request.terms.extends == grant.grant
    for login in ("supervisor", "banker"):
        case = town.desk.vote(
            actor_of(login),
            key_of(login),
            request.terms.request,
            verdict=Verdict.APPROVE,
            cameras=frozenset({HALL}),
            duration_s=300,
        )
    assert [one.grant for one in case.overlapping] == [grant.grant]
    assert case.grant is not None
    assert town.effective() == {grant.grant: {HALL}, case.grant.grant: {HALL}}
    assert town.grant(grant.grant) == grant
