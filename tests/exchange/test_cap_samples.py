"""Real senders' messages, and the schema itself held against our table of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.exchange.cap_samples import SAMPLES
from wallapp.base.errors import RuleBroken
from wallapp.domain.cap import MsgType, Status
from wallapp.domain.cap_reading import Reading, Refusal
from wallapp.domain.cap_rules import cancels, same_message
from wallapp.exchange.cap_read import read_cap, read_cap_file
from wallapp.exchange.cap_schema import SLOTS, Kind, Slot
from wallapp.exchange.cap_write import alert_xml

assert SAMPLES is not None
REFUSED = {"invalid.cap": Refusal.MISSING, "invalid_xmlns.cap": Refusal.NAMESPACE, "xee.cap": Refusal.ENTITIES}
FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".cap", ".xml"))
XSD = "{http://www.w3.org/2001/XMLSchema}"


def _one(name: str) -> Reading:
    assert SAMPLES is not None
    [reading] = read_cap_file(SAMPLES / name)
    return reading


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_is_taken_or_refused_as_it_must_be(path: Path) -> None:
    [reading] = read_cap_file(path)
    assert reading.refusal is REFUSED.get(path.name), reading.why
    assert (reading.alert is None) == (path.name in REFUSED)


def test_all_kinds_are_among_them() -> None:
    assert set(REFUSED) <= {path.name for path in FILES}
    assert len(FILES) >= 17


def test_the_refusals_name_their_reason() -> None:
    assert "scope" in _one("invalid.cap").why
    assert "urn:oasis:names:tc:emergency:alerts:1.2" in _one("invalid_xmlns.cap").why
    assert "DTD" in _one("xee.cap").why


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_was_taken_leaves_and_comes_back_equal(path: Path) -> None:
    """Those that were late by their own clock are held back by our rule; without that they must come back too."""
    alert = _one(path.name).alert
    if alert is None:
        return
    try:
        content = alert_xml(alert, is_drill=False)
    except RuleBroken as error:
        assert "before sent" in str(error) and not path.name.startswith("oasis")
        infos = tuple(
            replace(info, effective_at=None, onset_at=None, expires_at=alert.sent_at + timedelta(1))
            for info in alert.infos
        )
        alert = replace(alert, infos=infos)
        content = alert_xml(alert, is_drill=False)
    [again] = read_cap(content)
    assert again.alert == replace(alert, is_signed=False)


def test_what_single_ones_are_for() -> None:
    test, cancel, empty, latin = (
        _one(name).alert for name in ("ph.cap", "no_info_tag.cap", "australia.cap", "earthquake-iso8859-1.cap")
    )
    assert test is not None and cancel is not None and empty is not None and latin is not None
    assert test.status is Status.TEST
    assert (cancel.msg_type, cancel.infos) == (MsgType.CANCEL, ())
    [gone] = cancels([cancel])
    assert gone.identifier == "1017033100951096-517189320160225203219800"
    assert same_message(gone, cancel.references[0])
    assert [pair.value for info in empty.infos for pair in info.parameters].count("") == 2


def _schema_slots() -> dict[str, list[Slot]]:
    """The OASIS schema's groups as our table writes them."""
    assert SAMPLES is not None
    groups: dict[str, list[Slot]] = {}

    def read(element: ElementTree.Element) -> Slot:
        name = element.get("name") or element.get("ref", "").removeprefix("cap:")
        many = element.get("maxOccurs") == "unbounded"
        needed = element.get("minOccurs") != "0"
        sequence = element.find(f"{XSD}complexType/{XSD}sequence")
        if sequence is not None:
            groups[name] = [read(child) for child in sequence.findall(f"{XSD}element")]
            return Slot(name, Kind.GROUP, needed, many)
        values = tuple(value.get("value", "") for value in element.iter(f"{XSD}enumeration"))
        restriction = element.find(f"{XSD}simpleType/{XSD}restriction")
        base = element.get("type") or (restriction.get("base") if restriction is not None else None) or "xs:string"
        return Slot(name, Kind.CHOICE if values else Kind(base.removeprefix("xs:")), needed, many, values)

    root = ElementTree.parse(SAMPLES / "CAP-v1.2.xsd").getroot()
    alert = root.find(f"{XSD}element[@name='alert']")
    assert alert is not None
    read(alert)
    return groups


def test_our_table_says_what_the_schema_says() -> None:
    assert {name: list(slots) for name, slots in SLOTS.items()} == _schema_slots()
