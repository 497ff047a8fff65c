"""Single values of CAP, from text and back: times, places, circles, references, lists.

Reading is tolerant and says what it had to overlook; writing gives the standard's own spelling. Both stand here
side by side, because each must undo the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Final

from wallapp.domain.cap import Circle, Reference
from wallapp.domain.cap_rules import NUMBER_MAX
from wallapp.domain.place import Place

_TIME = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(?:([Zz])|([+-])(\d\d):?(\d\d))?", re.ASCII
)
_EXACT_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d", re.ASCII)
_NUMBER: Final = r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)"
_PLACE = re.compile(rf"({_NUMBER})\s*,\s*({_NUMBER})", re.ASCII)
# The space between pairs is needed: without it a crafted text could be split in ever so many ways.
_SHAPE = re.compile(rf"\s*{_NUMBER}\s*,\s*{_NUMBER}(?:\s+{_NUMBER}\s*,\s*{_NUMBER})*\s*", re.ASCII)
_CIRCLE = re.compile(rf"\s*({_NUMBER})\s*,\s*({_NUMBER})\s+({_NUMBER})\s*", re.ASCII)
_WHOLE_NUMBER = re.compile(rf"\s*({_NUMBER})\s*", re.ASCII)
_ENTRY = re.compile(r'"([^"]*)"|(\S+)')
_YEARS: Final = range(1900, 2200)
_OFFSET_MAX: Final = timedelta(hours=14)


def is_exact_time(text: str) -> bool:
    """Whether a time is spelled as CAP 1.2 wants it."""
    return _EXACT_TIME.fullmatch(text) is not None


def read_time(text: str) -> datetime | None:
    """An aware time in whole seconds with the text's offset; UTC where it names none; None where it is no time."""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute = (int(part) for part in found.groups()[:5])
    offset = timedelta()
    if found[8]:
        offset = timedelta(hours=int(found[9]), minutes=int(found[10])) * (-1 if found[8] == "-" else 1)
    if year not in _YEARS or abs(offset) > _OFFSET_MAX:
        return None
    try:
        return datetime(year, month, day, hour, minute, int(found[6] or 0), tzinfo=timezone(offset) if offset else UTC)
    except ValueError:
        return None


def write_time(at: datetime) -> str:
    """As the schema wants it: whole seconds, an offset of minutes, UTC as -00:00."""
    offset = at.utcoffset() or timedelta()
    if offset % timedelta(minutes=1) or abs(offset) > _OFFSET_MAX:
        at, offset = at.astimezone(UTC), timedelta()
    text = at.replace(microsecond=0, tzinfo=None).isoformat()
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"{text}{'+' if offset > timedelta() else '-'}{hours:02}:{minutes:02}"


def read_number(text: str) -> float | None:
    """None where it is no number, or a monstrous one."""
    found = _WHOLE_NUMBER.fullmatch(text)
    value = float(found[1]) if found else None
    return value if value is not None and abs(value) <= NUMBER_MAX else None


def write_number(value: float) -> str:
    """Every digit, never an exponent."""
    return format(Decimal(repr(float(value))), "f")


def read_polygon(text: str) -> tuple[Place, ...] | None:
    """The places as written, latitude first, closed or not; None where it is no list of places on the globe."""
    if not _SHAPE.fullmatch(text):
        return None
    try:
        return tuple(Place(float(found[1]), float(found[2])) for found in _PLACE.finditer(text))
    except ValueError:
        return None


def write_polygon(places: Iterable[Place]) -> str:
    """Latitude first, a space between places."""
    return " ".join(_pair(place) for place in places)


def read_circle(text: str) -> Circle | None:
    """None where it is no circle with its centre on the globe."""
    found = _CIRCLE.fullmatch(text)
    if found is None:
        return None
    radius_km = float(found[3])
    if not 0 <= radius_km <= NUMBER_MAX:
        return None
    try:
        return Circle(Place(float(found[1]), float(found[2])), radius_km)
    except ValueError:
        return None


def write_circle(circle: Circle) -> str:
    """Latitude first, then kilometres."""
    return f"{_pair(circle.centre)} {write_number(circle.radius_km)}"


def read_references(text: str) -> tuple[tuple[Reference, ...], int]:
    """(those that name exactly one message, how many others there are): what is not exact is never guessed."""
    good = []
    tokens = text.split()
    for token in tokens:
        parts = token.split(",")
        sent_at = read_time(parts[2]) if len(parts) == 3 and parts[0] and parts[1] else None
        if sent_at is not None:
            good.append(Reference(parts[0], parts[1], sent_at))
    return tuple(good), len(tokens) - len(good)


def write_references(references: Iterable[Reference]) -> str:
    """sender,identifier,sent with a space between messages."""
    return " ".join(f"{each.sender},{each.identifier},{write_time(each.sent_at)}" for each in references)


def read_entries(text: str) -> tuple[str, ...]:
    """The entries of a list in which those with spaces stand in double quotes."""
    entries = ((found[1] if found[1] is not None else found[2]).strip() for found in _ENTRY.finditer(text))
    return tuple(entry for entry in entries if entry)


def write_entries(entries: Iterable[str]) -> str:
    """The opposite; an entry must hold no double quote."""
    return " ".join(f'"{entry}"' if len(entry.split()) > 1 else entry for entry in entries)


def _pair(place: Place) -> str:
    return f"{write_number(place.lat_deg)},{write_number(place.lon_deg)}"
