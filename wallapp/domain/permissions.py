"""The permission matrix: which role may do what. Data, shown in the interface as it stands here.

A right here is necessary, never sufficient: legs, owners, locks and the rule against deciding one's own
request come on top (domain.access).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from wallapp.domain.people import Role


class Verb(StrEnum):
    """Everything that a role can allow or not."""

    REQUEST_ACCESS = "request_access"
    """Ask for a camera's clear picture, withdraw the request, give a grant back."""
    BREAK_GLASS = "break_glass"
    """Open without asking, where the policy allows it; reviewed afterwards."""
    DECIDE_REQUESTS = "decide_requests"
    """Vote in a supervisor's leg."""
    DECIDE_FOR_OWNER = "decide_for_owner"
    """Vote in an owner's leg, for one's own organisation."""
    REVOKE_ANY = "revoke_any"
    """End anybody's grant."""
    REVOKE_OWN_CAMERAS = "revoke_own_cameras"
    """End a grant on one's own organisation's cameras."""
    LOCK = "lock"
    """Lock a user, station, camera, owner or everything, and lift a lock."""
    LOCK_OWN_CAMERAS = "lock_own_cameras"
    """Lock one's own organisation's cameras, and lift that lock."""
    CONFIRM_FACT = "confirm_fact"
    """Confirm an event that a pre-approved circumstance rests on."""
    REVIEW = "review"
    """Judge a use of break-glass afterwards."""
    PROPOSE_POLICY = "propose_policy"
    """Write a new version of an owner's policy."""
    COUNTERSIGN_POLICY = "countersign_policy"
    """Agree to a policy for one's own organisation."""
    SIGN_TRUST = "sign_trust"
    """Sign the list of keys and policies that every decoder trusts."""
    MANAGE_PEOPLE = "manage_people"
    """Make and close accounts, change roles."""
    SET_DUTY = "set_duty"
    """Go on duty and off."""
    SEE_WHO_LOOKS = "see_who_looks"
    """See the grants in force on all cameras."""
    READ_AUDIT = "read_audit"
    """Read the whole history."""
    READ_OWN_AUDIT = "read_own_audit"
    """Read the history of one's own organisation's cameras."""
    SEE_INCIDENTS = "see_incidents"
    """See incidents, markers, layers, alarms and the log; of cameras only what one may know of."""
    WORK_ON_INCIDENTS = "work_on_incidents"
    """Open and change incidents, place markers; a trainer only in a drill."""
    DRAW_LAYERS = "draw_layers"
    """Make, show and draw crisis layers; a trainer only in a drill."""
    HANDLE_ALARMS = "handle_alarms"
    """Acknowledge and shelve alarms; a trainer only in a drill."""
    ASK_LEVEL = "ask_level"
    """Ask for another crisis level, raise it alone in an emergency, review it."""
    AGREE_TO_LEVEL = "agree_to_level"
    """Be the second person for another crisis level."""
    WRITE_LOG = "write_log"
    """Write and correct lines of the log; a trainer only in a drill."""
    REVIEW_LOG = "review_log"
    """Say which lines of the log are significant."""
    STEER_CAMERAS = "steer_cameras"
    """Turn cameras that turn, where their picture is clear."""


_O, _S, _R, _U, _A, _T = (
    Role.OPERATOR,
    Role.SUPERVISOR,
    Role.OWNER_REPRESENTATIVE,
    Role.AUDITOR,
    Role.ADMINISTRATOR,
    Role.TRAINER,
)

MATRIX: Final[Mapping[Verb, frozenset[Role]]] = MappingProxyType(
    {
        Verb.REQUEST_ACCESS: frozenset({_O, _S}),
        Verb.BREAK_GLASS: frozenset({_O, _S}),
        Verb.DECIDE_REQUESTS: frozenset({_S}),
        Verb.DECIDE_FOR_OWNER: frozenset({_R}),
        Verb.REVOKE_ANY: frozenset({_S}),
        Verb.REVOKE_OWN_CAMERAS: frozenset({_R}),
        Verb.LOCK: frozenset({_S, _A}),
        Verb.LOCK_OWN_CAMERAS: frozenset({_R}),
        Verb.CONFIRM_FACT: frozenset({_O, _S}),
        Verb.REVIEW: frozenset({_S, _U}),
        Verb.PROPOSE_POLICY: frozenset({_S, _R, _A}),
        Verb.COUNTERSIGN_POLICY: frozenset({_R}),
        Verb.SIGN_TRUST: frozenset({_A}),
        Verb.MANAGE_PEOPLE: frozenset({_A}),
        Verb.SET_DUTY: frozenset({_O, _S, _R}),
        Verb.SEE_WHO_LOOKS: frozenset({_S, _U}),
        Verb.READ_AUDIT: frozenset({_U}),
        Verb.READ_OWN_AUDIT: frozenset({_R}),
        Verb.SEE_INCIDENTS: frozenset({_O, _S, _U, _T}),
        Verb.WORK_ON_INCIDENTS: frozenset({_O, _S, _T}),
        Verb.DRAW_LAYERS: frozenset({_O, _S, _T}),
        Verb.HANDLE_ALARMS: frozenset({_O, _S, _T}),
        Verb.ASK_LEVEL: frozenset({_S}),
        Verb.AGREE_TO_LEVEL: frozenset({_O, _S}),
        Verb.WRITE_LOG: frozenset({_O, _S, _T}),
        Verb.REVIEW_LOG: frozenset({_S}),
        Verb.STEER_CAMERAS: frozenset({_O, _S}),
    }
)
"""An administrator opens no picture and decides no request: who makes accounts must not use them."""


def may(roles: Iterable[Role], verb: Verb) -> bool:
    """Whether any of these roles allows it; a verb that the matrix does not hold is allowed to nobody."""
    return not MATRIX.get(verb, frozenset()).isdisjoint(roles)
