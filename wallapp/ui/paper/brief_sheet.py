"""An incident's briefing as a paper in the shape of ICS-201: situation, sketch, objectives, actions, organisation,
resources; with the pictures that this person may have, and a line where one may not be had."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from html import escape
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QBuffer, QByteArray, QIODevice, QLocale
from PySide6.QtGui import QImage

from wallapp.base.ids import CameraNumber
from wallapp.domain.cap import ResponseType
from wallapp.domain.crisis_level import CrisisLevel
from wallapp.domain.incident import Incident
from wallapp.domain.layer import LayerKind
from wallapp.domain.place import Place
from wallapp.services.briefing import LINES_MOST, BriefCamera, Briefing, NoPicture
from wallapp.services.log_paper import LogPaper
from wallapp.services.shared_ports import LogQuery
from wallapp.ui.crisis import words
from wallapp.ui.crisis.log_words import day_and_time
from wallapp.ui.map.furniture import distance_words
from wallapp.ui.paper.log_sheet import banner_of, foot_of, line_head, line_rows
from wallapp.ui.paper.pages import TEXT_WIDTH_PX, Page, Tables, count_words, text, translate

_SKETCH: Final = "sketch"
SKETCH_PX: Final = (int(TEXT_WIDTH_PX), 360)
"""What `paper.sketch` is to be asked for."""
_PICTURE_WIDTH_PX: Final = int(TEXT_WIDTH_PX) // 2 - 14
_NO_PICTURES: Final[Mapping[NoPicture, object]] = {
    NoPicture.NOT_PERMITTED: QT_TRANSLATE_NOOP("Paper", "Its picture is not permitted here."),
    NoPicture.NOT_SHOWN: QT_TRANSLATE_NOOP("Paper", "It stood on no tile when this was made."),
    NoPicture.NOT_LIVE: QT_TRANSLATE_NOOP("Paper", "It was not live when this was made."),
}
_RESPONSES: Final[Mapping[ResponseType, object]] = {
    ResponseType.SHELTER: QT_TRANSLATE_NOOP("Paper", "Take shelter"),
    ResponseType.EVACUATE: QT_TRANSLATE_NOOP("Paper", "Evacuate"),
    ResponseType.PREPARE: QT_TRANSLATE_NOOP("Paper", "Prepare"),
    ResponseType.EXECUTE: QT_TRANSLATE_NOOP("Paper", "Do what was planned"),
    ResponseType.AVOID: QT_TRANSLATE_NOOP("Paper", "Keep away"),
    ResponseType.MONITOR: QT_TRANSLATE_NOOP("Paper", "Watch for news"),
    ResponseType.ASSESS: QT_TRANSLATE_NOOP("Paper", "Assess the situation"),
    ResponseType.ALL_CLEAR: QT_TRANSLATE_NOOP("Paper", "All clear"),
    ResponseType.NONE: QT_TRANSLATE_NOOP("Paper", "Nothing to be done"),
}
_LEVELS: Final[Mapping[CrisisLevel, object]] = {
    CrisisLevel.ROUTINE: QT_TRANSLATE_NOOP("Paper", "Routine"),
    CrisisLevel.RECOVERY: QT_TRANSLATE_NOOP("Paper", "Recovery"),
    CrisisLevel.WATCH: QT_TRANSLATE_NOOP("Paper", "Watch"),
    CrisisLevel.PARTIAL: QT_TRANSLATE_NOOP("Paper", "Partial activation"),
    CrisisLevel.FULL: QT_TRANSLATE_NOOP("Paper", "Full activation"),
}
_LAYER_KINDS: Final[Mapping[LayerKind, object]] = {
    LayerKind.RESOURCE: QT_TRANSLATE_NOOP("Paper", "Resource"),
    LayerKind.STAGING: QT_TRANSLATE_NOOP("Paper", "Staging area"),
}


def briefing_page(briefing: Briefing, drawn: QImage | None, *, is_right_to_left: bool) -> Page:
    """The briefing as what is to be printed.

    Args:
      drawn: the sketch of its place; None where there is none.
    """
    pictures = {} if drawn is None else {_SKETCH: _png(drawn)}
    heights: dict[CameraNumber, int] = {}
    for one in briefing.cameras:
        image = QImage.fromData(one.picture.png) if one.picture is not None else QImage()
        if one.picture is not None and not image.isNull():  # a damaged one is left out
            pictures[_name(one)] = one.picture.png
            heights[one.camera.number] = round(image.height() * _PICTURE_WIDTH_PX / max(1, image.width()))
    sheet = _Sheet(briefing, Tables(is_right_to_left), heights, has_sketch=drawn is not None)
    return Page(
        translate("Paper", "Incident briefing {number}").format(number=_number(briefing.incident)),
        sheet.body(),
        foot_of(briefing.signature),
        is_right_to_left,
        banner=banner_of(briefing.signature),
        pictures=pictures,
        count_words=count_words(),
    )


class _Sheet:
    """Writes the blocks."""

    def __init__(
        self, briefing: Briefing, tables: Tables, heights: Mapping[CameraNumber, int], *, has_sketch: bool
    ) -> None:
        self._briefing = briefing
        self._tables = tables
        self._heights = heights
        self._has_sketch = has_sketch

    def body(self) -> str:
        """All of them, in ICS-201's order."""
        incident = self._briefing.incident
        form = translate("Paper", "INCIDENT BRIEFING · ICS 201")
        head = f'<p class="small">{escape(form)}</p>'
        name = f"<h1>{text(_number(incident))} {text(incident.title or incident.event)}</h1>"
        return "".join(
            (head, name, self._lost(), self._facts(), self._situation(), self._place(), self._objectives())
        ) + "".join((self._actions(), self._resources(), self._cameras(), self._shots()))

    def _lost(self) -> str:
        if not self._briefing.signature.is_lost:
            return ""
        told = translate(
            "Paper", "The store did not answer when this was made: what other stations did meanwhile is missing."
        )
        return f"<p><b>{escape(told)}</b></p>"

    def _facts(self) -> str:
        briefing, incident = self._briefing, self._briefing.incident
        level = briefing.level
        categories = ", ".join(words.word(one) for one in incident.category)
        rows = {
            translate("Paper", "State"): text(_because(words.word(incident.state), incident.state_reason)),
            translate("Paper", "Priority"): text(words.word(incident.priority)),
            translate("Paper", "Event"): text(incident.event),
            translate("Paper", "Category"): text(categories),
            translate("Paper", "Began at"): text(day_and_time(incident.began_at)),
            translate("Paper", "Severity"): text(_known(incident.severity)),
            translate("Paper", "Opened by"): text(briefing.opened_by),
            translate("Paper", "Certainty"): text(_known(incident.certainty)),
            translate("Paper", "In charge"): text(
                _because(briefing.owner or translate("Paper", "nobody yet"), incident.position)
            ),
            translate("Paper", "Urgency"): text(_known(incident.urgency)),
            translate("Paper", "Monitored by"): text(", ".join(briefing.watchers)),
            translate("Paper", "Crisis level"): text(f"{level.value} {_say(_LEVELS[level])}"),
            translate("Paper", "Place"): text(_place_words(incident.place)),
            translate("Paper", "Related"): text(" ".join(f"#{number}" for number in briefing.related)),
            translate("Paper", "Prepared by"): text(briefing.signature.name),
            translate("Paper", "Prepared at"): text(day_and_time(briefing.signature.made_at)),
        }
        return self._tables.facts(rows)

    def _situation(self) -> str:
        said = text(self._briefing.incident.description) or escape(translate("Paper", "Nothing was written down yet."))
        return _heading(translate("Paper", "Situation")) + f"<p>{said}</p>"

    def _place(self) -> str:
        head = _heading(translate("Paper", "Map sketch"))
        if not self._has_sketch:
            return head + _line(translate("Paper", "No place is known to this reader."))
        told = translate(
            "Paper",
            "Cross: the incident. Filled numbers: linked cameras and where they look. Open numbers: others near.",
        )
        width = int(TEXT_WIDTH_PX)
        return (
            f'{head}<p><img src="{_SKETCH}" width="{width}" height="{SKETCH_PX[1]}"/></p>'
            f'<p class="small">{escape(told)}</p>'
        )

    def _objectives(self) -> str:
        briefing, incident = self._briefing, self._briefing.incident
        lines = [text(incident.instruction)] if incident.instruction else []
        lines += [escape(_say(_RESPONSES[one])) for one in incident.response_type]
        decided = [view.entry.line for view in briefing.decisions if not view.corrections]
        lines += [f"{text(line.text)} {_small(f'({day_and_time(line.happened_at)})')}" for line in decided]
        asked = escape(translate("Paper", "Of this level’s checklist:"))
        lines += [f"{asked} {text(line)}" for line in briefing.checklist]
        none = translate("Paper", "None were written down yet.")
        said = "".join(f"<p>– {line}</p>" for line in lines) or _line(none)
        return _heading(translate("Paper", "Objectives and decisions")) + said

    def _actions(self) -> str:
        briefing = self._briefing
        head = _heading(translate("Paper", "Actions and timeline"))
        if not briefing.lines:
            return head + _line(translate("Paper", "The log says nothing about it yet."))
        paper = LogPaper(briefing.lines, LogQuery(), briefing.signature, names=briefing.names)
        older = translate("Paper", "Only the newest {count} lines; the log has the older ones.").format(
            count=LINES_MOST
        )
        note = f'<p class="small">{escape(older)}</p>' if briefing.older_lines else ""
        return head + note + self._tables.table(line_head(), line_rows(paper, briefing.lines))

    def _resources(self) -> str:
        briefing = self._briefing
        head = _heading(translate("Paper", "Resources"))
        if not briefing.resources:
            return head + _line(translate("Paper", "None are drawn on a resource or staging layer."))
        rows = [[text(one.name), escape(_say(_LAYER_KINDS[one.kind])), text(one.detail)] for one in briefing.resources]
        return head + self._tables.table(
            [(translate("Paper", "Name"), 30), (translate("Paper", "Kind"), 20), (translate("Paper", "Detail"), 50)],
            rows,
        )

    def _cameras(self) -> str:
        if not self._briefing.cameras:
            return ""
        rows = []
        for one in self._briefing.cameras:
            role = words.word(one.role) if one.role is not None else translate("Paper", "near")
            away = distance_words(float(round(one.distance_m))) if one.distance_m is not None else "–"
            seen = {
                True: translate("Paper", "looks at the place"),
                False: translate("Paper", "looks elsewhere"),
                None: "",
            }[one.sees]
            picture = translate("Paper", "on this paper") if one.picture is not None else ""
            if one.why is not None:
                picture = _say(_NO_PICTURES[one.why])
            rows.append(
                [
                    str(one.camera.number),
                    f'{text(one.camera.name)}<br/><span class="small">{text(one.camera.owner)}</span>',
                    escape(role),
                    f"{escape(away)} {escape(seen)}",
                    escape(picture),
                ]
            )
        head = [
            (translate("Paper", "No."), 8),
            (translate("Paper", "Camera"), 28),
            (translate("Paper", "Why"), 18),
            (translate("Paper", "Where"), 22),
            (translate("Paper", "Picture"), 24),
        ]
        return _heading(translate("Paper", "Cameras")) + self._tables.table(head, rows)

    def _shots(self) -> str:
        """The pictures two by two, each with its camera and time."""
        cells = []
        for one in self._briefing.cameras:
            height = self._heights.get(one.camera.number)
            if height is None or one.picture is None:
                continue
            name = f"{one.camera.number} {one.camera.name}"
            cells.append(
                f'<td width="50%"><img src="{_name(one)}" width="{_PICTURE_WIDTH_PX}" height="{height}"/>'
                f'<br/><span class="small">{text(name)} · {escape(day_and_time(one.picture.taken_at))}</span></td>'
            )
        if not cells:
            return ""
        return _heading(translate("Paper", "Pictures")) + self._tables.grid(cells, columns=2)


def _known(value: Enum) -> str:
    """Its word; nothing where nobody knows: what is not known need not be read."""
    return "" if value.value == "Unknown" else words.word(value)


def _line(words_: str) -> str:
    return f"<p>{escape(words_)}</p>"


def _small(words_: str) -> str:
    return f'<span class="small">{escape(words_)}</span>'


def _heading(words_: str) -> str:
    return f"<h2>{escape(words_)}</h2>"


def _name(one: BriefCamera) -> str:
    """Of its picture on the paper."""
    return f"camera-{one.camera.number}"


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # a device and bytes is right
    buffer.close()
    return bytes(data.data())


def _number(incident: Incident) -> str:
    return f"#{incident.number or '–'}"


def _because(what: str, more: str) -> str:
    return f"{what} ({more})" if more else what


def _place_words(place: Place | None) -> str:
    if place is None:
        return ""
    locale = QLocale(QLocale.Language.C)
    return f"\u2066{locale.toString(place.lat_deg, 'f', 5)}, {locale.toString(place.lon_deg, 'f', 5)}\u2069"


def _say(words_: object) -> str:
    return translate("Paper", str(words_))
