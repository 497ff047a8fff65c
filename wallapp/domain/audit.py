"""What the history holds: one entry for everything that somebody may later have to answer for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from wallapp.base.ids import NO_OWNER, OwnerName, StationName


class AuditEvent(StrEnum):
    """The closed list of events, in the past tense."""

    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGNED_OUT = "signed_out"
    STATION_LOCKED = "station_locked"
    STEPPED_UP = "stepped_up"
    STEP_UP_FAILED = "step_up_failed"
    ACCOUNT_MADE = "account_made"
    ACCOUNT_CLOSED = "account_closed"
    ROLES_CHANGED = "roles_changed"
    PASSWORD_CHANGED = "password_changed"
    DUTY_CHANGED = "duty_changed"
    POLICY_PROPOSED = "policy_proposed"
    POLICY_COUNTERSIGNED = "policy_countersigned"
    TRUST_PROPOSED = "trust_proposed"
    TRUST_SIGNED = "trust_signed"
    TRUST_IN_FORCE = "trust_in_force"
    REQUEST_SUBMITTED = "request_submitted"
    REQUEST_REFUSED = "request_refused"
    REQUEST_WITHDRAWN = "request_withdrawn"
    REQUEST_APPROVED = "request_approved"
    REQUEST_DENIED = "request_denied"
    REQUEST_EXPIRED = "request_expired"
    REQUEST_INVALIDATED = "request_invalidated"
    VOTE_CAST = "vote_cast"
    VOTE_STRUCK = "vote_struck"
    GLASS_BROKEN = "glass_broken"
    GRANT_ENDED = "grant_ended"
    CLEAR_VIEW_STARTED = "clear_view_started"
    CLEAR_VIEW_STOPPED = "clear_view_stopped"
    SNAPSHOT_TAKEN = "snapshot_taken"
    LOCK_SET = "lock_set"
    LOCK_LIFTED = "lock_lifted"
    FACT_CONFIRMED = "fact_confirmed"
    REVIEW_DUE = "review_due"
    REVIEWED = "reviewed"
    TEXT_ERASED = "text_erased"
    AUDIT_READ = "audit_read"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One event. Holds pseudonyms and digests, never a name or a typed text: it is kept for ever.

    Attributes:
      actor: pseudonym; empty where nobody acted, such as a time that ran out.
      subject: the id of what it happened to: a request, a grant, an account, a camera number.
      owner: whose cameras it concerns; an owner's people may read their own entries.
      facts: small plain values that the event is made of.
    """

    event: AuditEvent
    at: datetime
    actor: str
    station: StationName
    subject: str
    owner: OwnerName = NO_OWNER
    facts: Mapping[str, str | int | bool | list[str] | list[int]] = field(default_factory=dict)
