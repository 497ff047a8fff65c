"""What access is called, in the reader's language: purposes, roles, states, and an owner's rules in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from wallapp.base.ids import CameraNumber
from wallapp.domain.access import GrantEnd, RequestState, Tally
from wallapp.domain.people import Role
from wallapp.domain.policy import LegRule, Policy, Purpose

PURPOSES: Final[Mapping[Purpose, object]] = {
    Purpose.LIFE_AT_RISK: QT_TRANSLATE_NOOP("Access", "A life at risk"),
    Purpose.INTRUSION: QT_TRANSLATE_NOOP("Access", "Intrusion"),
    Purpose.FIRE: QT_TRANSLATE_NOOP("Access", "Fire"),
    Purpose.CROWD: QT_TRANSLATE_NOOP("Access", "Crowd"),
    Purpose.TRAFFIC_ACCIDENT: QT_TRANSLATE_NOOP("Access", "Traffic accident"),
    Purpose.MISSING_PERSON: QT_TRANSLATE_NOOP("Access", "Missing person"),
    Purpose.PUBLIC_ORDER: QT_TRANSLATE_NOOP("Access", "Public order"),
    Purpose.TECHNICAL: QT_TRANSLATE_NOOP("Access", "Technical check"),
    Purpose.EXERCISE: QT_TRANSLATE_NOOP("Access", "Exercise"),
}
ROLES: Final[Mapping[Role, object]] = {
    Role.OPERATOR: QT_TRANSLATE_NOOP("Access", "operator"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("Access", "supervisor"),
    Role.OWNER_REPRESENTATIVE: QT_TRANSLATE_NOOP("Access", "owner's representative"),
    Role.AUDITOR: QT_TRANSLATE_NOOP("Access", "auditor"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("Access", "administrator"),
    Role.TRAINER: QT_TRANSLATE_NOOP("Access", "trainer"),
}
_STATES: Final[Mapping[RequestState, object]] = {
    RequestState.PENDING: QT_TRANSLATE_NOOP("Access", "waiting"),
    RequestState.APPROVED: QT_TRANSLATE_NOOP("Access", "approved"),
    RequestState.DENIED: QT_TRANSLATE_NOOP("Access", "denied"),
    RequestState.WITHDRAWN: QT_TRANSLATE_NOOP("Access", "withdrawn"),
    RequestState.EXPIRED: QT_TRANSLATE_NOOP("Access", "expired, nobody decided in time"),
    RequestState.INVALIDATED: QT_TRANSLATE_NOOP("Access", "no longer possible"),
}
_ENDS: Final[Mapping[GrantEnd, object]] = {
    GrantEnd.EXPIRED: QT_TRANSLATE_NOOP("Access", "its time was over"),
    GrantEnd.REVOKED: QT_TRANSLATE_NOOP("Access", "revoked"),
    GrantEnd.RELINQUISHED: QT_TRANSLATE_NOOP("Access", "given back"),
    GrantEnd.LOCKED: QT_TRANSLATE_NOOP("Access", "stopped by a lock"),
    GrantEnd.INVALIDATED: QT_TRANSLATE_NOOP("Access", "no longer possible"),
}


def purpose_word(purpose: Purpose) -> str:
    """The purpose's name."""
    return _say(PURPOSES[purpose])


def role_word(role: Role) -> str:
    """The role's name."""
    return _say(ROLES[role])


def roles_words(roles: Iterable[Role]) -> str:
    """Several roles, in the order of the list of roles."""
    return QCoreApplication.translate("Access", " or ").join(role_word(role) for role in Role if role in set(roles))


def state_word(state: RequestState) -> str:
    """How a request stands."""
    return _say(_STATES[state])


def end_words(end: GrantEnd) -> str:
    """Why a grant is over."""
    return _say(_ENDS[end])


def minutes(duration_s: int) -> str:
    """A span that somebody chose: whole minutes where it is one."""
    whole, rest = divmod(duration_s, 60)
    if rest or not whole:
        return QCoreApplication.translate("Access", "{seconds} s").format(seconds=QLocale().toString(duration_s))
    return QCoreApplication.translate("Access", "{minutes} min").format(minutes=QLocale().toString(whole))


def countdown(left_s: float) -> str:
    """09:12, or 1:09:12; never negative. The same digits and direction in every language."""
    whole = max(0, int(left_s))
    hours, rest = divmod(whole, 3600)
    text = f"{rest // 60:02}:{rest % 60:02}"
    return f"{hours}:{text}" if hours else text


def leg_word(leg: LegRule | None, name: str = "") -> str:
    """Whose consent it is; the leg's own name where the policy is not known."""
    if leg is None:
        return name
    if leg.of_owner:
        return QCoreApplication.translate("Access", "the owner's representative")
    return roles_words(leg.roles)


def agreed_so_far(count: Tally, policy: Policy | None) -> str:
    """supervisor 1 of 1 · the owner's representative 0 of 1."""
    part = QCoreApplication.translate("Access", "{leg} {count} of {needed}")
    return " · ".join(
        part.format(
            leg=leg_word(policy.leg(leg.name) if policy else None, leg.name), count=len(leg.approved), needed=leg.needed
        )
        for leg in count.legs
    )


def waiting_for(names: Iterable[str], policy: Policy | None) -> str:
    """Whose consent is missing still."""
    both = QCoreApplication.translate("Access", " and ")
    return both.join(leg_word(policy.leg(name) if policy else None, name) for name in names)


def rules_in_words(policy: Policy, cameras: Iterable[CameraNumber]) -> list[str]:
    """What the owner agreed to, a sentence each: who must agree, how long, how long it waits, break-glass."""
    translate = QCoreApplication.translate
    legs = [
        translate("Access", "{count} × {whom}").format(count=leg.needed, whom=leg_word(leg))
        if leg.needed > 1
        else leg_word(leg)
        for leg in policy.legs
    ]
    lines = [
        translate("Access", "Must agree: {who}").format(who=translate("Access", " and ").join(legs)),
        translate("Access", "At most {time}").format(time=minutes(policy.longest_s)),
        translate("Access", "Expires undecided after {time}").format(time=minutes(policy.request_s)),
    ]
    if policy.circumstances:
        names = ", ".join(f"“{one.name}”" for one in policy.circumstances)
        lines.append(translate("Access", "Opens at once on {facts}").format(facts=names))
    lines.append(_glass(policy, cameras))
    return lines


def _glass(policy: Policy, cameras: Iterable[CameraNumber]) -> str:
    translate = QCoreApplication.translate
    barred = [one.number for one in policy.cameras if one.number in set(cameras) and not one.break_glass]
    if not policy.break_glass_s:
        return translate("Access", "Break-glass not possible")
    if barred:
        numbers = ", ".join(map(str, sorted(barred)))
        return translate("Access", "Break-glass not possible for {numbers}").format(numbers=numbers)
    return translate("Access", "Break-glass possible, at most {time}").format(time=minutes(policy.break_glass_s))


def _say(text: object) -> str:
    return QCoreApplication.translate("Access", str(text))
