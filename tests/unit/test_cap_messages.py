"""From an incident to its CAP messages: what they are, what they refer to, and what a drill can never say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from wallapp.base.errors import RuleBroken
from wallapp.base.ids import AccountId, ExerciseId, IncidentId
from wallapp.domain.cap import (
    Alert,
    Area,
    Category,
    MsgType,
    NamedValue,
    ResponseType,
    Scope,
    Severity,
    Status,
    Urgency,
)
from wallapp.domain.cap_messages import CapAudience, Purpose, Sender, Words, message, point_circle
from wallapp.domain.cap_rules import export_faults, live_references
from wallapp.domain.crisis_level import CrisisLevel
from wallapp.domain.incident import Incident, IncidentState
from wallapp.domain.place import Place

AT = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
WHO = AccountId("west")
HERE = Place(33.6, -7.65)
SENDER = Sender("salle@ville.example", "Salle de la ville", life=timedelta(hours=4))
SERVICES = CapAudience(Scope.RESTRICTED, "Services de la ville")
INCIDENT = Incident(
    IncidentId("7d0f"),
    "Crowd fall",
    WHO,
    AT,
    WHO,
    AT,
    category=(Category.SAFETY,),
    urgency=Urgency.IMMEDIATE,
    severity=Severity.SEVERE,
    state=IncidentState.IN_PROGRESS,
    owner=WHO,
    place=HERE,
)


def at(minutes: float) -> datetime:
    return AT + timedelta(minutes=minutes)


def send(incident: Incident, number: int, issued: tuple[Alert, ...] = (), minutes: float = 0, **more: object) -> Alert:
    made = message(
        incident,
        identifier=f"ville-{number}",
        sender=SENDER,
        sent_at=at(minutes),
        audience=SERVICES,
        issued=issued,
        **more,  # type: ignore[arg-type]  # a table of any argument
    )
    assert export_faults(made) == []
    return made


def test_the_first_is_an_alert_and_the_next_an_update_of_all_that_hold() -> None:
    first = send(INCIDENT, 1)
    assert (first.status, first.msg_type, first.references) == (Status.ACTUAL, MsgType.ALERT, ())
    assert first.incidents == ("7d0f",)
    second = send(INCIDENT, 2, (first,), 10)
    third = send(INCIDENT, 3, (first, second), 20)
    assert second.msg_type is third.msg_type is MsgType.UPDATE
    assert third.references == (first.as_reference, second.as_reference)


def test_what_has_ended_is_not_referred_to() -> None:
    first = send(INCIDENT, 1)
    second = send(INCIDENT, 2, (first,), 200)
    third = send(INCIDENT, 3, (first, second), 250)
    assert third.references == (second.as_reference,)
    assert send(INCIDENT, 4, (first, second, third), 900).msg_type is MsgType.ALERT


def test_resolved_is_an_all_clear() -> None:
    first = send(INCIDENT, 1)
    [info] = send(replace(INCIDENT, state=IncidentState.RESOLVED), 2, (first,), 10).infos
    assert (info.urgency, info.response_type) == (Urgency.PAST, (ResponseType.ALL_CLEAR,))


def test_withdrawn_cancels_exactly_what_holds_and_says_why() -> None:
    withdrawn = replace(INCIDENT, state=IncidentState.WITHDRAWN, state_reason="a rehearsal of the band")
    first = send(INCIDENT, 1)
    cancel = send(withdrawn, 2, (first,), 10)
    assert (cancel.msg_type, cancel.references) == (MsgType.CANCEL, (first.as_reference,))
    assert cancel.note == "a rehearsal of the band"
    assert live_references((first, cancel), at(11), SENDER.life) == ()
    with pytest.raises(RuleBroken, match="nothing to cancel"):
        send(withdrawn, 3, (first, cancel), 20)


@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize("state", [IncidentState.NEW, IncidentState.IN_PROGRESS, IncidentState.RESOLVED])
def test_a_drill_is_an_exercise_whatever_is_asked_for(purpose: Purpose, state: IncidentState) -> None:
    drill = replace(INCIDENT, state=state, exercise=ExerciseId("corniche"))
    made = send(drill, 1, purpose=purpose, drill_note="corniche")
    assert made.status is Status.EXERCISE
    assert made.note == "EXERCISE EXERCICE corniche"


def test_a_rehearsed_chain_never_refers_to_a_real_one() -> None:
    real = send(INCIDENT, 1)
    drill = send(replace(INCIDENT, exercise=ExerciseId("corniche")), 2, (real,), 10)
    assert (drill.msg_type, drill.references) == (MsgType.ALERT, ())
    draft = send(INCIDENT, 3, (real,), 10, purpose=Purpose.UNAPPROVED)
    assert (draft.status, draft.references) == (Status.DRAFT, ())
    assert send(INCIDENT, 4, purpose=Purpose.LINK_CHECK).status is Status.TEST


def test_one_info_a_language_alike_but_for_the_words() -> None:
    words = {
        "fr": Words("Chute dans la foule", area_desc="Corniche"),
        "ar": Words("سقوط", area_desc="الكورنيش"),
        "en": Words(),
    }
    made = send(INCIDENT, 1, words=words, level=CrisisLevel.PARTIAL)
    assert [(info.language, info.event) for info in made.infos] == [
        ("fr", "Chute dans la foule"),
        ("ar", "سقوط"),
        ("en", "Crowd fall"),
    ]
    alike = {
        (info.category, info.urgency, info.severity, info.certainty, info.parameters, info.expires_at)
        for info in made.infos
    }
    assert len(alike) == 1
    assert made.infos[0].parameters == (NamedValue("wallapp:level", "2"),)
    assert [info.areas[0].area_desc for info in made.infos] == ["Corniche", "الكورنيش", "Crowd fall"]


def test_a_point_is_a_circle_as_wide_as_it_is_uncertain() -> None:
    assert point_circle(HERE).radius_km == 0.025
    assert point_circle(HERE, 3).radius_km == 0.025
    assert point_circle(HERE, 80).radius_km == 0.08
    [area] = send(INCIDENT, 1, ce_m=80.0).infos[0].areas
    assert (area.area_desc, area.circles) == ("Crowd fall", (point_circle(HERE, 80),))
    drawn = replace(INCIDENT, areas=(Area("Corniche", circles=(point_circle(HERE, 500),)),))
    assert send(drawn, 1).infos[0].areas == drawn.areas
    assert send(replace(INCIDENT, place=None), 1).infos[0].areas == ()


def test_no_time_lies_before_the_message() -> None:
    past = replace(INCIDENT, onset_at=at(-30), expires_at=at(-5))
    [info] = send(past, 1).infos
    assert (info.onset_at, info.expires_at) == (None, at(240))
    ahead = replace(INCIDENT, onset_at=at(300))
    [info] = send(ahead, 1).infos
    assert (info.onset_at, info.expires_at) == (at(300), at(540))


def test_nobody_is_told_of_a_draft() -> None:
    with pytest.raises(RuleBroken, match="draft"):
        send(replace(INCIDENT, state=IncidentState.DRAFT), 1)
