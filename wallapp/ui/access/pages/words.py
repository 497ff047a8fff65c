"""Every word of the rules of access in the reader's language: purposes, roles, rights, states, events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from wallapp.base.errors import BadInput, Conflict, Denied, NotFound, RuleBroken, Unavailable, WallError
from wallapp.domain.access import DecisionKind, GrantEnd, LockKind, RequestState, ReviewVerdict, Verdict
from wallapp.domain.camera import Sensitivity
from wallapp.domain.people import Role
from wallapp.domain.permissions import Verb
from wallapp.domain.policy import FactKind, Purpose
from wallapp.services.trust_desk import ChangeKind
from wallapp.ui.access import refusals
from wallapp.ui.access.words import countdown, end_words, purpose_word, role_word, state_word

_PAIRS: Final[tuple[tuple[Enum, object], ...]] = (
    (Sensitivity.PUBLIC, QT_TRANSLATE_NOOP("Desks", "public: always clear")),
    (Sensitivity.PRIVATE, QT_TRANSLATE_NOOP("Desks", "private: mosaic")),
    (Sensitivity.PROTECTED, QT_TRANSLATE_NOOP("Desks", "protected: closed")),
    (DecisionKind.QUORUM, QT_TRANSLATE_NOOP("Desks", "by people's votes")),
    (DecisionKind.CIRCUMSTANCE, QT_TRANSLATE_NOOP("Desks", "by a circumstance the owner agreed to")),
    (DecisionKind.BREAK_GLASS, QT_TRANSLATE_NOOP("Desks", "break-glass")),
    (Verdict.APPROVE, QT_TRANSLATE_NOOP("Desks", "approve")),
    (Verdict.DENY, QT_TRANSLATE_NOOP("Desks", "deny")),
    (LockKind.PERSON, QT_TRANSLATE_NOOP("Desks", "person")),
    (LockKind.STATION, QT_TRANSLATE_NOOP("Desks", "station")),
    (LockKind.CAMERA, QT_TRANSLATE_NOOP("Desks", "camera")),
    (LockKind.OWNER, QT_TRANSLATE_NOOP("Desks", "owner")),
    (LockKind.EVERYTHING, QT_TRANSLATE_NOOP("Desks", "everything")),
    (ReviewVerdict.JUSTIFIED, QT_TRANSLATE_NOOP("Desks", "justified")),
    (ReviewVerdict.CHALLENGED, QT_TRANSLATE_NOOP("Desks", "challenged")),
    (FactKind.INTRUSION_CONFIRMED, QT_TRANSLATE_NOOP("Desks", "confirmed intrusion")),
    (FactKind.FIRE_CONFIRMED, QT_TRANSLATE_NOOP("Desks", "confirmed fire")),
    (FactKind.PERSON_AT_RISK_CONFIRMED, QT_TRANSLATE_NOOP("Desks", "confirmed person at risk")),
    (FactKind.CRISIS_LEVEL, QT_TRANSLATE_NOOP("Desks", "crisis level declared")),
    (ChangeKind.PERSON_ADDED, QT_TRANSLATE_NOOP("Desks", "person added")),
    (ChangeKind.PERSON_CHANGED, QT_TRANSLATE_NOOP("Desks", "person's rights or key changed")),
    (ChangeKind.PERSON_LEFT, QT_TRANSLATE_NOOP("Desks", "person left")),
    (ChangeKind.POLICY_IN_FORCE, QT_TRANSLATE_NOOP("Desks", "agreement takes force")),
    (ChangeKind.POLICY_ENDED, QT_TRANSLATE_NOOP("Desks", "agreement ends")),
    (Verb.REQUEST_ACCESS, QT_TRANSLATE_NOOP("Desks", "ask for a camera's clear picture")),
    (Verb.BREAK_GLASS, QT_TRANSLATE_NOOP("Desks", "break the glass: open without asking, reviewed afterwards")),
    (Verb.DECIDE_REQUESTS, QT_TRANSLATE_NOOP("Desks", "decide requests for the room")),
    (Verb.DECIDE_FOR_OWNER, QT_TRANSLATE_NOOP("Desks", "decide requests for one's own organisation")),
    (Verb.REVOKE_ANY, QT_TRANSLATE_NOOP("Desks", "end anybody's clear view")),
    (Verb.REVOKE_OWN_CAMERAS, QT_TRANSLATE_NOOP("Desks", "end a clear view of one's own cameras")),
    (Verb.LOCK, QT_TRANSLATE_NOOP("Desks", "lock a person, station, camera, owner or everything")),
    (Verb.LOCK_OWN_CAMERAS, QT_TRANSLATE_NOOP("Desks", "lock one's own cameras")),
    (Verb.CONFIRM_FACT, QT_TRANSLATE_NOOP("Desks", "confirm an event that a circumstance rests on")),
    (Verb.REVIEW, QT_TRANSLATE_NOOP("Desks", "judge a break-glass afterwards")),
    (Verb.PROPOSE_POLICY, QT_TRANSLATE_NOOP("Desks", "propose an owner's agreement")),
    (Verb.COUNTERSIGN_POLICY, QT_TRANSLATE_NOOP("Desks", "countersign one's own agreement")),
    (Verb.SIGN_TRUST, QT_TRANSLATE_NOOP("Desks", "sign the list that decoders trust")),
    (Verb.MANAGE_PEOPLE, QT_TRANSLATE_NOOP("Desks", "make and close accounts, change roles")),
    (Verb.SET_DUTY, QT_TRANSLATE_NOOP("Desks", "go on duty and off")),
    (Verb.SEE_WHO_LOOKS, QT_TRANSLATE_NOOP("Desks", "see who looks at any camera")),
    (Verb.READ_AUDIT, QT_TRANSLATE_NOOP("Desks", "read the whole history")),
    (Verb.READ_OWN_AUDIT, QT_TRANSLATE_NOOP("Desks", "read the history of one's own cameras")),
    (Verb.SEE_INCIDENTS, QT_TRANSLATE_NOOP("Desks", "see incidents, layers, alarms and the log")),
    (Verb.WORK_ON_INCIDENTS, QT_TRANSLATE_NOOP("Desks", "open and change incidents, place markers")),
    (Verb.DRAW_LAYERS, QT_TRANSLATE_NOOP("Desks", "make, show and draw crisis layers")),
    (Verb.HANDLE_ALARMS, QT_TRANSLATE_NOOP("Desks", "acknowledge and shelve alarms")),
    (Verb.ASK_LEVEL, QT_TRANSLATE_NOOP("Desks", "ask for another crisis level")),
    (Verb.AGREE_TO_LEVEL, QT_TRANSLATE_NOOP("Desks", "agree to another crisis level as the second person")),
    (Verb.WRITE_LOG, QT_TRANSLATE_NOOP("Desks", "write and correct lines of the log")),
    (Verb.REVIEW_LOG, QT_TRANSLATE_NOOP("Desks", "say which lines of the log are significant")),
    (Verb.STEER_CAMERAS, QT_TRANSLATE_NOOP("Desks", "turn cameras that turn, where their picture is clear")),
)
WORDS: Final[Mapping[tuple[type[Enum], object], object]] = {
    (type(member), member.value): text for member, text in _PAIRS
}
"""By kind and value: members of two kinds that share a value are equal, and must not share a word by that.
A test holds it against the enumerations."""

_REFUSALS: dict[type[WallError], object] = {
    BadInput: QT_TRANSLATE_NOOP("Desks", "This cannot be used"),
    Denied: QT_TRANSLATE_NOOP("Desks", "Not allowed"),
    RuleBroken: QT_TRANSLATE_NOOP("Desks", "Refused by a rule"),
    NotFound: QT_TRANSLATE_NOOP("Desks", "Not there any more"),
    Conflict: QT_TRANSLATE_NOOP("Desks", "Somebody else was quicker"),
    Unavailable: QT_TRANSLATE_NOOP("Desks", "No answer"),
}


def say(text: object) -> str:
    """A text of this context, marked for lupdate, in the reader's language."""
    return QCoreApplication.translate("Desks", str(text))


