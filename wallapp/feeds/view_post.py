"""The post between the console and the decoders about remembered views: which decoder holds which camera's."""

from __future__ import annotations

import queue
from collections.abc import Callable
from dataclasses import dataclass, field

from wallapp.base.ids import CameraNumber
from wallapp.domain.view_state import ViewId
from wallapp.feeds.child import Child
from wallapp.frames.control import CameraMoved, ForgetView, RememberView, RestoreView, Viewed, ViewKept, ViewOrder
from wallapp.services.picture_views import ViewNews, ViewsGone, ViewStored, ViewTold


@dataclass(slots=True)
class _Held:
    """One camera's views. `home`: the decoder that has them; `signatures`: None where only that one knows it."""

    home: Child | None = None
    signatures: dict[ViewId, bytes | None] = field(default_factory=dict)
    moved: CameraMoved | None = None


class ViewPost:
    """Supervisor thread, but for `news`, which any thread may empty.

    A camera's views are in one decoder. Where its feed goes to another, those follow whose signature may leave; what
    only the old one knew stays unsure.
    """

    def __init__(self) -> None:
        self.news: queue.SimpleQueue[ViewNews] = queue.SimpleQueue()
        self._held: dict[CameraNumber, _Held] = {}
        self._waiting: list[ViewOrder] = []

    def home(self, camera: CameraNumber) -> Child | None:
        """The decoder to open this camera's feeds in; None where any will do."""
        held = self._held.get(camera)
        return held.home if held is not None and held.signatures else None

    def take(self, order: ViewOrder) -> None:
        """Something is asked; `deliver` sends it, after the orders for feeds."""
        self._waiting.append(order)

    def deliver(self, children_of: Callable[[CameraNumber], list[Child]]) -> None:
        """Send what is asked, and bring the views where the feeds are.

        Args:
          children_of: the decoders in which a camera's feeds run now.
        """
        if self._held:
            self._follow_feeds(children_of)
        for order in self._waiting:
            self._deliver(order, children_of(order.camera))
        self._waiting.clear()

    def heard(self, child: Child, report: Viewed | ViewKept) -> None:
        """A decoder said something; nothing counts but what the views' home says."""
        held = self._held.get(report.camera)
        if held is None or held.home is not child:
            return
        if isinstance(report, Viewed):
            self.news.put(ViewTold(report.camera, report.report))
        elif report.view in held.signatures:
            held.signatures[report.view] = report.signature
            self.news.put(ViewStored(report.camera, report.view, report.signature))

    def lost(self, child: Child) -> None:
        """A decoder is gone, and with it what only it knew."""
        for camera, held in self._held.items():
            if held.home is child:
                held.home = None
                self.news.put(ViewsGone(camera))

    def clear(self) -> None:
        """Let go of every decoder."""
        self._held.clear()
        self._waiting.clear()

    def _follow_feeds(self, children_of: Callable[[CameraNumber], list[Child]]) -> None:
        for camera, held in self._held.items():
            children = children_of(camera)
            if children and held.home not in children and (held.signatures or held.home is not None):
                self._settle(camera, held, children[0])

    def _settle(self, camera: CameraNumber, held: _Held, child: Child) -> None:
        if held.home is not None:
            if held.home.exit_code() is None:
                for view in held.signatures:
                    held.home.send_view(ForgetView(camera, view))
            self.news.put(ViewsGone(camera))
        held.home = child
        if held.moved is not None:  # reports under an older count would be void
            child.send_view(held.moved)
        for view, signature in held.signatures.items():
            if signature is not None:
                child.send_view(RestoreView(camera, view, signature))

    def _deliver(self, order: ViewOrder, children: list[Child]) -> None:
        held = self._held.setdefault(order.camera, _Held())
        if held.home is None and children:
            self._settle(order.camera, held, children[0])
        if isinstance(order, CameraMoved):
            held.moved = order
        elif isinstance(order, RestoreView):
            held.signatures[order.view] = order.signature
        elif isinstance(order, ForgetView):
            held.signatures.pop(order.view, None)
        elif isinstance(order, RememberView) and children:
            held.signatures[order.view] = None
        else:
            return  # there is no next picture to remember
        if held.home is not None:
            held.home.send_view(order)
