"""Alerts as Hypothesis makes them: anything that may leave."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from wallapp.domain.cap import (
    Alert,
    Area,
    Category,
    Certainty,
    Circle,
    Info,
    MsgType,
    NamedValue,
    Reference,
    Resource,
    ResponseType,
    Scope,
    Severity,
    Status,
    Urgency,
)
from wallapp.domain.place import Place
from wallapp.exchange.cap_write import cleaned_text

SENT_AT = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)

_zones = st.integers(-14 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
_letters = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
_prose = st.text(st.one_of(_letters, st.sampled_from("\n\t\r<&>\"']")), max_size=40).map(cleaned_text)
_words = _prose.filter(bool)
_entries = st.text(_letters.filter(lambda sign: sign != '"'), min_size=1, max_size=12).map(cleaned_text).filter(bool)
_tokens = st.text(st.sampled_from("abcXYZ019.:@-_/é海"), min_size=1, max_size=20)
_addresses = st.sampled_from(["https://ville.example/a?b=c&d#e", "plan.png", "urn:x:1", ""])
_places = st.builds(Place, st.floats(-90, 90), st.floats(-180, 180))
_feet = st.floats(-1e6, 1e6)


def _times(after: timedelta) -> st.SearchStrategy[datetime]:
    moments = st.integers(0, 10**7).map(lambda seconds: SENT_AT + after + timedelta(seconds=seconds))
    return st.builds(lambda at, zone: at.astimezone(zone), moments, _zones)


_earlier = _times(timedelta(days=-400)).filter(lambda at: at <= SENT_AT)
_references = st.builds(Reference, _tokens.map("before-{}".format), _tokens, _earlier)
_pairs = st.lists(st.builds(NamedValue, _words, _prose), max_size=2).map(tuple)
_triangles = st.builds(
    lambda corner, size: (corner, Place(corner.lat_deg, corner.lon_deg + size), _north(corner, size), corner),
    st.builds(Place, st.floats(-80, 80), st.floats(-170, 170)),
    st.floats(0.0001, 5),
)


def _north(corner: Place, size: float) -> Place:
    return Place(corner.lat_deg + size, corner.lon_deg)


_resources = st.builds(
    Resource,
    _words,
    st.sampled_from(["image/png", "audio/mpeg"]),
    size=st.none() | st.integers(0, 10**12),
    uri=_addresses,
    deref_uri=st.sampled_from(["", "aGVsbG8="]),
    digest=st.sampled_from(["", "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"]),
)
_areas = st.builds(
    lambda name, polygons, circles, geocodes, heights: Area(name, polygons, circles, geocodes, *heights),
    _words,
    st.lists(_triangles, max_size=2).map(tuple),
    st.lists(st.builds(Circle, _places, st.floats(0, 20000)), max_size=2).map(tuple),
    _pairs,
    st.one_of(st.just((None, None)), st.tuples(_feet, st.none()), st.tuples(_feet, _feet).map(sorted)),
)
_infos = st.builds(
    Info,
    category=st.lists(st.sampled_from(Category), min_size=1, max_size=3).map(tuple),
    event=_words,
    urgency=st.sampled_from(Urgency),
    severity=st.sampled_from(Severity),
    certainty=st.sampled_from(Certainty),
    language=st.sampled_from(["", "fr", "ar-MA", "en-US"]),
    response_type=st.lists(st.sampled_from(ResponseType), max_size=2).map(tuple),
    audience=_prose,
    event_codes=_pairs,
    effective_at=st.none() | _times(timedelta()),
    onset_at=st.none() | _times(timedelta()),
    expires_at=st.none() | _times(timedelta(days=200)),
    sender_name=_prose,
    headline=_prose,
    description=_prose,
    instruction=_prose,
    web=_addresses,
    contact=_prose,
    parameters=_pairs,
    resources=st.lists(_resources, max_size=2).map(tuple),
    areas=st.lists(_areas, max_size=2).map(tuple),
)
_scopes = st.one_of(
    st.tuples(st.just(Scope.PUBLIC), st.just(""), st.just(())),
    st.tuples(st.just(Scope.RESTRICTED), _words, st.just(())),
    st.tuples(st.just(Scope.PRIVATE), st.just(""), st.lists(_entries, min_size=1, max_size=3).map(tuple)),
)


@st.composite
def alerts(draw: st.DrawFn) -> Alert:
    """Anything that may leave, cleaned already."""
    msg_type = draw(st.sampled_from(MsgType))
    status = draw(st.sampled_from(Status))
    scope, restriction, addresses = draw(_scopes)
    says = msg_type in (MsgType.ALERT, MsgType.UPDATE)
    return Alert(
        identifier=draw(_tokens),
        sender=draw(_tokens),
        sent_at=SENT_AT.astimezone(draw(_zones)),
        status=status,
        msg_type=msg_type,
        scope=scope,
        source=draw(_prose),
        restriction=restriction,
        addresses=addresses,
        code=tuple(draw(st.lists(_words, max_size=2))),
        note=draw(_words) if status is Status.EXERCISE else draw(_prose),
        references=tuple(draw(st.lists(_references, min_size=0 if msg_type is MsgType.ALERT else 1, max_size=3))),
        incidents=tuple(draw(st.lists(_entries, max_size=3))),
        infos=tuple(draw(st.lists(_infos, min_size=1 if says else 0, max_size=2))),
    )
