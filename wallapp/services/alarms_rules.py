"""What may be done to an alarm, and what the log says of it. Judged again when it comes from an outbox."""

from __future__ import annotations

from dataclasses import replace

from wallapp.base.errors import BadInput, Denied, RuleBroken
from wallapp.domain.alarm import Alarm, acknowledge, repeated, shelve, unshelve
from wallapp.domain.logbook import LogEvent, LogLine
from wallapp.domain.merge import SharedKind
from wallapp.domain.permissions import Verb
from wallapp.services.shared_acts import cameras_of, found_in
from wallapp.services.shared_bodies import alarm_of
from wallapp.services.shared_ports import ObjectView
from wallapp.services.shared_state import Change, check_right


def judge_alarm(view: ObjectView, change: Change) -> list[LogLine]:
    """The rule of alarms: sources raise them, people deal with them, time ends a shelf.

    Raises:
      Denied: the person handles no alarms, or a source would do more than raise one.
      RuleBroken: it was acknowledged, shelved or taken from the shelf already.
      BadInput: it says nothing, or is shelved without reason or end.
    """
    if change.after.deleted:
        raise RuleBroken("an alarm is acknowledged or shelved, never deleted")
    after = alarm_of(change.after)
    before = alarm_of(change.before) if change.before is not None else None
    if before is None or before.count != after.count:
        return _raised(change, before, after)
    if before.shelved_until is not None and after.shelved_until is None:
        return _unshelved(change, before, after)
    person = check_right(change.person, Verb.HANDLE_ALARMS, change.operation.exercise)
    at = change.operation.at
    if after.incident != before.incident:
        found_in(view, SharedKind.INCIDENT, str(after.incident), change.operation.exercise)
        if before.incident is not None:
            raise RuleBroken("an incident was opened from this alarm already")
    if after.shelved_until is not None and after.shelved_until != before.shelved_until:
        shelve(before, person.account, at=at, until_at=after.shelved_until, reason=after.shelved_reason)
        text = f"alarm {after.title} shelved until {after.shelved_until:%H:%M} UTC: {after.shelved_reason}"
        return [_line(change, after, LogEvent.ALARM_SHELVED, text)]
    if before.acknowledged_by is None and after.acknowledged_by is not None:
        expected = acknowledge(before, person.account, at)
        if after.acknowledged_by != expected.acknowledged_by:
            raise Denied("an alarm is acknowledged under one's own name")
        lines = [_line(change, after, LogEvent.ALARM_ACKNOWLEDGED, f"alarm {after.title} acknowledged")]
        return [*lines, *_linked(change, before, after, number=2)]
    if after.incident == before.incident:
        raise RuleBroken("an alarm stays as its source raised it")
    return _linked(change, before, after, number=1)


def _raised(change: Change, before: Alarm | None, after: Alarm) -> list[LogLine]:
    if change.person is not None:
        check_right(change.person, Verb.HANDLE_ALARMS, change.operation.exercise)
    if not after.title.strip() or not after.source.strip():
        raise BadInput("an alarm says who raises it and why")
    if before is None:
        if after.acknowledged_by is not None or after.shelved_until is not None or after.incident is not None:
            raise RuleBroken("an alarm begins unacknowledged")
        return [_line(change, after, LogEvent.ALARM_RAISED, f"alarm {after.title} ({after.source})")]
    if repeated(before, after.raised_at).count != after.count:
        raise RuleBroken("an alarm is repeated once at a time")
    return [_line(change, after, LogEvent.ALARM_REPEATED, f"alarm {after.title} again ({after.source})")]


def _unshelved(change: Change, before: Alarm, after: Alarm) -> list[LogLine]:
    unshelve(before)
    is_over = before.shelved_until is not None and before.shelved_until <= change.now_at
    if not (change.person is None and is_over):
        check_right(change.person, Verb.HANDLE_ALARMS, change.operation.exercise)
    return [_line(change, after, LogEvent.ALARM_UNSHELVED, f"alarm {after.title} back from the shelf")]


def _linked(change: Change, before: Alarm, after: Alarm, *, number: int) -> list[LogLine]:
    if after.incident == before.incident:
        return []
    return [_line(change, after, LogEvent.ALARM_LINKED, f"incident opened from alarm {after.title}", number=number)]


def _line(change: Change, alarm: Alarm, event: LogEvent, text: str, *, number: int = 1) -> LogLine:
    """Who may not know of the alarm's camera does not see the line."""
    return replace(
        change.line(number, event, text),
        alarm=alarm.id,
        incident=alarm.incident,
        cameras=cameras_of(alarm.camera),
        facts={"title": alarm.title, "source": alarm.source, "reason": alarm.shelved_reason},
    )
