"""A notice is seen, and no tile changes its size for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.access.conftest import Seat, Sit
from tests.ui.fitting import cut_buttons
from wallapp.base.ids import LayoutNumber
from wallapp.ui.access.marks import Severity
from wallapp.ui.access.notices import Kind
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.language import Language

LONG = "Operator broke the glass on cameras 210, 211 and 212 of the shopping centre: somebody fell behind the counter"


def place_in(seat: Seat, widget: QWidget) -> QRect:
    """Where it stands in the window."""
    return QRect(widget.mapTo(seat.window, QPoint(0, 0)), widget.size())


def tell(seat: Seat, key: str = "one") -> None:
    seat.desk.notices.add(Kind.GLASS_BROKEN, key, Severity.CRITICAL, LONG)
    QApplication.processEvents()


def hush(seat: Seat) -> None:
    seat.desk.notices.acknowledge_all()
    QApplication.processEvents()


@pytest.mark.parametrize("width_px", [960, 1280, 1920])
@pytest.mark.parametrize("layouts", [0, 9])
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.ARABIC])
def test_a_notice_takes_no_room_from_the_wall(
    sit: Sit, console: ConsoleApplication, width_px: int, layouts: int, language: Language
) -> None:
    console.interpreter.speak(language)
    seat = sit("supervisor")
    seat.window.resize(width_px, 720)
    for number in range(1, layouts + 1):
        seat.window.commands.save(LayoutNumber(number), f"Quarter {number}")
    hush(seat)
    seat.window.canvas._refresh()
    wall, views = place_in(seat, seat.window.canvas), seat.station.pictures.views
    tell(seat)
    tell(seat, "another")
    strip, tabs = place_in(seat, seat.desk.strip), place_in(seat, seat.window.tabs)
    assert seat.desk.strip.isVisible()
    assert tabs.contains(strip)
    assert cut_buttons(seat.desk.strip) == []
    assert place_in(seat, seat.window.canvas) == wall
    hush(seat)
    assert not seat.desk.strip.isVisible()
    assert place_in(seat, seat.window.canvas) == wall
    seat.window.canvas._refresh()
    assert seat.station.pictures.views is views, "no slot was made anew"


def test_over_a_wall_alone_it_is_said_and_then_folds_away(qtbot: QtBot, sit: Sit) -> None:
    seat = sit("supervisor")
    seat.window.resize(1280, 720)
    seat.window.menus.wall_only.trigger()
    QApplication.processEvents()
    wall = place_in(seat, seat.window.canvas)
    tell(seat)
    place = seat.window._notices
    assert place is not None
    strip = seat.desk.strip
    assert strip.isVisible() and strip.width() >= 480
    assert place_in(seat, seat.window.canvas) == wall
    place._timer.timeout.emit()
    folded = place_in(seat, strip)
    assert strip.isVisible() and folded.width() < 200, "no tile's words are hidden for long"
    assert folded.bottomRight() == wall.bottomRight()
    assert cut_buttons(strip) == []
    tell(seat, "another")
    assert strip.width() >= 480 and place_in(seat, strip).bottomRight() == wall.bottomRight()
    seat.window.menus.wall_only.trigger()
    QApplication.processEvents()
    assert strip.isVisible() and place_in(seat, seat.window.tabs).contains(place_in(seat, strip))
    assert "broke the glass" in strip.said
