"""The log as a paper: every line with its time, its author and its corrections, struck through where it was wrong."""

from __future__ import annotations

from html import escape

from wallapp.base.ids import NO_EXERCISE
from wallapp.domain.logbook import LogLine
from wallapp.services.log_paper import LogPaper, Signature
from wallapp.services.logbook import LineView
from wallapp.ui.crisis.log_words import day_and_time, kind_word, line_words, review_word, spoken
from wallapp.ui.paper.pages import Page, Tables, count_words, text, translate


def log_page(paper: LogPaper, *, is_right_to_left: bool) -> Page:
    """The log as what is to be printed."""
    title = translate("Paper", "Log of the control room")
    numbers = sorted({number for view in paper.lines if (number := paper.number(view.entry.line)) is not None})
    asked = paper.query.incident
    shown = (
        translate("Paper", "Incident {number}").format(number=f"#{paper.numbers.get(asked, '–')}")
        if asked is not None
        else ""
    )
    told = {
        translate("Paper", "Made by"): text(paper.signature.name),
        translate("Paper", "Station"): text(paper.signature.station),
        translate("Paper", "Made at"): escape(day_and_time(paper.signature.made_at)),
        translate("Paper", "Times in"): escape(_zone(paper.signature)),
        translate("Paper", "Lines"): str(len(paper.lines)),
        translate("Paper", "From line to line"): escape(_range(paper)),
        translate("Paper", "Only"): text(shown),
        translate("Paper", "Words searched"): text(paper.query.words),
        translate("Paper", "Significant lines"): translate("Paper", "only these") if paper.query.significant else "",
        translate("Paper", "Incidents named"): escape(" ".join(f"#{number}" for number in numbers[:30])),
    }
    tables = Tables(is_right_to_left)
    body = f"<h1>{escape(title)}</h1>{tables.facts(told)}{_warnings(paper)}"
    return Page(
        title,
        body + _lines(paper, tables),
        foot_of(paper.signature),
        is_right_to_left,
        banner=banner_of(paper.signature),
        count_words=count_words(),
    )


def foot_of(signature: Signature) -> str:
    """Who made a paper, where and when, for the foot of its pages."""
    words = translate("Paper", "{name}, {station}, {moment}")
    return words.format(
        name=f"\u2068{signature.name}\u2069",
        station=f"\u2068{signature.station}\u2069",
        moment=day_and_time(signature.made_at),
    )


def banner_of(signature: Signature) -> str:
    """What stands on every page of a drill's paper."""
    return "" if signature.exercise == NO_EXERCISE else translate("Paper", "EXERCISE – EXERCISE – EXERCISE")


def line_rows(paper: LogPaper, views: tuple[LineView, ...]) -> list[list[str]]:
    """The rows of a table of lines: number, time, kind, what it says, by whom."""
    return [
        [
            str(view.entry.seq or "–"),
            escape(day_and_time(view.entry.line.happened_at)),
            escape(kind_word(view.entry.line.kind)),
            _said(paper, view),
            _author(paper, view.entry.line),
        ]
        for view in views
    ]


def line_head() -> list[tuple[str, int]]:
    """The head of that table."""
    return [
        (translate("Paper", "No."), 7),
        (translate("Paper", "Time"), 17),
        (translate("Paper", "Kind"), 13),
        (translate("Paper", "What happened"), 45),
        (translate("Paper", "By"), 18),
    ]


def _lines(paper: LogPaper, tables: Tables) -> str:
    if not paper.lines:
        none = translate("Paper", "No line of the log fits.")
        return f"<p>{escape(none)}</p>"
    return tables.table(line_head(), line_rows(paper, paper.lines))


def _said(paper: LogPaper, view: LineView) -> str:
    """The line, then what was said of it since."""
    line = view.entry.line
    number = paper.number(line)
    words = text(line_words(line))
    parts = [f"<s>{words}</s>" if view.corrections else words]
    for correction in view.corrections:
        by = paper.who(correction.line)
        told = translate("Paper", "corrected {moment} by {name}").format(
            moment=day_and_time(correction.line.happened_at), name=by
        )
        parts.append(f'{text(correction.line.text)} <span class="small">({escape(told)})</span>')
    beside = [
        escape(spoken(line)),
        escape(translate("Paper", "incident {number}").format(number=f"#{number}")) if number is not None else "",
        f"<b>{escape(review_word(True))}</b>" if view.significant else "",
        escape(translate("Paper", "waits at this station")) if view.is_local else "",
    ]
    told = " · ".join(part for part in beside if part)
    return "<br/>".join([*parts, f'<span class="small">{told}</span>'] if told else parts)


def _author(paper: LogPaper, line: LogLine) -> str:
    name = paper.who(line) or (
        translate("Paper", "nobody") if line.actor is None else translate("Paper", "not known here")
    )
    role = f" ({line.position})" if line.position else ""
    return f'{text(name + role)}<br/><span class="small">{text(line.station)}</span>'


def _warnings(paper: LogPaper) -> str:
    told = []
    if paper.is_cut:
        text_ = translate("Paper", "Only the newest {count} lines: print older ones by their days.")
        told.append(text_.format(count=len(paper.lines)))
    if paper.signature.is_lost:
        told.append(translate("Paper", "The store did not answer: what others wrote meanwhile is missing."))
    return "".join(f"<p><b>{escape(line)}</b></p>" for line in told)


def _range(paper: LogPaper) -> str:
    numbers = [view.entry.seq for view in paper.lines if view.entry.seq]
    return f"\u2066{numbers[0]} – {numbers[-1]}\u2069" if numbers else ""


def _zone(signature: Signature) -> str:
    """The offset that all times of the paper have."""
    offset = signature.made_at.astimezone().strftime("%z")
    return f"\u2066UTC{offset[:3]}:{offset[3:]}\u2069"
