"""CAP messages in: tolerant of what real senders do, and clear about what cannot be taken.

One file may hold one alert, several, an EDXL-DE envelope or an Atom feed with alerts inside; each message stands
or falls alone. CAP 1.0 and 1.1 are read too. Nothing is fetched: not a resource, not a schema, not an entity.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from wallapp.domain.cap import (
    Alert,
    Area,
    Category,
    Certainty,
    Info,
    MsgType,
    NamedValue,
    Resource,
    ResponseType,
    Scope,
    Severity,
    Status,
    Urgency,
)
from wallapp.domain.cap_reading import Flag, Reading, Refusal
from wallapp.domain.place import Place
from wallapp.exchange.cap_fields import Fields, Oddities
from wallapp.exchange.cap_schema import NAMESPACES, SIGNATURE_NAMESPACE
from wallapp.exchange.cap_values import read_circle, read_entries, read_polygon, read_references, read_time
from wallapp.exchange.cap_xml import SIZE_MAX_BYTES, Node, Refused, parse_tree

ALERTS_MAX: Final = 1000
_RING_LEAST: Final = 4
_IDENTIFIER_SHOWN: Final = 200


def read_cap_file(path: Path) -> tuple[Reading, ...]:
    """Every message of a file, in order; at least one reading. Any thread; reads the file and nothing else."""
    try:
        if not path.is_file():
            why = "it is no file" if path.exists() else "there is no such file"
            return (Reading(refusal=Refusal.UNREADABLE, why=f"{why}; check the name"),)
        with path.open("rb") as file:
            content = file.read(SIZE_MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        return (Reading(refusal=Refusal.UNREADABLE, why=f"it cannot be read ({reason}); check its rights"),)
    return read_cap(content)


def read_cap(content: bytes) -> tuple[Reading, ...]:
    """Every message in these bytes, in order; at least one reading, and no exception whatever the bytes are."""
    try:
        alerts = _alerts(parse_tree(content))
    except Refused as refused:
        return (Reading(refusal=refused.refusal, why=refused.why),)
    return tuple(_reading(node) for node in alerts)


def _alerts(root: Node) -> list[Node]:
    found = list(_find_alerts(root))
    if not found:
        raise Refused(Refusal.NO_ALERT, f"it holds no CAP alert (its outermost element is {root.name[:40]})")
    if len(found) > ALERTS_MAX:
        raise Refused(Refusal.TOO_LARGE, f"it holds more than {ALERTS_MAX} alerts; split it")
    return found


def _find_alerts(node: Node) -> Iterator[Node]:
    if node.name == "alert":
        yield node
        return
    for child in node.children:
        yield from _find_alerts(child)


def _reading(node: Node) -> Reading:
    oddities = Oddities()
    identifier = next((child.text.strip() for child in node.children if child.name == "identifier"), "")
    try:
        alert = _alert(node, oddities)
    except Refused as refused:
        return Reading(
            warnings=oddities.all(),
            refusal=refused.refusal,
            why=refused.why,
            identifier=identifier[:_IDENTIFIER_SHOWN],
        )
    return Reading(alert, oddities.all(), identifier=alert.identifier)


def _alert(node: Node, oddities: Oddities) -> Alert:
    version = NAMESPACES.get(node.namespace)
    if version is None:
        raise Refused(Refusal.NAMESPACE, f"its namespace {node.namespace[:100]!r} is none of CAP 1.0, 1.1 or 1.2")
    fields = Fields(node, oddities)
    sent_text = fields.needed("sent")
    sent_at = read_time(sent_text)
    if sent_at is None:
        raise Refused(Refusal.BAD_VALUE, f"sent is {sent_text[:40]!r}, which is no time")
    fields.time("sent")  # notes a loose spelling
    references, inexact = read_references(fields.text("references"))
    if inexact:
        fields.note(Flag.BAD_REFERENCE, "references", f"{inexact} of them name no message exactly and were left out")
    alert = Alert(
        identifier=fields.needed("identifier"),
        sender=fields.needed("sender"),
        sent_at=sent_at,
        status=fields.exact("status", Status),
        msg_type=fields.exact("msgType", MsgType),
        scope=fields.exact("scope", Scope),
        source=fields.text("source"),
        restriction=fields.text("restriction"),
        addresses=read_entries(fields.text("addresses")),
        code=fields.texts("code"),
        note=fields.text("note"),
        references=references,
        incidents=read_entries(fields.text("incidents")),
        infos=tuple(_info(info, version) for info in fields.groups("info")),
        is_signed=any(child.namespace == SIGNATURE_NAMESPACE for child in node.children),
    )
    _note_whole(alert, version, fields)
    return alert


def _note_whole(alert: Alert, version: str, fields: Fields) -> None:
    """What is odd about a message as a whole."""
    if version != "1.2":
        fields.note(Flag.OLD_VERSION, "alert", f"is CAP {version}; it was read as 1.2")
    if alert.msg_type is not MsgType.ALERT and not alert.references:
        fields.note(Flag.NO_REFERENCES, "references", f"{alert.msg_type} without references: linked to no message")
    if not alert.infos and alert.msg_type in (MsgType.ALERT, MsgType.UPDATE):
        fields.note(Flag.NO_INFO, "info", "says nothing of an event")
    if alert.scope is Scope.RESTRICTED and not alert.restriction:
        fields.note(Flag.SCOPE_MISMATCH, "restriction", "is Restricted, but does not say to whom")
    if alert.scope is Scope.PRIVATE and not alert.addresses:
        fields.note(Flag.SCOPE_MISMATCH, "addresses", "is Private, but names nobody")
    if alert.is_signed:
        fields.note(Flag.NOT_VERIFIED, "Signature", "signed, not verified")


def _info(fields: Fields, version: str) -> Info:
    categories = fields.choices("category", Category)
    if not categories:
        # CAP 1.0 does not require it, and a category that the standard lacks is still an event.
        if not fields.texts("category") and version != "1.0":
            fields.needed("category")
        categories = (Category.OTHER,)
    expires_at = fields.time("expires")
    if expires_at is None:
        fields.note(Flag.NO_EXPIRES, "expires", "does not say when it ends; the station's own time-out holds")
    return Info(
        category=categories,
        event=fields.needed("event"),
        urgency=fields.choice("urgency", Urgency, Urgency.UNKNOWN),
        severity=fields.choice("severity", Severity, Severity.UNKNOWN),
        certainty=_certainty(fields),
        language=fields.text("language"),
        response_type=fields.choices("responseType", ResponseType),
        audience=fields.text("audience"),
        event_codes=_pairs(fields, "eventCode"),
        effective_at=fields.time("effective"),
        onset_at=fields.time("onset"),
        expires_at=expires_at,
        sender_name=fields.text("senderName"),
        headline=fields.text("headline"),
        description=fields.text("description"),
        instruction=fields.text("instruction"),
        web=fields.text("web"),
        contact=fields.text("contact"),
        parameters=_pairs(fields, "parameter"),
        resources=tuple(_resource(resource) for resource in fields.groups("resource")),
        areas=tuple(_area(area) for area in fields.groups("area")),
    )


def _certainty(fields: Fields) -> Certainty:
    # CAP 1.1, 3.3.3: "Very Likely" is deprecated and to be taken as Likely.
    if fields.text("certainty").casefold() == "very likely":
        return Certainty.LIKELY
    return fields.choice("certainty", Certainty, Certainty.UNKNOWN)


def _pairs(fields: Fields, name: str) -> tuple[NamedValue, ...]:
    pairs = []
    old_spellings = fields.texts(name)
    for group, text in zip(fields.groups(name), old_spellings, strict=True):
        pair = NamedValue(group.text("valueName"), group.text("value"))
        if not pair.value_name and not pair.value and "=" in text:
            # CAP 1.0 wrote one text, "SAME=SVR".
            left, _, right = text.partition("=")
            pair = NamedValue(left.strip(), right.strip())
        if pair.value_name:
            pairs.append(pair)
        else:
            fields.note(Flag.UNKNOWN_VALUE, name, "has a value without a name; it was left out")
    return tuple(pairs)


def _resource(fields: Fields) -> Resource:
    size = fields.number("size")
    mime_type = fields.text("mimeType")
    if not mime_type:
        fields.note(Flag.UNKNOWN_VALUE, "mimeType", "is missing; what it is cannot be told")
    return Resource(
        resource_desc=fields.text("resourceDesc"),
        mime_type=mime_type,
        size=None if size is None or size < 0 else int(size),
        uri=fields.text("uri"),
        deref_uri=fields.text("derefUri"),
        digest=fields.text("digest"),
    )


def _area(fields: Fields) -> Area:
    if not fields.text("areaDesc"):
        fields.note(Flag.UNKNOWN_VALUE, "areaDesc", "is missing; the area has no name")
    rings = (_ring(fields, places) for places in fields.shapes("polygon", read_polygon))
    return Area(
        area_desc=fields.text("areaDesc"),
        polygons=tuple(ring for ring in rings if ring),
        circles=tuple(fields.shapes("circle", read_circle)),
        geocodes=_pairs(fields, "geocode"),
        altitude_ft=fields.number("altitude"),
        ceiling_ft=fields.number("ceiling"),
    )


def _ring(fields: Fields, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Closed; empty where it encloses nothing."""
    if places[0] != places[-1]:
        fields.note(Flag.BAD_SHAPE, "polygon", "was not closed; its first place was added at its end")
        places = (*places, places[0])
    if len(places) < _RING_LEAST:
        fields.note(Flag.BAD_SHAPE, "polygon", "has fewer than three corners; it was left out")
        return ()
    return places
