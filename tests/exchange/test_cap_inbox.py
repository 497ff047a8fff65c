"""The folder of incoming alerts: each file once, when it is complete, whatever else lies there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from wallapp.base.errors import Unavailable
from wallapp.domain.cap_reading import Refusal
from wallapp.exchange.cap_inbox import FILES_A_LOOK, CapInbox

DATA = Path(__file__).parents[1] / "data" / "cap"


def names(inbox: CapInbox) -> list[str]:
    return [arrival.path.name for arrival in inbox.look()]


def test_a_file_is_read_once_when_it_has_stopped_growing(tmp_path: Path) -> None:
    inbox = CapInbox(tmp_path)
    assert names(inbox) == []
    content = (DATA / "crowd.xml").read_bytes()
    path = tmp_path / "crowd.xml"
    path.write_bytes(content[:500])
    assert names(inbox) == [], "it may still grow"
    path.write_bytes(content)
    assert names(inbox) == [], "it did"
    [arrival] = inbox.look()
    assert arrival.readings[0].identifier == "ville-0042-1"
    assert names(inbox) == []
    path.write_bytes(content.replace(b"ville-0042-1", b"ville-0042-22"))
    assert names(inbox) == []
    [again] = inbox.look()
    assert again.readings[0].identifier == "ville-0042-22"


def test_a_broken_file_hinders_no_other(tmp_path: Path) -> None:
    for name in ("crowd.xml", "entity.xml", "careless.xml"):
        shutil.copy(DATA / name, tmp_path)
    (tmp_path / "notes.txt").write_text("not for us")
    (tmp_path / ".part.xml").write_text("not yet")
    (tmp_path / "folder.xml").mkdir()
    inbox = CapInbox(tmp_path)
    inbox.look()
    refusals = {arrival.path.name: arrival.readings[0].refusal for arrival in inbox.look()}
    assert refusals == {"crowd.xml": None, "careless.xml": None, "entity.xml": Refusal.ENTITIES}


def test_a_flood_comes_in_pieces(tmp_path: Path) -> None:
    for number in range(FILES_A_LOOK + 5):
        (tmp_path / f"{number:03}.cap").write_text("<x/>")
    inbox = CapInbox(tmp_path)
    inbox.look()
    assert [len(names(inbox)) for _ in range(3)] == [FILES_A_LOOK, 5, 0]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be read"):
        CapInbox(tmp_path / "none").look()
