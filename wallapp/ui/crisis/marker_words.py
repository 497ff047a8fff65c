"""What markers are called, in the reader's language: their kinds, colours, states and times."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from wallapp.base.clock import Clock
from wallapp.base.ids import AccountId, MarkerId
from wallapp.domain.marker import AnchorState, GeoAnchor, ImageAnchor, Marker, MarkerColour, MarkerState
from wallapp.domain.overlay import AtSpot, Mark
from wallapp.domain.place import Place
from wallapp.ui.map.panel import place_words
from wallapp.ui.top_strip import local_time
from wallapp.ui.wall.overlay import draw_mark_symbol
from wallapp.ui.wall.words import with_dots

INCIDENT_KIND: Final = "incident"
KINDS: Final[Mapping[str, object]] = {
    "person": QT_TRANSLATE_NOOP("Markers", "Person"),
    "casualty": QT_TRANSLATE_NOOP("Markers", "Injured person"),
    "crowd": QT_TRANSLATE_NOOP("Markers", "Crowd"),
    "vehicle": QT_TRANSLATE_NOOP("Markers", "Vehicle"),
    "fire": QT_TRANSLATE_NOOP("Markers", "Fire or smoke"),
    "object": QT_TRANSLATE_NOOP("Markers", "Object left behind"),
    "obstacle": QT_TRANSLATE_NOOP("Markers", "Obstacle"),
    "team": QT_TRANSLATE_NOOP("Markers", "Own team"),
    "point": QT_TRANSLATE_NOOP("Markers", "Meeting point"),
    INCIDENT_KIND: QT_TRANSLATE_NOOP("Markers", "Incident"),
}
COLOURS: Final[Mapping[MarkerColour, object]] = {
    MarkerColour.RED: QT_TRANSLATE_NOOP("Markers", "Red"),
    MarkerColour.ORANGE: QT_TRANSLATE_NOOP("Markers", "Orange"),
    MarkerColour.YELLOW: QT_TRANSLATE_NOOP("Markers", "Yellow"),
    MarkerColour.YELLOW_GREEN: QT_TRANSLATE_NOOP("Markers", "Yellow green"),
    MarkerColour.GREEN: QT_TRANSLATE_NOOP("Markers", "Green"),
    MarkerColour.BLUE: QT_TRANSLATE_NOOP("Markers", "Blue"),
    MarkerColour.PURPLE: QT_TRANSLATE_NOOP("Markers", "Purple"),
    MarkerColour.GREY: QT_TRANSLATE_NOOP("Markers", "Grey"),
    MarkerColour.BLACK: QT_TRANSLATE_NOOP("Markers", "Black"),
}
_STATES: Final[Mapping[MarkerState, object]] = {
    MarkerState.PLACED: QT_TRANSLATE_NOOP("Markers", "placed"),
    MarkerState.CONFIRMED: QT_TRANSLATE_NOOP("Markers", "confirmed"),
    MarkerState.RESOLVED: QT_TRANSLATE_NOOP("Markers", "resolved"),
    MarkerState.ARCHIVED: QT_TRANSLATE_NOOP("Markers", "archived"),
    MarkerState.WITHDRAWN: QT_TRANSLATE_NOOP("Markers", "withdrawn"),
    MarkerState.EXPIRED: QT_TRANSLATE_NOOP("Markers", "expired"),
}
LASTS: Final[Mapping[timedelta | None, object]] = {
    None: QT_TRANSLATE_NOOP("Markers", "Until somebody resolves it"),
    timedelta(minutes=15): QT_TRANSLATE_NOOP("Markers", "15 minutes"),
    timedelta(hours=1): QT_TRANSLATE_NOOP("Markers", "1 hour"),
    timedelta(hours=4): QT_TRANSLATE_NOOP("Markers", "4 hours"),
    timedelta(hours=12): QT_TRANSLATE_NOOP("Markers", "12 hours"),
}
"""How long a marker is fresh; afterwards it is dimmed."""
_ICON_PX: Final = 32


def word(text: object) -> str:
    """One of the words above, in the reader's language."""
    return QCoreApplication.translate("Markers", str(text))


def kind_word(kind: str) -> str:
    """The kind's name; the key itself of one that came from elsewhere."""
    return word(KINDS[kind]) if kind in KINDS else kind


def state_word(state: MarkerState) -> str:
    """The state's name."""
    return word(_STATES[state])


def called(marker: Marker) -> str:
    """What people say for it."""
    return marker.label or kind_word(marker.kind)


def place_text(place: Place | None) -> str:
    """A place's numbers, in their order in a text that is read from the right too."""
    if place is None:
        return QCoreApplication.translate("Markers", "place not known")
    return f"\u2066{place_words(place)}\u2069"


def where_words(marker: Marker) -> str:
    """Where it was put, and what is known of that on the ground."""
    translate, anchor = QCoreApplication.translate, marker.anchor
    if isinstance(anchor, GeoAnchor):
        return place_text(anchor.place)
    if isinstance(anchor, ImageAnchor):
        on = translate("Markers", "on the picture of {camera}")
    else:
        on = translate("Markers", "camera {camera} as a whole")
    return with_dots(on.format(camera=anchor.camera), place_text(marker.place))


def history_words(marker: Marker, clock: Clock, names: Mapping[AccountId, str]) -> str:
    """What became of it, who placed it, when, and how long it is fresh."""
    translate = QCoreApplication.translate
    at, who = local_time(marker.created_at), names.get(marker.created_by, "")
    by = translate("Markers", "placed {time} by {name}") if who else translate("Markers", "placed {time}")
    fresh = ""
    if marker.stale_at is not None:
        is_over = clock.now_at() >= marker.stale_at
        until = translate("Markers", "stale since {time}") if is_over else translate("Markers", "fresh until {time}")
        fresh = until.format(time=local_time(marker.stale_at))
    state = "" if marker.state is MarkerState.PLACED else state_word(marker.state)
    return with_dots(state, by.format(time=at, name=who), fresh)


def colour_icon(colour: MarkerColour) -> QIcon:
    """Shape and colour as they are drawn on the pictures."""
    pixmap = QPixmap(_ICON_PX, _ICON_PX)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mark = Mark(MarkerId(""), "", "", colour, AtSpot(0, 0), AnchorState.VALID)
    draw_mark_symbol(painter, mark, pixmap.rect().toRectF().adjusted(6, 6, -6, -6))
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Disabled)  # a line that is only read keeps its colour
    return icon
