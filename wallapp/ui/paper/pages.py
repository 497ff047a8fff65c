"""Marked-up text as a PDF: A4 pages with a head, a foot and numbers, laid out the same on every screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
    QUrl,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QImage,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)

from wallapp.base.errors import Unavailable
from wallapp.ui import theme

PAGE_PX: Final = (794.0, 1123.0)
"""A4 in the document's own pixels, 96 an inch: whatever the screen, the pages are the same."""
MARGIN_PX: Final = 52.0
_HEAD_PX: Final = 26.0
_FOOT_PX: Final = 26.0
TEXT_WIDTH_PX: Final = PAGE_PX[0] - 2 * MARGIN_PX
_DOTS_AN_INCH: Final = 300
_INK: Final = "#14181B"
QUIET: Final = "#4A5259"
LINE: Final = "#9AA2A8"
_STYLE: Final = f"""
    body {{ color: {_INK}; font-size: 12px; }}
    h1 {{ font-size: 21px; margin: 0 0 2px 0; }}
    h2 {{ font-size: 14px; margin: 14px 0 4px 0; }}
    p {{ margin: 2px 0 4px 0; }}
    td, th {{ font-size: 11px; }}
    .quiet {{ color: {QUIET}; }}
    .small {{ font-size: 10px; color: {QUIET}; }}
"""


@dataclass(frozen=True, slots=True)
class Page:
    """What is to be printed.

    Attributes:
      title: of the file, and at the head of the pages after the first.
      body: marked-up text, as QTextDocument reads it.
      foot: who made it, where and when.
      banner: stands at the head of every page, such as a drill's; empty for none.
      pictures: PNG files by the name that the body's img elements give.
      count_words: names the page's number and how many there are.
    """

    title: str
    body: str
    foot: str
    is_right_to_left: bool
    banner: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    count_words: str = "{number} / {count}"


def pdf_of(page: Page) -> bytes:
    """The file's content. A long one takes seconds in which no other Python runs: see `printing`.

    Raises:
      Unavailable: there is no memory for it.

    Thread: the GUI's: a document keeps timers of its own.
    """
    document = document_of(page)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(page.title)
    writer.setCreator("wallapp")
    writer.setResolution(_DOTS_AN_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter()
    if not painter.begin(writer):
        raise Unavailable("the PDF could not be begun; make room and try again")
    painter.scale(writer.width() / PAGE_PX[0], writer.height() / PAGE_PX[1])
    count = document.pageCount()
    for number in range(count):
        if number:
            writer.newPage()
        _draw(painter, document, page, number, count)
    painter.end()
    buffer.close()
    return bytes(content.data())


def document_of(page: Page) -> QTextDocument:
    """The page laid out, as it is drawn."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    document.setDefaultFont(theme.font(12))
    document.setDefaultStyleSheet(_STYLE)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if page.is_right_to_left else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    for name, png in page.pictures.items():
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), QImage.fromData(png))
    document.setPageSize(QSizeF(TEXT_WIDTH_PX, _text_height_px()))
    way = "rtl" if page.is_right_to_left else "ltr"
    document.setHtml(f'<body dir="{way}">{page.body}</body>')
    return document


def _text_height_px() -> float:
    return PAGE_PX[1] - 2 * MARGIN_PX - _HEAD_PX - _FOOT_PX


def _draw(painter: QPainter, document: QTextDocument, page: Page, number: int, count: int) -> None:
    height = _text_height_px()
    painter.save()
    painter.translate(QPointF(MARGIN_PX, MARGIN_PX + _HEAD_PX - number * height))
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0, number * height, TEXT_WIDTH_PX, height)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(_INK))
    context.palette = palette
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()
    _draw_edges(painter, page, number, count)


def _draw_edges(painter: QPainter, page: Page, number: int, count: int) -> None:
    leading = Qt.AlignmentFlag.AlignRight if page.is_right_to_left else Qt.AlignmentFlag.AlignLeft
    trailing = Qt.AlignmentFlag.AlignLeft if page.is_right_to_left else Qt.AlignmentFlag.AlignRight
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.setFont(theme.font(10))
    painter.setPen(QColor(QUIET))
    head = QRectF(MARGIN_PX, MARGIN_PX - 14, TEXT_WIDTH_PX, _HEAD_PX)
    if number:
        painter.drawText(head, leading | middle, page.title)
    if page.banner:
        painter.setPen(QColor(_INK))
        painter.setFont(theme.font(12, bold=True))
        painter.drawText(head, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, page.banner)
        painter.setFont(theme.font(10))
        painter.setPen(QColor(QUIET))
    foot = QRectF(MARGIN_PX, PAGE_PX[1] - MARGIN_PX - _FOOT_PX + 14, TEXT_WIDTH_PX, _FOOT_PX)
    painter.drawText(foot, leading | middle, page.foot)
    painter.drawText(foot, trailing | middle, page.count_words.format(number=number + 1, count=count))


# Building bodies


def count_words() -> str:
    """For `Page.count_words`, in the reader's language."""
    return translate("Paper", "Page {number} of {count}")


def translate(context: str, words: str) -> str:
    """In the reader's language; named as the tool that gathers texts knows it."""
    return QCoreApplication.translate(context, words)


def text(value: str) -> str:
    """A text from outside: kept apart from the direction around it, its lines kept."""
    return f"\u2068{escape(value)}\u2069".replace("\n", "<br/>") if value else ""


@dataclass(frozen=True, slots=True)
class Tables:
    """Builds tables; Qt leaves the columns of one that is read from the right where they are, so that this does it."""

    is_right_to_left: bool

    def facts(self, rows: Mapping[str, str], *, columns: int = 2) -> str:
        """Names with their values as a table; what has no value is left out.

        Args:
          rows: the values are marked up already.
        """
        told = [(name, value) for name, value in rows.items() if value]
        lines = []
        for first in range(0, len(told), columns):
            cells = []
            for name, value in [*told[first : first + columns], *[("", "")] * columns][:columns]:
                cells.append(f'<td class="small" width="15%">{escape(name)}</td>')
                cells.append(f'<td width="{100 // columns - 15}%">{value}</td>')
            lines.append(self._row(cells))
        return f'<table width="100%" cellspacing="0" cellpadding="3">{"".join(lines)}</table>' if lines else ""

    def table(self, head: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]]) -> str:
        """A table whose head stands on every page.

        Args:
          head: each column's name and its share of the width in per cent.
          rows: the cells, marked up already.
        """
        names = [f'<th width="{share}%" class="small">{escape(name)}</th>' for name, share in head]
        body = "".join(self._row([f"<td>{cell}</td>" for cell in row]) for row in rows)
        return (
            f'<table width="100%" cellspacing="0" cellpadding="4" border="1" '
            f'style="border-collapse: collapse; border-style: solid; border-color: {LINE}">'
            f"<thead>{self._row(names)}</thead>{body}</table>"
        )

    def grid(self, cells: Sequence[str], *, columns: int) -> str:
        """Cells side by side, row by row; each is a whole td element."""
        rows = (
            [*cells[first : first + columns], *["<td></td>"] * columns][:columns]
            for first in range(0, len(cells), columns)
        )
        return f'<table width="100%" cellspacing="0" cellpadding="4">{"".join(map(self._row, rows))}</table>'

    def _row(self, cells: Sequence[str]) -> str:
        return f"<tr>{''.join(reversed(cells) if self.is_right_to_left else cells)}</tr>"
