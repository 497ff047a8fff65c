"""Every word of the rules of access in the reader's language: purposes, roles, rights, states, events."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from wallapp.base.errors import BadInput, Conflict, Denied, NotFound, RuleBroken, Unavailable, WallError
from wallapp.domain.access import DecisionKind, GrantEnd, LockKind, RequestState, ReviewVerdict, Verdict
from wallapp.domain.camera import Sensitivity
from wallapp.domain.people import Role
from wallapp.domain.permissions import Verb
from wallapp.domain.policy import FactKind, Purpose
from wallapp.services.trust_desk import ChangeKind

WORDS: dict[Enum, object] = {
    Purpose.LIFE_AT_RISK: QT_TRANSLATE_NOOP("Access", "life at risk"),
    Purpose.INTRUSION: QT_TRANSLATE_NOOP("Access", "intrusion"),
    Purpose.FIRE: QT_TRANSLATE_NOOP("Access", "fire"),
    Purpose.CROWD: QT_TRANSLATE_NOOP("Access", "crowd"),
    Purpose.TRAFFIC_ACCIDENT: QT_TRANSLATE_NOOP("Access", "traffic accident"),
    Purpose.MISSING_PERSON: QT_TRANSLATE_NOOP("Access", "missing person"),
    Purpose.PUBLIC_ORDER: QT_TRANSLATE_NOOP("Access", "public order"),
    Purpose.TECHNICAL: QT_TRANSLATE_NOOP("Access", "technical work"),
    Purpose.EXERCISE: QT_TRANSLATE_NOOP("Access", "exercise"),
    Role.OPERATOR: QT_TRANSLATE_NOOP("Access", "operator"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("Access", "supervisor"),
    Role.OWNER_REPRESENTATIVE: QT_TRANSLATE_NOOP("Access", "owner representative"),
    Role.AUDITOR: QT_TRANSLATE_NOOP("Access", "auditor"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("Access", "administrator"),
    Role.TRAINER: QT_TRANSLATE_NOOP("Access", "trainer"),
    Sensitivity.PUBLIC: QT_TRANSLATE_NOOP("Access", "public: always clear"),
    Sensitivity.PRIVATE: QT_TRANSLATE_NOOP("Access", "private: mosaic"),
    Sensitivity.PROTECTED: QT_TRANSLATE_NOOP("Access", "protected: closed"),
    RequestState.PENDING: QT_TRANSLATE_NOOP("Access", "waiting"),
    RequestState.APPROVED: QT_TRANSLATE_NOOP("Access", "approved"),
    RequestState.DENIED: QT_TRANSLATE_NOOP("Access", "denied"),
    RequestState.WITHDRAWN: QT_TRANSLATE_NOOP("Access", "withdrawn"),
    RequestState.EXPIRED: QT_TRANSLATE_NOOP("Access", "expired undecided"),
    RequestState.INVALIDATED: QT_TRANSLATE_NOOP("Access", "void: the rules or the person changed"),
    DecisionKind.QUORUM: QT_TRANSLATE_NOOP("Access", "by people's votes"),
    DecisionKind.CIRCUMSTANCE: QT_TRANSLATE_NOOP("Access", "by a circumstance the owner agreed to"),
    DecisionKind.BREAK_GLASS: QT_TRANSLATE_NOOP("Access", "break-glass"),
    Verdict.APPROVE: QT_TRANSLATE_NOOP("Access", "approve"),
    Verdict.DENY: QT_TRANSLATE_NOOP("Access", "deny"),
    GrantEnd.EXPIRED: QT_TRANSLATE_NOOP("Access", "time was over"),
    GrantEnd.REVOKED: QT_TRANSLATE_NOOP("Access", "revoked"),
    GrantEnd.RELINQUISHED: QT_TRANSLATE_NOOP("Access", "given back"),
    GrantEnd.LOCKED: QT_TRANSLATE_NOOP("Access", "stopped by a lock"),
    GrantEnd.INVALIDATED: QT_TRANSLATE_NOOP("Access", "the person's rights ended"),
    LockKind.PERSON: QT_TRANSLATE_NOOP("Access", "person"),
    LockKind.STATION: QT_TRANSLATE_NOOP("Access", "station"),
    LockKind.CAMERA: QT_TRANSLATE_NOOP("Access", "camera"),
    LockKind.OWNER: QT_TRANSLATE_NOOP("Access", "owner"),
    LockKind.EVERYTHING: QT_TRANSLATE_NOOP("Access", "everything"),
    ReviewVerdict.JUSTIFIED: QT_TRANSLATE_NOOP("Access", "justified"),
    ReviewVerdict.CHALLENGED: QT_TRANSLATE_NOOP("Access", "challenged"),
    FactKind.INTRUSION_CONFIRMED: QT_TRANSLATE_NOOP("Access", "confirmed intrusion"),
    FactKind.FIRE_CONFIRMED: QT_TRANSLATE_NOOP("Access", "confirmed fire"),
    FactKind.PERSON_AT_RISK_CONFIRMED: QT_TRANSLATE_NOOP("Access", "confirmed person at risk"),
    FactKind.CRISIS_LEVEL: QT_TRANSLATE_NOOP("Access", "crisis level declared"),
    ChangeKind.PERSON_ADDED: QT_TRANSLATE_NOOP("Access", "person added"),
    ChangeKind.PERSON_CHANGED: QT_TRANSLATE_NOOP("Access", "person's rights or key changed"),
    ChangeKind.PERSON_LEFT: QT_TRANSLATE_NOOP("Access", "person left"),
    ChangeKind.POLICY_IN_FORCE: QT_TRANSLATE_NOOP("Access", "agreement takes force"),
    ChangeKind.POLICY_ENDED: QT_TRANSLATE_NOOP("Access", "agreement ends"),
    Verb.REQUEST_ACCESS: QT_TRANSLATE_NOOP("Access", "ask for a camera's clear picture"),
    Verb.BREAK_GLASS: QT_TRANSLATE_NOOP("Access", "break the glass: open without asking, reviewed afterwards"),
    Verb.DECIDE_REQUESTS: QT_TRANSLATE_NOOP("Access", "decide requests for the room"),
    Verb.DECIDE_FOR_OWNER: QT_TRANSLATE_NOOP("Access", "decide requests for one's own organisation"),
    Verb.REVOKE_ANY: QT_TRANSLATE_NOOP("Access", "end anybody's clear view"),
    Verb.REVOKE_OWN_CAMERAS: QT_TRANSLATE_NOOP("Access", "end a clear view of one's own cameras"),
    Verb.LOCK: QT_TRANSLATE_NOOP("Access", "lock a person, station, camera, owner or everything"),
    Verb.LOCK_OWN_CAMERAS: QT_TRANSLATE_NOOP("Access", "lock one's own cameras"),
    Verb.CONFIRM_FACT: QT_TRANSLATE_NOOP("Access", "confirm an event that a circumstance rests on"),
    Verb.REVIEW: QT_TRANSLATE_NOOP("Access", "judge a break-glass afterwards"),
    Verb.PROPOSE_POLICY: QT_TRANSLATE_NOOP("Access", "propose an owner's agreement"),
    Verb.COUNTERSIGN_POLICY: QT_TRANSLATE_NOOP("Access", "countersign one's own agreement"),
    Verb.SIGN_TRUST: QT_TRANSLATE_NOOP("Access", "sign the list that decoders trust"),
    Verb.MANAGE_PEOPLE: QT_TRANSLATE_NOOP("Access", "make and close accounts, change roles"),
    Verb.SET_DUTY: QT_TRANSLATE_NOOP("Access", "go on duty and off"),
    Verb.EDIT_REGISTER: QT_TRANSLATE_NOOP("Access", "change owners, sites and cameras"),
    Verb.SEE_WHO_LOOKS: QT_TRANSLATE_NOOP("Access", "see who looks at any camera"),
    Verb.READ_AUDIT: QT_TRANSLATE_NOOP("Access", "read the whole history"),
    Verb.READ_OWN_AUDIT: QT_TRANSLATE_NOOP("Access", "read the history of one's own cameras"),
    Verb.RUN_DRILL: QT_TRANSLATE_NOOP("Access", "prepare and run an exercise"),
}
"""Each member of each enumeration that a person reads; a test holds it against the enumerations."""

_REFUSALS: dict[type[WallError], object] = {
    BadInput: QT_TRANSLATE_NOOP("Access", "This cannot be used"),
    Denied: QT_TRANSLATE_NOOP("Access", "Not allowed"),
    RuleBroken: QT_TRANSLATE_NOOP("Access", "Refused by a rule"),
    NotFound: QT_TRANSLATE_NOOP("Access", "Not there any more"),
    Conflict: QT_TRANSLATE_NOOP("Access", "Somebody else was quicker"),
    Unavailable: QT_TRANSLATE_NOOP("Access", "No answer"),
}


def say(text: object) -> str:
    """A text of this context, marked for lupdate, in the reader's language."""
    return QCoreApplication.translate("Access", str(text))


