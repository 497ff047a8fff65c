"""Every verb by every role: what the matrix says is what the services do."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from tests.fakes.memory_access import MemoryAccessStore
from tests.fakes.office import CHEAP, HALL, HERE, Office
from wallapp.app.demo_people import seed_demo
from wallapp.base.clock import ManualClock
from wallapp.base.errors import Denied
from wallapp.base.ids import CameraNumber, GrantId, OwnerName, RequestId
from wallapp.domain.access import LockKind, ReviewVerdict, Verdict
from wallapp.domain.camera import Camera, Sensitivity
from wallapp.domain.people import Role
from wallapp.domain.permissions import MATRIX, Verb, may
from wallapp.domain.place import Place
from wallapp.domain.policy import FactKind, Purpose
from wallapp.services.access_ask import AskForm
from wallapp.services.access_desk import AccessDesk
from wallapp.services.access_ports import AuditQuery
from wallapp.services.access_views import AccessViews
from wallapp.services.people_desk import PeopleDesk
from wallapp.services.policy_desk import PolicyDesk
from wallapp.services.sign_in import SignIn
from wallapp.services.trust_desk import TrustDesk
from wallapp.services.trust_reading import TrustReader
from wallapp.vault import totp
from wallapp.vault.keys import SealedKeys
from wallapp.vault.passwords import Passwords

QUAY = Camera(CameraNumber(109), "Quay", OwnerName("Port"), sensitivity=Sensitivity.PRIVATE)
CAMERAS = {HALL.number: HALL, QUAY.number: QUAY}
LOGINS = {
    Role.OPERATOR: "operator",
    Role.SUPERVISOR: "supervisor",
    Role.OWNER_REPRESENTATIVE: "bank",
    Role.AUDITOR: "auditor",
    Role.ADMINISTRATOR: "admin",
    Role.TRAINER: "trainer",
}


@dataclass
class World:
    """Something of everything: undecided requests, grants of both owners, a broken glass, a policy to agree to."""

    office: Office
    desk: AccessDesk
    views: AccessViews
    asked: dict[CameraNumber, RequestId]
    granted: dict[CameraNumber, GrantId]
    broken: GrantId

    def form(self, camera: CameraNumber) -> AskForm:
        return AskForm(str(uuid.uuid4()), frozenset({camera}), Purpose.FIRE, "smoke over the roof", 600)


def make_world() -> World:
    clock = ManualClock()
    store = MemoryAccessStore(clock)
    keys, passwords = SealedKeys(clock, cost=CHEAP), Passwords(cost=CHEAP)
    pin = seed_demo(store, CAMERAS, passwords=passwords, keys=keys, station=HERE)
    sign_in, trust = SignIn(store, passwords, totp, keys), TrustDesk(store)
    office = Office(clock, store, keys, sign_in, PeopleDesk(store, passwords), trust, PolicyDesk(store), pin)
    authority = TrustReader(pin).authority
    desk, views = (kind(store, lambda: CAMERAS, authority) for kind in (AccessDesk, AccessViews))
    world = World(office, desk, views, {}, {}, GrantId(""))
    other = office.actor("operator2")
    for camera in CAMERAS:
        request = desk.ask(other, world.form(camera))[0].terms.request
        voters = ("supervisor2", "bank") if camera == HALL.number else ("supervisor2",)
        for login in voters:
            case = desk.vote(
                office.actor(login), office.key(login), request,
                verdict=Verdict.APPROVE, cameras=frozenset({camera}), duration_s=600,
            )  # fmt: skip
        assert case.grant is not None
        world.granted[camera] = case.grant.grant
        world.asked[camera] = desk.ask(other, world.form(camera))[0].terms.request
    world.broken = desk.break_glass(other, office.key("operator2"), world.form(QUAY.number))[0].grant
    return world


def vote(world: World, login: str, camera: CameraNumber) -> object:
    office = world.office
    return world.desk.vote(
        office.actor(login), office.key(login), world.asked[camera],
        verdict=Verdict.APPROVE, cameras=frozenset({camera}), duration_s=600,
    )  # fmt: skip


def countersign(world: World, login: str) -> object:
    office = world.office
    document = office.policies.propose(office.actor("supervisor2"), replace(office.policy(), longest_s=600))
    return office.policies.countersign(office.actor(login), office.key(login), document.digest)


def sign_trust(world: World, login: str) -> object:
    office = world.office
    office.people.close(office.actor("admin2"), office.actor("operator2").account)
    return office.trust.propose(office.actor(login), office.key(login))


def lock(world: World, login: str, kind: LockKind, target: str) -> object:
    return world.desk.set_lock(world.office.actor(login), kind, target=target, reason="somebody else sits there")


def confirm(world: World, login: str) -> object:
    office, place = world.office, Place(35.0, -3.9)
    at = office.clock.now_at() - timedelta(minutes=1)
    key = office.key(login)
    return world.desk.confirm_fact(office.actor(login), key, FactKind.INTRUSION_CONFIRMED, place=place, happened_at=at)


def looking(world: World, login: str) -> object:
    seen = world.views.looking_now(world.office.actor(login))
    if not any(view.grant.grant == world.granted[QUAY.number] for view in seen):
        raise Denied("this person's list leaves others' grants out")
    return seen


# What each verb allows, done for real. Where two verbs allow the same act, either is enough.
ACTS: dict[tuple[Verb, ...], Callable[[World, str], object]] = {
    (Verb.REQUEST_ACCESS,): lambda w, who: w.desk.ask(w.office.actor(who), w.form(HALL.number)),
    (Verb.BREAK_GLASS,): lambda w, who: w.desk.break_glass(w.office.actor(who), w.office.key(who), w.form(QUAY.number)),
    (Verb.DECIDE_REQUESTS,): lambda w, who: vote(w, who, QUAY.number),
    (Verb.DECIDE_FOR_OWNER, Verb.DECIDE_REQUESTS): lambda w, who: vote(w, who, HALL.number),
    (Verb.REVOKE_ANY,): lambda w, who: w.desk.revoke(w.office.actor(who), w.granted[QUAY.number]),
    (Verb.REVOKE_OWN_CAMERAS, Verb.REVOKE_ANY): lambda w, who: w.desk.revoke(
        w.office.actor(who), w.granted[HALL.number]
    ),
    (Verb.LOCK,): lambda w, who: lock(w, who, LockKind.EVERYTHING, ""),
    (Verb.LOCK_OWN_CAMERAS, Verb.LOCK): lambda w, who: lock(w, who, LockKind.CAMERA, str(HALL.number)),
    (Verb.CONFIRM_FACT,): confirm,
    (Verb.REVIEW,): lambda w, who: w.desk.review(w.office.actor(who), w.broken, ReviewVerdict.JUSTIFIED),
    (Verb.PROPOSE_POLICY,): lambda w, who: w.office.policies.propose(w.office.actor(who), w.office.policy()),
    (Verb.COUNTERSIGN_POLICY,): countersign,
    (Verb.SIGN_TRUST,): sign_trust,
    (Verb.MANAGE_PEOPLE,): lambda w, who: w.office.people.people(w.office.actor(who)),
    (Verb.SET_DUTY,): lambda w, who: w.office.people.set_duty(w.office.actor(who), on_duty=False),
    (Verb.SEE_WHO_LOOKS,): looking,
    (Verb.READ_AUDIT,): lambda w, who: w.views.history(w.office.actor(who), AuditQuery()),
    (Verb.READ_OWN_AUDIT, Verb.READ_AUDIT): lambda w, who: w.views.history(
        w.office.actor(who), AuditQuery(owner=HALL.owner)
    ),
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("verbs", ACTS, ids=lambda verbs: "-or-".join(verbs))
def test_a_role_can_do_what_the_matrix_says_and_nothing_else(verbs: tuple[Verb, ...], role: Role) -> None:
    world, who = make_world(), LOGINS[role]
    if any(role in MATRIX[verb] for verb in verbs):
        ACTS[verbs](world, who)
        return
    before = world.office.events()
    with pytest.raises(Denied):
        ACTS[verbs](world, who)
    silent = {"stepped_up", "policy_proposed", "account_closed", "request_refused", "audit_read"}
    written = world.office.events()[: len(world.office.events()) - len(before)]
    assert set(written) <= silent, "a refusal changes nothing"


@pytest.mark.parametrize("verb", Verb)
def test_every_verb_is_somebodys_and_a_stranger_has_none(verb: Verb) -> None:
    assert MATRIX[verb], "a verb that nobody has is no right"
    assert not may((), verb)
    assert all(may({role}, verb) is (role in MATRIX[verb]) for role in Role)


def test_who_makes_accounts_opens_no_picture_and_decides_nothing() -> None:
    opening = {Verb.REQUEST_ACCESS, Verb.BREAK_GLASS, Verb.DECIDE_REQUESTS, Verb.DECIDE_FOR_OWNER, Verb.CONFIRM_FACT}
    assert not any(may({Role.ADMINISTRATOR}, verb) for verb in opening)
