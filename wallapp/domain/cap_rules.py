"""What a CAP message must fulfil before it leaves: the standard's sentences that its schema cannot check.

Source: OASIS CAP-v1.2, section 3.2. Each fault is one English line for a person, with the element it is about.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from wallapp.domain.cap import Alert, Area, Info, MsgType, NamedValue, Reference, Resource, Scope, Status
from wallapp.domain.place import Place

NUMBER_MAX: Final = 1e15
"""Beyond it floating point no longer tells one whole number from the next."""
_YEARS: Final = range(1901, 2199)
_FORBIDDEN: Final = frozenset(" ,<&\t\r\n")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_CORNERS_CHECKED: Final = 400
_URI_PART: Final = r"(?:[^\s<>\"{}|\\^`%\[\]#]|%[0-9A-Fa-f]{2})"
URI: Final = re.compile(rf"(?:[A-Za-z][A-Za-z0-9+.-]*:|(?![^/?#]*:)){_URI_PART}+(?:#{_URI_PART}*)?")
"""What every checker takes for an anyURI: no character that RFC 3986 and 3987 leave out, no broken escape, and no
colon in what is not a scheme."""


def export_faults(alert: Alert) -> list[str]:
    """Why this message must not leave; empty where it may."""
    return [
        *_head_faults(alert),
        *_reference_faults(alert),
        *(fault for info in alert.infos for fault in _info_faults(info, alert.sent_at)),
    ]


def _head_faults(alert: Alert) -> Iterator[str]:
    yield from _token_faults("identifier", alert.identifier)
    yield from _token_faults("sender", alert.sender)
    if not _is_time(alert.sent_at):
        yield "sent has no time zone, or is no time of these two centuries"
    if (alert.scope is Scope.RESTRICTED) != bool(alert.restriction.strip()):
        yield "a restriction goes with the scope Restricted, and with no other"
    if alert.scope is Scope.PRIVATE and not alert.addresses:
        yield "the scope Private needs addresses"
    if alert.status is Status.EXERCISE and not alert.note.strip():
        yield "an Exercise names its drill in the note"
    if alert.msg_type in (MsgType.ALERT, MsgType.UPDATE) and not alert.infos:
        yield f"an {alert.msg_type} needs an info"
    for name, entries in (("addresses", alert.addresses), ("incidents", alert.incidents)):
        if any(not entry.strip() or entry != entry.strip() or '"' in entry for entry in entries):
            yield f"{name} holds an empty entry or one with a double quote or space around it"
    if any(not code.strip() for code in alert.code):
        yield "code is empty"


def _token_faults(name: str, text: str) -> Iterator[str]:
    if not text or not text.isprintable() or not _FORBIDDEN.isdisjoint(text) or text != "".join(text.split()):
        yield f"{name} must be there, without spaces, commas, < and &"


def _reference_faults(alert: Alert) -> Iterator[str]:
    if alert.msg_type is not MsgType.ALERT and not alert.references:
        yield f"a message of type {alert.msg_type} needs references"
    for reference in alert.references:
        yield from _token_faults("a reference's sender", reference.sender)
        yield from _token_faults("a reference's identifier", reference.identifier)
        if not _is_time(reference.sent_at):
            yield "a reference's time has no time zone, or is no time of these two centuries"
        elif _is_time(alert.sent_at) and reference.sent_at > alert.sent_at:
            yield "a reference is later than the message itself"
        if (reference.sender, reference.identifier) == (alert.sender, alert.identifier):
            yield "the message refers to itself"


def _info_faults(info: Info, sent_at: datetime) -> Iterator[str]:
    if not info.category:
        yield "info needs a category"
    if not info.event.strip():
        yield "info needs an event"
    if info.language and not _LANGUAGE.fullmatch(info.language):
        yield f"{info.language[:40]!r} is no language as RFC 3066 writes it"
    yield from _time_faults(info, sent_at)
    if info.web and not URI.fullmatch(info.web):
        yield "web is no address"
    yield from _pair_faults("eventCode", info.event_codes)
    yield from _pair_faults("parameter", info.parameters)
    for resource in info.resources:
        yield from _resource_faults(resource)
    for area in info.areas:
        yield from _area_faults(area)


def _time_faults(info: Info, sent_at: datetime) -> Iterator[str]:
    times = {"effective": info.effective_at, "onset": info.onset_at, "expires": info.expires_at}
    given = {name: at for name, at in times.items() if at is not None}
    if not all(_is_time(at) for at in (*given.values(), sent_at)):
        yield "a time has no time zone, or is no time of these two centuries"
        return
    for name, at in given.items():
        # To the second, as it is written: else a message could be early by what is cut off.
        if at.replace(microsecond=0) < sent_at.replace(microsecond=0):
            yield f"{name} is before sent"
    for name in ("effective", "onset"):
        if name in given and "expires" in given and given["expires"] < given[name]:
            yield f"expires is before {name}"


def _pair_faults(name: str, pairs: Iterable[NamedValue]) -> Iterator[str]:
    if any(not pair.value_name.strip() for pair in pairs):
        yield f"{name} has a value without a name"


def _resource_faults(resource: Resource) -> Iterator[str]:
    if not resource.resource_desc.strip() or not resource.mime_type.strip():
        yield "a resource needs its description and its MIME type"
    if resource.size is not None and not 0 <= resource.size < NUMBER_MAX:
        yield "a resource's size is no count of bytes"
    if resource.uri and not URI.fullmatch(resource.uri):
        yield "a resource's uri is no address"


def _area_faults(area: Area) -> Iterator[str]:
    if not area.area_desc.strip():
        yield "an area needs its name"
    yield from _pair_faults("geocode", area.geocodes)
    for ring in area.polygons:
        if len(ring) < 4 or ring[0] != ring[-1]:
            yield "a polygon needs at least four places, the last one the first"
        elif crosses_itself(ring):
            yield "a polygon crosses itself"
    if any(not 0 <= circle.radius_km <= NUMBER_MAX for circle in area.circles):
        yield "a circle's radius is below 0 or no number"
    heights = [height for height in (area.altitude_ft, area.ceiling_ft) if height is not None]
    if any(not math.isfinite(height) or abs(height) > NUMBER_MAX for height in heights):
        yield "an altitude is no number of feet"
    if area.ceiling_ft is not None and (area.altitude_ft is None or area.ceiling_ft < area.altitude_ft):
        yield "a ceiling needs an altitude below it"


def crosses_itself(ring: Sequence[Place]) -> bool:
    """Whether two edges of a closed ring that are no neighbours cross; not looked at beyond 400 corners."""
    edges = list(pairwise(ring))
    if len(edges) > _CORNERS_CHECKED:
        return False
    return any(
        _cross(*edges[first], *edges[second])
        for first in range(len(edges))
        for second in range(first + 2, len(edges))
        if (first, second) != (0, len(edges) - 1)
    )


def _cross(a: Place, b: Place, c: Place, d: Place) -> bool:
    """Whether ab and cd cross in a point that is inside both; on the flat map of degrees, as CAP draws them."""
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Place, b: Place, c: Place) -> int:
    area = (b.lon_deg - a.lon_deg) * (c.lat_deg - a.lat_deg) - (b.lat_deg - a.lat_deg) * (c.lon_deg - a.lon_deg)
    return (area > 0) - (area < 0)


def _is_time(at: datetime) -> bool:
    return at.utcoffset() is not None and at.year in _YEARS


def expiry_at(info: Info, sent_at: datetime, otherwise: timedelta) -> datetime:
    """When an info ends: what it says, else so long after it was sent."""
    return info.expires_at if info.expires_at is not None else sent_at + otherwise


def is_live(alert: Alert, now_at: datetime, otherwise: timedelta, cancelled: Iterable[Reference] = ()) -> bool:
    """Whether a message still says something: an info of it has not ended and nobody cancelled it."""
    if any(same_message(alert.as_reference, reference) for reference in cancelled):
        return False
    return any(expiry_at(info, alert.sent_at, otherwise) > now_at for info in alert.infos)


def same_message(one: Reference, other: Reference) -> bool:
    """Exactly the same three; the time as an instant. Nothing is guessed from two of them."""
    return (one.sender, one.identifier, one.sent_at) == (other.sender, other.identifier, other.sent_at)


def cancels(alerts: Iterable[Alert]) -> tuple[Reference, ...]:
    """What the Cancels among these messages name, and nothing that they do not."""
    return tuple(reference for alert in alerts if alert.msg_type is MsgType.CANCEL for reference in alert.references)


def live_references(issued: Sequence[Alert], now_at: datetime, otherwise: timedelta) -> tuple[Reference, ...]:
    """The messages that a next one must refer to: all that were issued, have not ended and were not cancelled.

    One that an Update replaced is among them: a receiver may have got only that one.
    """
    gone = cancels(issued)
    return tuple(
        alert.as_reference
        for alert in issued
        if alert.msg_type in (MsgType.ALERT, MsgType.UPDATE) and is_live(alert, now_at, otherwise, gone)
    )
