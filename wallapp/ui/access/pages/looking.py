"""Who looks now: each clear view with its countdown, ended with one key, and shown closed once a decoder says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from wallapp.base.errors import NotFound
from wallapp.base.ids import RequestId
from wallapp.domain.access import DecisionKind, Grant
from wallapp.domain.permissions import Verb, may
from wallapp.domain.policy import Purpose
from wallapp.services.access_views import GrantView
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.page import Confirm, Page
from wallapp.ui.access.pages.rows import Row, Rows
from wallapp.ui.access.rooms import AccessRooms

_TICK_MS: Final = 1000


@dataclass(frozen=True, slots=True)
class Sight:
    """What the page shows of one grant; `is_closed` once a decoder confirmed it under the reader's eyes."""

    view: GrantView
    purpose: Purpose | None = None
    is_closed: bool = False


@dataclass
class _Shown:
    sights: dict[str, Sight] = field(default_factory=dict)
    asked_mono_s: float = 0.0


class LookingPage(Page):
    """For supervisors and auditors all cameras, for an owner's representative their own. GUI thread."""

    def __init__(self, rooms: AccessRooms, confirm: Confirm, parent: QWidget | None = None) -> None:
        super().__init__(rooms, confirm, parent)
        self._shown = _Shown()
        self._purposes: dict[RequestId, Purpose] = {}
        self._may_end = any(may(rooms.person.roles, verb) for verb in (Verb.REVOKE_ANY, Verb.REVOKE_OWN_CAMERAS))
        self.sights = Rows(8, stretch=4)
        self.revoke = QPushButton()
        self.revoke.setVisible(self._may_end)
        self._note = QLabel()
        self._note.setProperty("quiet", True)
        self._note.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self._note, 1)
        foot.addWidget(self.revoke)
        self.body.addWidget(self.sights, 1)
        self.body.addLayout(foot)
        self.sights.chose.connect(self._show_button)
        self.revoke.clicked.connect(self._ask_revoke)
        self.key("R", self._ask_revoke)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._fill)
        self.name_itself()
        self.retranslate()

    # Page

    def title(self) -> str:
        return self.tr("Who looks now")

    def look(self) -> None:
        asked_mono_s = self.rooms.clock.mono_s()
        known = dict(self._purposes)

        def work() -> tuple[list[GrantView], Mapping[RequestId, Purpose]]:
            views = self.rooms.views.looking_now(self.rooms.actor)
            return views, {view.grant.request: purpose for view in views if (purpose := self._purpose(view, known))}

        def show(found: tuple[list[GrantView], Mapping[RequestId, Purpose]]) -> None:
            views, self._purposes = found[0], dict(found[1])
            self._show(views, asked_mono_s)

        self.ask(work, show)

    def retranslate(self) -> None:
        self.sights.name(
            self.tr("Clear views that are open, by their end"),
            [
                self.tr("State"),
                self.tr("Person"),
                self.tr("Station"),
                self.tr("Owner"),
                self.tr("Cameras"),
                self.tr("Since"),
                self.tr("What for"),
                self.tr("How"),
            ],
            self.tr("Nobody sees a private camera clear now."),
        )
        self.revoke.setText(self.tr("Revoke (R)"))
        self._note.setText(
            self.tr("An end holds at once and needs no reason; it is closed when the decoder has confirmed it.")
        )
        self._fill()

    # Inside

    def _purpose(self, view: GrantView, known: Mapping[RequestId, Purpose]) -> Purpose | None:
        """In the clerk's thread; asked once for each request."""
        if view.grant.request in known:
            return known[view.grant.request]
        try:
            return self.rooms.views.case(self.rooms.actor, view.grant.request).request.terms.purpose
        except NotFound:
            return None

    def _show(self, views: Sequence[GrantView], asked_mono_s: float) -> None:
        """What ended and is not in the list any more was confirmed closed: it stays shown until the page is left."""
        now = {str(view.grant.grant): Sight(view, self._purposes.get(view.grant.request)) for view in views}
        for key, before in self._shown.sights.items():
            if key not in now and (before.is_closed or before.view.is_unconfirmed):
                now[key] = Sight(before.view, before.purpose, is_closed=True)
        self._shown = _Shown(now, asked_mono_s)
        self._fill()

    def _fill(self) -> None:
        self.sights.fill([self._row(key, sight) for key, sight in self._shown.sights.items()])
        self._show_button()

    def _row(self, key: str, sight: Sight) -> Row:
        grant, person = sight.view.grant, sight.view.person
        cameras = words.comma().join(self._camera(number) for number in sorted(grant.cameras))
        how = words.word(grant.kind)
        severity = "quiet" if sight.is_closed else "medium" if sight.view.is_unconfirmed else ""
        if grant.kind is DecisionKind.BREAK_GLASS and not severity:
            severity = "medium"
        return Row(
            key,
            (
                self._state(sight),
                words.apart(person.name) if person else self.tr("gone"),
                words.apart(grant.station),
                words.apart(grant.owner),
                cameras,
                words.time_of_day(grant.not_before),
                words.word(sight.purpose) if sight.purpose else "",
                how,
            ),
            severity,
        )

    def _camera(self, number: int) -> str:
        camera = next((one for one in self.rooms.cameras.values() if one.number == number), None)
        return f"{number} {words.apart(camera.name)}" if camera else str(number)

    def _state(self, sight: Sight) -> str:
        view = sight.view
        left_s = view.left_s - (self.rooms.clock.mono_s() - self._shown.asked_mono_s)
        if sight.is_closed:
            return self.tr("closed, confirmed by the decoder")
        if view.is_unconfirmed or left_s <= 0:
            return self.tr("ended, not confirmed yet")
        if not view.cameras:
            return self.tr("rests, a lock stands: {time}").format(time=words.left(left_s))
        return self.tr("open: {time}").format(time=words.left(left_s))

    def _chosen(self) -> Sight | None:
        return self._shown.sights.get(self.sights.chosen)

    def _show_button(self) -> None:
        sight = self._chosen()
        self.revoke.setEnabled(self._may_end and sight is not None and sight.view.left_s > 0)

    def _ask_revoke(self) -> None:
        sight = self._chosen()
        if sight is None or not self.revoke.isEnabled():
            return
        grant, person = sight.view.grant, sight.view.person
        name = words.apart(person.name) if person else self.tr("gone")
        self.make_sure(
            self.tr("End the clear view of {name} at {station}?").format(name=name, station=words.apart(grant.station)),
            lambda: self._revoke(grant),
        )

    def _revoke(self, grant: Grant) -> None:
        self.ask(lambda: self.rooms.access.revoke(self.rooms.actor, grant.grant), self._revoked)

    def _revoked(self, grant: Grant) -> None:
        self.say(
            self.tr("Ended. Not confirmed yet: wait for the decoder's word.")
            if grant.closed_at is None
            else self.tr("Ended and closed, confirmed by the decoder."),
            "information",
        )
        self.look()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.sights.setFocus()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()
        self._shown = _Shown()
