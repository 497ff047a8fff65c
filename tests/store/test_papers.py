"""What leaves as paper, of a real store: complete for who may read it, silent about what they may not know."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from tests.fakes.shared_room import CAMERAS, QUAY, SAFE, SQUARE, Station, seed
from wallapp.app.papers import ExchangeFiles
from wallapp.base.errors import BadInput, Denied, NotFound
from wallapp.base.ids import CameraNumber, FeatureId, IncidentId
from wallapp.domain.camera import StreamName
from wallapp.domain.incident import CameraRole
from wallapp.domain.layer import LayerFeature, LayerKind, point
from wallapp.domain.logbook import LogEvent, LogKind
from wallapp.domain.marker import CameraAnchor
from wallapp.domain.place import Place
from wallapp.domain.view import Level
from wallapp.exchange.log_csv import COLUMNS, defused, log_csv, write_log_csv
from wallapp.services.briefing import Briefing, NoPicture, Resource, TakenPicture, briefing, wanted_pictures
from wallapp.services.cot_out import CotWish, cot_content
from wallapp.services.incidents import NewIncident
from wallapp.services.layers import NewLayer
from wallapp.services.log_paper import Left, LogPaper, log_paper, note_left
from wallapp.services.logbook import NewLine
from wallapp.services.markers import NewMarker
from wallapp.services.shared_ports import LogQuery
from wallapp.services.shared_sight import Sight
from wallapp.services.situation import SituationDesks
from wallapp.store.unit_of_work import Store

AT: Final = Place(33.5900, -7.6100)
TAKEN_AT: Final = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def station(store: Store, tmp_path: Path) -> Iterator[Station]:
    seed(store)
    made = Station(store, tmp_path, "desk-1")
    yield made
    made.stop()


def desks(station: Station) -> SituationDesks:
    return SituationDesks(station.room)


def paper_of(station: Station, login: str = "operator", query: LogQuery | None = None) -> LogPaper:
    return log_paper(desks(station), station.who(login), query)


def picture(camera: CameraNumber, level: Level = Level.CLEAR, *, is_live: bool = True) -> TakenPicture:
    return TakenPicture(camera, level, is_live, TAKEN_AT, b"png of " + str(camera).encode())


def fire(station: Station) -> IncidentId:
    """An incident at the square that the supervisor linked to the safe too."""
    boss = station.who("supervisor")
    incident = station.incidents.open(boss, NewIncident("fire", SQUARE, title="Fire at the square")).value.id
    station.incidents.link_camera(boss, incident, QUAY)
    station.incidents.link_camera(boss, incident, SAFE, role=CameraRole.EVIDENCE)
    return incident


def rows(content: bytes, separator: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))


def test_the_table_holds_every_line_with_its_correction_and_review(station: Station) -> None:
    boss = station.who("supervisor")
    incident = fire(station)
    heard = station.log.write(
        station.who("operator"),
        NewLine("Témoin: fumée ; دخان", LogKind.COMMUNICATION_IN, incident, from_whom="Caller", means="tel 3"),
    )
    station.log.correct(boss, heard.seq, "Témoin: vapeur")
    station.log.review(boss, heard.seq, significant=True)
    content = log_csv(paper_of(station, "supervisor"))
    assert content.startswith(b"\xef\xbb\xbf")
    found = rows(content)
    assert tuple(found[0]) == COLUMNS
    line = next(row for row in found if row["number"] == str(heard.seq))
    assert (line["text"], line["author"], line["from"], line["means"]) == (
        "Témoin: fumée ; دخان",
        "operator",
        "Caller",
        "tel 3",
    )
    assert (line["incident"], line["significant"], line["kind"]) == ("1", "yes", "communication_in")
    assert line["happened_at"] == "2026-01-01T12:00:00.000Z"
    fixed = next(row for row in found if row["corrects"])
    assert (fixed["text"], fixed["corrects"], fixed["author"]) == ("Témoin: vapeur", str(heard.seq), "supervisor")
    numbers = [int(row["number"]) for row in found if not row["corrects"]]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+33 6 12",
        "-2+3",
        "@SUM(A1)",
        " =1",
        "\t=1",
        "＝1",
        'a;=HYPERLINK("x")',
        "a,@b",
        "first\n=second",
        "'=1",
        '"=1',
        "x|-1",
    ],
)
def test_no_cell_is_run_as_a_formula(text: str) -> None:
    safe = defused(text)
    for separator in ",;\t\n|":
        for part in safe.split(separator):
            bare = part.strip().lstrip('"')
            assert not bare.startswith(("=", "+", "-", "@", "＝")), safe


def test_what_is_no_formula_stays_as_it_is() -> None:
    for text in ("5 - 3", "a=b", "noir, blanc", "mail a@b.example", "١٢ دقيقة", "L’eau\u202f: 3"):
        assert defused(text) == text
    assert defused("bell\x07") == "bell"


def test_a_table_for_french_spreadsheets_has_semicolons(station: Station, tmp_path: Path) -> None:
    fire(station)
    write_log_csv(tmp_path / "log.csv", paper_of(station), separator=";")
    found = rows((tmp_path / "log.csv").read_bytes(), ";")
    assert found[0]["text"].startswith("incident #1 opened")
    with pytest.raises(BadInput, match="separator"):
        log_csv(paper_of(station), separator="x")


def test_a_copy_holds_no_line_about_a_camera_that_is_not_theirs(station: Station) -> None:
    fire(station)
    assert b"305" in log_csv(paper_of(station, "supervisor"))
    assert b"305" not in log_csv(paper_of(station, "operator"))
    with pytest.raises(Denied):
        paper_of(station, "admin")


def test_a_copy_says_that_it_is_cut(station: Station) -> None:
    for number in range(5):
        station.log.write(station.who("operator"), NewLine(f"line {number}"))
    cut = log_paper(desks(station), station.who("operator"), most=3)
    assert (cut.is_cut, [view.entry.line.text for view in cut.lines]) == (True, ["line 2", "line 3", "line 4"])
    assert not log_paper(desks(station), station.who("operator"), most=5).is_cut


def test_what_waits_at_the_station_stands_at_the_end(station: Station) -> None:
    station.log.write(station.who("operator"), NewLine("kept"))
    same = desks(station)
    log_paper(same, station.who("operator"))
    station.cable.is_cut = True
    station.log.write(station.who("operator"), NewLine("waits"))
    paper = log_paper(same, station.who("operator"))
    assert [view.entry.line.text for view in paper.lines] == ["kept", "waits"]
    assert paper.signature.is_lost
    assert [row["number"] for row in rows(log_csv(paper))] == ["1", ""]


def test_what_leaves_is_in_the_log_for_who_may_know_of_it(station: Station) -> None:
    boss, actor = station.who("supervisor"), station.who("operator")
    incident = fire(station)
    told = note_left(desks(station), boss, Left.BRIEFING, "b.pdf", incident=incident, cameras=frozenset({SAFE}))
    assert (told.line.event, told.line.facts["file"]) == (LogEvent.FILE_LEFT, "b.pdf")
    seen = [view.entry.seq for view in station.log.lines(boss)]
    hidden = [view.entry.seq for view in station.log.lines(actor)]
    assert told.seq in seen
    assert told.seq not in hidden
    with pytest.raises(Denied):
        note_left(desks(station), station.who("banker"), Left.COT, "x.cot")


def brief(station: Station, login: str, incident: IncidentId, *taken: TakenPicture) -> Briefing:
    return briefing(desks(station), station.who(login), incident, taken)


def test_a_briefing_tells_situation_actions_and_resources(station: Station) -> None:
    boss = station.who("supervisor")
    incident = fire(station)
    station.incidents.take_over(boss, incident)
    station.log.write(boss, NewLine("Close the quay", LogKind.DECISION, incident))
    station.log.write(boss, NewLine("elsewhere", LogKind.DECISION))
    station.markers.place(boss, NewMarker("fire", CameraAnchor(SQUARE), place=AT, incident=incident, label="Smoke"))
    feature = LayerFeature(FeatureId("f"), point(AT), title="Tanker 2", description="3000 l")
    station.layers.make(boss, NewLayer("Engines", LayerKind.RESOURCE), [feature])
    found = brief(station, "supervisor", incident)
    assert (found.incident.title, found.owner, found.opened_by) == ("Fire at the square", "supervisor", "supervisor")
    assert [line.entry.line.text for line in found.decisions] == ["Close the quay"]
    assert found.lines[0].entry.line.text.startswith("incident #1 opened")
    assert found.resources == (Resource("Tanker 2", LayerKind.RESOURCE, "3000 l"),)
    assert [marker.label for marker in found.markers] == ["Smoke"]
    assert [camera.camera.number for camera in found.cameras] == [SQUARE, QUAY, SAFE]
    assert found.cameras[0].distance_m == pytest.approx(0, abs=1)
    with pytest.raises(NotFound):
        brief(station, "supervisor", IncidentId("none"))


def test_only_a_clear_live_picture_of_a_known_camera_gets_into_a_briefing(station: Station) -> None:
    incident = fire(station)
    given = (picture(SQUARE), picture(QUAY, Level.MOSAIC), picture(SAFE), picture(CameraNumber(999)))
    found = brief(station, "operator", incident, *given)
    assert found.pictured == {SQUARE}
    assert [(one.camera.number, one.why) for one in found.cameras] == [
        (SQUARE, None),
        (QUAY, NoPicture.NOT_PERMITTED),
    ]
    whole = brief(station, "supervisor", incident, picture(SAFE), picture(SQUARE, is_live=False))
    assert [(one.camera.number, one.why) for one in whole.cameras] == [
        (SQUARE, NoPicture.NOT_LIVE),
        (QUAY, NoPicture.NOT_SHOWN),
        (SAFE, None),
    ]
    assert not any(one.camera.streams for one in whole.cameras)


def test_a_briefing_of_somebody_else_says_nothing_of_the_safe(station: Station) -> None:
    """Neither the camera, nor its lines, nor the place that it gave the incident."""
    boss = station.who("supervisor")
    incident = station.incidents.open(boss, NewIncident("break-in", SAFE)).value.id
    mine, theirs = brief(station, "supervisor", incident), brief(station, "operator", incident)
    assert mine.incident.place == Place(33.6, -7.6)
    assert (theirs.incident.place, theirs.cameras) == (None, ())
    assert [line.entry.line.text for line in theirs.lines] == ["incident #1 opened: break-in"]
    assert not any("305" in line.entry.line.text or "33.6" in line.entry.line.text for line in theirs.lines)
    with pytest.raises(Denied):
        brief(station, "admin", incident)


def test_only_public_cameras_go_to_another_map_and_never_an_address(station: Station) -> None:
    boss, files = station.who("supervisor"), ExchangeFiles()
    station.markers.place(boss, NewMarker("fire", CameraAnchor(SQUARE), label="Smoke"))
    station.markers.place(boss, NewMarker("alarm", CameraAnchor(SAFE), label="Vault"))
    station.markers.place(boss, NewMarker("post", CameraAnchor(QUAY), place=AT, label="Post 1"))
    public, left_out = files.cot(cot_content(desks(station), boss, CotWish()))
    assert [name in public for name in (b"Smoke", b"Post 1", b"101 Square", b"305", b"Vault")] == [True] * 3 + [
        False
    ] * 2
    assert left_out == ()
    everything, _ = files.cot(cot_content(desks(station), boss, CotWish(private_cameras=True)))
    assert b"305 Safe" in everything
    assert b"Vault" in everything
    theirs, _ = files.cot(cot_content(desks(station), station.who("operator"), CotWish(private_cameras=True)))
    assert b"305" not in theirs
    assert b"Vault" not in theirs
    nothing, _ = files.cot(cot_content(desks(station), boss, CotWish(markers=False, layers=False, cameras=False)))
    assert b"<event" not in nothing.replace(b"<events", b"")
    with pytest.raises(Denied):
        cot_content(desks(station), station.who("admin"), CotWish())


def test_no_stream_and_no_credential_is_even_handed_on(store: Store, tmp_path: Path) -> None:
    seed(store)
    streams = {StreamName.MAIN: "rtsp://10.0.0.7/main"}
    secret = {SQUARE: replace(CAMERAS[SQUARE], streams=streams, credential="vault-entry")}
    station = Station(store, tmp_path, "desk-1", knows=lambda _unit, _person: Sight(secret))
    actor = station.who("operator")
    incident = station.incidents.open(actor, NewIncident("fire", SQUARE)).value.id
    (camera,) = cot_content(desks(station), actor, CotWish()).cameras
    (shown,) = brief(station, "operator", incident).cameras
    for one in (camera, shown.camera):
        assert (one.number, one.streams, one.credential) == (SQUARE, {}, "")
    station.stop()


def test_a_watched_folder_gives_each_file_once(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    files = ExchangeFiles(inbox)
    (inbox / "a.xml").write_bytes(b"<alert/>")
    assert list(files.arrived()) == []  # it may still be growing
    (arrived,) = files.arrived()
    assert (arrived.path.name, arrived.readings[0].alert) == ("a.xml", None)
    assert list(files.arrived()) == []
    assert list(ExchangeFiles().arrived()) == []


def test_pictures_are_asked_of_linked_cameras_that_one_may_know_of(station: Station) -> None:
    boss = station.who("supervisor")
    incident = fire(station)
    station.incidents.unlink_camera(boss, incident, QUAY)
    seen = station.incidents.incident(boss, incident).incident
    known = station.room.sight(station.who("supervisor")).cameras
    assert wanted_pictures(seen, known) == (SQUARE, SAFE)
    assert wanted_pictures(seen, {SQUARE: known[SQUARE]}) == (SQUARE,)


def test_a_long_story_is_cut_at_its_newest_lines(station: Station) -> None:
    actor = station.who("operator")
    incident = station.incidents.open(actor, NewIncident("fire")).value.id
    for number in range(70):
        station.clock.advance(1)
        station.log.write(actor, NewLine(f"line {number}", incident=incident))
    found = brief(station, "operator", incident)
    assert (found.older_lines, len(found.lines)) == (True, 60)
    assert found.lines[-1].entry.line.text == "line 69"
    assert found.lines[-1].entry.line.happened_at - found.lines[0].entry.line.happened_at == timedelta(seconds=59)
