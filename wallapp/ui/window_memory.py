"""What the window remembers over a restart: geometry in an INI file, the wall's state in the station's texts."""

from __future__ import annotations

import json
import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QLocale, QRect, QSettings

from wallapp.base.ids import LayoutNumber, TileId
from wallapp.domain import wall
from wallapp.services.wall_session import WallSession
from wallapp.ui.language import Language, language_of
from wallapp.ui.rooms import StationTexts

log = logging.getLogger("wallapp.ui.memory")

_PLAN: Final = "wall.plan"
_PLACE: Final = "wall.place"
_LANGUAGE: Final = "window/language"
_SIZE: Final = "window/size_percent"
SIZES_PERCENT: Final = (100, 125, 150, 200)
"""Of texts and controls."""
_FOLDED: Final = "sources/folded"


class WindowMemory:
    """The INI file. A damaged one is put aside and counts as empty. GUI thread.

    Attributes:
      damaged: whether the file could not be read as it was.
    """

    def __init__(self, path: Path) -> None:
        self.damaged = not _is_readable(path)
        if self.damaged:
            _put_aside(path)
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def bytes_of(self, name: str) -> QByteArray:
        """Geometry or splitter bytes; empty where there are none."""
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def rectangle(self, name: str) -> QRect | None:
        """A place on the screens; None where none is kept."""
        numbers = bytes(self.bytes_of(name).data()).split()
        try:
            left, top, width, height = (int(number) for number in numbers)
        except ValueError:
            return None
        return QRect(left, top, width, height)

    def flag(self, name: str) -> bool:
        """A yes or no; no where nothing is kept."""
        return str(self._settings.value(name, "")) == "true"

    def folded_owners(self) -> list[str]:
        """The owners folded away in the tree."""
        try:
            found: object = json.loads(str(self._settings.value(_FOLDED, "[]")))
        except ValueError:
            return []
        return [str(name) for name in found] if isinstance(found, list) else []

    def language(self) -> Language:
        """The language chosen last; else the system's where it is one of ours; else English."""
        kept = self._settings.value(_LANGUAGE)
        return language_of(str(kept) if kept else QLocale.system().name())

    def size_percent(self) -> int | None:
        """The size of texts and controls that was chosen; None where none was."""
        kept = str(self._settings.value(_SIZE, ""))
        return int(kept) if kept in {str(size) for size in SIZES_PERCENT} else None

    def choose_size(self, size_percent: int) -> None:
        """Keep the size for the next start."""
        self._settings.setValue(_SIZE, str(size_percent))
        self._settings.sync()

    def keep(
        self, *, parts: dict[str, QByteArray], flags: dict[str, bool], folded: list[str], language: Language | None
    ) -> bool:
        """Write everything at once; False where the file cannot be written."""
        for name, value in parts.items():
            self._settings.setValue(name, value)
        for name, on in flags.items():
            self._settings.setValue(name, "true" if on else "false")
        self._settings.setValue(_FOLDED, json.dumps(folded))
        if language is not None:
            self._settings.setValue(_LANGUAGE, language.value)
        self._settings.sync()
        return self._settings.status() is QSettings.Status.NoError


@dataclass(frozen=True, slots=True)
class Place:
    """Where the operator stood on the wall."""

    selected: TileId
    enlarged: TileId | None = None
    layout: LayoutNumber | None = None


_NOWHERE: Final = Place(TileId(0))


def keep_wall(session: WallSession, layout: LayoutNumber | None, texts: StationTexts) -> None:
    """Write the wall's state.

    Raises:
      Unavailable: the store cannot be written now; the state before stays.
    """
    place = {"selected": session.selected, "enlarged": session.enlarged, "layout": layout}
    texts.write(_PLAN, wall.to_text(session.plan()))
    texts.write(_PLACE, json.dumps(place))


def bring_back_wall(session: WallSession, texts: StationTexts) -> Place | None:
    """Restore the wall's state. Returns None where none was kept, so that the wall stays as it is.

    Raises:
      BadInput: what was kept cannot be read; the wall stays as it is.
      Unavailable: the store cannot be read now.
    """
    plan = texts.read(_PLAN)
    if plan is None:
        return None
    session.restore(wall.from_text(plan))
    place = _place(texts.read(_PLACE))
    if place.selected in session.tiles:
        session.select(place.selected)
    if place.enlarged is not None and place.enlarged in session.tiles and session.enlarged is None:
        session.toggle_enlarge(place.enlarged)
    return place


def saved_language(settings_path: Path) -> Language:
    """The language to begin with, read before there is a window; a damaged file is left for the window to tell of."""
    if not _is_readable(settings_path):
        return language_of(QLocale.system().name())
    return WindowMemory(settings_path).language()


def saved_size_percent(settings_path: Path) -> int | None:
    """The size of texts and controls to begin with, read before there is a window; None where none was chosen."""
    return WindowMemory(settings_path).size_percent() if _is_readable(settings_path) else None


def _place(text: str | None) -> Place:
    """Small things: where they cannot be read they are left out."""
    try:
        found: object = json.loads(text or "{}")
    except ValueError:
        return _NOWHERE
    if not isinstance(found, dict):
        return _NOWHERE
    selected, enlarged, layout = (_whole(found.get(name)) for name in ("selected", "enlarged", "layout"))
    return Place(
        TileId(selected or 0),
        None if enlarged is None else TileId(enlarged),
        None if layout is None else LayoutNumber(layout),
    )


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _is_readable(path: Path) -> bool:
    """Whether the file is absent, empty or an INI file of ours: text, each line a section, a key or a comment."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, UnicodeDecodeError):
        return False
    lines = [line.strip() for line in text.splitlines()]
    return "\0" not in text and all(not line or line[0] in "[;#" or "=" in line for line in lines)


def _put_aside(path: Path) -> None:
    try:
        os.replace(path, path.with_name(path.name + ".damaged"))
    except OSError as error:
        log.warning("the window's settings are damaged and cannot be put aside: %s", error.strerror)
