"""What leaves as CAP is valid, reads back as the same, and cannot be what it must not be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.exchange.cap_alerts import SENT_AT, alerts
from wallapp.base.errors import RuleBroken
from wallapp.domain.cap import (
    Alert,
    Area,
    Category,
    Certainty,
    Info,
    MsgType,
    Reference,
    Resource,
    Scope,
    Severity,
    Status,
    Urgency,
)
from wallapp.domain.place import Place
from wallapp.exchange.cap_read import read_cap
from wallapp.exchange.cap_schema import violations
from wallapp.exchange.cap_values import read_time, write_time
from wallapp.exchange.cap_write import alert_xml, issued_name, write_cap_file
from wallapp.exchange.cap_xml import parse_tree

INFO = Info((Category.SAFETY,), "Crowd", Urgency.IMMEDIATE, Severity.SEVERE, Certainty.OBSERVED)
ALERT = Alert("ville-1", "salle@ville", SENT_AT, Status.ACTUAL, MsgType.ALERT, Scope.PUBLIC, infos=(INFO,))
EARLIER = Reference("salle@ville", "ville-0", SENT_AT - timedelta(hours=1))
A, B, C, D = Place(0, 0), Place(0, 1), Place(1, 1), Place(1, 0)


@pytest.mark.slow
@given(alerts())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(ALERT)
def test_what_leaves_is_valid_and_reads_back_equal(alert: Alert) -> None:
    content = alert_xml(alert, is_drill=alert.status is Status.EXERCISE)
    assert violations(parse_tree(content)) == []
    [reading] = read_cap(content)
    assert reading.alert == alert
    assert alert_xml(alert, is_drill=False) == content, "the same message is the same bytes"


@given(st.text(min_size=1, max_size=60))
@settings(max_examples=100)
@example("\x00\x08\ud800\uffff]]>&amp;")
def test_no_text_that_somebody_pastes_breaks_a_message(text: str) -> None:
    alert = replace(ALERT, source=text, infos=(replace(INFO, headline=text, instruction=f"{text}\r\n{text}"),))
    [reading] = read_cap(alert_xml(alert, is_drill=False))
    assert reading.alert is not None


@given(
    st.datetimes(datetime(1901, 1, 1), datetime(2198, 12, 31)),
    st.integers(-14 * 3600, 14 * 3600).map(lambda seconds: timezone(timedelta(seconds=seconds))),
)
@settings(max_examples=100)
def test_a_time_keeps_its_instant_and_is_spelled_as_the_schema_wants(at: datetime, zone: timezone) -> None:
    aware = at.replace(tzinfo=zone, microsecond=0)
    assert read_time(write_time(aware)) == aware


def test_utc_is_written_as_minus_zero() -> None:
    assert write_time(datetime(2026, 3, 14, 20, 0, 1, 999, tzinfo=UTC)) == "2026-03-14T20:00:01-00:00"


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.EXERCISE])
def test_a_drill_writes_nothing_but_an_exercise(status: Status, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="Exercise"):
        write_cap_file(tmp_path / "a.xml", replace(ALERT, status=status), is_drill=True)
    assert list(tmp_path.iterdir()) == []
    write_cap_file(tmp_path / "a.xml", replace(ALERT, status=Status.EXERCISE, note="DRILL"), is_drill=True)
    assert b"<status>Exercise</status>" in (tmp_path / "a.xml").read_bytes()


def test_an_issued_message_is_never_changed(tmp_path: Path) -> None:
    path = tmp_path / issued_name(ALERT)
    write_cap_file(path, ALERT, is_drill=False)
    write_cap_file(path, ALERT, is_drill=False)
    before = path.read_bytes()
    with pytest.raises(RuleBroken, match="never changed"):
        write_cap_file(path, replace(ALERT, note="other"), is_drill=False)
    assert path.read_bytes() == before


def _with_info(**changes: object) -> Alert:
    return replace(ALERT, infos=(replace(INFO, **changes),))  # type: ignore[arg-type]  # a table of any field


def _with_area(area: Area) -> Alert:
    return _with_info(areas=(area,))


@pytest.mark.parametrize(
    ("alert", "says"),
    [
        (replace(ALERT, identifier=""), "identifier"),
        (replace(ALERT, identifier="a b"), "identifier"),
        (replace(ALERT, sender="a,b"), "sender"),
        (replace(ALERT, sender="a&b"), "sender"),
        (replace(ALERT, sent_at=datetime(2026, 3, 14)), "time zone"),
        (replace(ALERT, scope=Scope.RESTRICTED), "restriction"),
        (replace(ALERT, restriction="police"), "restriction"),
        (replace(ALERT, scope=Scope.PRIVATE), "addresses"),
        (replace(ALERT, incidents=('a"b',)), "incidents"),
        (replace(ALERT, infos=()), "needs an info"),
        (replace(ALERT, status=Status.EXERCISE), "note"),
        (replace(ALERT, msg_type=MsgType.UPDATE), "references"),
        (replace(ALERT, msg_type=MsgType.CANCEL, infos=()), "references"),
        (replace(ALERT, references=(replace(EARLIER, sent_at=SENT_AT + timedelta(seconds=1)),)), "later"),
        (replace(ALERT, references=(replace(EARLIER, identifier="ville-1"),)), "itself"),
        (replace(ALERT, references=(replace(EARLIER, identifier="a,b"),)), "reference"),
        (_with_info(category=()), "category"),
        (_with_info(event="  "), "event"),
        (_with_info(language="français"), "language"),
        (_with_info(expires_at=SENT_AT - timedelta(seconds=1)), "expires is before sent"),
        (_with_info(effective_at=SENT_AT - timedelta(weeks=6)), "effective is before sent"),
        (_with_info(onset_at=SENT_AT + timedelta(2), expires_at=SENT_AT + timedelta(1)), "before onset"),
        (_with_info(web="a b"), "web"),
        (_with_info(web="12:30 today"), "web"),
        (_with_info(web="http://h/%zz"), "web"),
        (_with_info(resources=(Resource("map", "image/png", uri="25:61"),)), "uri"),
        (_with_info(resources=(Resource("", "image/png"),)), "resource"),
        (_with_info(resources=(Resource("map", "image/png", size=-1),)), "size"),
        (_with_area(Area("")), "name"),
        (_with_area(Area("x", polygons=((A, B, C),))), "four places"),
        (_with_area(Area("x", polygons=((A, B, C, D),))), "four places"),
        (_with_area(Area("x", polygons=((A, C, B, D, A),))), "crosses itself"),
        (_with_area(Area("x", ceiling_ft=100)), "ceiling"),
        (_with_area(Area("x", altitude_ft=float("nan"))), "altitude"),
    ],
)
def test_what_breaks_the_standard_does_not_leave(alert: Alert, says: str) -> None:
    with pytest.raises(RuleBroken, match=says):
        alert_xml(alert, is_drill=False)


def test_a_square_that_does_not_cross_itself_leaves() -> None:
    assert alert_xml(_with_area(Area("x", polygons=((A, B, C, D, A),))), is_drill=False)


def test_a_signature_is_not_passed_on() -> None:
    assert alert_xml(replace(ALERT, is_signed=True), is_drill=False) == alert_xml(ALERT, is_drill=False)
