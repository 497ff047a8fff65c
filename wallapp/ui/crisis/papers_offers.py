"""CAP messages that came: what each says, what taking it in would do, and doing it. Nothing is done by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QWidget,
)

from wallapp.domain.cap import Alert, Status
from wallapp.services.cap_in import Effect, Offer, title_of
from wallapp.ui.access.labels import Refusal, column_of, quiet
from wallapp.ui.crisis.log_words import day_and_time

_OFFER_ROLE: Final = Qt.ItemDataRole.UserRole
_EFFECTS: Final[Mapping[Effect, object]] = {
    Effect.OPENS: QT_TRANSLATE_NOOP("Offers", "would open an incident"),
    Effect.CHANGES: QT_TRANSLATE_NOOP("Offers", "would change incident {numbers}"),
    Effect.WITHDRAWS: QT_TRANSLATE_NOOP("Offers", "would withdraw incident {numbers}"),
    Effect.LINKS: QT_TRANSLATE_NOOP("Offers", "answers incident {numbers}: it would be kept with it"),
    Effect.KNOWN: QT_TRANSLATE_NOOP("Offers", "was taken in"),
    Effect.NOTHING: QT_TRANSLATE_NOOP("Offers", "is about nothing that this room knows"),
}
_STATUSES: Final[Mapping[Status, object]] = {
    Status.ACTUAL: QT_TRANSLATE_NOOP("Offers", "real"),
    Status.EXERCISE: QT_TRANSLATE_NOOP("Offers", "EXERCISE"),
    Status.SYSTEM: QT_TRANSLATE_NOOP("Offers", "system message"),
    Status.TEST: QT_TRANSLATE_NOOP("Offers", "TEST"),
    Status.DRAFT: QT_TRANSLATE_NOOP("Offers", "draft"),
}
_DOES: Final = frozenset({Effect.OPENS, Effect.CHANGES, Effect.WITHDRAWS, Effect.LINKS})


class OffersPage(QDialog):
    """Signals: `take_asked` (Offer), `file_asked`. GUI thread."""

    take_asked = Signal(object)
    file_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("CAP messages that came"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Messages, newest first"))
        self.list.setWordWrap(True)
        self.detail = QPlainTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setAccessibleName(self.tr("What the message says"))
        self.empty = quiet(self.tr("No message has come. Open a file, or start the wall with --cap-inbox DIR."))
        self.refusal = Refusal()
        self.take_button = QPushButton(self.tr("Take it in"))
        self.take_button.setDefault(True)
        self.file_button, self.close_button = QPushButton(self.tr("Open a file…")), QPushButton(self.tr("Close"))
        for button in (self.file_button, self.close_button):
            button.setAutoDefault(False)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(self.detail)
        parts.setSizes([380, 460])
        row = QHBoxLayout()
        row.addWidget(self.file_button)
        row.addStretch(1)
        row.addWidget(self.take_button)
        row.addWidget(self.close_button)
        column = column_of(self)
        column.addWidget(self.empty)
        column.addWidget(parts, 1)
        column.addWidget(self.refusal)
        column.addLayout(row)
        self.resize(900, 520)
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self.take_button.clicked.connect(self._take)
        self.file_button.clicked.connect(self.file_asked)
        self.close_button.clicked.connect(self.accept)

    @property
    def current(self) -> Offer | None:
        """The selected one; None where there is none."""
        item = self.list.currentItem()
        offer: Offer | None = item.data(_OFFER_ROLE) if item is not None else None
        return offer

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show these; the one that was looked at stays selected."""
        before = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for offer in offers:
            item = QListWidgetItem(_row_words(offer), self.list)
            item.setData(_OFFER_ROLE, offer)
        self.list.setCurrentRow(min(max(before, 0), len(offers) - 1))
        self.list.blockSignals(False)
        self.empty.setVisible(not offers)
        self._show()

    def refuse(self, why: str) -> None:
        """Say why it could not be taken in."""
        self.refusal.say(why)

    def _show(self) -> None:
        offer = self.current
        self.detail.setPlainText(_detail_words(offer) if offer is not None else "")
        self.take_button.setEnabled(offer is not None and offer.alert is not None and offer.effect in _DOES)
        self.refusal.say("")

    def _take(self) -> None:
        offer = self.current
        if offer is not None:
            self.refusal.say("")
            self.take_asked.emit(offer)


def _row_words(offer: Offer) -> str:
    """Status, title and effect: a test worded as real is still called a test."""
    alert = offer.alert
    if alert is None:
        text = QCoreApplication.translate("Offers", "{file}: refused, {why}")
        return text.format(file=_apart(offer.file), why=_apart(offer.why))
    title = title_of(alert, alert.infos[0] if alert.infos else None)
    return f"{_say(_STATUSES[alert.status])} · {_apart(title)}\n{_effect_words(offer)}"


def _effect_words(offer: Offer) -> str:
    numbers = ", ".join(f"#{one.number or '–'}" for one in offer.incidents)
    return _say(_EFFECTS[offer.effect]).format(numbers=f"\u2066{numbers}\u2069")


def _detail_words(offer: Offer) -> str:
    alert = offer.alert
    if alert is None:
        return _row_words(offer)
    translate = QCoreApplication.translate
    lines = [
        _row_words(offer),
        translate("Offers", "From {sender}, {moment}, file {file}").format(
            sender=_apart(alert.sender), moment=day_and_time(alert.sent_at), file=_apart(offer.file)
        ),
        *_said(alert),
    ]
    lines += [translate("Offers", "Odd: {what}").format(what=_apart(each.text)) for each in offer.warnings]
    if alert.is_signed:
        lines.append(translate("Offers", "It is signed; the signature was not verified."))
    return "\n\n".join(line for line in lines if line)


def _said(alert: Alert) -> list[str]:
    lines = [alert.note]
    for info in alert.infos:
        areas = ", ".join(area.area_desc for area in info.areas)
        lines += [f"— {info.language or 'en'} —", info.headline, info.description, info.instruction, areas]
    return [_apart(line.strip()) for line in lines if line.strip()]


def _apart(text: str) -> str:
    return f"\u2068{text}\u2069"


def _say(text: object) -> str:
    return QCoreApplication.translate("Offers", str(text))
