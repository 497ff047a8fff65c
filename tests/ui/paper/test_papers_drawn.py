"""Papers as they are drawn: what stands on them, in which direction, and how the sketch of a place looks."""

from __future__ import annotations

import re
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage

from tests.waiting import wait_until
from wallapp.base.errors import Unavailable
from wallapp.base.ids import (
    NO_EXERCISE,
    AccountId,
    CameraNumber,
    EntryId,
    ExerciseId,
    FeatureId,
    IncidentId,
    LayerId,
    OwnerName,
    StationName,
)
from wallapp.domain.camera import Camera
from wallapp.domain.crisis_level import CrisisLevel
from wallapp.domain.incident import CameraRole, Incident
from wallapp.domain.layer import CrisisLayer, LayerFeature, LayerKind, LayerState, polygon
from wallapp.domain.logbook import LogEntry, LogEvent, LogKind, LogLine
from wallapp.domain.place import Place, towards
from wallapp.domain.view import Level
from wallapp.services.briefing import BriefCamera, Briefing, NoPicture, TakenPicture
from wallapp.services.log_paper import LogPaper, Signature
from wallapp.services.logbook import LineView
from wallapp.services.shared_ports import LogQuery
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.language import Language
from wallapp.ui.map.model import NO_GROUND
from wallapp.ui.paper.brief_sheet import briefing_page
from wallapp.ui.paper.log_sheet import log_page
from wallapp.ui.paper.pages import Page, Tables, document_of, pdf_of
from wallapp.ui.paper.printing import Printer
from wallapp.ui.paper.sketch import sketch

pytestmark = pytest.mark.usefixtures("console")

AT: Final = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
ANNA: Final = AccountId("a")
HERE: Final = Place(33.59, -7.61)
SIGNED: Final = Signature("Operator 3", StationName("desk-1"), AT, NO_EXERCISE)
FALL: Final = Incident(IncidentId("i"), "fall", ANNA, AT, ANNA, AT, number=42, title="Crowd fall", place=HERE)
STREET: Final = Camera(
    CameraNumber(104), "Corniche", OwnerName("City"), lat_deg=33.5901, lon_deg=-7.61, azimuth_deg=180.0, hfov_deg=60.0
)


def entry(number: int, text: str, kind: LogKind = LogKind.OBSERVATION, about: int | None = None) -> LogEntry:
    event = LogEvent.CORRECTED if about else LogEvent.BY_HAND
    at = AT + timedelta(seconds=number)
    line = LogLine(EntryId(str(number)), kind, at, ANNA, StationName("desk-1"), text, event, about=about)
    return LogEntry(number, line, at)


def paper(*views: LineView, signature: Signature = SIGNED) -> LogPaper:
    return LogPaper(views, LogQuery(), signature, {IncidentId("i"): 42}, {ANNA: "Operator 3"})


