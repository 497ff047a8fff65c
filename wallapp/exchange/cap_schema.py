"""What the CAP 1.2 schema says about structure: which elements, in which order, how often, with which values.

Written down from the standard's own text, as one table for reading and checking; a test compares it with the
schema where that lies at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from wallapp.domain.cap import Category, Certainty, MsgType, ResponseType, Scope, Severity, Status, Urgency
from wallapp.domain.cap_rules import URI
from wallapp.exchange.cap_xml import Node

NAMESPACE_12: Final = "urn:oasis:names:tc:emergency:cap:1.2"
NAMESPACES: Final[Mapping[str, str]] = MappingProxyType(
    {
        NAMESPACE_12: "1.2",
        "urn:oasis:names:tc:emergency:cap:1.1": "1.1",
        "http://www.incident.com/cap/1.0": "1.0",
        "urn:oasis:names:tc:emergency:cap:1.0": "1.0",
    }
)
SIGNATURE_NAMESPACE: Final = "http://www.w3.org/2000/09/xmldsig#"


class Kind(StrEnum):
    """What stands inside an element."""

    TEXT = "string"
    TIME = "dateTime"
    URI = "anyURI"
    LANGUAGE = "language"
    INTEGER = "integer"
    DECIMAL = "decimal"
    CHOICE = "choice"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Slot:
    """One element within its parent, in the schema's order."""

    name: str
    kind: Kind = Kind.TEXT
    needed: bool = False
    many: bool = False
    values: tuple[str, ...] = ()


def _choice(name: str, values: Iterable[StrEnum], *, needed: bool = True, many: bool = False) -> Slot:
    return Slot(name, Kind.CHOICE, needed, many, tuple(value.value for value in values))


def _group(name: str) -> Slot:
    return Slot(name, Kind.GROUP, needed=False, many=True)


_PAIR: Final = (Slot("valueName", needed=True), Slot("value", needed=True))

SLOTS: Final[Mapping[str, tuple[Slot, ...]]] = MappingProxyType(
    {
        "alert": (
            Slot("identifier", needed=True),
            Slot("sender", needed=True),
            Slot("sent", Kind.TIME, needed=True),
            _choice("status", Status),
            _choice("msgType", MsgType),
            Slot("source"),
            _choice("scope", Scope),
            Slot("restriction"),
            Slot("addresses"),
            Slot("code", many=True),
            Slot("note"),
            Slot("references"),
            Slot("incidents"),
            _group("info"),
        ),
        "info": (
            Slot("language", Kind.LANGUAGE),
            _choice("category", Category, many=True),
            Slot("event", needed=True),
            _choice("responseType", ResponseType, needed=False, many=True),
            _choice("urgency", Urgency),
            _choice("severity", Severity),
            _choice("certainty", Certainty),
            Slot("audience"),
            _group("eventCode"),
            Slot("effective", Kind.TIME),
            Slot("onset", Kind.TIME),
            Slot("expires", Kind.TIME),
            Slot("senderName"),
            Slot("headline"),
            Slot("description"),
            Slot("instruction"),
            Slot("web", Kind.URI),
            Slot("contact"),
            _group("parameter"),
            _group("resource"),
            _group("area"),
        ),
        "eventCode": _PAIR,
        "parameter": _PAIR,
        "geocode": _PAIR,
        "resource": (
            Slot("resourceDesc", needed=True),
            Slot("mimeType", needed=True),
            Slot("size", Kind.INTEGER),
            Slot("uri", Kind.URI),
            Slot("derefUri"),
            Slot("digest"),
        ),
        "area": (
            Slot("areaDesc", needed=True),
            Slot("polygon", many=True),
            Slot("circle", many=True),
            _group("geocode"),
            Slot("altitude", Kind.DECIMAL),
            Slot("ceiling", Kind.DECIMAL),
        ),
    }
)

_PATTERNS: Final[Mapping[Kind, re.Pattern[str]]] = MappingProxyType(
    {
        # The schema's own pattern: no Z, no fractions; and a day and an hour that exist, as xs:dateTime has it.
        Kind.TIME: re.compile(
            r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])(?::[0-5]\d){2}[-+](?:0\d|1[0-4]):[0-5]\d",
            re.ASCII,
        ),
        Kind.LANGUAGE: re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*"),
        Kind.INTEGER: re.compile(r"[-+]?\d+", re.ASCII),
        Kind.DECIMAL: re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII),
        Kind.URI: URI,
    }
)


def fits(kind: Kind, text: str) -> bool:
    """Whether a text is written as this kind of value must be; a choice is looked up in its slot."""
    pattern = _PATTERNS.get(kind)
    return pattern is None or pattern.fullmatch(text) is not None


def violations(alert: Node) -> list[str]:
    """How a message breaks the schema's structure: strict, for what leaves; empty where it is valid."""
    return list(_violations(alert, "alert"))


def _violations(node: Node, path: str) -> Iterator[str]:
    if node.namespace != NAMESPACE_12:
        yield f"{path} is not in the namespace of CAP 1.2"
    slots = SLOTS[node.name]
    order = {slot.name: place for place, slot in enumerate(slots)}
    counts = dict.fromkeys(order, 0)
    last = 0
    for child in node.children:
        where = f"{path}/{child.name}"
        place = order.get(child.name)
        if place is None:
            yield f"{where} is not known"
            continue
        if place < last:
            yield f"{where} stands too late"
        last = max(last, place)
        counts[child.name] += 1
        yield from _content_violations(child, slots[place], where)
    for slot in slots:
        if slot.needed and not counts[slot.name]:
            yield f"{path}/{slot.name} is missing"
        if not slot.many and counts[slot.name] > 1:
            yield f"{path}/{slot.name} stands there more than once"


def _content_violations(node: Node, slot: Slot, where: str) -> Iterator[str]:
    if slot.kind is Kind.GROUP:
        yield from _violations(node, where)
    elif node.children:
        yield f"{where} holds elements"
    elif slot.values and node.text not in slot.values:
        yield f"{where} is none of {', '.join(slot.values)}"
    elif not fits(slot.kind, node.text.strip()):
        yield f"{where} is no {slot.kind}"