def word(member: Enum) -> str:
    """The member's word; its bare value where it has none, so that nothing is ever shown as nothing."""
    return say(WORDS[member]) if member in WORDS else str(member.value)


def words(members: Iterable[Enum]) -> str:
    """Several, sorted as they are read, with the language's comma."""
    return comma().join(sorted(word(member) for member in members))


def comma() -> str:
    """What stands between the parts of a list."""
    return QCoreApplication.translate("Access", ", ")


def lasting(seconds: int) -> str:
    """A duration in words."""
    if seconds >= 3600 and seconds % 60 == 0:
        hours, minutes = divmod(seconds // 60, 60)
        text = QCoreApplication.translate("Access", "{hours} h {minutes} min")
        whole = QCoreApplication.translate("Access", "{hours} h")
        return (text if minutes else whole).format(hours=hours, minutes=minutes)
    if seconds >= 60 and seconds % 60 == 0:
        return QCoreApplication.translate("Access", "{minutes} min").format(minutes=seconds // 60)
    return QCoreApplication.translate("Access", "{seconds} s").format(seconds=seconds)


def left(seconds: float) -> str:
    """A countdown: minutes and seconds, with hours where there are any; read from left to right in every language."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    text = f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60:02}:{rest % 60:02}"
    return f"\u2066{text}\u2069"


def moment(at: datetime) -> str:
    """Date and local time with seconds."""
    return apart(at.astimezone().strftime("%Y-%m-%d %H:%M:%S"))


def time_of_day(at: datetime) -> str:
    """Local hours and minutes."""
    return apart(at.astimezone().strftime("%H:%M"))


def span(delta: timedelta) -> int:
    """Whole seconds of it."""
    return int(delta.total_seconds())


def apart(text: str) -> str:
    """A name, number or code that keeps its own direction within a sentence of another."""
    return f"\u2068{text}\u2069"


def number(value: int) -> str:
    """A count, grouped as the language does it."""
    return QLocale().toString(value)


def refusal(error: WallError) -> str:
    """What kind of refusal, in the reader's language, and the service's own line."""
    kind = next((text for each, text in _REFUSALS.items() if isinstance(error, each)), None)
    found = say(kind) if kind else QCoreApplication.translate("Access", "Internal error")
    return f"{found}: {apart(str(error))}"
