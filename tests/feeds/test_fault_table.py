"""The fault table: what the tile of a camera that goes wrong says, how soon, and that nobody else suffers.

All rows play at once in one pool with real decoders, beside eight good cameras, for about a minute.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.feeds.fault_stage import Begin, Stage, open_stage
from tests.servers.clips import ClipShelf
from wallapp.domain.feed_state import Cause, TruthState
from wallapp.simulation.faults import Fault

pytestmark = [pytest.mark.slow, pytest.mark.alone, pytest.mark.timeout(180)]

BROKEN_S = 20.0
MENDED_S = 14.0
AFTER_TRYING_S = 12.0
LATENESS_S = 1.5
"""What a loaded machine may add to a bound."""

LIVE, LATE, STALE, LOST = TruthState.LIVE, TruthState.LATE, TruthState.STALE, TruthState.LOST
AGEING = [LIVE, LATE, STALE, LOST]
OPEN_S, SILENT_S = 10.0, 6.0  # the bounds of a decoder; LOST comes when the picture is 10 s old


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
      says: the states in their order.
      cause: of the last state; the causes named first by a state of a fast machine are not asked for.
      within_s: from the command until the last state and its cause stand for good.
    """

    begin: Begin
    fault: Fault
    says: list[TruthState]
    cause: Cause | None
    within_s: float

    @property
    def name(self) -> str:
        return f"{self.fault} {self.begin.value}"


BORN, PLAYING = Begin.BORN, Begin.PLAYING
TABLE = [
    Row(BORN, Fault.NEVER_ANSWERS, [LOST], Cause.NO_ANSWER, OPEN_S),
    Row(BORN, Fault.UNAUTHORISED, [TruthState.REFUSED], Cause.UNAUTHORISED, 1.0),
    Row(BORN, Fault.NOT_FOUND, [LOST], Cause.NOT_FOUND, 1.0),
    Row(BORN, Fault.SILENT_AFTER_PLAY, [LOST], Cause.NO_ANSWER, OPEN_S),
    Row(BORN, Fault.RTCP_ONLY, [LOST], Cause.NO_ANSWER, OPEN_S),
    Row(BORN, Fault.GARBAGE, [LOST], None, OPEN_S),
    Row(BORN, Fault.HUGE_PICTURE, [LOST], Cause.UNREADABLE, OPEN_S),
    Row(BORN, Fault.LARGE_PICTURE, [LOST], Cause.TOO_LARGE, OPEN_S),
    Row(BORN, Fault.CUT, [LOST], Cause.CLOSED_BY_CAMERA, OPEN_S),
    Row(PLAYING, Fault.NEVER_ANSWERS, AGEING, Cause.NO_ANSWER, 10.0),
    Row(PLAYING, Fault.UNAUTHORISED, [LIVE, TruthState.REFUSED], Cause.UNAUTHORISED, 3.0),
    Row(PLAYING, Fault.NOT_FOUND, AGEING, Cause.NOT_FOUND, 10.0),
    Row(PLAYING, Fault.SILENT_AFTER_PLAY, AGEING, Cause.NO_ANSWER, SILENT_S + OPEN_S + 2),
    Row(PLAYING, Fault.RTCP_ONLY, AGEING, Cause.NO_ANSWER, SILENT_S + OPEN_S + 2),
    Row(PLAYING, Fault.GARBAGE, AGEING, None, 18.0),
    Row(PLAYING, Fault.SIZE_CHANGE, [LIVE], None, 0.0),
    Row(PLAYING, Fault.CODEC_CHANGE, AGEING, Cause.UNREADABLE, 12.0),
    Row(PLAYING, Fault.HUGE_PICTURE, [LIVE], None, 0.0),  # FFmpeg keeps to the header it had
    Row(PLAYING, Fault.LARGE_PICTURE, AGEING, Cause.TOO_LARGE, 12.0),
    Row(PLAYING, Fault.JUMPING_TIMESTAMPS, [LIVE], None, 0.0),
    Row(PLAYING, Fault.DOUBLE_CLOCK, [LIVE], None, 0.0),
    Row(PLAYING, Fault.FROZEN_PICTURE, [LIVE, TruthState.FROZEN], None, 11.5),
    Row(PLAYING, Fault.CUT, AGEING, Cause.CLOSED_BY_CAMERA, 10.0),
]
"""A row for each fault of the RTSP server, but the announced change of codec, which has a test of its own."""

ANNOUNCED = f"{Fault.CODEC_CHANGE_ANNOUNCED} {PLAYING.value}"


