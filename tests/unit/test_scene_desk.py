"""An empty scene from who has the clear view to the owner's policy, and with the leases to the decoders."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.access_cast import BANK_POLICY, DESK_2, HALL, SAFE, SCHOOL_POLICY, SQUARE, Town, actor_of, key_of
from wallapp.base.errors import BadInput, Denied, NotFound, RuleBroken, Unavailable
from wallapp.base.ids import CameraNumber, Digest
from wallapp.domain.access import Verdict
from wallapp.domain.audit import AuditEvent
from wallapp.domain.policy import Policy
from wallapp.services.leases import Leases
from wallapp.services.scene_desk import SceneDesk

OPERATOR, BANKER = actor_of("operator"), actor_of("banker", DESK_2)
LARGE, SMALL, NEWER = Digest("large"), Digest("small"), Digest("newer")
BODY = {
    LARGE: b"wallapp scene 1 1280x720\nlarge",
    SMALL: b"wallapp scene 1 640x360\nsmall",
    NEWER: b"wallapp scene 1 1280x720\nnewer",
}


@pytest.fixture
def town() -> Town:
    return Town()


@pytest.fixture
def desk(town: Town) -> SceneDesk:
    return SceneDesk(town.store, town.reader.authority)


def open_clear(town: Town) -> None:
    (request,) = town.desk.ask(OPERATOR, town.ask())
    for login in ("supervisor", "banker"):
        town.desk.vote(
            actor_of(login, DESK_2),
            key_of(login),
            request.terms.request,
            verdict=Verdict.APPROVE,
            cameras=request.terms.cameras,
            duration_s=900,
        )


def keep(desk: SceneDesk, *digests: Digest, camera: CameraNumber = HALL) -> None:
    for digest in digests:
        desk.keep(OPERATOR, camera, digest=digest, body=BODY[digest])


def named(policy: Policy) -> tuple[Digest, ...]:
    terms = policy.terms(HALL)
    assert terms is not None
    return terms.scenes


def test_only_who_sees_the_camera_clear_keeps_a_scene(town: Town, desk: SceneDesk) -> None:
    with pytest.raises(Denied, match="not open to you here"):
        keep(desk, LARGE)
    open_clear(town)
    keep(desk, LARGE)
    with pytest.raises(Denied, match="not open to you here"):
        desk.keep(actor_of("operator", DESK_2), HALL, digest=SMALL, body=BODY[SMALL])
    with pytest.raises(Denied, match="not open to you here"):
        desk.keep(actor_of("operator2"), HALL, digest=SMALL, body=BODY[SMALL])
    with pytest.raises(NotFound, match="no agreement"):
        keep(desk, SMALL, camera=SQUARE)
    with pytest.raises(BadInput):
        desk.keep(OPERATOR, HALL, digest=SMALL, body=b"\x89PNG")
    town.clock.advance(901)
    with pytest.raises(Denied, match="not open to you here"):
        keep(desk, SMALL)
    (entry,) = town.entries(AuditEvent.SNAPSHOT_TAKEN)
    assert (entry.subject, entry.owner, entry.facts) == (str(HALL), "Bank north", {"scene": LARGE})
    assert [one.digest for one in desk.scenes(BANKER, HALL)] == [LARGE]


def test_a_scene_that_cannot_be_recorded_is_not_kept(town: Town, desk: SceneDesk) -> None:
    open_clear(town)
    town.store.fails_on = "audit"
    with pytest.raises(Unavailable):
        keep(desk, LARGE)
    town.store.fails_on = ""
    assert desk.scenes(BANKER, HALL) == []


def test_a_scene_is_kept_once_and_never_under_anothers_name(town: Town, desk: SceneDesk) -> None:
    open_clear(town)
    keep(desk, LARGE, LARGE)
    assert len(town.entries(AuditEvent.SNAPSHOT_TAKEN)) == 1
    for camera, body in ((SAFE, BODY[LARGE]), (HALL, BODY[NEWER])):
        with pytest.raises(RuleBroken, match="another scene"):
            desk.keep(OPERATOR, camera, digest=LARGE, body=body)


@pytest.mark.parametrize("login", ["operator", "supervisor", "head", "admin", "auditor"])
def test_only_the_owner_looks_at_scenes_and_certifies_them(town: Town, desk: SceneDesk, login: str) -> None:
    open_clear(town)
    keep(desk, LARGE)
    with pytest.raises(Denied, match="only the people of Bank north"):
        desk.scenes(actor_of(login), HALL)
    with pytest.raises(Denied, match="only the people of Bank north"):
        desk.certified(actor_of(login), HALL, LARGE)


def test_one_scene_of_each_size_is_named(town: Town, desk: SceneDesk) -> None:
    open_clear(town)
    keep(desk, LARGE, SMALL, NEWER)
    assert named(desk.certified(BANKER, HALL, LARGE)) == (LARGE,)
    with pytest.raises(NotFound, match="not kept"):
        desk.certified(BANKER, HALL, Digest("nobody's"))
    with pytest.raises(BadInput, match="private"):
        desk.keep(OPERATOR, SAFE, digest=Digest("safe"), body=BODY[SMALL] + b"2")
        desk.certified(BANKER, SAFE, Digest("safe"))
    town.trust((with_scenes(LARGE, SMALL, Digest("gone")), SCHOOL_POLICY))
    proposed = desk.certified(BANKER, HALL, NEWER)
    assert named(proposed) == (SMALL, NEWER), "of the same size as another, and one that is not kept, are left out"
    assert replace(proposed, cameras=()) == replace(with_scenes(LARGE), cameras=()), "nothing else changes"


def test_the_lane_brings_the_scenes_that_the_policies_in_force_name(town: Town, desk: SceneDesk) -> None:
    lane = Leases(town.store, town.reader, town.clock)
    open_clear(town)
    keep(desk, LARGE, SMALL)
    assert lane.look(None, set()).scenes == {}, "kept, and named by nobody"
    town.trust((with_scenes(LARGE, SMALL, NEWER), SCHOOL_POLICY))
    assert lane.look(None, set()).scenes == {HALL: (BODY[LARGE], BODY[SMALL])}
    town.trust((with_scenes(SMALL), SCHOOL_POLICY))
    assert lane.look(OPERATOR, {HALL}).scenes == {HALL: (BODY[SMALL],)}
    town.trust((BANK_POLICY, SCHOOL_POLICY))
    assert lane.look(OPERATOR, {HALL}).scenes == {}


def with_scenes(*digests: Digest) -> Policy:
    cameras = tuple(replace(one, scenes=digests) if one.number == HALL else one for one in BANK_POLICY.cameras)
    return replace(BANK_POLICY, version=2, cameras=cameras)
