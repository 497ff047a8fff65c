"""The supervisor: one thread that owns every child, feed and binding, and makes the views so."""

from __future__ import annotations

import itertools
import logging
import queue
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from wallapp.base.clock import Clock
from wallapp.base.errors import Unavailable
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.camera import Camera, CameraKind
from wallapp.domain.feed_state import Cause, Phase
from wallapp.domain.lease import Lease
from wallapp.domain.reconnect import OpeningRate
from wallapp.domain.view import Level, View, mosaic_size, silhouette_size
from wallapp.domain.warrant import TrustDocuments
from wallapp.feeds.binding import Binding, Tap
from wallapp.feeds.board import Board
from wallapp.feeds.child import Child
from wallapp.feeds.feed import Feed, FeedKey
from wallapp.feeds.messages import Gone, Leased, Message, Said, SceneAsked, Stop, TryNow, ViewAsked, Want
from wallapp.feeds.nursery import Nursery
from wallapp.feeds.scene_post import Files, ScenePost
from wallapp.feeds.settings import PoolSettings
from wallapp.feeds.view_post import ViewPost
from wallapp.feeds.wiper import Wiper
from wallapp.frames.control import (
    Applied,
    Believed,
    Certified,
    Certify,
    Ended,
    Enforced,
    FeedOrder,
    Opened,
    Ready,
    Report,
    Trust,
    Viewed,
    ViewKept,
    ViewOrder,
)
from wallapp.frames.slot import SlotReader, clear_row
from wallapp.services.credentials import Credential

_log = logging.getLogger("wallapp.feeds")
_TICK_S: Final = 0.05
_WATCH_S: Final = 0.1
_PUBLISH_S: Final = 0.5


