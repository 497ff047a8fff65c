"""What the supervisor publishes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wallapp.base.ids import CameraNumber, GrantId, TileId
from wallapp.domain.view import Level
from wallapp.feeds.feed import FeedKey, Published
from wallapp.frames.slot import SlotReader


@dataclass(frozen=True, slots=True)
class Board:
    """What other threads may read. Replaced as a whole, never changed."""

    readers: Mapping[TileId, SlotReader] = field(default_factory=dict)
    feeds: Mapping[FeedKey, Published] = field(default_factory=dict)
    in_use: Mapping[CameraNumber, FeedKey] = field(default_factory=dict)
    showing: frozenset[FeedKey] = frozenset()
    """Feeds that some tile shows now; the others are being fetched to take over."""
    pids: Mapping[int, int] = field(default_factory=dict)
    """Process id by decoder number."""
    restarts: Mapping[int, int] = field(default_factory=dict)
    """How often each decoder was replaced."""
    shows: Mapping[TileId, tuple[CameraNumber, Level]] = field(default_factory=dict)
    """Whose pictures each reader gives, and how much of them: a wish may have changed since."""
    opened: frozenset[tuple[CameraNumber, GrantId]] = frozenset()
    """Cameras that a lease opens now, or whose clear picture may still lie in a slot: as the decoders confirmed."""
    refused: Mapping[CameraNumber, str] = field(default_factory=dict)
    """Why a decoder takes a camera's lease for nothing."""
