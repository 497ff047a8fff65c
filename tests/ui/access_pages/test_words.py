"""Every member of every enumeration that a desk shows has a word of its own."""

from __future__ import annotations

from enum import Enum

import pytest

from wallapp.domain.access import DecisionKind, GrantEnd, LockKind, RequestState, ReviewVerdict, Verdict
from wallapp.domain.audit import AuditEvent
from wallapp.domain.camera import Sensitivity
from wallapp.domain.people import Role
from wallapp.domain.permissions import Verb
from wallapp.domain.policy import FactKind, Purpose
from wallapp.services.trust_desk import ChangeKind
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.event_words import EVENTS

KINDS: tuple[type[Enum], ...] = (
    Purpose, Role, Sensitivity, RequestState, DecisionKind, GrantEnd, LockKind, ReviewVerdict, FactKind, ChangeKind,
    Verb,
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_member_has_a_word(kind: type[Enum]) -> None:
    bare = [member for member in kind if "_" in words.word(member) or not words.word(member)]
    assert bare == []
    assert len({words.word(member) for member in kind}) == len(kind)


def test_members_of_two_kinds_that_are_equal_keep_their_own_words() -> None:
    assert DecisionKind.BREAK_GLASS.value == Verb.BREAK_GLASS.value == Verdict.BREAK_GLASS.value
    assert words.word(DecisionKind.BREAK_GLASS) == "break-glass"
    assert "reviewed afterwards" in words.word(Verb.BREAK_GLASS)


def test_every_event_of_the_history_has_a_word() -> None:
    assert set(EVENTS) == set(AuditEvent)
    assert all(isinstance(text, str) and text for text in EVENTS.values())


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(45, "45 s"), (60, "1 min"), (90, "90 s"), (900, "15 min"), (3600, "1 h"), (5400, "1 h 30 min")],
)
def test_durations_are_said_without_rounding(seconds: int, text: str) -> None:
    assert words.lasting(seconds) == text
