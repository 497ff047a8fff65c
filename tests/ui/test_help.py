"""The help page: the reader's language, English where there is none, and never an empty page."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from wallapp.base.places import resources_dir
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.help_page import HelpPage
from wallapp.ui.language import Language


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_its_page(qtbot: QtBot, console: ConsoleApplication, language: Language) -> None:
    page = HelpPage(language)
    qtbot.addWidget(page)
    kept = (resources_dir() / "help" / f"{language}.md").read_text(encoding="utf-8")
    heading = kept.lstrip().splitlines()[0].lstrip("# ").strip()
    assert heading in page.text
    assert "F9" in page.text


def test_a_missing_page_falls_back_to_english_and_then_to_one_line(
    qtbot: QtBot, console: ConsoleApplication, tmp_path: Path
) -> None:
    (tmp_path / "en.md").write_text("# How to\n\nType a number.", encoding="utf-8")
    page = HelpPage(Language.FRENCH, folder=tmp_path)
    qtbot.addWidget(page)
    assert "Type a number." in page.text
    (tmp_path / "fr.md").write_bytes(b"\xff\xfe broken")
    page.show_language(Language.FRENCH)
    assert "Type a number." in page.text
    (tmp_path / "en.md").unlink()
    page.show_language(Language.ENGLISH)
    assert "missing" in page.text
