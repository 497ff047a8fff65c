"""Every word that a tile may say, in the reader's language. The one place where states and causes get words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from wallapp.domain.camera import OwnerKind, StreamName
from wallapp.domain.feed_state import Cause, TruthState
from wallapp.domain.view import Level

_STATES: dict[TruthState, object] = {
    TruthState.LIVE: QT_TRANSLATE_NOOP("Wall", "live"),
    TruthState.LATE: QT_TRANSLATE_NOOP("Wall", "late"),
    TruthState.STALE: QT_TRANSLATE_NOOP("Wall", "stale"),
    TruthState.LOST: QT_TRANSLATE_NOOP("Wall", "lost"),
    TruthState.FROZEN: QT_TRANSLATE_NOOP("Wall", "frozen"),
    TruthState.CONNECTING: QT_TRANSLATE_NOOP("Wall", "connecting"),
    TruthState.CLOSED: QT_TRANSLATE_NOOP("Wall", "closed"),
    TruthState.QUARANTINED: QT_TRANSLATE_NOOP("Wall", "quarantined"),
    TruthState.REFUSED: QT_TRANSLATE_NOOP("Wall", "refused"),
}

_CAUSES: dict[Cause, object] = {
    Cause.UNREACHABLE: QT_TRANSLATE_NOOP("Wall", "not reachable"),
    Cause.CONNECTION_REFUSED: QT_TRANSLATE_NOOP("Wall", "connection refused"),
    Cause.NO_ANSWER: QT_TRANSLATE_NOOP("Wall", "no answer"),
    Cause.UNAUTHORISED: QT_TRANSLATE_NOOP("Wall", "wrong user or password"),
    Cause.FORBIDDEN: QT_TRANSLATE_NOOP("Wall", "access forbidden"),
    Cause.NOT_FOUND: QT_TRANSLATE_NOOP("Wall", "no such stream"),
    Cause.TLS: QT_TRANSLATE_NOOP("Wall", "certificate not trusted"),
    Cause.SILENT: QT_TRANSLATE_NOOP("Wall", "silent"),
    Cause.CLOSED_BY_CAMERA: QT_TRANSLATE_NOOP("Wall", "ended by the camera"),
    Cause.UNREADABLE: QT_TRANSLATE_NOOP("Wall", "unreadable video"),
    Cause.FORMAT_NOT_ALLOWED: QT_TRANSLATE_NOOP("Wall", "format not allowed"),
    Cause.ADDRESS_NOT_ALLOWED: QT_TRANSLATE_NOOP("Wall", "address not allowed"),
    Cause.TOO_LARGE: QT_TRANSLATE_NOOP("Wall", "picture too large"),
    Cause.TOO_MUCH_DATA: QT_TRANSLATE_NOOP("Wall", "too much data"),
    Cause.BAD_CLOCK: QT_TRANSLATE_NOOP("Wall", "camera clock runs wild"),
    Cause.NO_CREDENTIAL: QT_TRANSLATE_NOOP("Wall", "no password in the vault"),
    Cause.OWNER_LIMIT: QT_TRANSLATE_NOOP("Wall", "owner's connections used up"),
    Cause.DECODER_DIED: QT_TRANSLATE_NOOP("Wall", "decoder died"),
    Cause.DECODER_HUNG: QT_TRANSLATE_NOOP("Wall", "decoder hung"),
    Cause.DECODER_GREW: QT_TRANSLATE_NOOP("Wall", "decoder out of memory"),
    Cause.UNCLEAR: QT_TRANSLATE_NOOP("Wall", "unclear, see health"),
}

_LEVELS: dict[Level, object] = {
    Level.CLOSED: QT_TRANSLATE_NOOP("Wall", "closed"),
    Level.MOSAIC: QT_TRANSLATE_NOOP("Wall", "mosaic"),
    Level.SILHOUETTE: QT_TRANSLATE_NOOP("Wall", "silhouette"),
    Level.CLEAR: QT_TRANSLATE_NOOP("Wall", "clear"),
}

_STREAMS: dict[StreamName, object] = {
    StreamName.MAIN: QT_TRANSLATE_NOOP("Wall", "main"),
    StreamName.SUB: QT_TRANSLATE_NOOP("Wall", "sub"),
    StreamName.OVERVIEW: QT_TRANSLATE_NOOP("Wall", "overview"),
}

_OWNER_KINDS: dict[OwnerKind, object] = {
    OwnerKind.CITY: QT_TRANSLATE_NOOP("Wall", "City"),
    OwnerKind.TRAMWAY: QT_TRANSLATE_NOOP("Wall", "Tramway"),
    OwnerKind.BANK: QT_TRANSLATE_NOOP("Wall", "Bank"),
    OwnerKind.SCHOOL: QT_TRANSLATE_NOOP("Wall", "School"),
    OwnerKind.SHOP: QT_TRANSLATE_NOOP("Wall", "Shop"),
    OwnerKind.PORT: QT_TRANSLATE_NOOP("Wall", "Port"),
    OwnerKind.HOSPITAL: QT_TRANSLATE_NOOP("Wall", "Hospital"),
    OwnerKind.HOTEL: QT_TRANSLATE_NOOP("Wall", "Hotel"),
    OwnerKind.OTHER: QT_TRANSLATE_NOOP("Wall", "Other"),
}


def say(text: object) -> str:
    """A text of the tables above, which are marked for lupdate, in the reader's language."""
    return QCoreApplication.translate("Wall", str(text))


def state_word(state: TruthState) -> str:
    """The state's name."""
    return say(_STATES[state])


def cause_words(cause: Cause | None) -> str:
    """Why, in a few words; "no picture" where nothing is known."""
    return QCoreApplication.translate("Wall", "no picture") if cause is None else say(_CAUSES[cause])


def level_word(level: Level) -> str:
    """How much of the picture may be seen."""
    return say(_LEVELS[level])


def stream_word(stream: StreamName) -> str:
    """The stream's name."""
    return say(_STREAMS[stream])


def owner_kind_word(kind: OwnerKind) -> str:
    """What an owner is."""
    return say(_OWNER_KINDS[kind])


def map_word() -> str:
    """What a tile with the map is called."""
    return QCoreApplication.translate("Wall", "Map")


def duration(age_s: float, *, tenths: bool = False) -> str:
    """A time span that is never said younger than whole units allow: 1.8 s, 7 s, 2 min 05 s, 3 h 10 min."""
    locale = QLocale()
    if tenths and age_s < 10:
        number = locale.toString(int(age_s * 10) / 10, "f", 1)
        return QCoreApplication.translate("Wall", "{seconds} s").format(seconds=number)
    whole = int(age_s)
    if whole < 60:
        return QCoreApplication.translate("Wall", "{seconds} s").format(seconds=locale.toString(whole))
    minutes, seconds = divmod(whole, 60)
    if minutes < 60:
        text = QCoreApplication.translate("Wall", "{minutes} min {seconds} s")
        return text.format(minutes=locale.toString(minutes), seconds=f"{seconds:02}")
    hours, minutes = divmod(minutes, 60)
    text = QCoreApplication.translate("Wall", "{hours} h {minutes} min")
    return text.format(hours=locale.toString(hours), minutes=f"{minutes:02}")


def clock_time(moment_at: datetime) -> str:
    """The station's local time of day, to the second."""
    return moment_at.astimezone().strftime("%H:%M:%S")


def with_dots(*parts: str) -> str:
    """The parts that are not empty, joined for reading."""
    return " · ".join(part for part in parts if part)
