"""Whatever two stations disagree about can be shown: every field of everything that is shared."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallapp.base.ids import AccountId, CameraNumber, IncidentId, LayerId, MarkerId
from wallapp.domain.cap import Category
from wallapp.domain.incident import CameraRole, Incident, IncidentState, LinkedCamera, Priority
from wallapp.domain.layer import CrisisLayer, LayerKind
from wallapp.domain.marker import CameraAnchor, Marker
from wallapp.domain.place import Place
from wallapp.services.shared_bodies import incident_fields, layer_fields, marker_fields
from wallapp.ui.crisis import words
from wallapp.ui.crisis.field_words import field_word, value_word

AT = datetime(2026, 1, 1, 12, tzinfo=UTC)
SOMEBODY = AccountId("a1")
NAMES = {SOMEBODY: "Operator"}
PLAZA = LinkedCamera(CameraNumber(104), CameraRole.EVIDENCE, AT)
INCIDENT = Incident(
    IncidentId("i1"),
    "Fire",
    SOMEBODY,
    AT,
    SOMEBODY,
    AT,
    title="Kiosk",
    category=(Category.FIRE, Category.HEALTH),
    priority=Priority.CRITICAL,
    place=Place(33.6, -7.6),
    state=IncidentState.ON_HOLD,
    state_reason="The rain helps",
    owner=SOMEBODY,
    linked_cameras=(PLAZA,),
)
MARKER = Marker(MarkerId("m1"), "person", CameraAnchor(CameraNumber(104)), SOMEBODY, AT, SOMEBODY, AT)
LAYER = CrisisLayer(LayerId("l1"), "Perimeter", LayerKind.PERIMETER, SOMEBODY, AT, SOMEBODY, AT)


def test_what_an_incident_holds_is_said_in_words() -> None:
    fields = incident_fields(INCIDENT)
    said = {name: value_word(name, value, NAMES) for name, value in fields.items()}
    assert said["priority"] == "Critical"
    assert said["category"] == "Fire, Health"
    assert said["status"] == "on hold · Operator · The rain helps"
    assert said["linked_cameras/104"] == "evidence"
    assert said["place"] == "\u206633.60000, -7.60000\u2069"
    assert field_word("linked_cameras/104") == "Camera 104"
    assert value_word("title", None) == "nothing"


@pytest.mark.parametrize("fields", [incident_fields(INCIDENT), marker_fields(MARKER), layer_fields(LAYER)])
def test_every_field_has_words(fields: Mapping[str, object]) -> None:
    for name, value in fields.items():
        assert field_word(name).strip(), name
        assert value_word(name, value, NAMES).strip(), name


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from(["priority", "category", "place", "status", "linked_cameras/1", "severity", "?"]), value=JSON
)
def test_another_wallapps_values_break_nothing(name: str, value: object) -> None:
    assert isinstance(value_word(name, value, NAMES), str)


def test_every_state_and_priority_has_its_word_and_shape() -> None:
    for found in (words.STATES, words.PRIORITIES, words.CATEGORIES, words.MARKER_STATES, words.KINDS):
        assert all(words.word(value) for value in found)
    assert set(words.STATES) == set(IncidentState)
    assert set(words.CATEGORIES) == set(Category)
    assert len({words.SYMBOLS[priority] for priority in Priority}) == len(Priority)
    assert len({words.MARKS[priority] for priority in Priority}) == len(Priority)
