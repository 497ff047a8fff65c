"""Confirming that something happened: what a pre-approved circumstance rests on, signed by who confirms it."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from wallapp.base.ids import CameraNumber
from wallapp.domain.documents import FactTerms
from wallapp.domain.place import Place
from wallapp.domain.policy import FactKind
from wallapp.services.actor import SigningKey
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.minute_field import TEXT_MARGINS
from wallapp.ui.access.pages.page import Confirm, Page
from wallapp.ui.access.rooms import AccessRooms

_KINDS: Final = (FactKind.INTRUSION_CONFIRMED, FactKind.FIRE_CONFIRMED, FactKind.PERSON_AT_RISK_CONFIRMED)
"""A crisis level is declared elsewhere."""
_OLDEST_MIN: Final = 24 * 60
_JUST_NOW: Final = timedelta(seconds=5)
"""This station's clock may be a little ahead of the store's, and nothing that is still to come can be confirmed."""
_FORM_PX: Final = 640


class ConfirmEventPage(Page):
    """What is confirmed can open cameras to others who ask, never to who confirmed it. GUI thread."""

    def __init__(self, rooms: AccessRooms, confirm: Confirm, parent: QWidget | None = None) -> None:
        super().__init__(rooms, confirm, parent)
        self.kind, self.camera, self.minutes = QComboBox(), QComboBox(), QSpinBox()
        self.minutes.setRange(0, _OLDEST_MIN - 1)
        self.minutes.lineEdit().setTextMargins(*TEXT_MARGINS)
        self.send = QPushButton()
        self._labels = [QLabel() for _ in range(3)]
        self._note = QLabel()
        self._note.setProperty("quiet", True)
        self._note.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(12)
        for label, field in zip(self._labels, (self.kind, self.camera, self.minutes), strict=True):
            form.addRow(label, field)
        box = QWidget()
        box.setMaximumWidth(_FORM_PX)
        box.setLayout(form)
        row = QHBoxLayout()
        row.addWidget(box, 1)
        row.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.send)
        foot.addStretch(1)
        self.body.addWidget(self._note)
        self.body.addLayout(row)
        self.body.addLayout(foot)
        self.body.addStretch(1)
        self.send.clicked.connect(self._send)
        self.key("Ctrl+Return", self._send)
        self.name_itself()
        self.retranslate()

    def title(self) -> str:
        return self.tr("Confirm an event")

    def retranslate(self) -> None:
        names = (self.tr("What happened"), self.tr("At the place of camera"), self.tr("Minutes ago"))
        for label, field, name in zip(self._labels, (self.kind, self.camera, self.minutes), names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self.send.setText(self.tr("Confirm (Ctrl+Enter)"))
        self._note.setText(
            self.tr(
                "You confirm under your own name that this happened. Where an owner agreed to it beforehand, cameras"
                " near it then open to people on duty who ask; never to you."
            )
        )
        kind, camera = self.kind.currentData(), self.camera.currentData()
        self.kind.clear()
        for each in _KINDS:
            self.kind.addItem(words.word(each), each)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self.camera.clear()
        for number, one in sorted(self.rooms.cameras.items()):
            if one.lat_deg is not None and one.lon_deg is not None:
                self.camera.addItem(f"{number} {words.apart(one.name)}", int(number))
        self.camera.setCurrentIndex(max(0, self.camera.findData(camera)))
        has_place = self.camera.count() > 0
        self.send.setEnabled(has_place)
        if not has_place:
            self.say(self.tr("No camera has a place in the register: give some a place first."), "medium")

    def _send(self) -> None:
        number = self.camera.currentData()
        if number is None:
            return
        camera = self.rooms.cameras[CameraNumber(number)]
        place = Place(camera.lat_deg or 0.0, camera.lon_deg or 0.0)
        kind = FactKind(self.kind.currentData())  # Qt hands back plain text
        minutes = self.minutes.value()
        what = f"{words.word(kind)} · {number} {words.apart(camera.name)}"

        def send(key: SigningKey) -> None:
            happened_at = self.rooms.clock.now_at() - max(_JUST_NOW, timedelta(minutes=minutes))
            self.ask(
                lambda: self.rooms.access.confirm_fact(
                    self.rooms.actor, key, kind, place=place, happened_at=happened_at
                ),
                done,
            )

        def done(terms: FactTerms) -> None:
            text = self.tr("Confirmed: {what}, {time}")
            self.say(text.format(what=what, time=words.time_of_day(terms.happened_at)), "information")

        self.confirm(send, what=what)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.kind.setFocus()
