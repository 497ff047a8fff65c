"""The menu of one marker: what it is, and everything that can become of it now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QActionGroup, QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget, QWidgetAction

from wallapp.base.clock import Clock
from wallapp.base.ids import AccountId, IncidentId, MarkerId
from wallapp.domain.marker import TRANSITIONS, Marker, MarkerState, is_open
from wallapp.services.markers import MarkerView
from wallapp.ui import theme
from wallapp.ui.crisis.marker_words import (
    LASTS,
    colour_icon,
    history_words,
    kind_word,
    where_words,
    word,
)
from wallapp.ui.wall.words import with_dots

_ICON_PX: Final = 16


class MarkerHands(Protocol):
    """What the menu leads to. GUI thread."""

    def step(self, marker: MarkerId, to: MarkerState) -> None:
        """Confirm, resolve or archive it."""
        ...

    def withdraw(self, marker: Marker) -> None:
        """Ask for the reason, then withdraw it."""
        ...

    def move(self, marker: Marker) -> None:
        """Let the person choose where it is put anew."""
        ...

    def change(self, marker: Marker) -> None:
        """Open the form of its words."""
        ...

    def keep_fresh(self, marker: MarkerId, lasts: timedelta | None) -> None:
        """Fresh for so long from now; None for ever."""
        ...

    def belong_to(self, marker: MarkerId, incident: IncidentId | None) -> None:
        """Give it to an incident, or take it from its own."""
        ...

    def spotlight(self, marker: Marker) -> None:
        """Bring up the cameras around it."""
        ...


def fill_marker_menu(
    menu: QMenu,
    view: MarkerView,
    hands: MarkerHands,
    *,
    lines: Sequence[str],
    incidents: Sequence[tuple[IncidentId, str]],
    works: bool,
) -> None:
    """Put everything about a marker into a menu.

    Args:
      lines: said about it, above what can be done.
      incidents: the open ones with what they are called.
      works: whether the person may change it.
    """
    marker = view.marker
    title = with_dots(marker.label, kind_word(marker.kind))
    menu.addAction(_line(menu, title, is_title=True, icon=colour_icon(marker.colour)))
    for line in lines:
        menu.addAction(_line(menu, line))
    menu.addSeparator()
    if works:
        _add_steps(menu, marker, hands)
        _add_times(menu, marker, hands)
        _add_incidents(menu, marker, hands, incidents)
    light = menu.addAction(QCoreApplication.translate("Markers", "Spotlight its place"))
    light.triggered.connect(lambda: hands.spotlight(marker))


def _line(menu: QMenu, text: str, *, is_title: bool = False, icon: QIcon | None = None) -> QWidgetAction:
    """A line to be read; a greyed one would be hard to read."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    weight, colour = ("bold", theme.TEXT_STRONG) if is_title else ("normal", theme.TEXT_QUIET)
    label.setStyleSheet(f"color: {colour}; font-weight: {weight};")
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(14, 3, 14, 3)
    row.setSpacing(8)
    if icon is not None:
        picture = QLabel()
        picture.setPixmap(icon.pixmap(_ICON_PX, _ICON_PX))
        row.addWidget(picture)
    row.addWidget(label, 1)
    action = QWidgetAction(menu)
    action.setText(text)
    action.setDefaultWidget(part)
    action.setEnabled(False)
    part.setEnabled(True)  # the line is not to be chosen, and its colours stay
    return action


def lines_about(marker: Marker, clock: Clock, *, incident: str, names: Mapping[AccountId, str]) -> list[str]:
    """What stands above a marker's menu: its incident, its remarks, where it is, what became of it.

    Args:
      incident: what its incident is called; empty for none.
    """
    history = history_words(marker, clock, names)
    return [line for line in (incident, marker.remarks, marker.state_reason, where_words(marker), history) if line]


def _add_steps(menu: QMenu, marker: Marker, hands: MarkerHands) -> None:
    translate = QCoreApplication.translate
    steps = TRANSITIONS[marker.state]
    is_reopened = marker.state is MarkerState.RESOLVED
    confirm = translate("Markers", "Open it again") if is_reopened else translate("Markers", "Confirm")
    words = {
        MarkerState.CONFIRMED: confirm,
        MarkerState.RESOLVED: translate("Markers", "Resolve"),
        MarkerState.ARCHIVED: translate("Markers", "Archive: off the pictures and the map"),
    }
    for to, text in words.items():
        if to in steps:
            menu.addAction(text).triggered.connect(partial(_step, hands, marker.id, to))
    if MarkerState.WITHDRAWN in steps:
        menu.addAction(translate("Markers", "Withdraw…")).triggered.connect(lambda: hands.withdraw(marker))
    if is_open(marker):
        menu.addSeparator()
        menu.addAction(translate("Markers", "Put it elsewhere…")).triggered.connect(lambda: hands.move(marker))
        menu.addAction(translate("Markers", "Change its words…")).triggered.connect(lambda: hands.change(marker))


def _step(hands: MarkerHands, marker: MarkerId, to: MarkerState, _on: bool = False) -> None:
    hands.step(marker, to)


def _add_times(menu: QMenu, marker: Marker, hands: MarkerHands) -> None:
    if not is_open(marker) and marker.state is not MarkerState.EXPIRED:
        return
    times = menu.addMenu(QCoreApplication.translate("Markers", "Fresh for"))
    for lasts, name in LASTS.items():
        if lasts is None and marker.auto_expire:
            continue  # what ends by itself needs its time
        action = times.addAction(word(name))
        action.triggered.connect(lambda _on=False, lasts=lasts: hands.keep_fresh(marker.id, lasts))


def _add_incidents(
    menu: QMenu, marker: Marker, hands: MarkerHands, incidents: Sequence[tuple[IncidentId, str]]
) -> None:
    if not is_open(marker):
        return
    belongs = menu.addMenu(QCoreApplication.translate("Markers", "Belongs to"))
    group = QActionGroup(belongs)
    choices: list[tuple[IncidentId | None, str]] = [
        (None, QCoreApplication.translate("Markers", "no incident")),
        *incidents,
    ]
    for incident, name in choices:
        action = belongs.addAction(name)
        action.setCheckable(True)
        action.setChecked(incident == marker.incident)
        action.triggered.connect(lambda _on=False, incident=incident: hands.belong_to(marker.id, incident))
        group.addAction(action)