def word(member: Enum) -> str:
    """The member's word; its bare value where it has none, so that nothing is ever shown as nothing."""
    if isinstance(member, Purpose):
        return purpose_word(member)
    if isinstance(member, Role):
        return role_word(member)
    if isinstance(member, RequestState):
        return state_word(member)
    if isinstance(member, GrantEnd):
        return end_words(member)
    text = WORDS.get((type(member), member.value))
    return say(text) if text is not None else str(member.value)


def words(members: Iterable[Enum]) -> str:
    """Several, sorted as they are read, with the language's comma."""
    return comma().join(sorted(word(member) for member in members))


def comma() -> str:
    """What stands between the parts of a list."""
    return QCoreApplication.translate("Desks", ", ")


def lasting(seconds: int) -> str:
    """A duration in words."""
    if seconds >= 3600 and seconds % 60 == 0:
        hours, minutes = divmod(seconds // 60, 60)
        text = QCoreApplication.translate("Desks", "{hours} h {minutes} min")
        whole = QCoreApplication.translate("Desks", "{hours} h")
        return (text if minutes else whole).format(hours=hours, minutes=minutes)
    if seconds >= 60 and seconds % 60 == 0:
        return QCoreApplication.translate("Desks", "{minutes} min").format(minutes=seconds // 60)
    return QCoreApplication.translate("Desks", "{seconds} s").format(seconds=seconds)


def left(seconds: float) -> str:
    """A countdown, read from left to right in every language."""
    return f"\u2066{countdown(seconds)}\u2069"


def moment(at: datetime) -> str:
    """Date and local time with seconds."""
    return apart(at.astimezone().strftime("%Y-%m-%d %H:%M:%S"))


def time_of_day(at: datetime) -> str:
    """Local hours and minutes."""
    return apart(at.astimezone().strftime("%H:%M"))


def whole_s(delta: timedelta) -> int:
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
    found = say(kind) if kind else QCoreApplication.translate("Desks", "Internal error")
    return f"{found}: {apart(refusals.say(error))}"
