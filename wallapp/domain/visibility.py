"""Three rights, kept apart: who may know of a camera, who may ask for it, and who may view it clear.

The third comes from grants alone (domain.access). Who may not know of a camera meets it nowhere: it is taken
out of what the console is given, so that no list, search, count or log can name it.
"""

from __future__ import annotations

from collections.abc import Mapping

from wallapp.base.ids import CameraNumber, OwnerName
from wallapp.domain.access import may_know as knows_of_policy
from wallapp.domain.camera import Camera, Sensitivity
from wallapp.domain.people import Person, Role
from wallapp.domain.policy import Policy


def may_know(person: Person | None, camera: Camera, policy: Policy | None) -> bool:
    """Whether the camera exists for this person; None is somebody who has not signed in.

    Without a policy everybody knows of it, as the register says; with one, the owner's own people and the
    roles that the policy names. A wall that nobody signed in to shows what its operators know. A public
    camera is no secret from anybody.
    """
    if policy is None or policy.terms(camera.number) is None or camera.sensitivity is Sensitivity.PUBLIC:
        return True
    if person is None:
        return Role.OPERATOR in policy.knowing  # an unattended wall stands in the operators' room
    return knows_of_policy(policy, person)


def may_ask(person: Person | None, camera: Camera, policy: Policy | None) -> bool:
    """Whether this person may ask for the camera's clear picture."""
    if person is None or policy is None or policy.terms(camera.number) is None or not person.active:
        return False
    return may_know(person, camera, policy) and not policy.asking.isdisjoint(person.roles)


def known_cameras(
    person: Person | None, cameras: Mapping[CameraNumber, Camera], policies: Mapping[OwnerName, Policy]
) -> dict[CameraNumber, Camera]:
    """The register as this person may see it."""
    return {
        number: camera for number, camera in cameras.items() if may_know(person, camera, policies.get(camera.owner))
    }
