"""Partners' alarms over real TLS: what is taken, what is refused, and what attackers get."""

from __future__ import annotations

import logging
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.alarm_rig import Rig, answer_of
from tests.servers.certificates import make_certificates
from tests.waiting import wait_until
from wallapp.base.errors import BadInput, Unavailable
from wallapp.base.ids import CameraNumber, OwnerName
from wallapp.domain.alarm import Alarm
from wallapp.domain.camera import Camera, Owner, OwnerKind
from wallapp.domain.cap import Category
from wallapp.domain.incident import Priority
from wallapp.domain.place import Place
from wallapp.domain.policy import FactKind
from wallapp.exchange.alarm_http import BODY_BYTES_MAX, HEAD_BYTES_MAX
from wallapp.exchange.alarm_server import AlarmServer, Bounds, server_context
from wallapp.store.engine import open_store
from wallapp.store.unit_of_work import Store

GLASS = {
    "title": "Glass broken",
    "reference": "G-17",
    "detail": "North window",
    "priority": "high",
    "category": "Security",
    "camera": 104,
    "place": {"lat": 33.59, "lon": -7.61},
    "fact": "intrusion_confirmed",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "profile")
    yield opened
    opened.close()


@pytest.fixture
def rig(store: Store, tmp_path: Path) -> Iterator[Rig]:
    made = Rig(store, tmp_path)
    yield made
    made.close()


def _alarm(rig: Rig) -> Alarm:
    (alarm,) = rig.alarms()
    return alarm


def test_a_partner_raises_an_alarm_and_repeats_it(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "wallapp")
    first = rig.post(GLASS)
    assert (first.status, first.body["count"]) == (201, 1)
    alarm = _alarm(rig)
    assert alarm.id == first.body["alarm"]
    assert (alarm.source, alarm.title, alarm.reference, alarm.detail) == (
        "bank",
        "Glass broken",
        "G-17",
        "North window",
    )
    assert (alarm.priority, alarm.category) == (Priority.HIGH, Category.SECURITY)
    assert (alarm.camera, alarm.place) == (104, Place(33.59, -7.61))
    assert alarm.fact is FactKind.INTRUSION_CONFIRMED
    again = rig.post(GLASS)
    assert (again.status, again.body) == (200, {"alarm": alarm.id, "count": 2})
    assert len([line for line in caplog.messages if "bank from 127.0.0.1" in line]) == 2
    assert rig.token not in caplog.text


def test_the_source_is_whose_token_it_is(rig: Rig) -> None:
    rig.post(GLASS)
    assert rig.post({**GLASS, "source": "bank"}, token=rig.other_token).status == 422
    assert rig.post(GLASS, token=rig.other_token).status == 201, "another partner's reference is another alarm"
    assert sorted((alarm.source, alarm.count) for alarm in rig.alarms()) == [("bank", 1), ("tram", 1)]


def test_a_stranger_is_refused_and_its_token_never_logged(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "wallapp")
    for given in (None, "x" * 9, "OICabYILeHx17ckCIWYQttDbtpGgkXuEWducAPtcD4U", "t" * 5000):
        said = rig.post(GLASS, token=given)
        assert said.status == 401
        assert said.headers["WWW-Authenticate"].startswith("Bearer")
        assert given is None or given not in caplog.text
    assert rig.alarms() == ()
    assert len([line for line in caplog.messages if "a stranger from 127.0.0.1: 401" in line]) == 4


def test_who_goes_on_and_on_does_not_fill_the_log(
    store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "wallapp")
    rig = Rig(store, tmp_path, strangers=2)
    try:
        assert [rig.post(GLASS, token="x").status for _ in range(6)] == [401] * 6
        assert len([line for line in caplog.messages if "a stranger" in line]) == 2
        rig.post(GLASS)
        assert any("bank from 127.0.0.1: 201" in line for line in caplog.messages), "a partner is always written down"
    finally:
        rig.close()


def test_other_ways_to_show_a_token_are_none(rig: Rig) -> None:
    for authorization in (
        f"Basic {rig.token}",
        rig.token,
        "Bearer",
        f"Bearer {rig.token}x",
        f"Bearer {rig.token[:-1]}",
    ):
        assert rig.post(GLASS, token=None, headers={"Authorization": authorization}).status == 401
    with rig.encrypted() as line:
        twice = f"Authorization: Bearer {rig.token}\r\n" * 2
        line.sendall(f"POST /alarms HTTP/1.1\r\nHost: x\r\n{twice}Content-Length: 2\r\n\r\n{{}}".encode())
        assert answer_of(line).startswith(b"HTTP/1.1 401 ")


@pytest.mark.slow
def test_a_removed_partner_s_token_is_good_for_a_second_at_most(rig: Rig) -> None:
    assert rig.post(GLASS).status == 201
    rig.partners.remove("BANK")
    wait_until(lambda: rig.post(GLASS).status == 401, within_s=10)
    assert rig.post(GLASS, token=rig.other_token).status == 201


