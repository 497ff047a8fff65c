"""What came of reading a CAP message: taken with its flags, or refused with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wallapp.domain.cap import Alert


class Refusal(StrEnum):
    """Why a file or a message is not taken in."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    ENCODING = "encoding"
    NOT_XML = "not_xml"
    ENTITIES = "entities"
    TOO_DEEP = "too_deep"
    NO_ALERT = "no_alert"
    NAMESPACE = "namespace"
    MISSING = "missing"
    BAD_VALUE = "bad_value"


class Flag(StrEnum):
    """What is odd about a message that was taken in all the same."""

    OLD_VERSION = "old_version"
    WRONG_ORDER = "wrong_order"
    REPEATED = "repeated"
    UNKNOWN_ELEMENT = "unknown_element"
    EMPTY_ELEMENT = "empty_element"
    NO_EXPIRES = "no_expires"
    NO_REFERENCES = "no_references"
    BAD_REFERENCE = "bad_reference"
    UNKNOWN_VALUE = "unknown_value"
    BAD_TIME = "bad_time"
    LOOSE_TIME = "loose_time"
    BAD_SHAPE = "bad_shape"
    NO_INFO = "no_info"
    NOT_VERIFIED = "not_verified"
    SCOPE_MISMATCH = "scope_mismatch"
    MORE_FLAGS = "more_flags"


@dataclass(frozen=True, slots=True)
class Oddity:
    """One oddity. `text` is English and for people; the ui translates by flag and names `where` beside it.

    Attributes:
      where: the element's path within the alert, such as "info[2]/area[1]/polygon".
    """

    flag: Flag
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One message as it was read; has an alert or a refusal, never both.

    Attributes:
      identifier: as far as it could be read, also of a refused message; else empty.
      why: for a refusal, one line for a person.
    """

    alert: Alert | None = None
    warnings: tuple[Oddity, ...] = ()
    refusal: Refusal | None = None
    why: str = ""
    identifier: str = ""
