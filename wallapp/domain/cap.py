"""A Common Alerting Protocol message, version 1.2, as frozen values under CAP's own names.

Source: OASIS CAP-v1.2, 1 July 2010. An absent text is empty, an absent list is an empty tuple: an empty element
counts as absent. What a message must fulfil before it leaves is `domain.cap_rules`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from wallapp.domain.place import Place


class Status(StrEnum):
    """How a message is to be taken. Only Actual is real."""

    ACTUAL = "Actual"
    EXERCISE = "Exercise"
    SYSTEM = "System"
    TEST = "Test"
    DRAFT = "Draft"


class MsgType(StrEnum):
    """What a message does to those before it."""

    ALERT = "Alert"
    UPDATE = "Update"
    CANCEL = "Cancel"
    ACK = "Ack"
    ERROR = "Error"


class Scope(StrEnum):
    """Who may be told. Restricted needs a restriction, Private needs addresses."""

    PUBLIC = "Public"
    RESTRICTED = "Restricted"
    PRIVATE = "Private"


class Category(StrEnum):
    """What kind of event it is."""

    GEO = "Geo"
    MET = "Met"
    SAFETY = "Safety"
    SECURITY = "Security"
    RESCUE = "Rescue"
    FIRE = "Fire"
    HEALTH = "Health"
    ENV = "Env"
    TRANSPORT = "Transport"
    INFRA = "Infra"
    CBRNE = "CBRNE"
    OTHER = "Other"


class ResponseType(StrEnum):
    """What people are asked to do."""

    SHELTER = "Shelter"
    EVACUATE = "Evacuate"
    PREPARE = "Prepare"
    EXECUTE = "Execute"
    AVOID = "Avoid"
    MONITOR = "Monitor"
    ASSESS = "Assess"
    ALL_CLEAR = "AllClear"
    NONE = "None"


class Urgency(StrEnum):
    """How soon to act."""

    IMMEDIATE = "Immediate"
    EXPECTED = "Expected"
    FUTURE = "Future"
    PAST = "Past"
    UNKNOWN = "Unknown"


class Severity(StrEnum):
    """How great the threat is. Not the incident's priority, which the room sets."""

    EXTREME = "Extreme"
    SEVERE = "Severe"
    MODERATE = "Moderate"
    MINOR = "Minor"
    UNKNOWN = "Unknown"


class Certainty(StrEnum):
    """How sure the sender is."""

    OBSERVED = "Observed"
    LIKELY = "Likely"
    POSSIBLE = "Possible"
    UNLIKELY = "Unlikely"
    UNKNOWN = "Unknown"


@dataclass(frozen=True, slots=True)
class Reference:
    """An earlier message, by the three that name it. `sent_at` keeps its sender's offset."""

    sender: str
    identifier: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class NamedValue:
    """One eventCode, parameter or geocode."""

    value_name: str
    value: str


@dataclass(frozen=True, slots=True)
class Resource:
    """Something to look at beside the text. Nothing here is ever fetched by wallapp.

    Attributes:
      size: bytes.
      deref_uri: the content itself, base64.
      digest: SHA-1 of the content, as CAP wants it.
    """

    resource_desc: str
    mime_type: str
    size: int | None = None
    uri: str = ""
    deref_uri: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Circle:
    """Kilometres, as in CAP."""

    centre: Place
    radius_km: float


@dataclass(frozen=True, slots=True)
class Area:
    """Where.

    Attributes:
      polygons: each closed: at least four places, the last one the first.
      altitude_ft, ceiling_ft: above mean sea level, feet as in CAP; a ceiling needs an altitude.
    """

    area_desc: str
    polygons: tuple[tuple[Place, ...], ...] = ()
    circles: tuple[Circle, ...] = ()
    geocodes: tuple[NamedValue, ...] = ()
    altitude_ft: float | None = None
    ceiling_ft: float | None = None


@dataclass(frozen=True, slots=True)
class Info:
    """What is said, in one language. Times are aware and keep their sender's offset.

    Attributes:
      language: RFC 3066; empty is CAP's default, en-US.
      expires_at: None where the sender gave none; see `expiry_at`.
    """

    category: tuple[Category, ...]
    event: str
    urgency: Urgency
    severity: Severity
    certainty: Certainty
    language: str = ""
    response_type: tuple[ResponseType, ...] = ()
    audience: str = ""
    event_codes: tuple[NamedValue, ...] = ()
    effective_at: datetime | None = None
    onset_at: datetime | None = None
    expires_at: datetime | None = None
    sender_name: str = ""
    headline: str = ""
    description: str = ""
    instruction: str = ""
    web: str = ""
    contact: str = ""
    parameters: tuple[NamedValue, ...] = ()
    resources: tuple[Resource, ...] = ()
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class Alert:
    """One message. Once issued it is never changed: a change is another message that refers to it.

    Attributes:
      sent_at: aware, whole seconds, with its sender's offset.
      addresses, incidents: single entries; an entry may hold spaces.
      code: of profiles that the message follows.
      is_signed: it carried a signature, which nobody verified here.
    """

    identifier: str
    sender: str
    sent_at: datetime
    status: Status
    msg_type: MsgType
    scope: Scope
    source: str = ""
    restriction: str = ""
    addresses: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    note: str = ""
    references: tuple[Reference, ...] = ()
    incidents: tuple[str, ...] = ()
    infos: tuple[Info, ...] = ()
    is_signed: bool = False

    @property
    def as_reference(self) -> Reference:
        """How later messages name this one."""
        return Reference(self.sender, self.identifier, self.sent_at)

    @property
    def event(self) -> str:
        """Of the first info; empty where there is none, as in many a Cancel."""
        return self.infos[0].event if self.infos else ""
