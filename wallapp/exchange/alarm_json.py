"""An alarm as a partner's system writes it: a JSON object, every field known, every value of its kind."""

from __future__ import annotations

from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from wallapp.base.errors import BadInput
from wallapp.base.ids import CameraNumber
from wallapp.domain.cap import Category
from wallapp.domain.incident import Priority
from wallapp.domain.place import Place
from wallapp.domain.policy import FactKind
from wallapp.services.alarm_input import CAMERA_MAX, AlarmForm

_SAID_MAX: Final = 200
"""The names of unknown fields are whatever was sent."""


class _Place(Struct, forbid_unknown_fields=True):
    lat: Annotated[float, Meta(ge=-90, le=90)]
    lon: Annotated[float, Meta(ge=-180, le=180)]


class _Alarm(Struct, forbid_unknown_fields=True):
    title: str
    reference: str = ""
    detail: str = ""
    priority: Priority = Priority.MEDIUM
    category: Category = Category.OTHER
    camera: Annotated[int, Meta(ge=1, le=CAMERA_MAX)] | None = None
    place: _Place | None = None
    fact: FactKind | None = None


class NoJson(BadInput):
    """It is no JSON at all."""


def read_alarm(body: bytes) -> AlarmForm:
    """The alarm of a request's body.

    Raises:
      NoJson: it is no JSON text in UTF-8.
      BadInput: it is another object than an alarm; the text names the field.
    """
    try:
        found = msgspec.json.decode(body, type=_Alarm)
    except msgspec.ValidationError as error:
        raise BadInput(f"this is no alarm: {str(error)[:_SAID_MAX]}") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise NoJson("the body is no JSON in UTF-8; send one object with a title") from None
    return AlarmForm(
        title=found.title,
        reference=found.reference,
        detail=found.detail,
        priority=found.priority,
        category=found.category,
        camera=None if found.camera is None else CameraNumber(found.camera),
        place=None if found.place is None else Place(found.place.lat, found.place.lon),
        fact=found.fact,
    )
