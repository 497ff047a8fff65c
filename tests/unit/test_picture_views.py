"""Who holds which view: shared where the camera stands in one, stored where it may be, released in time."""

from __future__ import annotations

import pytest

from tests.fakes.views import MemoryViews
from wallapp.base.errors import RuleBroken
from wallapp.base.ids import CameraNumber
from wallapp.domain.view_state import VIEWS_MOST, Shift, ViewId, ViewState
from wallapp.services.picture_views import PictureViews, ViewsGone, ViewStored

MAST = CameraNumber(114)


def test_marks_of_one_view_share_it_and_are_told_where_it_lies() -> None:
    post = MemoryViews()
    views = PictureViews(post)
    stored: dict[str, bytes] = {}
    views.on_stored = stored.__setitem__
    assert views.hold("one", MAST, (0.5, 0.5)) == (0.5, 0.5)
    post.tell(1, ViewState.SAME, shift=Shift(0.02, -0.01))
    post.news.append(ViewStored(MAST, ViewId(1), b"look"))
    assert views.look() == {MAST}
    assert views.hold("two", MAST, (0.3, 0.4)) == pytest.approx((0.28, 0.41))
    assert views.shift_of("two") == Shift(0.02, -0.01)
    assert stored == {"one": b"look", "two": b"look"}
    views.release("one")
    assert post.said == [("remember", 1)], "the other still holds it"
    views.release("two")
    assert post.said[1:] == [("forget", 1)]


def test_a_command_of_ours_counts_before_any_report_and_voids_older_ones() -> None:
    post = MemoryViews()
    views = PictureViews(post)
    views.hold("one", MAST, (0.5, 0.5))
    post.tell(1, ViewState.SAME)
    views.look()
    assert not views.has_left(MAST)
    views.commanded(MAST, going_on=True)
    assert views.state_of("one") is ViewState.MOVED
    assert views.has_left(MAST)
    assert post.said[-1] == ("moved", 1, True)
    post.tell(1, ViewState.SAME)
    assert views.look() == {MAST}, "we moved it ourselves"
    post.tell(1, ViewState.SAME)
    assert views.look() == frozenset()
    assert views.state_of("one") is ViewState.MOVED
    post.tell(1, ViewState.SAME, revision=1)
    assert views.look() == {MAST}
    assert views.state_of("one") is ViewState.SAME
    # Where it stands elsewhere, the next mark gets a view of its own.
    post.tell(1, ViewState.MOVED, revision=1)
    views.look()
    views.hold("two", MAST, (0.5, 0.5))
    assert post.said[-1] == ("remember", 2)


def test_a_decoder_that_is_gone_vouches_for_nothing() -> None:
    post = MemoryViews()
    views = PictureViews(post)
    views.hold("one", MAST, (0.5, 0.5))
    post.tell(1, ViewState.SAME)
    post.news.append(ViewsGone(MAST))
    assert views.look() == {MAST}
    assert views.state_of("one") is ViewState.UNSURE


def test_what_is_stored_is_followed_and_what_is_placed_now_is_not_let_go() -> None:
    post = MemoryViews()
    views = PictureViews(post)
    views.follow({"old": (MAST, b"look"), "same": (MAST, b"look"), "private": (MAST, b"")})
    assert post.said == [("restore", 1, b"look")], "one look is one view, and without one there is nothing to look for"
    views.hold("new", MAST, (0.1, 0.1))
    views.follow({"same": (MAST, b"look")})
    assert post.said[1:] == [("remember", 2)], "the new one is not stored yet, and the old one's view has a holder"
    views.follow({"new": (MAST, b"")})
    assert post.said[2:] == [("forget", 1)]
    views.follow({})
    assert post.said[3:] == [("forget", 2)]
    assert views.state_of("new") is ViewState.UNSURE


def test_views_of_a_camera_are_bounded() -> None:
    post = MemoryViews()
    views = PictureViews(post)
    for number in range(VIEWS_MOST):
        views.hold(str(number), MAST, (0.5, 0.5))
    with pytest.raises(RuleBroken, match="resolve"):
        views.hold("more", MAST, (0.5, 0.5))
    views.follow({"stored": (MAST, b"look")})
    assert len(post.said) == VIEWS_MOST
    assert views.state_of("stored") is ViewState.UNSURE


def test_what_is_stored_with_another_signature_is_looked_out_for_anew() -> None:
    post = MemoryViews()
    views = PictureViews(post)
    views.follow({"one": (MAST, b"look")})
    assert views.signature_of("one") == b"look"
    views.follow({"one": (MAST, b"look")})
    views.follow({"one": (MAST, b"")})
    assert post.said == [("restore", 1, b"look")], "the same view, and one that only its own station knows"
    views.follow({"one": (MAST, b"elsewhere")})
    assert post.said[1:] == [("forget", 1), ("restore", 2, b"elsewhere")]


def test_a_view_is_passed_on_to_who_is_put_there() -> None:
    post = MemoryViews()
    views = PictureViews(post)
    views.hold("one", MAST, (0.5, 0.5))
    post.tell(1, ViewState.MOVED)
    views.look()
    views.hold("one@new", MAST, (0.2, 0.2))
    post.tell(2, ViewState.SAME)
    post.news.append(ViewStored(MAST, ViewId(2), b"new"))
    views.look()
    assert views.state_of("one") is ViewState.MOVED
    views.pass_on("one@new", "one")
    assert views.state_of("one") is ViewState.SAME
    assert views.signature_of("one") == b"new"
    assert post.said == [("remember", 1), ("remember", 2), ("forget", 1)]
    assert views.signature_of("one@new") == b""
    views.pass_on("nobody", "one")
    assert views.state_of("one") is ViewState.SAME