def png() -> bytes:
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(QColor("#00FF00"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]  # a device and bytes is right
    buffer.close()
    return bytes(data.data())


def brief(*cameras: BriefCamera, signature: Signature = SIGNED, incident: Incident = FALL) -> Briefing:
    return Briefing(incident, signature, level=CrisisLevel.PARTIAL, cameras=cameras)


def briefing_page_of(found: Briefing) -> Page:
    return briefing_page(found, sketch(found, NO_GROUND, width_px=400, height_px=300), is_right_to_left=False)


def plain(text: str) -> str:
    """Without the signs that keep directions apart."""
    return re.sub("[\u2066-\u2069]", "", text)


def pages_of(pdf: bytes) -> int:
    assert pdf.startswith(b"%PDF")
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_a_line_stands_on_paper_as_it_was_typed_and_struck_through_where_it_was_wrong() -> None:
    wrong = LineView(entry(1, "3 <b>wounded</b> & more"), corrections=(entry(2, "5 wounded", LogKind.CORRECTION, 1),))
    document = document_of(log_page(paper(wrong), is_right_to_left=False))
    text = plain(document.toPlainText())
    assert "3 <b>wounded</b> & more" in text
    assert "5 wounded" in text
    assert "Operator 3" in text
    struck = []
    block = document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            piece = parts.fragment()
            if piece.charFormat().fontStrikeOut():
                struck.append(plain(piece.text()))
            parts += 1
        block = block.next()
    assert "".join(struck) == "3 <b>wounded</b> & more"


def test_a_long_log_goes_over_many_pages() -> None:
    views = tuple(LineView(entry(number, f"line {number}")) for number in range(1, 121))
    assert pages_of(pdf_of(log_page(paper(*views), is_right_to_left=False))) >= 4
    assert pages_of(pdf_of(log_page(paper(), is_right_to_left=False))) == 1


def test_a_drills_paper_says_so_on_every_page() -> None:
    drill = replace(SIGNED, exercise=ExerciseId("d"))
    assert "EXERCISE" in log_page(paper(signature=drill), is_right_to_left=False).banner
    assert "EXERCISE" in briefing_page_of(brief(signature=drill)).banner
    assert log_page(paper(), is_right_to_left=False).banner == ""


def test_a_paper_made_without_the_store_says_what_is_missing() -> None:
    lost = replace(SIGNED, is_lost=True)
    assert "did not answer" in document_of(log_page(paper(signature=lost), is_right_to_left=False)).toPlainText()
    assert "did not answer" in document_of(briefing_page_of(brief(signature=lost))).toPlainText()


def test_columns_are_mirrored_where_one_reads_from_the_right(console: ConsoleApplication) -> None:
    assert Tables(False).table([("first", 50), ("second", 50)], [["1", "2"]]).index("first") < 250
    mirrored = Tables(True).table([("first", 50), ("second", 50)], [["1", "2"]])
    assert mirrored.index("second") < mirrored.index("first")
    assert mirrored.index("<td>2") < mirrored.index("<td>1")
    assert console.interpreter is not None
    console.interpreter.speak(Language.ARABIC)
    page = log_page(paper(LineView(entry(1, "دخان كثيف"))), is_right_to_left=True)
    document = document_of(page)
    assert document.begin().textDirection() is Qt.LayoutDirection.RightToLeft
    pdf = pdf_of(page)
    assert b"NotoSansArabic" in pdf  # the letters are in the file, not left to the reader's machine
    assert pages_of(pdf) == 1


def test_a_briefing_has_the_permitted_picture_and_says_why_another_is_missing() -> None:
    taken = TakenPicture(STREET.number, Level.CLEAR, True, AT, png())
    shown = BriefCamera(STREET, CameraRole.PRIMARY, 11.0, True, taken)
    closed = BriefCamera(
        replace(STREET, number=CameraNumber(305)), CameraRole.CONTEXT, None, None, None, NoPicture.NOT_PERMITTED
    )
    page = briefing_page_of(brief(shown, closed))
    text = plain(document_of(page).toPlainText())
    assert set(page.pictures) == {"sketch", "camera-104"}
    assert "Its picture is not permitted here." in text
    assert "#42 Crowd fall" in text
    assert "2 Partial activation" in text
    assert pages_of(pdf_of(page)) >= 1


def test_a_damaged_picture_is_left_out() -> None:
    taken = TakenPicture(STREET.number, Level.CLEAR, True, AT, b"no picture")
    page = briefing_page_of(brief(BriefCamera(STREET, CameraRole.PRIMARY, picture=taken)))
    assert set(page.pictures) == {"sketch"}


def test_the_sketch_shows_the_place_in_its_middle_and_what_was_drawn_about_it() -> None:
    corners = [towards(HERE, azimuth_deg, 40) for azimuth_deg in (45.0, 135.0, 225.0, 315.0)]
    feature = LayerFeature(FeatureId("f"), polygon(corners))
    layer = CrisisLayer(
        LayerId("l"), "Perimeter", LayerKind.PERIMETER, ANNA, AT, ANNA, AT, (feature,), state=LayerState.SHOWN
    )
    bare = sketch(brief(), NO_GROUND, width_px=400, height_px=300, scale=1)
    drawn = sketch(replace(brief(), layers=(layer,)), NO_GROUND, width_px=400, height_px=300, scale=1)
    assert bare is not None
    assert drawn is not None
    assert bare.pixelColor(200 + 10, 150).red() > 200 > 120 > bare.pixelColor(200 + 10, 150).green()  # the cross
    inside = 200 + 25, 150 + 25
    assert bare.pixelColor(*inside) == QColor("#FAFAF7")
    assert drawn.pixelColor(*inside).green() < bare.pixelColor(*inside).green()  # reddish within the perimeter


@pytest.mark.slow
def test_a_page_is_printed_in_a_process_of_its_own_as_it_is_here() -> None:
    page = log_page(paper(LineView(entry(1, "دخان كثيف"))), is_right_to_left=True)
    printed = Printer().print_pdf(page)
    assert pages_of(printed) == 1
    assert b"NotoSansArabic" in printed


@pytest.mark.parametrize("script", ["raise SystemExit(3)", "print('no paper')"])
def test_a_printer_that_fails_is_told_in_one_line(script: str) -> None:
    page = log_page(paper(), is_right_to_left=False)
    with pytest.raises(Unavailable, match="could not be printed"):
        Printer(command=(sys.executable, "-c", script)).print_pdf(page)
    with pytest.raises(Unavailable, match="could not be printed"):
        Printer(command=("/nonexistent/printer",)).print_pdf(page)


def test_nobody_waits_for_a_paper_when_the_window_closes() -> None:
    page = log_page(paper(), is_right_to_left=False)
    printer = Printer(command=(sys.executable, "-c", "import signal; signal.pause()"))
    failed: list[Unavailable] = []

    def prints() -> None:
        try:
            printer.print_pdf(page)
        except Unavailable as error:
            failed.append(error)

    thread = threading.Thread(target=prints)
    thread.start()
    wait_until(lambda: printer._child is not None, within_s=30)
    printer.stop()
    thread.join(30)
    assert not thread.is_alive()
    assert len(failed) == 1
    with pytest.raises(Unavailable, match="closing"):
        printer.print_pdf(page)


def test_there_is_no_sketch_of_what_has_no_place() -> None:
    nowhere = replace(FALL, place=None)
    assert sketch(brief(incident=nowhere), NO_GROUND, width_px=400, height_px=300) is None
    text = document_of(briefing_page_of(brief(incident=nowhere))).toPlainText()
    assert "No place is known" in text
