"""CAP messages of senders as they are: taken with a note of what is odd, or refused with the reason."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from wallapp.domain.cap import Category, Certainty, MsgType, NamedValue, Status, Urgency
from wallapp.domain.cap_reading import Flag, Refusal
from wallapp.domain.place import Place
from wallapp.exchange.cap_read import read_cap, read_cap_file
from wallapp.exchange.cap_values import read_polygon, read_references
from wallapp.exchange.cap_xml import DEPTH_MAX, SIZE_MAX_BYTES

DATA = Path(__file__).parents[1] / "data" / "cap"
NAMESPACE = 'xmlns="urn:oasis:names:tc:emergency:cap:1.2"'
HEAD = """<identifier>a-1</identifier><sender>a</sender><sent>2026-03-14T20:05:00-00:00</sent>
<status>Actual</status><msgType>Alert</msgType><scope>Public</scope>"""
INFO = """<category>Met</category><event>Storm</event><urgency>Future</urgency><severity>Minor</severity>
<certainty>Likely</certainty>"""


def alert(head: str = HEAD, info: str = INFO, more: str = "", declared: str = "") -> bytes:
    return f"{declared}<alert {NAMESPACE}>{head}<info>{info}</info>{more}</alert>".encode()


def test_a_good_message_is_taken_whole() -> None:
    [reading] = read_cap_file(DATA / "crowd.xml")
    taken = reading.alert
    assert taken is not None and reading.warnings == ()
    assert (taken.status, taken.msg_type) == (Status.EXERCISE, MsgType.ALERT)
    assert taken.incidents == ("ville-0042", "place nord")
    assert taken.sent_at == datetime(2026, 3, 14, 20, 5, tzinfo=UTC)
    assert taken.sent_at.utcoffset() == timedelta(hours=1)
    french, arabic = taken.infos
    assert (french.category, arabic.event) == ((Category.SAFETY, Category.RESCUE), "تدافع")
    [area] = french.areas
    assert area.polygons[0][1] == Place(33.60, -7.64), "CAP has latitude first"
    assert area.circles[0].radius_km == 0.025


def test_a_careless_one_is_taken_and_everything_odd_is_noted() -> None:
    [reading] = read_cap_file(DATA / "careless.xml")
    taken = reading.alert
    assert taken is not None
    info = taken.infos[0]
    assert (info.category, info.urgency, info.certainty) == ((Category.MET,), Urgency.UNKNOWN, Certainty.LIKELY)
    assert (info.event, info.onset_at) == ("Storm", None)
    assert info.parameters == (NamedValue("gust", ""),)
    assert [reference.identifier for reference in taken.references] == ["met-6"]
    assert info.areas[0].polygons == ((Place(33, -7), Place(33, -6), Place(34, -6), Place(33, -7)),)
    assert {(oddity.flag, oddity.where) for oddity in reading.warnings} == {
        (Flag.LOOSE_TIME, "sent"),
        (Flag.EMPTY_ELEMENT, "addresses"),
        (Flag.UNKNOWN_ELEMENT, "priority"),
        (Flag.BAD_REFERENCE, "references"),
        (Flag.OLD_VERSION, "alert"),
        (Flag.WRONG_ORDER, "info/category"),
        (Flag.UNKNOWN_VALUE, "info/category"),
        (Flag.REPEATED, "info/event"),
        (Flag.UNKNOWN_VALUE, "info/urgency"),
        (Flag.BAD_TIME, "info/onset"),
        (Flag.NO_EXPIRES, "info/expires"),
        (Flag.EMPTY_ELEMENT, "info/parameter/value"),
        (Flag.EMPTY_ELEMENT, "info/area/polygon"),
        (Flag.BAD_SHAPE, "info/area/polygon"),
        (Flag.BAD_SHAPE, "info/area/circle"),
    }


def test_each_message_of_a_feed_stands_or_falls_alone() -> None:
    first, second = read_cap_file(DATA / "several.atom")
    assert first.alert is not None and first.alert.infos == ()
    assert Flag.NO_REFERENCES in {oddity.flag for oddity in first.warnings}
    assert (second.refusal, second.identifier) == (Refusal.NAMESPACE, "two")


@pytest.mark.parametrize(
    ("content", "refusal", "says"),
    [
        (b"", Refusal.NOT_XML, "no element found"),
        (b"<alert", Refusal.NOT_XML, "line 1"),
        (b"\x89PNG\r\n", Refusal.NOT_XML, "line 1"),
        (b"<feed/>", Refusal.NO_ALERT, "feed"),
        (b"<alert/>", Refusal.NAMESPACE, "namespace"),
        (alert(HEAD.replace("urn", "")).replace(b":1.2", b":9.9"), Refusal.NAMESPACE, "9.9"),
        (alert(HEAD.replace("<scope>Public</scope>", "")), Refusal.MISSING, "scope"),
        (alert(HEAD.replace("Public", " ")), Refusal.MISSING, "scope"),
        (alert(HEAD.replace("Actual", "Real")), Refusal.BAD_VALUE, "Real"),
        (alert(HEAD.replace("2026-03-14T", "2026-13-14T")), Refusal.BAD_VALUE, "sent"),
        (alert(info=INFO.replace("<event>Storm</event>", "")), Refusal.MISSING, "info/event"),
        (alert(info=INFO.replace("<category>Met</category>", "")), Refusal.MISSING, "info/category"),
        (alert(declared='<?xml version="1.0" encoding="klingon"?>'), Refusal.ENCODING, "klingon"),
        (alert(declared="<?xml version='1.0' encoding='euc-kr'?>") + b"\xff", Refusal.ENCODING, "euc-kr"),
        (b"<!DOCTYPE alert>" + alert(), Refusal.ENTITIES, "DTD"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + alert(), Refusal.ENTITIES, "DTD"),
        (alert(more="<note>&nowhere;</note>"), Refusal.NOT_XML, "undefined entity"),
        (b"<a>" * (DEPTH_MAX + 1), Refusal.TOO_DEEP, str(DEPTH_MAX)),
        (b" " * (SIZE_MAX_BYTES + 1), Refusal.TOO_LARGE, "16 MiB"),
        (b"<a>" + b"<b/>" * 200_000 + b"</a>", Refusal.TOO_LARGE, "200000"),
        (b"<a>" + b"<alert/>" * 1001 + b"</a>", Refusal.TOO_LARGE, "1000 alerts"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_reason(content: bytes, refusal: Refusal, says: str) -> None:
    [reading] = read_cap(content)
    assert (reading.alert, reading.refusal) == (None, refusal)
    assert says in reading.why and "\n" not in reading.why


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252", "iso-8859-15"])
def test_encodings_that_senders_use(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    text = alert(
        more="", info=INFO.replace("Storm", "Tempête"), declared=f"<?xml version='1.0' encoding='{declared}'?>"
    )
    [reading] = read_cap(text.decode().encode(encoding))
    assert reading.alert is not None, reading
    assert reading.alert.event == "Tempête"


def test_arabic_in_its_old_encoding() -> None:
    text = alert(info=INFO.replace("Storm", "عاصفة"), declared="<?xml version='1.0' encoding='windows-1256'?>").decode()
    [reading] = read_cap(text.encode("windows-1256"))
    assert reading.alert is not None and reading.alert.event == "عاصفة"


def test_cap_1_0_with_its_one_text_codes_and_no_category() -> None:
    old = alert(info=INFO.replace("<category>Met</category>", "") + "<eventCode>SAME=SVR</eventCode>").replace(
        b"urn:oasis:names:tc:emergency:cap:1.2", b"http://www.incident.com/cap/1.0"
    )
    [reading] = read_cap(old)
    assert reading.alert is not None
    [info] = reading.alert.infos
    assert (info.category, info.event_codes) == ((Category.OTHER,), (NamedValue("SAME", "SVR"),))


def test_a_signature_is_said_to_be_unverified() -> None:
    signature = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature>'
    [reading] = read_cap(alert(more=signature))
    assert reading.alert is not None and reading.alert.is_signed
    assert "signed, not verified" in [oddity.text for oddity in reading.warnings]


def test_what_is_noted_has_a_bound() -> None:
    [reading] = read_cap(alert(more="".join(f"<x{n}/>" for n in range(500))))
    assert len(reading.warnings) == 101
    assert reading.warnings[-1].flag is Flag.MORE_FLAGS


def test_references_are_taken_exactly_or_not_at_all() -> None:
    good, inexact = read_references("a,b,2026-03-14T20:05:00-00:00 a,b a,,2026-03-14T20:05:00-00:00 a,b,c,d a,b,today")
    assert ([reference.identifier for reference in good], inexact) == (["b"], 4)


def test_a_crafted_list_of_places_costs_no_time() -> None:
    assert read_polygon("1," + "11," * 20_000 + "x") is None
    assert read_polygon("1111,1111" * 5_000 + "x") is None


@pytest.mark.parametrize("name", ["missing.xml", "", "a\0b"])
def test_a_file_that_cannot_be_read_is_refused(name: str, tmp_path: Path) -> None:
    [reading] = read_cap_file(tmp_path / name)
    assert reading.refusal is Refusal.UNREADABLE and reading.why
