"""What a script or a partner's system says of an alarm, checked, and put into the alarms of the room. Any thread."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from wallapp.base.errors import BadInput, Unavailable
from wallapp.base.ids import AlarmId, CameraNumber, StationName
from wallapp.domain.cap import Category
from wallapp.domain.incident import Priority
from wallapp.domain.place import Place
from wallapp.domain.policy import FactKind
from wallapp.services.alarms import AlarmDesk, Raised
from wallapp.services.ports import UnitSource

TITLE_LENGTH_MAX: Final = 200
REFERENCE_LENGTH_MAX: Final = 200
DETAIL_LENGTH_MAX: Final = 2000
SOURCE_LENGTH_MAX: Final = 64
CAMERA_MAX: Final = 999_999
FACTS: Final = (FactKind.INTRUSION_CONFIRMED, FactKind.FIRE_CONFIRMED, FactKind.PERSON_AT_RISK_CONFIRMED)
"""What an alarm may say of: a person confirms it. A crisis level is no sensor's to report."""

Knows = Callable[[CameraNumber], bool]
"""Whether the station's register has this camera; True where it has no register to ask."""


@dataclass(frozen=True, slots=True)
class AlarmForm:
    """What was said. The attributes are `Alarm`'s; its source is who said it, never a part of it."""

    title: str
    reference: str = ""
    detail: str = ""
    priority: Priority = Priority.MEDIUM
    category: Category = Category.OTHER
    camera: CameraNumber | None = None
    place: Place | None = None
    fact: FactKind | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of it.

    Attributes:
      count: how often this alarm was raised; 1 for a new one.
      is_waiting: the store is lost: it is kept at this station and sent when the store is back.
    """

    alarm: AlarmId
    count: int
    is_waiting: bool


class AlarmInput:
    """Takes alarms in for one station.

    Args:
      knows: asked for a camera that is named; the store, unless told otherwise.
    """

    def __init__(self, desk: AlarmDesk, station: StationName, *, knows: Knows) -> None:
        self._desk = desk
        self._station = station
        self._knows = knows

    def take(self, form: AlarmForm, *, source: str, is_strict: bool = False) -> Taken:
        """Raise it, or repeat it where this source raised the same reference before.

        Args:
          is_strict: refuse a camera that the register does not have. Else the alarm is raised without it and says so:
            nobody would see an alarm of a camera that nobody knows.

        Raises:
          BadInput: it says nothing, too much, or something that cannot be.
          Unavailable: neither the store nor this station's disk takes it.
        """
        raised = checked(form, source=source)
        if raised.camera is not None and not self._is_known(raised.camera):
            if is_strict:
                raise BadInput(f"there is no camera {raised.camera}; see wallapp cameras list, or leave it out")
            raised = _without_camera(raised, raised.camera)
        done = self._desk.raise_alarm(self._station, raised)
        return Taken(done.value.id, done.value.count, done.is_local)

    def _is_known(self, camera: CameraNumber) -> bool:
        try:
            return self._knows(camera)
        except Unavailable:
            return True  # the store is lost: better an alarm with a number that nobody could check


def checked(form: AlarmForm, *, source: str) -> Raised:
    """What may be raised.

    Raises:
      BadInput: no title, a text too long, a reference that no eye can read, a fact or a camera that cannot be.
    """
    title, detail = _line(form.title), _lines(form.detail)
    if not title:
        raise BadInput("an alarm needs a title: say what happened")
    for what, text, most in (
        ("title", title, TITLE_LENGTH_MAX),
        ("detail", detail, DETAIL_LENGTH_MAX),
        ("reference", form.reference, REFERENCE_LENGTH_MAX),
    ):
        if len(text) > most:
            raise BadInput(f"an alarm's {what} has at most {most} characters, this one {len(text)}; shorten it")
    if not form.reference.isprintable():
        raise BadInput("an alarm's reference is made of printable characters")
    if form.fact is not None and form.fact not in FACTS:
        raise BadInput(f"an alarm says of one of: {', '.join(fact.value for fact in FACTS)}")
    if form.camera is not None and not 1 <= form.camera <= CAMERA_MAX:
        raise BadInput(f"a camera's number is 1 to {CAMERA_MAX}")
    return Raised(
        source=checked_source(source),
        title=title,
        reference=form.reference.strip(),
        detail=detail,
        priority=form.priority,
        category=form.category,
        camera=form.camera,
        place=form.place,
        fact=form.fact,
    )


def checked_source(text: str) -> str:
    """A partner's or a script's name as the list of alarms shows it.

    Raises:
      BadInput: it is none.
    """
    # One spelling of each letter: a source of the same look must not be another one.
    name = unicodedata.normalize("NFKC", text).strip()
    is_name = 0 < len(name) <= SOURCE_LENGTH_MAX and name[0].isalnum() and name.isprintable()
    if not is_name:
        raise BadInput(f"a source's name begins with a letter or digit and has at most {SOURCE_LENGTH_MAX} characters")
    return " ".join(name.split())


def known_by(store: UnitSource) -> Knows:
    """By the store's register; a store without one (a wall shown from a file) knows of every camera."""

    def knows(camera: CameraNumber) -> bool:
        with store.reading() as unit:
            return unit.cameras.camera(camera) is not None or not unit.cameras.cameras()

    return knows


def _without_camera(raised: Raised, camera: CameraNumber) -> Raised:
    said = f"The source names camera {camera}, which is not registered here."
    return replace(raised, camera=None, detail=f"{said}\n{raised.detail}".rstrip())


def _line(text: str) -> str:
    """On one line, without what is not seen: a sign that turns the writing's direction could make it read otherwise."""
    return " ".join("".join(sign if _is_plain(sign) else " " for sign in text).split())


def _lines(text: str) -> str:
    return "\n".join(_line(line) for line in text.splitlines()).strip()


def _is_plain(sign: str) -> bool:
    # The joiners are letters' business in Arabic and Persian writing, and turn nothing.
    return sign.isprintable() or sign in "\u200c\u200d"
