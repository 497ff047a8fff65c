"""Markers: the stored lifecycle, and that time dims but never takes an alarm away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from wallapp.base.errors import BadInput, RuleBroken, WallError
from wallapp.base.ids import AccountId, CameraNumber, IncidentId, MarkerId
from wallapp.domain import marker as markers
from wallapp.domain.marker import (
    AnchorState,
    CameraAnchor,
    GeoAnchor,
    ImageAnchor,
    Marker,
    MarkerState,
    ViewSignature,
)
from wallapp.domain.place import Place

AT = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
LATER = AT + timedelta(minutes=5)
BY = AccountId("west")
M = MarkerState
STEPS = {
    (M.PLACED, M.CONFIRMED),
    (M.PLACED, M.WITHDRAWN),
    (M.CONFIRMED, M.RESOLVED),
    (M.CONFIRMED, M.WITHDRAWN),
    (M.RESOLVED, M.ARCHIVED),
    (M.RESOLVED, M.CONFIRMED),
}
ON_CAMERA = CameraAnchor(CameraNumber(104))


def marker(state: MarkerState = M.PLACED, *, is_alarm: bool = False, auto_expire: bool = False) -> Marker:
    return Marker(
        MarkerId("m"),
        "person_down",
        ON_CAMERA,
        BY,
        AT,
        BY,
        AT,
        incident=IncidentId("i"),
        state=state,
        is_alarm=is_alarm,
        auto_expire=auto_expire,
        stale_at=LATER,
    )


@pytest.mark.parametrize(("before", "after"), list(product(MarkerState, MarkerState)))
def test_people_can_take_exactly_these_steps(before: MarkerState, after: MarkerState) -> None:
    if (before, after) in STEPS:
        assert markers.change(marker(before), after, by=BY, at=AT, reason="because").state is after
    else:
        with pytest.raises(RuleBroken):
            markers.change(marker(before), after, by=BY, at=AT, reason="because")


def test_a_withdrawal_says_why() -> None:
    with pytest.raises(BadInput):
        markers.change(marker(), M.WITHDRAWN, by=BY, at=AT)


@pytest.mark.parametrize("state", list(MarkerState))
@pytest.mark.parametrize(("is_alarm", "auto_expire"), [(False, False), (False, True), (True, False)])
def test_time_ends_only_a_placed_marker_that_was_made_for_it(
    state: MarkerState, is_alarm: bool, auto_expire: bool
) -> None:
    before = marker(state, is_alarm=is_alarm, auto_expire=auto_expire)
    assert markers.expire(before, LATER - timedelta(seconds=1)) is before
    after = markers.expire(before, LATER)
    if auto_expire and state is M.PLACED:
        assert (after.state, markers.is_shown(after)) == (M.EXPIRED, False)
    else:
        assert after is before
    assert markers.is_stale(before, LATER), "it is dimmed, whatever it is"


def test_an_alarm_cannot_be_made_to_expire() -> None:
    with pytest.raises(ValueError):
        marker(is_alarm=True, auto_expire=True)


def test_an_expired_one_is_placed_again_by_a_refresh() -> None:
    expired = markers.expire(marker(auto_expire=True), LATER)
    again = markers.refresh(expired, LATER + timedelta(minutes=5), by=BY, at=LATER)
    assert again.state is M.PLACED and not markers.is_stale(again, LATER)
    with pytest.raises(BadInput):
        markers.refresh(expired, LATER, by=BY, at=LATER)
    for state in (M.RESOLVED, M.ARCHIVED, M.WITHDRAWN):
        with pytest.raises(RuleBroken):
            markers.refresh(marker(state), None, by=BY, at=AT)


def test_putting_it_anew_keeps_where_it_was() -> None:
    first = ImageAnchor(CameraNumber(7), 0.2, 0.3, ViewSignature(16 / 9, AT))
    second = ImageAnchor(CameraNumber(7), 0.5, 0.5, ViewSignature(16 / 9, LATER))
    moved = markers.put(replace(marker(), anchor=first), second, by=BY, at=LATER)
    assert (moved.anchor, moved.earlier_anchors) == (second, (first,))
    with pytest.raises(RuleBroken):
        markers.put(marker(M.RESOLVED), second, by=BY, at=LATER)


def test_a_signature_that_comes_later_is_no_movement() -> None:
    bare = ImageAnchor(CameraNumber(7), 0.2, 0.3, ViewSignature(16 / 9, AT))
    signed = ImageAnchor(CameraNumber(7), 0.2, 0.3, ViewSignature(16 / 9, AT, thumbnail=b"PNG"))
    for before in (bare, replace(bare, signature=None)):
        put = markers.put(replace(marker(), anchor=before), signed, by=BY, at=LATER)
        assert (put.anchor, put.earlier_anchors) == (signed, ())
    other = replace(signed, signature=ViewSignature(16 / 9, LATER, thumbnail=b"other"))
    again = markers.put(put, other, by=BY, at=LATER)
    assert again.earlier_anchors == (signed,), "the same spot of another view is another place"


def test_nothing_of_a_picture_that_is_not_clear_is_stored() -> None:
    anchor = ImageAnchor(CameraNumber(201), 0.2, 0.3, ViewSignature(16 / 9, AT, preset="door", thumbnail=b"PNG"))
    assert markers.storable(anchor, is_clear=True) is anchor
    kept = markers.storable(anchor, is_clear=False)
    assert isinstance(kept, ImageAnchor) and kept.signature is not None
    assert (kept.signature.thumbnail, kept.signature.preset) == (b"", "door")
    assert markers.storable(ON_CAMERA, is_clear=False) is ON_CAMERA


def test_only_open_markers_of_the_incident_count() -> None:
    everything = tuple(marker(state) for state in MarkerState)
    assert markers.open_markers(everything, IncidentId("i")) == 2
    assert markers.open_markers((markers.detach(marker(), by=BY, at=AT),), IncidentId("i")) == 0


def test_only_a_valid_anchor_is_drawn_in_place() -> None:
    assert [state for state in AnchorState if state.is_drawn_in_place] == [AnchorState.VALID]


@given(u=st.floats(), v=st.floats())
@settings(max_examples=50)
def test_an_image_anchor_lies_in_the_picture(u: float, v: float) -> None:
    if 0 <= u <= 1 and 0 <= v <= 1:
        ImageAnchor(CameraNumber(1), u, v)
    else:
        with pytest.raises(ValueError):
            ImageAnchor(CameraNumber(1), u, v)


def test_who_hangs_on_a_camera_says_so() -> None:
    place = Place(33.6, -7.6)
    assert (marker().camera, marker().ground) == (CameraNumber(104), None)
    on_map = replace(marker(), anchor=GeoAnchor(place))
    assert (on_map.camera, on_map.ground) == (None, place)


class Life(RuleBasedStateMachine):
    """A marker under people and the clock."""

    @initialize(kind=st.sampled_from([(False, False), (False, True), (True, False)]))
    def begin(self, kind: tuple[bool, bool]) -> None:
        self.marker = marker(is_alarm=kind[0], auto_expire=kind[1])
        self.now_at = AT
        self.was_hidden_by_a_person = False

    @rule(minutes=st.integers(1, 10))
    def time_passes(self, minutes: int) -> None:
        self.now_at += timedelta(minutes=minutes)
        before = self.marker
        self.marker = markers.expire(before, self.now_at)
        if before.is_alarm:
            assert self.marker is before

    @rule(to=st.sampled_from(MarkerState), reason=st.sampled_from(["", "because"]))
    def step(self, to: MarkerState, reason: str) -> None:
        try:
            self.marker = markers.change(self.marker, to, by=BY, at=self.now_at, reason=reason)
        except WallError:
            return
        self.was_hidden_by_a_person = to in (M.ARCHIVED, M.WITHDRAWN)

    @rule(minutes=st.one_of(st.none(), st.integers(-1, 10)))
    def refresh(self, minutes: int | None) -> None:
        until = None if minutes is None else self.now_at + timedelta(minutes=minutes)
        try:
            self.marker = markers.refresh(self.marker, until, by=BY, at=self.now_at)
        except WallError:
            return
        assert not markers.is_stale(self.marker, self.now_at)

    @invariant()
    def an_alarm_is_there_until_a_person_ends_it(self) -> None:
        if hasattr(self, "marker") and self.marker.is_alarm:
            assert markers.is_shown(self.marker) or self.was_hidden_by_a_person


def test_whatever_happens_time_takes_no_alarm_away() -> None:
    run_state_machine_as_test(Life, settings=settings(max_examples=60, stateful_step_count=25, deadline=None))
