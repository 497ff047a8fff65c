"""No button of a page is cut off on a small screen, in any language."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from tests.fakes.access_cast import person_of
from tests.ui.access_pages.conftest import Opener
from tests.ui.access_pages.town_hall import TownHall
from tests.ui.fitting import cut_buttons
from wallapp.ui.access.pages.shelf import pages_for, shelf
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.language import Language

SMALL_PX = (1280, 720)


@pytest.mark.parametrize("language", list(Language))
def test_no_page_cuts_a_button(
    hall: TownHall, open_page: Opener, console: ConsoleApplication, language: Language
) -> None:
    console.interpreter.speak(language)
    hall.ask()
    seen: set[str] = set()
    buttons = 0
    for login in ("supervisor", "banker", "admin", "auditor"):
        for entry in pages_for(person_of(login), shelf()):
            if entry.name not in seen:
                seen.add(entry.name)
                page = open_page(entry.make, login)
                page.resize(*SMALL_PX)
                assert cut_buttons(page) == [], entry.name
                buttons += len(page.findChildren(QPushButton))
    assert len(seen) == len(shelf())
    assert buttons > len(seen)
