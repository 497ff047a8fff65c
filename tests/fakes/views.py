"""A ViewPort without decoders."""

from __future__ import annotations

from wallapp.base.ids import CameraNumber
from wallapp.domain.view_state import Shift, ViewId, ViewReport, ViewState
from wallapp.services.picture_views import ViewNews, ViewTold


class MemoryViews:
    """Fulfils services.picture_views.ViewPort: keeps what it was told; the test says what decoders say.

    Attributes:
      camera: whose views `tell` tells of.
    """

    def __init__(self) -> None:
        self.camera = CameraNumber(114)
        self.said: list[tuple[object, ...]] = []
        self.news: list[ViewNews] = []

    def remember_view(self, camera: CameraNumber, view: ViewId) -> None:
        self.said.append(("remember", view))

    def restore_view(self, camera: CameraNumber, view: ViewId, signature: bytes) -> None:
        self.said.append(("restore", view, signature))

    def forget_view(self, camera: CameraNumber, view: ViewId) -> None:
        self.said.append(("forget", view))

    def camera_moved(self, camera: CameraNumber, revision: int, *, going_on: bool) -> None:
        self.said.append(("moved", revision, going_on))

    def view_news(self) -> list[ViewNews]:
        news, self.news = self.news, []
        return news

    def tell(self, view: int, state: ViewState, *, revision: int = 0, shift: Shift | None = None) -> None:
        self.news.append(ViewTold(self.camera, ViewReport(ViewId(view), state, revision, shift or Shift())))