class Supervisor:
    """See the module. `run` is the thread; `post_…` and `board` may be used from any."""

    def __init__(
        self,
        clock: Clock,
        credential_of: Callable[[str], Credential | None],
        settings: PoolSettings,
        chance: Callable[[float, float], float],
    ) -> None:
        self.board = Board()
        self.views = ViewPost()
        self.scenes = ScenePost()
        self._clock = clock
        self._credential_of = credential_of
        self._settings = settings
        self._chance = chance
        self._messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self._feeds: dict[FeedKey, Feed] = {}
        self._bindings: dict[TileId, Binding] = {}
        self._leases: Mapping[CameraNumber, Lease] = {}
        self._trust: Trust | None = None
        self._told: WeakKeyDictionary[Child, Trust] = WeakKeyDictionary()
        self._wiper = Wiper()
        self._nursery = Nursery(clock, settings, on_report=self._hear, on_exit=self._miss)
        self._rate = OpeningRate()
        self._attempts = itertools.count(1)
        self._dirty: set[Child] = set()
        self._watched_mono_s = 0.0
        self._published_mono_s = 0.0
        self._changed = True

    def post_want(self, views: tuple[View, ...], cameras: Mapping[CameraNumber, Camera]) -> None:
        """Ask for exactly these views."""
        self._messages.put(Want(views, cameras))

    def post_leases(
        self, leases: Mapping[CameraNumber, Lease], trust: TrustDocuments | None, scenes: Files | None
    ) -> None:
        """These leases are in force from now on, and no others."""
        self._messages.put(Leased(dict(leases), None if trust is None else Trust(trust), scenes))

    def post_certify(self, order: Certify) -> None:
        """Ask for a camera's empty scene."""
        self._messages.put(SceneAsked(order))

    def post_view(self, order: ViewOrder) -> None:
        """Ask something about a camera's remembered views."""
        self._messages.put(ViewAsked(order))

    def post_try(self, camera: CameraNumber) -> None:
        """Ask to open this camera's feeds now."""
        self._messages.put(TryNow(camera))

    def post_stop(self) -> None:
        """Ask to end."""
        self._messages.put(Stop())

    def _hear(self, child: Child, report: Report) -> None:
        self._messages.put(Said(child, report))

    def _miss(self, child: Child) -> None:
        self._messages.put(Gone(child))

    def run(self) -> None:
        """Work until told to stop, then end every child."""
        try:
            while self._take_messages():
                now_s = self._clock.mono_s()
                self._promote()
                for child, cause in self._nursery.sick(now_s):
                    self._lose(child, cause)
                self._open_due(now_s)
                if now_s - self._watched_mono_s >= _WATCH_S:
                    self._watched_mono_s = now_s
                    now_at = self._clock.now_at()
                    for feed in self._bound_feeds():
                        feed.watch(now_s, now_at)
                    self._lay_ghosts()
                    self._nursery.prune({feed.child for feed in self._feeds.values()})
                self._send()
                self.views.deliver(self._children_of)
                if self._changed or now_s - self._published_mono_s >= _PUBLISH_S:
                    self._changed, self._published_mono_s = False, now_s
                    self._publish()
        finally:
            self._nursery.close()
            self._let_go()

    def _let_go(self) -> None:
        """Drop every mapping now and not when the collector comes by: a dead decoder's pictures go with it."""
        self._bindings.clear()
        self._feeds.clear()
        self._wiper.clear()
        self.views.clear()
        self.scenes.clear()
        self._dirty.clear()
        self._messages = queue.SimpleQueue()
        self.board = Board()

    def _take_messages(self) -> bool:
        """Handle what came, waiting at most a tick for the first; False on a stop."""
        try:
            message = self._messages.get(timeout=_TICK_S)
            while True:
                if isinstance(message, Stop):
                    return False
                self._handle(message)
                message = self._messages.get_nowait()
        except queue.Empty:
            return True

    def _handle(self, message: Message) -> None:
        self._changed = True
        if isinstance(message, Want):
            self._want(message)
        elif isinstance(message, Leased):
            self._lease(message)
        elif isinstance(message, ViewAsked):
            self.views.take(message.order)
        elif isinstance(message, SceneAsked):
            self.scenes.certify(message.order, self._children_of(message.order.camera))
        elif isinstance(message, TryNow):
            for feed in self._feeds.values():
                if feed.camera.number == message.camera:
                    feed.release(self._clock.mono_s())
        elif isinstance(message, Gone):
            self._lose(message.child, Cause.DECODER_DIED)
        elif isinstance(message, Said):
            self._said(message.child, message.report)

    # What is wanted

    def _want(self, want: Want) -> None:
        views = {view.tile: view for view in want.views if view.level is not Level.CLOSED}
        for tile in [tile for tile in self._bindings if tile not in views]:
            for tap in self._bindings.pop(tile).taps():
                self._close_tap(tap)
        for tile, view in views.items():
            self._want_view(tile, view, want.cameras[view.camera])
        bound = {feed.key for feed in self._bound_feeds()}
        for feed in self._feeds.values():
            if feed.key not in bound:
                self._touch(feed.child)
                feed.idle()

    def _want_view(self, tile: TileId, view: View, camera: Camera) -> None:
        binding = self._bindings.get(tile)
        aim = (binding.pending or binding.current) if binding else None
        feed = self._feed(view, camera)
        if aim is not None and aim.fits(view) and aim.feed is feed:
            for tap in binding.taps() if binding else ():
                if tap.feed.camera.number == view.camera and tap.crop != view.crop:
                    tap.crop = view.crop
                    self._touch(tap.child)
            return
        tap = Tap(feed, (view.width_px, view.height_px), view.level, view.crop)
        if binding is None:
            self._bindings[tile] = Binding(tap)
        else:
            for old in binding.want(tap):
                self._close_tap(old)
        self._give_slot(tap)

    def _lease(self, message: Leased) -> None:
        rescened = set() if message.scenes is None else self.scenes.take(message.scenes)
        for feed in self._feeds.values():
            number = feed.camera.number
            if message.leases.get(number) != self._leases.get(number) or number in rescened:
                self._touch(feed.child)
        self._leases = message.leases
        if message.trust is not None and message.trust != self._trust:
            self._trust = message.trust
            for child in self._nursery.children():
                self._tell_trust(child)

    def _lay_ghosts(self) -> None:
        """A dead decoder cannot close its last picture: where a lease had opened it, it goes with the lease."""
        for binding in self._bindings.values():
            lease = self._leases.get(binding.current.feed.camera.number)
            over = lease is None or self._clock.boot_s() >= lease.ends_boot_s
            if binding.ghost is not None and binding.ghost_is_leased and over:
                binding.ghost.arena.wipe(binding.ghost.place.offset, binding.ghost.place.size_bytes)
                clear_row(binding.ghost.arena, binding.ghost.place.row)
                binding.ghost = None
                self._changed = True

    def _feed(self, view: View, camera: Camera) -> Feed:
        key = (view.camera, view.stream)
        feed = self._feeds.get(key)
        if feed is None or feed.address != camera.streams[view.stream] or feed.camera.transport != camera.transport:
            if feed is not None:
                self._touch(feed.child)
                feed.idle()
            feed = self._feeds[key] = Feed(camera, view.stream)
        feed.camera = camera
        if feed.phase is Phase.CLOSED:
            feed.phase, feed.retry_mono_s = Phase.CONNECTING, self._clock.mono_s()
        return feed

    def _bound_feeds(self) -> list[Feed]:
        taps = (tap for binding in self._bindings.values() for tap in binding.taps())
        return list({id(tap.feed): tap.feed for tap in taps}.values())

    def _children_of(self, camera: CameraNumber) -> list[Child]:
        """The children that play this camera, or are about to."""
        running = (Phase.CONNECTING, Phase.PLAYING)
        feeds = [feed for feed in self._bound_feeds() if feed.camera.number == camera and feed.phase in running]
        return [feed.child for feed in feeds if feed.child is not None]

    # Slots

    def _give_slot(self, tap: Tap) -> None:
        """A slot in its feed's child; nothing while the feed has none."""
        child = tap.feed.child
        if child is None or tap.reader is not None:
            return
        # A redacted slot holds what may lie there and no more, so that no detail could even by mistake.
        redacted_size = silhouette_size if tap.level is Level.SILHOUETTE else mosaic_size
        size_px = tap.size_px if tap.level is Level.CLEAR else redacted_size(1 << 20, 1 << 20)
        try:
            tap.reader = child.take_slot(*size_px)
        except Unavailable as error:
            _log.warning("camera %d: %s", tap.feed.camera.number, error)
            return
        tap.child = child
        self._touch(child)

    def _close_tap(self, tap: Tap) -> None:
        self._touch(tap.child)
        self._wiper.retire(tap)

    def _promote(self) -> None:
        for binding in self._bindings.values():
            old = binding.promote()
            if old is not None:
                self._changed = True
                self._close_tap(old)
                if old.feed.key not in {feed.key for feed in self._bound_feeds()}:
                    self._touch(old.feed.child)
                    old.feed.idle()

    # Opening

    def _open_due(self, now_s: float) -> None:
        bound = self._bound_feeds()
        for feed in bound:
            due = feed.phase in (Phase.CONNECTING, Phase.WAITING) and feed.retry_mono_s is not None
            if due and feed.retry_mono_s is not None and feed.retry_mono_s <= now_s:
                self._open(feed, bound, now_s)

    def _open(self, feed: Feed, bound: list[Feed], now_s: float) -> None:
        host = urlsplit(feed.address).hostname or ""
        if host:
            next_s = self._rate.next_mono_s(host, now_s)
            if next_s > now_s:
                feed.retry_mono_s = next_s
                return
        owner = feed.camera.owner
        busy = [
            one for one in bound if one.camera.owner == owner and one.child and one is not feed and not one.retry_mono_s
        ]
        if len(busy) >= self._settings.connections_per_owner:
            feed.phase, feed.cause, feed.retry_mono_s = Phase.WAITING, Cause.OWNER_LIMIT, now_s + 1.0
            return
        if feed.camera.credential and self._credential_of(feed.camera.credential) is None:
            feed.ended(Cause.NO_CREDENTIAL, f"the vault has no entry {feed.camera.credential}", now_s, self._chance)
            return
        child = self._nursery.place(feed, bound, now_s, home=self.views.home(feed.camera.number))
        if child is None:
            return
        if feed.child is not None and feed.child is not child:
            self._move(feed)
        if host:
            self._rate.opened(host, now_s)
        feed.begin(child, next(self._attempts), now_s)
        for binding in self._bindings.values():
            for tap in binding.taps():
                if tap.feed is feed:
                    self._give_slot(tap)
        self._touch(child)

    def _move(self, feed: Feed) -> None:
        """Take a feed off its child; the pictures of its slots stay on the tiles as ghosts until wiped."""
        for binding in self._bindings.values():
            for tap in binding.taps():
                if tap.feed is feed:
                    self._close_tap(tap)
        self._touch(feed.child)
        feed.leave()

    # What the children say

    def _said(self, child: Child, report: Report) -> None:
        if isinstance(report, Ready):
            child.ready = True
            return
        if isinstance(report, Believed):
            if report.refused:
                _log.warning("decoder %d does not believe the trust list: %s", child.number, report.refused)
            return
        if isinstance(report, Applied):
            child.applied = max(child.applied, report.revision)
            return
        if isinstance(report, (Viewed, ViewKept)):
            self.views.heard(child, report)
            return
        if isinstance(report, Certified):
            self.scenes.news.put(report)
            return
        feed = next((f for f in self._feeds.values() if f.child is child and f.row == report.row), None)
        if feed is None or feed.attempt != report.attempt:
            return
        now_s = self._clock.mono_s()
        if isinstance(report, Opened):
            feed.opened(report.codec, (report.width_px, report.height_px), now_s)
        elif isinstance(report, Enforced):
            feed.enforced(report.level, report.grant, report.refused)
        elif isinstance(report, Ended):
            feed.ended(report.cause, report.detail, now_s, self._chance)
            _log.info("camera %d %s: %s (%s)", feed.camera.number, feed.stream, report.cause, report.detail)
            self._touch(child)

    def _lose(self, child: Child, cause: Cause) -> None:
        """A child is gone or is being replaced: its feeds begin again elsewhere at once."""
        if not self._nursery.has(child):
            return
        now_s = self._clock.mono_s()
        feeds = [feed for feed in self._feeds.values() if feed.child is child]
        culprits = self._nursery.bury(child, feeds, cause)
        for binding in self._bindings.values():
            binding.orphan(child)
        for feed in feeds:
            feed.lost_child(cause, now_s)
            if feed in culprits:
                feed.strikes = feed.strikes.struck(now_s)
                if feed.strikes.is_out(now_s):
                    feed.quarantine()
        self._dirty.discard(child)
        self.views.lost(child)
        self.scenes.lost(child)
        _log.warning("decoder %d was replaced: %s", child.number, cause)

    # Orders and publishing

    def _touch(self, child: Child | None) -> None:
        self._changed = True
        if child is not None:
            self._dirty.add(child)

    def _send(self) -> None:
        for child in self._dirty:
            self._tell_trust(child)
            orders = self._orders(child)
            self.scenes.tell(child, {order.camera for order in orders})
            self._wiper.sent(child, child.send(orders))
        self._dirty.clear()
        self._wiper.wipe_confirmed(set(self._nursery.children()))

    def _tell_trust(self, child: Child) -> None:
        """Before its first order: what an owner's terms close is closed from the first picture on."""
        if self._trust is not None and self._told.get(child) is not self._trust:
            self._told[child] = self._trust
            child.send_trust(self._trust)

    def _orders(self, child: Child) -> tuple[FeedOrder, ...]:
        outputs: dict[int, list[Tap]] = {}
        for binding in self._bindings.values():
            for tap in binding.taps():
                if tap.child is child and tap.feed.child is child:
                    outputs.setdefault(tap.feed.row, []).append(tap)
        feeds = {feed.row: feed for feed in self._bound_feeds() if feed.child is child}
        running = {row: feed for row, feed in feeds.items() if feed.phase in (Phase.CONNECTING, Phase.PLAYING)}
        return tuple(self._order(feed, outputs.get(row, [])) for row, feed in running.items())

    def _order(self, feed: Feed, taps: list[Tap]) -> FeedOrder:
        credential = self._credential_of(feed.camera.credential) if feed.camera.credential else None
        return FeedOrder(
            row=feed.row,
            attempt=feed.attempt,
            address=feed.address,
            outputs=tuple(output for tap in taps if (output := tap.output()) is not None),
            camera=feed.camera.number,
            sensitivity=feed.camera.sensitivity,
            lease=self._leases.get(feed.camera.number),
            turns=feed.camera.kind is CameraKind.PTZ,
            transport=feed.camera.transport,
            user=credential.user if credential else "",
            password=credential.password if credential else "",
            ca_file=self._settings.ca_file,
            bounds=self._settings.bounds,
        )

    def _publish(self) -> None:
        readers: dict[TileId, SlotReader] = {}
        shows: dict[TileId, tuple[CameraNumber, Level]] = {}
        in_use: dict[CameraNumber, FeedKey] = {}
        for tile, binding in self._bindings.items():
            feed, reader = binding.current.feed, binding.reader
            in_use.setdefault(feed.camera.number, feed.key)
            if reader is not None:
                readers[tile] = reader
                shows[tile] = (feed.camera.number, binding.current.level)
        feeds = {feed.key: feed.publish() for feed in self._bound_feeds()}
        showing = frozenset(binding.current.feed.key for binding in self._bindings.values())
        pids, restarts = self._nursery.pids(), self._nursery.restarts()
        opened = {(feed.camera.number, feed.grant) for feed in self._feeds.values() if feed.grant is not None}
        opened |= self._wiper.opened()
        refused = {feed.camera.number: feed.refused for feed in self._feeds.values() if feed.refused}
        self.board = Board(
            readers,
            feeds,
            in_use,
            showing,
            pids=pids,
            restarts=restarts,
            shows=shows,
            opened=frozenset(opened),
            refused=refused,
        )
