"""CAP 1.2 messages out: valid against the schema and the standard's sentences, or not at all.

Every message is read back before it is given out; one that did not come back equal is a fault of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from wallapp.base.errors import BadInput, Bug, RuleBroken
from wallapp.base.files import replace_file
from wallapp.domain.cap import Alert, Area, Info, NamedValue, Resource, Status
from wallapp.domain.cap_rules import export_faults
from wallapp.exchange.cap_read import read_cap
from wallapp.exchange.cap_schema import NAMESPACE_12, violations
from wallapp.exchange.cap_values import (
    write_circle,
    write_entries,
    write_number,
    write_polygon,
    write_references,
    write_time,
)
from wallapp.exchange.cap_xml import parse_tree

Content = str | datetime | float | int | None
_ESCAPES: Final = {'"': "&quot;", "\r": "&#13;"}


def alert_xml(alert: Alert, *, is_drill: bool) -> bytes:
    """The message as a UTF-8 document of CAP 1.2. A signature that it came with is not written: it would be false.

    Args:
      is_drill: whether it leaves from a drill's namespace; then nothing but an Exercise may.

    Raises:
      RuleBroken: it breaks the standard, or a drill tries to write anything but an Exercise; every fault is named.
    """
    if is_drill and alert.status is not Status.EXERCISE:
        raise RuleBroken(f"a drill writes nothing but an Exercise, and this message is {alert.status}")
    cleaned: Alert = replace(_cleaned(alert), is_signed=False)
    if faults := export_faults(cleaned):
        raise RuleBroken(f"the CAP message cannot leave: {'; '.join(dict.fromkeys(faults))}")
    content = ('<?xml version="1.0" encoding="UTF-8"?>\n' + "".join(_alert_lines(cleaned))).encode("utf-8")
    _prove(cleaned, content)
    return content


def write_cap_file(path: Path, alert: Alert, *, is_drill: bool) -> None:
    """The message as a file, whole or not at all; an issued message is never changed.

    Raises:
      RuleBroken: as for `alert_xml`, or another message stands there already.
      Unavailable: it cannot be written.
    """
    content = alert_xml(alert, is_drill=is_drill)
    if path.exists():
        if path.is_file() and path.read_bytes() == content:
            return
        raise RuleBroken(f"{path} holds another message, and an issued message is never changed; choose another name")
    replace_file(path, content)


def cleaned_text(text: str) -> str:
    """Without what XML 1.0 cannot hold and without the space around it, which no reader keeps."""
    legal = (sign for sign in text if sign in "\t\n\r" or (sign >= " " and not "\ud800" <= sign <= "\udfff"))
    return "".join(sign for sign in legal if sign not in "\ufffe\uffff").strip()


def _cleaned(value: Any) -> Any:
    """The same value, every text in it cleaned and every time cut to seconds, as CAP has no finer ones."""
    if type(value) is str:
        return cleaned_text(value)
    if isinstance(value, datetime):
        return value.replace(microsecond=0)
    if isinstance(value, tuple):
        return tuple(_cleaned(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _cleaned(getattr(value, field.name)) for field in fields(value)})
    return value


def _alert_lines(alert: Alert) -> Iterable[str]:
    yield f'<alert xmlns="{NAMESPACE_12}">\n'
    yield _leaf("identifier", alert.identifier, 1)
    yield _leaf("sender", alert.sender, 1)
    yield _leaf("sent", alert.sent_at, 1)
    yield _leaf("status", alert.status, 1)
    yield _leaf("msgType", alert.msg_type, 1)
    yield _leaf("source", alert.source, 1)
    yield _leaf("scope", alert.scope, 1)
    yield _leaf("restriction", alert.restriction, 1)
    yield _leaf("addresses", write_entries(alert.addresses), 1)
    yield from _leaves("code", alert.code, 1)
    yield _leaf("note", alert.note, 1)
    yield _leaf("references", write_references(alert.references), 1)
    yield _leaf("incidents", write_entries(alert.incidents), 1)
    for info in alert.infos:
        yield "  <info>\n"
        yield from _info_lines(info)
        yield "  </info>\n"
    yield "</alert>\n"


def _info_lines(info: Info) -> Iterable[str]:
    yield _leaf("language", info.language, 2)
    yield from _leaves("category", info.category, 2)
    yield _leaf("event", info.event, 2)
    yield from _leaves("responseType", info.response_type, 2)
    yield _leaf("urgency", info.urgency, 2)
    yield _leaf("severity", info.severity, 2)
    yield _leaf("certainty", info.certainty, 2)
    yield _leaf("audience", info.audience, 2)
    yield from _pairs("eventCode", info.event_codes, 2)
    yield _leaf("effective", info.effective_at, 2)
    yield _leaf("onset", info.onset_at, 2)
    yield _leaf("expires", info.expires_at, 2)
    yield _leaf("senderName", info.sender_name, 2)
    yield _leaf("headline", info.headline, 2)
    yield _leaf("description", info.description, 2)
    yield _leaf("instruction", info.instruction, 2)
    yield _leaf("web", info.web, 2)
    yield _leaf("contact", info.contact, 2)
    yield from _pairs("parameter", info.parameters, 2)
    for resource in info.resources:
        yield from _group("resource", _resource_lines(resource), 2)
    for area in info.areas:
        yield from _group("area", _area_lines(area), 2)


def _resource_lines(resource: Resource) -> Iterable[str]:
    yield _leaf("resourceDesc", resource.resource_desc, 3)
    yield _leaf("mimeType", resource.mime_type, 3)
    yield _leaf("size", resource.size, 3)
    yield _leaf("uri", resource.uri, 3)
    yield _leaf("derefUri", resource.deref_uri, 3)
    yield _leaf("digest", resource.digest, 3)


def _area_lines(area: Area) -> Iterable[str]:
    yield _leaf("areaDesc", area.area_desc, 3)
    yield from _leaves("polygon", (write_polygon(ring) for ring in area.polygons), 3)
    yield from _leaves("circle", (write_circle(circle) for circle in area.circles), 3)
    yield from _pairs("geocode", area.geocodes, 3)
    yield _leaf("altitude", area.altitude_ft, 3)
    yield _leaf("ceiling", area.ceiling_ft, 3)


def _pairs(name: str, pairs: Iterable[NamedValue], depth: int) -> Iterable[str]:
    for pair in pairs:
        yield from _group(name, (_leaf("valueName", pair.value_name, depth + 1), _value(pair.value, depth + 1)), depth)


def _value(text: str, depth: int) -> str:
    """Also where it is empty: the schema wants the element, and a reader takes an empty one as absent."""
    return _leaf("value", text, depth) or f"{'  ' * depth}<value></value>\n"


def _group(name: str, lines: Iterable[str], depth: int) -> Iterable[str]:
    yield f"{'  ' * depth}<{name}>\n"
    yield from lines
    yield f"{'  ' * depth}</{name}>\n"


def _leaves(name: str, texts: Iterable[str], depth: int) -> Iterable[str]:
    return (_leaf(name, text, depth) for text in texts)


def _leaf(name: str, content: Content, depth: int) -> str:
    """One element; none where there is nothing to say."""
    if content is None or content == "":
        return ""
    if isinstance(content, datetime):
        text = write_time(content)
    elif isinstance(content, float):
        text = write_number(content)
    else:
        text = escape(str(content), _ESCAPES)
    return f"{'  ' * depth}<{name}>{text}</{name}>\n"


def _prove(alert: Alert, content: bytes) -> None:
    """What leaves fits the schema and says, read again, exactly what was meant."""
    if broken := violations(parse_tree(content)):
        raise Bug(f"a CAP message was written that breaks the schema: {'; '.join(broken)}")
    readings: Sequence[Any] = read_cap(content)
    if len(readings) != 1 or readings[0].alert != alert:
        raise Bug("a CAP message was written that reads back as another")


def issued_name(alert: Alert) -> str:
    """A file's name for a message: its identifier with what a file system may refuse replaced, and .xml.

    Raises:
      BadInput: nothing is left of it.
    """
    name = "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in alert.identifier)[:120].strip("_")
    if not name:
        raise BadInput("the message's identifier gives no file name; choose one")
    return f"{name}.xml"