def test_only_digests_of_tokens_are_kept(rig: Rig, store: Store, tmp_path: Path) -> None:
    with store.reading() as unit:
        text = unit.settings.setting("alarm partners") or ""
    assert "bank" in text and rig.token not in text
    files = [path for path in (tmp_path / "profile").rglob("*") if path.is_file()]
    assert files and not any(rig.token.encode() in path.read_bytes() for path in files)


NO_ALARMS: tuple[tuple[object, int], ...] = (
    (b"", 400),
    (b"{", 400),
    (b'{"title": "\xff"}', 400),
    (b'{"title": "x", "camera": NaN}', 400),
    (b"[" * 10_000, 422),
    ([], 422),
    ({}, 422),
    ({"title": ""}, 422),
    ({"title": "\u202e \u200b"}, 422),
    ({"title": "x" * 201}, 422),
    ({"title": 7}, 422),
    ({"title": "x", "unknown": 1}, 422),
    ({"title": "x", "place": {"lat": 91, "lon": 0}}, 422),
    ({"title": "x", "place": {"lat": 1, "lon": 0, "height": 3}}, 422),
    ({"title": "x", "place": [33.5, -7.6]}, 422),
    ({"title": "x", "camera": 0}, 422),
    ({"title": "x", "camera": 10**30}, 422),
    ({"title": "x", "priority": "urgent"}, 422),
    ({"title": "x", "fact": "crisis_level"}, 422),
    ({"title": "x", "reference": "a\nb"}, 422),
    ({"title": "x", "reference": "r" * 201}, 422),
    ({"title": "x", "detail": "d" * 2001}, 422),
)


def test_what_is_no_alarm_is_refused_in_words(rig: Rig) -> None:
    for body, status in NO_ALARMS:
        said = rig.post(body)
        assert said.status == status, (body, said)
        assert 10 < len(said.body["error"]) < 400, said
    assert rig.alarms() == ()


def test_a_title_cannot_read_otherwise_than_it_is(rig: Rig) -> None:
    rig.post({"title": "Tür \u202eoffen\n\tbei\x00 Tor", "detail": "one\r\n\x1b[31mtwo"})
    alarm = _alarm(rig)
    assert (alarm.title, alarm.detail) == ("Tür offen bei Tor", "one\n[31mtwo")


def test_a_camera_that_nobody_knows_costs_no_alarm(rig: Rig, store: Store) -> None:
    with store.writing() as unit:
        unit.owners.put_owners([Owner(OwnerName("City"), OwnerKind.CITY)])
        unit.cameras.put_cameras([Camera(CameraNumber(104), "Quay", OwnerName("City"))])
    rig.post(GLASS)
    rig.post({**GLASS, "reference": "G-18", "camera": 999})
    known, unknown = sorted(rig.alarms(), key=lambda alarm: alarm.reference)
    assert (known.camera, known.detail) == (104, "North window")
    assert unknown.camera is None and "camera 999" in unknown.detail and "North window" in unknown.detail


def test_other_requests_get_clear_answers(rig: Rig) -> None:
    assert rig.post(GLASS, path="/").status == 404
    assert rig.post(GLASS, path="/alarms?source=tram").status == 404
    for method in ("GET", "PUT", "DELETE"):
        said = rig.post(GLASS, method=method)
        assert (said.status, said.headers["Allow"]) == (405, "POST")
    assert rig.post(GLASS, headers={"Content-Type": "text/plain"}).status == 415
    assert rig.post(GLASS, headers={"Content-Type": "application/json; charset=utf-8"}).status == 201


def test_a_huge_body_is_refused_before_and_while_it_comes(rig: Rig) -> None:
    assert rig.post({"title": "x", "detail": "d" * BODY_BYTES_MAX}).status == 413
    head = (
        f"POST /alarms HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {rig.token}\r\nContent-Type: application/json\r\n"
    )
    with rig.encrypted() as line:
        line.sendall(f"{head}Content-Length: 99999999999999999999\r\n\r\n".encode())
        assert answer_of(line).startswith((b"HTTP/1.1 413 ", b"HTTP/1.1 400 "))
    with rig.encrypted() as line:
        chunk = b"1000\r\n" + b" " * 0x1000 + b"\r\n"
        line.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + chunk * 5)
        assert answer_of(line).startswith(b"HTTP/1.1 413 ")
    with rig.encrypted() as line:
        line.sendall(b"POST /alarms HTTP/1.1\r\nHost: x\r\nX: " + b"y" * (2 * HEAD_BYTES_MAX))
        assert answer_of(line).startswith(b"HTTP/1.1 431 ")
    assert rig.alarms() == ()


