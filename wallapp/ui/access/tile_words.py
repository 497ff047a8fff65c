"""What a tile says about access: until when it is clear, that one may ask, who is waited for, why it closed.

It is added to what the tile says of its truth, and never stands in the truth's place.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wallapp.base.ids import CameraNumber
from wallapp.domain.access import GrantEnd
from wallapp.domain.feed_state import TruthState
from wallapp.domain.view import Level, View
from wallapp.services.access_views import MineView
from wallapp.services.leases import Held
from wallapp.ui import theme
from wallapp.ui.access.book import AccessBook
from wallapp.ui.access.rooms import AccessRooms
from wallapp.ui.access.words import countdown, waiting_for
from wallapp.ui.top_strip import local_time
from wallapp.ui.wall.saying import Saying
from wallapp.ui.wall.shapes import Shape
from wallapp.ui.wall.words import with_dots

SAID_FOR_S: Final = 60.0
"""So long a tile says why its clear picture closed."""
_ENDED: Final = {
    GrantEnd.EXPIRED: QT_TRANSLATE_NOOP("TileAccess", "access ended"),
    GrantEnd.REVOKED: QT_TRANSLATE_NOOP("TileAccess", "access revoked"),
    GrantEnd.RELINQUISHED: QT_TRANSLATE_NOOP("TileAccess", "given back"),
    GrantEnd.LOCKED: QT_TRANSLATE_NOOP("TileAccess", "stopped by a lock"),
    GrantEnd.INVALIDATED: QT_TRANSLATE_NOOP("TileAccess", "access no longer holds"),
}


class TileAccess:
    """Called for every tile at every assessment: only looks up what is known already. GUI thread."""

    def __init__(self, rooms: AccessRooms, book: AccessBook) -> None:
        self._rooms, self._book = rooms, book
        self._was_held: set[CameraNumber] = set()
        self._losing: set[CameraNumber] = set()
        rooms.sights.changed.connect(self._follow)

    def stop(self) -> None:
        """Listen no more."""
        self._rooms.sights.changed.disconnect(self._follow)

    def adorn(self, saying: Saying, view: View) -> Saying:
        """The saying with what access has to add."""
        held = self._rooms.sights.held.get(view.camera)
        if view.level is Level.CLEAR:
            return saying if held is None else self._clear(saying, held)
        return self._closed(saying, view.camera)

    def _follow(self) -> None:
        """Remember what was open when the store was lost: those tiles say why they closed."""
        sights = self._rooms.sights
        if sights.is_lost:
            self._losing |= self._was_held
        else:
            self._was_held = set(sights.held)
            self._losing = set()

    def _clear(self, saying: Saying, held: Held) -> Saying:
        clock = self._rooms.clock
        left_s = held.ends_boot_s - clock.boot_s()
        if self._rooms.sights.is_lost:
            words = [QCoreApplication.translate("TileAccess", "not renewed: the store does not answer")]
        else:
            text = QCoreApplication.translate("TileAccess", "clear until {time}")
            words = [text.format(time=local_time(clock.now_at() + timedelta(seconds=left_s)))]
        return _added(saying, words, left=countdown(left_s), shape=Shape.CLOCK, colour=theme.INFORMATION)

    def _closed(self, saying: Saying, camera: CameraNumber) -> Saying:
        translate = QCoreApplication.translate
        words: list[str] = []
        if camera in self._losing:
            words.append(translate("TileAccess", "access not renewed: the store does not answer"))
        elif refusal := self._rooms.sights.refused.get(camera):
            words.append(translate("TileAccess", "granted, but not opened: {reason}").format(reason=refusal))
        elif ended := self._why_closed(camera):
            words.append(ended)
        pending = self._book.pending_on(camera)
        if pending is not None:
            words.append(self._waiting(pending))
            return _added(saying, words, shape=Shape.CLOCK, colour=theme.MEDIUM)
        if self._book.may_ask(camera):
            words.append(translate("TileAccess", "R: ask for access"))
        return _added(saying, words) if words else saying

    def _waiting(self, view: MineView) -> str:
        """Short first: a narrow tile leaves out from the end."""
        policy = self._book.reading.policies.get(view.request.terms.owner)
        legs = len(policy.legs) if policy else len(view.missing)
        asked = QCoreApplication.translate("TileAccess", "asked, {met} of {needed} agreed")
        who = QCoreApplication.translate("TileAccess", "waiting for {who}").format(
            who=waiting_for(view.missing, policy)
        )
        return with_dots(asked.format(met=legs - len(view.missing), needed=legs), who)

    def _why_closed(self, camera: CameraNumber) -> str:
        view = self._book.grant_on(camera)
        if view is None or self._book.left_s(view.left_s) > 0:
            return ""
        grant = view.grant
        ended_at = grant.ended_at or grant.not_after
        if (self._rooms.clock.now_at() - ended_at).total_seconds() > SAID_FOR_S:
            return ""
        return QCoreApplication.translate("TileAccess", str(_ENDED[grant.end or GrantEnd.EXPIRED]))


def _added(saying: Saying, words: list[str], *, left: str = "", shape: Shape | None = None, colour: str = "") -> Saying:
    """The words where there is room that the truth does not need: a live tile's chip, words-only's second line, or
    the corner across from the chip."""
    text = with_dots(*words)
    if not saying.shows_picture:
        if left:
            return replace(saying, extra=with_dots(left, saying.extra))
        return replace(saying, detail=with_dots(saying.detail, text))
    if saying.state is TruthState.LIVE and not saying.hatched and not saying.edge:
        chip = with_dots(saying.chip, text, left)
        spoken = with_dots(saying.chip, text)
        if left and not saying.chip:
            dressed = replace(saying, shape=shape or saying.shape, colour=colour or saying.colour)
            return replace(dressed, chip=chip, spoken=spoken, brief=left)
        return replace(saying, chip=chip, spoken=spoken, brief=saying.chip)
    return replace(saying, extra=with_dots(left or words[0], saying.extra))
