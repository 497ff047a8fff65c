"""Empty scenes on their way from a clear view to an owner's policy.

Taking one and certifying it are two acts of, mostly, two people: whoever has the clear view open by a grant takes it
and keeps it here; a representative of the owner looks at it, says that it is empty, and proposes a policy that names
it, which is countersigned and signed as any. What is kept and not named by a policy in force draws nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from wallapp.base.errors import BadInput, Denied, NotFound, RuleBroken
from wallapp.base.ids import CameraNumber, Digest
from wallapp.domain.audit import AuditEntry, AuditEvent
from wallapp.domain.camera import Sensitivity
from wallapp.domain.permissions import Verb, may
from wallapp.domain.policy import CameraTerms, Policy
from wallapp.domain.scene_file import source_px_of
from wallapp.domain.warrant import Authority
from wallapp.services.access_effect import effective_grants
from wallapp.services.access_ports import AccessUnit, KeptScene
from wallapp.services.actor import Actor
from wallapp.services.ports import Unit, UnitSource


class SceneDesk:
    """Each call is one transaction; any thread.

    Args:
      authority: what the trust in the store vouches for (services.trust_reading).
    """

    def __init__(self, source: UnitSource, authority: Callable[[AccessUnit], Authority]) -> None:
        self._source = source
        self._authority = authority

    def keep(self, actor: Actor, camera: CameraNumber, *, digest: Digest, body: bytes) -> KeptScene:
        """Keep a scene that was just taken, for the camera's owner. It is in the history as a picture taken.

        Raises:
          NotFound: no owner's policy in force names the camera.
          Denied: the camera is not open clear to this person at this station.
          BadInput: it is no scene.
          RuleBroken: another camera's, or another file, is kept under this digest.
        """
        source_px_of(body)

        def work(unit: Unit) -> KeptScene:
            unit.people.hold([actor.account])
            authority, person = self._authority(unit), unit.people.person(actor.account)
            policy, terms = terms_of(authority, camera)
            at = unit.now_at()
            grants = effective_grants(unit, authority, station=actor.station, account=actor.account, at=at)
            is_open = terms.sensitivity is Sensitivity.PUBLIC or any(camera in cameras for _, cameras in grants)
            if person is None or not person.active or not is_open:
                raise Denied("the clear picture of this camera is not open to you here any more; nothing was kept")
            scene = KeptScene(digest, camera, actor.account, at, body)
            if not unit.scenes.add_scene(scene):
                known = next((one for one in unit.scenes.scenes(camera) if one.digest == digest), None)
                if known is None or known.body != body:
                    raise RuleBroken("another scene is kept under this name; take it again")
                return known
            unit.audit.append(
                AuditEntry(
                    AuditEvent.SNAPSHOT_TAKEN,
                    at,
                    person.pseudonym,
                    actor.station,
                    str(camera),
                    policy.owner,
                    {"scene": digest},
                )
            )
            return scene

        return self._source.write(work)

    def scenes(self, actor: Actor, camera: CameraNumber) -> list[KeptScene]:
        """What is kept of the camera, newest first, for its owner's people to look at.

        Raises:
          NotFound: no owner's policy in force names the camera.
          Denied: the person does not speak for its owner.
        """
        with self._source.reading() as unit:
            self._check_owners(unit, actor, camera)
            return unit.scenes.scenes(camera)

    def certified(self, actor: Actor, camera: CameraNumber, digest: Digest) -> Policy:
        """The owner's policy in force with this scene named in it, to be proposed: one scene for each size of picture,
        so that a newer one of the same size takes the older one's place.

        Raises:
          NotFound: no owner's policy names the camera, or no such scene of it is kept.
          Denied: the person does not speak for its owner.
        """
        with self._source.reading() as unit:
            self._check_owners(unit, actor, camera)
            policy, terms = terms_of(self._authority(unit), camera)
            return with_scene(policy, terms, unit.scenes.scenes(camera), digest)

    def _check_owners(self, unit: Unit, actor: Actor, camera: CameraNumber) -> None:
        person = unit.people.person(actor.account)
        policy, _ = terms_of(self._authority(unit), camera)
        theirs = person is not None and person.active and person.speaks_for(policy.owner)
        if person is None or not theirs or not may(person.roles, Verb.PROPOSE_POLICY):
            raise Denied(f"only the people of {policy.owner} may certify a scene of this camera")


def terms_of(authority: Authority, camera: CameraNumber) -> tuple[Policy, CameraTerms]:
    """The policy in force that names the camera, and what it says of it.

    Raises:
      NotFound: there is none.
    """
    for policy in authority.policies.values():
        terms = policy.terms(camera)
        if terms is not None:
            return policy, terms
    raise NotFound("no agreement in force names this camera; its owner has to agree to one first")


def with_scene(policy: Policy, terms: CameraTerms, kept: Sequence[KeptScene], digest: Digest) -> Policy:
    """The policy with this scene named, and without those of the same size or that are not kept.

    Raises:
      NotFound: the scene itself is not kept.
      BadInput: it cannot be read.
    """
    sizes = {one.digest: source_px_of(one.body) for one in kept}
    if digest not in sizes:
        raise NotFound("this scene is not kept any more; take it again")
    if terms.sensitivity is not Sensitivity.PRIVATE:
        raise BadInput("silhouettes take the mosaic's place: the camera has to be private in the agreement")
    others = tuple(one for one in terms.scenes if one in sizes and sizes[one] != sizes[digest])
    named = replace(terms, scenes=(*others, digest))
    return replace(policy, cameras=tuple(named if one is terms else one for one in policy.cameras))
