"""What is known of the level in force, and of the one that is asked for, in lines to be read before one acts."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from wallapp.domain.crisis_level import Bindings, LevelAlarm, LevelRequest
from wallapp.services.situation import Situation
from wallapp.ui.access.pages.facts import Fact
from wallapp.ui.crisis.level_words import apart, level_called, person_name
from wallapp.ui.crisis.words import short_time


def level_facts(situation: Situation, now_at: datetime) -> list[Fact]:
    """The level in force."""
    translate = QCoreApplication.translate
    view = situation.level
    rows = [Fact(translate("Level", "In force"), level_called(view.level))]
    activation = view.activation
    if activation is None:
        rows.append(Fact(translate("Level", "Since"), translate("Level", "it was never changed")))
        return rows
    request = activation.request
    asked_by = person_name(request.requested_by, situation.names)
    agreed_by = person_name(activation.approved_by, situation.names)
    minutes = max(0, int((now_at - activation.began_at).total_seconds()) // 60)
    since = translate("Level", "{time}, for {minutes} min")
    rows += [
        Fact(
            translate("Level", "Since"),
            since.format(time=short_time(activation.began_at, now_at), minutes=minutes),
        ),
        Fact(translate("Level", "Why"), request.reason),
        Fact(translate("Level", "On whose word"), request.declared_authority),
        Fact(translate("Level", "Asked for by"), asked_by),
        Fact(
            translate("Level", "Agreed to by"),
            agreed_by or translate("Level", "nobody yet: it was raised alone in an emergency"),
            "" if agreed_by else "medium",
        ),
    ]
    if activation.review_at is not None:
        is_overdue = LevelAlarm.REVIEW_OVERDUE in view.alarms
        text = translate("Level", "overdue since {time}") if is_overdue else "{time}"
        text = text.format(time=short_time(activation.review_at, now_at))
        rows.append(Fact(translate("Level", "To be reviewed"), text, "critical" if is_overdue else ""))
    rows += brought(request.bindings, situation, is_in_force=True)
    if view.is_lost:
        text = translate("Level", "the store does not answer: this is the level as last read")
        rows.append(Fact(translate("Level", "Store"), text, "critical"))
    return [row for row in rows if row.text]


def brought(bindings: Bindings, situation: Situation, *, is_in_force: bool) -> list[Fact]:
    """What a level brings; nothing where it brings none of it."""
    translate = QCoreApplication.translate
    names = {layer.id: layer.name for layer in situation.layers}
    unseen = sum(layer not in names for layer in bindings.layers)
    layers = [names[layer] for layer in sorted(bindings.layers) if layer in names]
    if unseen:
        layers.append(translate("Level", "{count} that you do not see").format(count=unseen))
    done = sum(item.is_done for item in situation.checklist)
    checklist = ""
    if bindings.checklist:
        checklist = translate("Level", "{count} lines").format(count=len(bindings.checklist))
        if situation.checklist and is_in_force:
            text = translate("Level", "{done} of {count} done")
            checklist = text.format(done=done, count=len(situation.checklist))
    rows = [
        Fact(translate("Level", "Wall"), "" if bindings.layout is None else str(bindings.layout)),
        Fact(translate("Level", "Layers"), ", ".join(layers)),
        Fact(translate("Level", "Checklist"), checklist),
        Fact(translate("Level", "Access that it opens"), ", ".join(sorted(bindings.circumstances))),
    ]
    return [row for row in rows if row.text]


def asked_title(asked: LevelRequest, situation: Situation) -> str:
    """The request that waits."""
    text = QCoreApplication.translate("Level", "{who} asks for level {level}: {reason}")
    who = person_name(asked.requested_by, situation.names)
    return text.format(who=apart(who), level=level_called(asked.level), reason=apart(asked.reason))


def asked_words(asked: LevelRequest, situation: Situation, *, is_mine: bool, decides: bool) -> str:
    """What it would bring, and whom it waits for."""
    translate = QCoreApplication.translate
    lines = []
    if asked.review_at is not None:
        text = translate("Level", "To be reviewed: {time}")
        lines.append(text.format(time=short_time(asked.review_at, asked.requested_at)))
    lines += [f"{fact.title}: {fact.text}" for fact in brought(asked.bindings, situation, is_in_force=False)]
    if is_mine:
        lines.append(translate("Level", "It waits for a second person: you cannot agree to your own request."))
    elif not decides:
        lines.append(translate("Level", "It waits for an operator or a supervisor."))
    elif asked.bindings.circumstances:
        lines.append(translate("Level", "It opens access: your second factor is asked for."))
    return "\n".join(lines)


def ratify_words(situation: Situation, now_at: datetime, *, is_mine: bool) -> str:
    """What a level that one person raised alone still owes."""
    translate = QCoreApplication.translate
    activation = situation.level.activation
    if activation is None or activation.ratify_by_at is None:
        return ""
    who = person_name(activation.request.requested_by, situation.names)
    is_late = LevelAlarm.RATIFICATION_OVERDUE in situation.level.alarms
    text = translate("Level", "{who} raised it alone. A second person was to ratify it by {time}: it is overdue.")
    if not is_late:
        text = translate("Level", "{who} raised it alone. A second person must ratify it by {time}.")
    said = text.format(who=apart(who), time=short_time(activation.ratify_by_at, now_at))
    return f"{said} {translate('Level', 'You cannot ratify what you raised.')}" if is_mine else said