def test_a_body_in_chunks_and_one_that_waits_to_be_asked_for_are_taken(rig: Rig) -> None:
    head = (
        f"POST /alarms HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {rig.token}\r\nContent-Type: application/json\r\n"
    )
    with rig.encrypted() as line:
        line.sendall(
            f'{head}Transfer-Encoding: chunked\r\n\r\n7\r\n{{"title\r\n5\r\n":"x"\r\n1\r\n}}\r\n0\r\n\r\n'.encode()
        )
        assert answer_of(line).startswith(b"HTTP/1.1 201 ")
    with rig.encrypted() as line:
        line.sendall(f"{head}Content-Length: 13\r\nExpect: 100-continue\r\n\r\n".encode())
        assert line.recv(4096).startswith(b"HTTP/1.1 100 ")
        line.sendall(b'{"title":"y"}')
        assert answer_of(line).startswith(b"HTTP/1.1 201 ")


def test_what_is_no_http_is_told_so_and_its_words_are_not_repeated(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "wallapp")
    for head in (b"\x00\x01\r\n\r\n", b"POST /alarms HTTP/1.1\r\nHost: x\r\nAuthorization Bearer secret-token\r\n\r\n"):
        with rig.encrypted() as line:
            line.sendall(head)
            said = answer_of(line)
            assert said.startswith(b"HTTP/1.1 400 ") and b"secret" not in said
    assert "secret" not in caplog.text


def test_plain_http_is_told_to_use_tls(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "wallapp")
    with rig.raw() as line:
        line.sendall(f"POST /alarms HTTP/1.1\r\nAuthorization: Bearer {rig.token}\r\n\r\n".encode())
        said = answer_of(line)
    assert said.startswith(b"HTTP/1.1 400 ") and b"https" in said
    assert any("did not speak TLS" in line for line in caplog.messages) and rig.token not in caplog.text
    with rig.raw() as line:
        line.sendall(b"\x16\x03\x01\x00\x05junk!")
        answer_of(line)
    wait_until(lambda: "no encrypted connection" in caplog.text, within_s=10)


def test_one_partner_s_flood_does_not_reach_the_other(store: Store, tmp_path: Path) -> None:
    rig = Rig(store, tmp_path, burst=3)
    try:
        said = [rig.post({"title": f"alarm {number}"}) for number in range(5)]
        assert [each.status for each in said] == [201, 201, 201, 429, 429]
        assert int(said[-1].headers["Retry-After"]) >= 1
        assert rig.post(GLASS, token=rig.other_token).status == 201
    finally:
        rig.close()


@pytest.mark.slow
def test_who_is_slow_is_cut_and_holds_nobody_up(store: Store, tmp_path: Path) -> None:
    rig = Rig(store, tmp_path, bounds=Bounds(visit_s=1.5))
    try:
        silent, slow = rig.raw(), rig.encrypted()
        slow.sendall(f"POST /alarms HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {rig.token}\r\n".encode())
        slow.sendall(b"Content-Type: application/json\r\nContent-Length: 900\r\n\r\n{")
        assert rig.post(GLASS).status == 201
        with silent, slow:
            assert answer_of(slow).startswith(b"HTTP/1.1 408 ")
            assert answer_of(silent) == b""
    finally:
        rig.close()


def test_one_address_cannot_take_all_connections(store: Store, tmp_path: Path) -> None:
    rig = Rig(store, tmp_path, bounds=Bounds(connections=3, of_one_address=2, visit_s=30))
    try:
        with rig.raw(), rig.raw(), rig.raw() as third:
            assert answer_of(third) == b""
        wait_until(lambda: _is_taken(rig), within_s=20)
    finally:
        rig.close()


def _is_taken(rig: Rig) -> bool:
    try:
        return rig.post(GLASS).status in (200, 201)
    except (OSError, ValueError):
        return False


def test_an_alarm_is_kept_while_the_store_is_lost(rig: Rig) -> None:
    assert rig.post({"title": "before"}).status == 201
    rig.cable.is_cut = True
    said = rig.post(GLASS)
    assert (said.status, said.body["waiting"]) == (202, True)
    assert len(rig.room.pending()) == 1
    rig.cable.is_cut = False
    rig.room.send()
    assert {alarm.title for alarm in rig.alarms()} == {"before", "Glass broken"}


def test_closing_cuts_who_is_still_there(store: Store, tmp_path: Path) -> None:
    rig = Rig(store, tmp_path, bounds=Bounds(visit_s=300))
    with rig.raw() as silent, rig.encrypted() as line:
        line.sendall(b"POST")
        rig.close()
        assert answer_of(silent) == b""


def test_a_certificate_that_cannot_be_used_is_named(store: Store, tmp_path: Path, rig: Rig) -> None:
    (tmp_path / "other").mkdir()
    other = make_certificates(tmp_path / "other")
    with pytest.raises(BadInput, match="belong"):
        server_context(rig.files.certificate, other.key)
    with pytest.raises(BadInput, match="cannot be read"):
        server_context(tmp_path / "none.pem", other.key)
    context = server_context(rig.files.certificate, rig.files.key)
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
    with pytest.raises(Unavailable, match="another port"):
        AlarmServer(context, rig.desks, host="127.0.0.1", port=rig.port)
    with pytest.raises(BadInput, match="no address"):
        AlarmServer(context, rig.desks, host="nowhere.invalid", port=0)
