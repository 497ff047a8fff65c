"""What a crisis level is called, and what is owed to the one in force, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wallapp.base.ids import AccountId
from wallapp.domain.crisis_level import LOOKS, CrisisLevel, LevelAlarm
from wallapp.services.crisis import LevelView
from wallapp.ui import theme
from wallapp.ui.access.marks import Severity
from wallapp.ui.crisis.words import short_time

NAMES: Final[Mapping[CrisisLevel, object]] = {
    CrisisLevel.ROUTINE: QT_TRANSLATE_NOOP("Level", "Routine"),
    CrisisLevel.RECOVERY: QT_TRANSLATE_NOOP("Level", "Recovery"),
    CrisisLevel.WATCH: QT_TRANSLATE_NOOP("Level", "Watch"),
    CrisisLevel.PARTIAL: QT_TRANSLATE_NOOP("Level", "Partial activation"),
    CrisisLevel.FULL: QT_TRANSLATE_NOOP("Level", "Full activation"),
}
_SHORT: Final[Mapping[CrisisLevel, object]] = {
    CrisisLevel.ROUTINE: QT_TRANSLATE_NOOP("Level", "Routine"),
    CrisisLevel.RECOVERY: QT_TRANSLATE_NOOP("Level", "Recovery"),
    CrisisLevel.WATCH: QT_TRANSLATE_NOOP("Level", "Watch"),
    CrisisLevel.PARTIAL: QT_TRANSLATE_NOOP("Level", "Partial"),
    CrisisLevel.FULL: QT_TRANSLATE_NOOP("Level", "Full"),
}
SEVERITIES: Final[Mapping[CrisisLevel, Severity]] = {
    CrisisLevel.ROUTINE: Severity.INFORMATION,
    CrisisLevel.RECOVERY: Severity.INFORMATION,
    CrisisLevel.WATCH: Severity.MEDIUM,
    CrisisLevel.PARTIAL: Severity.HIGH,
    CrisisLevel.FULL: Severity.CRITICAL,
}
REVIEW_MINUTES: Final = (30, 60, 120, 240, 480, 720, 1440)
USUAL_REVIEW: Final = 120


def level_name(level: CrisisLevel) -> str:
    """Watch."""
    return QCoreApplication.translate("Level", str(NAMES[level]))


def level_called(level: CrisisLevel) -> str:
    """1 Watch; the number is never without its word."""
    return f"{level.value} {level_name(level)}"


def apart(text: str) -> str:
    """Keeps its own direction within a sentence of another script."""
    return f"\u2068{text}\u2069" if text else ""


def level_shouted(level: CrisisLevel) -> str:
    """1 WATCH, as the strip says it."""
    return f"{level.value} {level_name(level).upper()}"


def level_short(level: CrisisLevel) -> str:
    """2 PARTIAL, where there is no room for more."""
    return f"{level.value} {QCoreApplication.translate('Level', str(_SHORT[level])).upper()}"


def chip_sheet(level: CrisisLevel, *, lit: bool) -> str:
    """The style of a button in the level's colours; only its outline where it is not in force, and grey where it
    cannot be asked for."""
    look = LOOKS[level]
    ground, text = (look.colour, look.text_colour) if lit else ("transparent", "palette(text)")
    weight = "bold" if lit else "normal"
    return (
        f"QPushButton {{ background: {ground}; color: {text}; border: 2px solid {look.colour}; border-radius: 4px;"
        f" padding: 6px 8px; font-weight: {weight}; }}"
        f" QPushButton:disabled {{ color: {theme.TEXT_QUIET}; border-color: {theme.LINE}; }}"
        f" QPushButton:focus {{ border-color: {theme.TEXT_STRONG}; }}"
    )


def lasting(minutes: int) -> str:
    """30 min, 2 h."""
    if minutes < 60:
        return QCoreApplication.translate("Level", "{count} min").format(count=minutes)
    return QCoreApplication.translate("Level", "{count} h").format(count=minutes // 60)


def person_name(account: AccountId | None, names: Mapping[AccountId, str]) -> str:
    """What somebody is called; an account that is not known here says so."""
    if account is None:
        return ""
    return names.get(account) or QCoreApplication.translate("Level", "somebody unknown here")


def owed_briefly(view: LevelView, now_at: datetime) -> str:
    """The most pressing of `owed`, in a word or two."""
    translate = QCoreApplication.translate
    activation, at = view.activation, None
    if LevelAlarm.RATIFICATION_OVERDUE in view.alarms:
        return translate("Level", "not ratified")
    if view.asked is not None:
        return translate("Level", "{level} asked").format(level=view.asked.level.value)
    if activation is not None and activation.ratify_by_at is not None:
        at, text = activation.ratify_by_at, translate("Level", "ratify by {time}")
    elif activation is not None and activation.review_at is not None:
        at = activation.review_at
        is_overdue = LevelAlarm.REVIEW_OVERDUE in view.alarms
        text = translate("Level", "overdue {time}") if is_overdue else translate("Level", "review {time}")
    return "" if at is None else text.format(time=short_time(at, now_at))


def owed(view: LevelView, now_at: datetime) -> list[str]:
    """What waits to be done about the level, the most pressing first; the next review where nothing does."""
    translate = QCoreApplication.translate
    said = []
    activation = view.activation
    if LevelAlarm.RATIFICATION_OVERDUE in view.alarms and activation is not None and activation.ratify_by_at:
        text = translate("Level", "not ratified since {time}")
        said.append(text.format(time=short_time(activation.ratify_by_at, now_at)))
    if view.asked is not None:
        text = translate("Level", "level {level} asked: second person needed")
        said.append(text.format(level=view.asked.level.value))
    if activation is not None and activation.ratify_by_at and not said:
        text = translate("Level", "ratify by {time}")
        said.append(text.format(time=short_time(activation.ratify_by_at, now_at)))
    if activation is not None and activation.review_at is not None:
        is_overdue = LevelAlarm.REVIEW_OVERDUE in view.alarms
        text = translate("Level", "review overdue since {time}") if is_overdue else translate("Level", "review {time}")
        words = text.format(time=short_time(activation.review_at, now_at))
        said.insert(0 if is_overdue and view.asked is None else len(said), words)
    if view.is_lost:
        said.append(translate("Level", "as last read"))
    return said
