"""What one tile says at one moment: from the truth and the register to shape, colour and words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from wallapp.domain.camera import Camera, Owner, StreamName
from wallapp.domain.feed_state import Phase, Reading, Truth, TruthState, assess
from wallapp.domain.health import FeedFacts
from wallapp.domain.view import WHOLE, Level, View
from wallapp.domain.wall import TileContent
from wallapp.ui import theme
from wallapp.ui.wall import words
from wallapp.ui.wall.shapes import Shape


@dataclass(frozen=True, slots=True)
class Saying:
    """Everything drawn over, or instead of, a picture. Equal sayings look equal.

    Attributes:
      state: None for an empty tile and for a camera that the register does not know.
      shows_picture: whether the picture stands under the words.
      chip: for the lower left corner; empty for none.
      extra: for the lower right corner: zoom and pin.
      headline, detail: in the middle; the headline never gives way to lack of room.
      brief: the headline where there is room for one or two words.
      edge: a frame in `colour`.
      hatched, grey: over and of the picture.
      spoken: in the chip's place for a screen reader, where the chip counts down.
    """

    state: TruthState | None
    shows_picture: bool
    shape: Shape
    colour: str
    chip: str = ""
    extra: str = ""
    headline: str = ""
    detail: str = ""
    brief: str = ""
    edge: bool = False
    hatched: bool = False
    grey: bool = False
    spoken: str = ""


SHAPES: Final[dict[TruthState, Shape]] = {
    TruthState.LIVE: Shape.DOT,
    TruthState.LATE: Shape.DIAMOND,
    TruthState.STALE: Shape.DIAMOND_HOLLOW,
    TruthState.LOST: Shape.SLASHED,
    TruthState.FROZEN: Shape.BARS,
    TruthState.CONNECTING: Shape.DOTS,
    TruthState.CLOSED: Shape.CROSSED,
    TruthState.QUARANTINED: Shape.OCTAGON,
    TruthState.REFUSED: Shape.LOCK,
}

STATE_COLOURS: Final[dict[TruthState, str]] = {
    TruthState.LIVE: theme.TEXT,
    TruthState.LATE: theme.MEDIUM,
    TruthState.STALE: theme.MEDIUM,
    TruthState.LOST: theme.TEXT,
    TruthState.FROZEN: theme.MEDIUM,
    TruthState.CONNECTING: theme.TEXT_QUIET,
    TruthState.CLOSED: theme.TEXT_QUIET,
    TruthState.QUARANTINED: theme.MEDIUM,
    TruthState.REFUSED: theme.MEDIUM,
}


def tile_truth(view: View, facts: FeedFacts | None, shown_mono_s: float | None, now_mono_s: float) -> Truth:
    """The truth of one tile, which is never better than that of the picture it really shows.

    Args:
      facts: of the view's feed; None where the pool does not know it (yet).
      shown_mono_s: when the picture on the tile came to light; None while the tile has none. A feed may be
        fresh while this tile's pictures have stopped; the older of the two counts.
    """
    reading = Reading(Phase.CONNECTING, view.level) if facts is None else facts.reading
    if view.level is Level.CLOSED:
        reading = replace(reading, level=Level.CLOSED)
    if shown_mono_s is not None:
        decoded_mono_s = reading.decoded_mono_s
        if decoded_mono_s is None or shown_mono_s < decoded_mono_s:
            reading = replace(reading, decoded_mono_s=shown_mono_s)
    truth = assess(reading, now_mono_s)
    if truth.shows_picture and shown_mono_s is None:
        return Truth(TruthState.CONNECTING, None, truth.cause, truth.retry_in_s)
    return truth


def say_empty(number: int) -> Saying:
    """An empty tile: room for a camera."""
    return Saying(None, False, Shape.PLUS, theme.MARK_QUIET, brief=str(number), headline=str(number))


def say_map() -> Saying:
    """A tile with the map, which is laid over these words."""
    return Saying(None, False, Shape.DOT, theme.TEXT_QUIET, headline=words.map_word(), brief=words.map_word())


def say_unknown(content: TileContent) -> Saying:
    """A camera number that the register does not hold, or one without an address."""
    headline = QCoreApplication.translate("Wall", "No camera {number}").format(number=content.camera)
    detail = QCoreApplication.translate("Wall", "not in the register, or without an address")
    return Saying(None, False, Shape.QUESTION, theme.TEXT, headline=headline, detail=detail, brief=headline)


def say_waiting() -> Saying:
    """A camera that nothing was asked for yet."""
    state = TruthState.CONNECTING
    headline = QCoreApplication.translate("Wall", "Connecting")
    return Saying(state, False, SHAPES[state], STATE_COLOURS[state], headline=headline, brief=words.state_word(state))


def say_camera(content: TileContent, view: View, truth: Truth, facts: FeedFacts | None) -> Saying:
    """What a tile with a camera says."""
    state = truth.state
    base = Saying(
        state,
        truth.shows_picture,
        SHAPES[state],
        STATE_COLOURS[state],
        extra=_extra(content) if truth.shows_picture else "",
    )
    if state is TruthState.LIVE:
        return _live(base, view, truth)
    word = words.state_word(state)
    cause = words.cause_words(truth.cause) if truth.cause is not None else ""
    age_s = truth.age_s or 0.0
    if state is TruthState.LATE:
        chip = words.with_dots(_late(age_s), cause, _level(view))
        return replace(base, chip=chip, brief=words.duration(age_s, tenths=True), edge=True)
    if state is TruthState.STALE:
        why = cause or QCoreApplication.translate("Wall", "silent")
        return replace(
            base,
            chip=words.with_dots(word, why, _retry(truth), _level(view)),
            headline=words.duration(age_s),
            detail=QCoreApplication.translate("Wall", "not live"),
            brief=words.duration(age_s),
            edge=True,
            hatched=True,
            grey=True,
        )
    if state is TruthState.FROZEN:
        return replace(
            base,
            chip=words.with_dots(word, words.duration(age_s), _level(view)),
            headline=QCoreApplication.translate("Wall", "frozen at source"),
            detail=QCoreApplication.translate("Wall", "not live"),
            brief=word,
            edge=True,
            hatched=True,
        )
    return _words_only(base, truth, facts, cause)


def _live(base: Saying, view: View, truth: Truth) -> Saying:
    if view.stream is StreamName.OVERVIEW and view.level is not Level.CLOSED:
        age = words.duration(truth.age_s or 0.0)
        text = QCoreApplication.translate("Wall", "overview, {age} old").format(age=age)
        return replace(base, shape=Shape.CLOCK, chip=words.with_dots(text, _level(view)), brief=age)
    if view.level is Level.MOSAIC:
        return replace(base, shape=Shape.CELLS, chip=_level(view))
    if view.level is Level.SILHOUETTE:
        return replace(base, shape=Shape.FIGURE, chip=_level(view))
    return base


def _words_only(base: Saying, truth: Truth, facts: FeedFacts | None, cause: str) -> Saying:
    translate = QCoreApplication.translate
    state = truth.state
    word = words.state_word(state)
    if state is TruthState.LOST:
        headline = translate("Wall", "Lost · {cause}").format(cause=words.cause_words(truth.cause))
        return replace(base, headline=headline, detail=words.with_dots(_retry(truth), _since(facts)), brief=word)
    if state is TruthState.CONNECTING:
        return replace(base, headline=translate("Wall", "Connecting"), detail=cause, brief=word)
    if state is TruthState.CLOSED:
        return replace(base, headline=translate("Wall", "Closed by its owner"), brief=word)
    if state is TruthState.QUARANTINED:
        headline = words.with_dots(translate("Wall", "Quarantined"), cause)
        detail = words.with_dots(translate("Wall", "release it with “Try now”"), _since(facts))
        return replace(base, headline=headline, detail=detail, brief=word)
    headline = translate("Wall", "Refused · {cause}").format(cause=words.cause_words(truth.cause))
    detail = words.with_dots(translate("Wall", "mend it, then “Try now”"), _since(facts))
    return replace(base, headline=headline, detail=detail, brief=word)


def _late(age_s: float) -> str:
    age = words.duration(age_s, tenths=True)
    return QCoreApplication.translate("Wall", "late {age}").format(age=age)


def _level(view: View) -> str:
    return "" if view.level is Level.CLEAR else words.level_word(view.level)


def _retry(truth: Truth) -> str:
    if truth.retry_in_s is None:
        return ""
    seconds = int(truth.retry_in_s)
    if seconds < 1:
        return QCoreApplication.translate("Wall", "trying now")
    return QCoreApplication.translate("Wall", "next try in {seconds} s").format(seconds=seconds)


def _since(facts: FeedFacts | None) -> str:
    if facts is None or facts.down_since_at is None:
        return ""
    return QCoreApplication.translate("Wall", "down since {time}").format(time=words.clock_time(facts.down_since_at))


def _extra(content: TileContent) -> str:
    zoom = ""
    if content.crop != WHOLE:
        factor = 1.0 / (content.crop.right - content.crop.left)
        zoom = QCoreApplication.translate("Wall", "zoom {factor}×").format(factor=f"{factor:.1f}")
    pin = ""
    if content.pin is not None:
        pin = QCoreApplication.translate("Wall", "{stream}, pinned").format(stream=words.stream_word(content.pin))
    return words.with_dots(zoom, pin)


def full_text(number: int, camera: Camera | None, owner: Owner | None, saying: Saying) -> str:
    """The whole tile in one sentence, for a screen reader."""
    tile = QCoreApplication.translate("Wall", "tile {number}").format(number=number)
    if camera is None:
        empty = QCoreApplication.translate("Wall", "empty")
        return ", ".join((tile, empty if saying.shape is Shape.PLUS else saying.headline))
    state = "" if saying.state is None else words.state_word(saying.state)
    whose = camera.owner if owner is None else f"{owner.name} ({words.owner_kind_word(owner.kind)})"
    parts = (
        tile,
        str(camera.number),
        camera.name,
        whose,
        state,
        saying.spoken or saying.chip,
        saying.headline,
        saying.detail,
        saying.extra,
    )
    return ", ".join(part for part in parts if part)