@pytest.fixture(scope="module")
def stage(clips: ClipShelf, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The whole play: everybody live, all break at once, all are mended, the rest is asked to try again."""
    faults = {row.name: (row.begin, row.fault) for row in TABLE}
    faults[ANNOUNCED] = (PLAYING, Fault.CODEC_CHANGE_ANNOUNCED)
    born_wrong = {row.name for row in TABLE if row.begin is BORN} | {"self-signed"}
    with open_stage(clips, tmp_path_factory.mktemp("stage"), faults) as one:
        one.room.want()
        one.room.wait_live([number for name, number in one.numbers.items() if name not in born_wrong])
        one.begin()
        for name, actor in one.actors.items():
            if name not in born_wrong:
                actor.go_wrong()
        one.watch_broken(BROKEN_S)
        for actor in one.actors.values():
            actor.mend()
        one.watch_mended(MENDED_S)
        one.try_all_now()
        one.watch_mended(AFTER_TRYING_S)
        one.end()
        yield one


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name.replace(" ", "-"))
def test_the_tile_says_what_is_wrong_and_soon(row: Row, stage: Stage) -> None:
    story = stage.stories[row.name]
    states = story.states()
    if TruthState.REFUSED in row.says:  # the camera answers when it likes: before we say "late", or after
        states = [state for state in states if state is not LATE]
    assert (states if row.begin is PLAYING else states[-1:]) == row.says, story.broken
    assert row.cause in (None, story.broken[-1][2]), story.broken
    assert story.settled_s(any_cause=row.cause is None) <= row.within_s + LATENESS_S, story.broken


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name.replace(" ", "-"))
def test_the_tile_is_live_again_once_the_camera_is_mended(row: Row, stage: Stage) -> None:
    story = stage.stories[row.name]
    assert story.live_again_s() is not None, story.mended


def test_a_picture_held_back_never_passes_for_new(stage: Stage) -> None:
    dead = {Fault.SILENT_AFTER_PLAY, Fault.RTCP_ONLY, Fault.GARBAGE, Fault.NEVER_ANSWERS}
    names = [row.name for row in TABLE if row.begin is PLAYING and row.fault in dead]
    for name in [*names, "UDP falls silent", "HTTP stalls", "server gone"]:
        assert stage.stories[name].states() == AGEING, f"{name}: {stage.stories[name].broken}"


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("HTTP stalls", Cause.NO_ANSWER),
        ("UDP falls silent", Cause.NO_ANSWER),
        ("server gone", Cause.CONNECTION_REFUSED),
    ],
)
def test_other_protocols_tell_it_as_well(name: str, cause: Cause, stage: Stage) -> None:
    story = stage.stories[name]
    assert story.broken[-1][1:] == (LOST, cause), story.broken
    assert story.settled_s() <= SILENT_S + OPEN_S + 2 + LATENESS_S, story.broken
    assert story.live_again_s() is not None, story.mended


def test_silence_is_called_silence_while_the_last_picture_still_stands(stage: Stage) -> None:
    for fault in (Fault.SILENT_AFTER_PLAY, Fault.RTCP_ONLY):
        story = stage.stories[f"{fault} {PLAYING.value}"]
        named = [at_s for at_s, state, cause in story.broken if (state, cause) == (STALE, Cause.SILENT)]
        assert named, story.broken
        assert named[0] <= SILENT_S + LATENESS_S, story.broken


def test_a_reconfigured_camera_comes_back_with_its_new_codec(stage: Stage) -> None:
    story = stage.stories[ANNOUNCED]
    assert story.codec_while_broken == "hevc"
    assert story.broken[-1][1] is LIVE, story.broken
    assert LOST not in story.states()


def test_a_certificate_nobody_vouches_for_is_refused_and_a_known_one_is_not(stage: Stage) -> None:
    assert stage.stories["self-signed"].broken[-1][1:] == (LOST, Cause.TLS)
    assert stage.stories["self-signed"].mended[-1][1:] == (LOST, Cause.TLS)
    assert stage.stories["known authority"].states() == [LIVE]


def test_the_good_cameras_lose_under_one_percent(stage: Stage) -> None:
    assert len(stage.good) == 8
    assert stage.lost_share() < 0.01
    for name, story in stage.stories.items():
        if name.startswith("good"):
            assert [state for _, state, _ in story.broken + story.mended] == [LIVE, LIVE], story


def test_no_decoder_died_of_it(stage: Stage) -> None:
    assert sum(stage.restarts.values()) == 0
