"""What people read says what is true: README, changelog, help pages."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.house.sources import ROOT, text_of
from wallapp.cli.arguments import make_parser
from wallapp.domain.camera import Sensitivity
from wallapp.domain.feed_state import TruthState
from wallapp.services.camera_columns import COLUMNS

README = Path("README.md")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def _parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from _parsers(inner)


def _options() -> set[str]:
    found: set[str] = set()
    for parser in _parsers(make_parser()):
        for action in parser._actions:
            found |= {name for name in action.option_strings if name.startswith("--")}
    return found


def test_the_readme_names_every_option() -> None:
    assert _options() - set(_OPTION.findall(text_of(README))) == set()


def test_every_option_of_the_readme_exists() -> None:
    assert set(_OPTION.findall(text_of(README))) - _options() == set()


def test_the_readme_names_every_command() -> None:
    commands = {parser.prog for parser in _parsers(make_parser())}
    text = text_of(README).replace(
        "check|import|export FILE.csv", "check, wallapp cameras import, wallapp cameras export"
    )
    assert {command for command in commands if command not in text} == set()


def test_the_readme_names_every_column() -> None:
    assert [column for column in COLUMNS if not re.search(rf"\b{column}\b", text_of(README))] == []


def test_the_readme_names_every_state_and_sensitivity() -> None:
    words = [*TruthState, *Sensitivity]
    assert [word for word in words if not re.search(rf"\b{word.value}\b", text_of(README))] == []


def test_the_readme_begins_with_a_picture_and_the_two_commands() -> None:
    lines = [line for line in text_of(README).splitlines() if line.strip()]
    assert lines[0].startswith("# ")
    assert lines[1].startswith("![") and "](resources/readme/wall.png)" in lines[1]
    assert lines[3].startswith("make run") and lines[4].startswith("make test")


def test_every_local_link_of_the_readme_leads_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text_of(README))
    assert links and [link for link in links if not (ROOT / link).exists()] == []


def test_the_changelog_keeps_its_form() -> None:
    lines = text_of(Path("CHANGELOG.md")).splitlines()
    assert lines[0] == "# Changelog"
    releases = [line for line in lines if line.startswith("## ")]
    assert releases[0] == "## [Unreleased]"
    assert all(re.fullmatch(r"## \[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", line) for line in releases[1:])
    kinds = {line.removeprefix("### ") for line in lines if line.startswith("### ")}
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert any(line.startswith("- ") for line in lines)


def _translated(language: str) -> dict[str, str]:
    if language == "en":
        return {}
    tree = ElementTree.parse(ROOT / "resources" / "i18n" / f"wallapp_{language}.ts")
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for context in tree.iter("context")
        if context.findtext("name") == "Wall"
        for message in context.iter("message")
    }


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_help_page_speaks_the_words_of_the_wall(language: str) -> None:
    """An operator looks up the word that stands on the tile, so it must be the same word."""
    page = text_of(Path(f"resources/help/{language}.md"))
    words = _translated(language)
    wanted = [words.get(word, word) for word in (*(state.value for state in TruthState), "Try now")]
    assert [word for word in wanted if word not in page] == []


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_help_page_names_the_window_s_keys(language: str) -> None:
    page = text_of(Path(f"resources/help/{language}.md"))
    keys = re.findall(r'_action\([^"]*"([^"]+)"', text_of(Path("wallapp/ui/menus.py")))
    keys = [key for key in keys if key not in ("Ctrl+Q", "Shift+F9")]  # F9's row tells the other
    assert keys and [key for key in keys if key not in page] == []
