"""What happened, in the reader's language: the words of the history."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from wallapp.domain.audit import AuditEvent
from wallapp.ui.access.pages import words

EVENTS: Final[dict[AuditEvent, object]] = {
    AuditEvent.SIGNED_IN: QT_TRANSLATE_NOOP("Desks", "signed in"),
    AuditEvent.SIGN_IN_FAILED: QT_TRANSLATE_NOOP("Desks", "sign-in failed"),
    AuditEvent.SIGNED_OUT: QT_TRANSLATE_NOOP("Desks", "signed out"),
    AuditEvent.STATION_LOCKED: QT_TRANSLATE_NOOP("Desks", "station locked itself"),
    AuditEvent.STEPPED_UP: QT_TRANSLATE_NOOP("Desks", "confirmed themselves"),
    AuditEvent.STEP_UP_FAILED: QT_TRANSLATE_NOOP("Desks", "confirmation failed"),
    AuditEvent.ACCOUNT_MADE: QT_TRANSLATE_NOOP("Desks", "account made"),
    AuditEvent.ACCOUNT_CLOSED: QT_TRANSLATE_NOOP("Desks", "account closed"),
    AuditEvent.ROLES_CHANGED: QT_TRANSLATE_NOOP("Desks", "roles changed"),
    AuditEvent.PASSWORD_CHANGED: QT_TRANSLATE_NOOP("Desks", "password changed"),
    AuditEvent.DUTY_CHANGED: QT_TRANSLATE_NOOP("Desks", "duty changed"),
    AuditEvent.POLICY_PROPOSED: QT_TRANSLATE_NOOP("Desks", "agreement proposed"),
    AuditEvent.POLICY_COUNTERSIGNED: QT_TRANSLATE_NOOP("Desks", "agreement countersigned"),
    AuditEvent.TRUST_PROPOSED: QT_TRANSLATE_NOOP("Desks", "trust list proposed"),
    AuditEvent.TRUST_SIGNED: QT_TRANSLATE_NOOP("Desks", "trust list signed"),
    AuditEvent.TRUST_IN_FORCE: QT_TRANSLATE_NOOP("Desks", "trust list took force"),
    AuditEvent.REQUEST_SUBMITTED: QT_TRANSLATE_NOOP("Desks", "request made"),
    AuditEvent.REQUEST_REFUSED: QT_TRANSLATE_NOOP("Desks", "request refused by a rule"),
    AuditEvent.REQUEST_WITHDRAWN: QT_TRANSLATE_NOOP("Desks", "request withdrawn"),
    AuditEvent.REQUEST_APPROVED: QT_TRANSLATE_NOOP("Desks", "request approved"),
    AuditEvent.REQUEST_DENIED: QT_TRANSLATE_NOOP("Desks", "request denied"),
    AuditEvent.REQUEST_EXPIRED: QT_TRANSLATE_NOOP("Desks", "request expired"),
    AuditEvent.REQUEST_INVALIDATED: QT_TRANSLATE_NOOP("Desks", "request void"),
    AuditEvent.VOTE_CAST: QT_TRANSLATE_NOOP("Desks", "vote cast"),
    AuditEvent.VOTE_STRUCK: QT_TRANSLATE_NOOP("Desks", "vote struck"),
    AuditEvent.GLASS_BROKEN: QT_TRANSLATE_NOOP("Desks", "glass broken"),
    AuditEvent.GRANT_ENDED: QT_TRANSLATE_NOOP("Desks", "grant ended"),
    AuditEvent.CLEAR_VIEW_STARTED: QT_TRANSLATE_NOOP("Desks", "clear view started"),
    AuditEvent.CLEAR_VIEW_STOPPED: QT_TRANSLATE_NOOP("Desks", "clear view stopped"),
    AuditEvent.SNAPSHOT_TAKEN: QT_TRANSLATE_NOOP("Desks", "snapshot taken"),
    AuditEvent.LOCK_SET: QT_TRANSLATE_NOOP("Desks", "lock set"),
    AuditEvent.LOCK_LIFTED: QT_TRANSLATE_NOOP("Desks", "lock lifted"),
    AuditEvent.FACT_CONFIRMED: QT_TRANSLATE_NOOP("Desks", "event confirmed"),
    AuditEvent.REVIEW_DUE: QT_TRANSLATE_NOOP("Desks", "review due"),
    AuditEvent.REVIEWED: QT_TRANSLATE_NOOP("Desks", "reviewed"),
    AuditEvent.TEXT_ERASED: QT_TRANSLATE_NOOP("Desks", "text erased"),
    AuditEvent.AUDIT_READ: QT_TRANSLATE_NOOP("Desks", "history read"),
}


def event_word(event: AuditEvent) -> str:
    """The event's word."""
    return words.say(EVENTS[event]) if event in EVENTS else event.value
