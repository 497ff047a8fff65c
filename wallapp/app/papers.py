"""The files of the papers' desk, joined to the exchange."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from wallapp.base.files import replace_file
from wallapp.domain.cap import Alert
from wallapp.domain.cap_reading import Reading
from wallapp.exchange.cap_inbox import CapInbox
from wallapp.exchange.cap_read import read_cap_file
from wallapp.exchange.cap_write import alert_xml, issued_name
from wallapp.exchange.cot import CotContext, export_cot
from wallapp.exchange.log_csv import log_csv
from wallapp.services.cot_out import CotContent
from wallapp.services.log_paper import LogPaper
from wallapp.services.paper_files import Arrived


class ExchangeFiles:
    """Fulfils services.paper_files.PaperFiles. One thread at a time."""

    def __init__(self, watched: Path | None = None) -> None:
        self._watched = watched
        self._inbox = CapInbox(watched) if watched is not None else None

    @property
    def watched(self) -> Path | None:
        """As the port's."""
        return self._watched

    def read_cap(self, path: Path) -> Sequence[Reading]:
        """As the port's."""
        return read_cap_file(path)

    def cap_xml(self, alert: Alert, *, is_drill: bool) -> bytes:
        """As the port's."""
        return alert_xml(alert, is_drill=is_drill)

    def cap_name(self, alert: Alert) -> str:
        """As the port's."""
        return issued_name(alert)

    def cot(self, content: CotContent) -> tuple[bytes, Sequence[str]]:
        """As the port's."""
        context = CotContext(content.now_at, drill=content.drill)
        found = export_cot(context, markers=content.markers, layers=content.layers, cameras=content.cameras)
        return found.document, found.left_out

    def table(self, paper: LogPaper, *, separator: str) -> bytes:
        """As the port's."""
        return log_csv(paper, separator=separator)

    def write(self, path: Path, content: bytes) -> None:
        """As the port's."""
        replace_file(path, content)

    def arrived(self) -> Sequence[Arrived]:
        """As the port's."""
        found = self._inbox.look() if self._inbox is not None else ()
        return tuple(Arrived(one.path, one.readings) for one in found)
