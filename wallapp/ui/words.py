"""The words for states, causes and streams, in the reader's language: one place, so that tile, tree and page agree."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wallapp.domain.camera import StreamName
from wallapp.domain.feed_state import Cause, TruthState
from wallapp.domain.view import Level


def state_word(state: TruthState) -> str:
    """One or two words for a truth state."""
    tr = QCoreApplication.translate
    words = {
        TruthState.LIVE: tr("State", "live"),
        TruthState.LATE: tr("State", "late"),
        TruthState.STALE: tr("State", "stale"),
        TruthState.LOST: tr("State", "lost"),
        TruthState.FROZEN: tr("State", "frozen at source"),
        TruthState.CONNECTING: tr("State", "connecting"),
        TruthState.CLOSED: tr("State", "closed"),
        TruthState.QUARANTINED: tr("State", "quarantined"),
        TruthState.REFUSED: tr("State", "sign-in refused"),
    }
    return words[state]


def not_watched_word() -> str:
    """For a camera that stands on no tile: nothing is known of it, and that is what is said."""
    return QCoreApplication.translate("State", "not watched")


def level_word(level: Level) -> str:
    """How much of a picture is shown."""
    tr = QCoreApplication.translate
    words = {
        Level.CLOSED: tr("Level", "closed"),
        Level.MOSAIC: tr("Level", "mosaic"),
        Level.SILHOUETTE: tr("Level", "silhouette"),
        Level.CLEAR: tr("Level", "clear"),
    }
    return words[level]


def stream_word(stream: StreamName) -> str:
    """A stream's name as control rooms say it."""
    tr = QCoreApplication.translate
    words = {
        StreamName.MAIN: tr("Stream", "main"),
        StreamName.SUB: tr("Stream", "sub"),
        StreamName.OVERVIEW: tr("Stream", "overview"),
    }
    return words[stream]


def cause_words(cause: Cause) -> str:
    """Why a feed is not live, in a few words that say where to look."""
    tr = QCoreApplication.translate
    words = {
        Cause.UNREACHABLE: tr("Cause", "no route to the camera"),
        Cause.CONNECTION_REFUSED: tr("Cause", "connection refused"),
        Cause.NO_ANSWER: tr("Cause", "no answer"),
        Cause.UNAUTHORISED: tr("Cause", "sign-in refused"),
        Cause.FORBIDDEN: tr("Cause", "access forbidden"),
        Cause.NOT_FOUND: tr("Cause", "no such stream"),
        Cause.TLS: tr("Cause", "certificate not trusted"),
        Cause.SILENT: tr("Cause", "connected, no picture"),
        Cause.CLOSED_BY_CAMERA: tr("Cause", "ended by the camera"),
        Cause.UNREADABLE: tr("Cause", "video cannot be read"),
        Cause.FORMAT_NOT_ALLOWED: tr("Cause", "format not allowed"),
        Cause.ADDRESS_NOT_ALLOWED: tr("Cause", "address not allowed"),
        Cause.TOO_LARGE: tr("Cause", "picture too large"),
        Cause.TOO_MUCH_DATA: tr("Cause", "bit rate too high"),
        Cause.BAD_CLOCK: tr("Cause", "camera clock runs wrong"),
        Cause.NO_CREDENTIAL: tr("Cause", "no credential in the vault"),
        Cause.DECODER_DIED: tr("Cause", "decoder stopped"),
        Cause.DECODER_HUNG: tr("Cause", "decoder hung"),
        Cause.DECODER_GREW: tr("Cause", "decoder out of memory"),
        Cause.UNCLEAR: tr("Cause", "cause unclear, see the log"),
    }
    return words[cause]
