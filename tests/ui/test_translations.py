"""The languages are complete, current, and leave the places for numbers and names where the code fills them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QRawFont

from wallapp.base.places import resources_dir
from wallapp.ui.access.pages.case_facts import CameraCount
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.language import Language, language_of, locale_of

LANGUAGES = [Language.FRENCH, Language.ARABIC]
UI = Path(__file__).resolve().parents[2] / "wallapp" / "ui"
TOOLS = Path(sys.executable).parent


def ts_of(language: Language) -> Path:
    return resources_dir() / "i18n" / f"wallapp_{language}.ts"


def entries(path: Path) -> Iterator[tuple[str, str, ET.Element]]:
    """(context, source text, translation) of each message."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield context.findtext("name", ""), message.findtext("source", ""), translation


def texts_of(translation: ET.Element) -> list[str]:
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


@pytest.mark.parametrize("language", list(Language))
def test_every_text_of_the_code_is_translated(language: Language, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    shutil.copy(ts_of(language), fresh)
    sources = [str(path) for path in sorted(UI.rglob("*.py"))]
    update = [str(TOOLS / "pyside6-lupdate"), "-no-obsolete", "-locations", "none", "-silent"]
    plurals = ["-pluralonly"] if language is Language.ENGLISH else []
    subprocess.run([*update, *plurals, *sources, "-ts", str(fresh)], check=True, timeout=60)
    current = {(context, source) for context, source, _ in entries(fresh)}
    kept = {(context, source) for context, source, _ in entries(ts_of(language))}
    assert current == kept
    unfinished = [(context, source) for context, source, text in entries(fresh) if text.get("type") is not None]
    assert unfinished == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_empty_and_every_place_is_kept(language: Language) -> None:
    for context, source, translation in entries(ts_of(language)):
        for text in texts_of(translation):
            assert text.strip(), (context, source)
            assert sorted(re.findall(r"\{\w*\}|%n", text)) == sorted(re.findall(r"\{\w*\}|%n", source)), text
            assert not re.search(r"[٠-٩۰-۹]", text), "ar_MA writes Western digits"


@pytest.mark.parametrize("language", list(Language))
def test_the_compiled_file_is_current(language: Language, tmp_path: Path) -> None:
    compiled = tmp_path / "fresh.qm"
    release = [str(TOOLS / "pyside6-lrelease"), "-silent", str(ts_of(language)), "-qm", str(compiled)]
    subprocess.run(release, check=True, timeout=60)
    assert compiled.read_bytes() == ts_of(language).with_suffix(".qm").read_bytes()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.ENGLISH, {1: "camera 1 ", 2: "cameras 1, 2 ", 11: "cameras "}),
        (Language.FRENCH, {1: "caméra 1 ouverte ", 2: "caméras 1, 2 ouvertes ", 11: "ouvertes "}),
        (Language.ARABIC, {1: "الكاميرا 1 ", 2: "الكاميرتان 1, 2 مفتوحتان", 3: "الكاميرات 1, 2, 3 ", 11: "الكاميرات"}),
    ],
)
def test_a_word_follows_the_number_of_cameras(
    console: ConsoleApplication, language: Language, said: dict[int, str]
) -> None:
    console.interpreter.speak(language)
    for count, words in said.items():
        numbers = ", ".join(str(number + 1) for number in range(count))
        text = CameraCount().approved(count).format(numbers=numbers, time="12:41", station="desk-1")
        assert words in text
        assert "(s)" not in text + CameraCount().open_now(count)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_fonts_have_every_letter(qapp: object, language: Language) -> None:
    fonts = [QRawFont(str(path), 14.0) for path in sorted((resources_dir() / "fonts").glob("*-Regular.ttf"))]
    assert len(fonts) == 2
    letters = {letter for _, source, text in entries(ts_of(language)) for letter in source + "".join(texts_of(text))}
    assert [
        letter for letter in sorted(letters) if not any(font.supportsCharacter(ord(letter)) for font in fonts)
    ] == []


@pytest.mark.parametrize("language", list(Language))
def test_every_locale_writes_western_digits(language: Language) -> None:
    locale = locale_of(language)
    assert locale.language() != QLocale.Language.C
    assert locale.toString(1048)[-3:] == "048"
    assert locale.zeroDigit() == "0"


def test_a_languages_code_is_read_kindly() -> None:
    assert [language_of(text) for text in ("fr", "fr_MA", "AR-ma", "de_DE", "", None)] == [
        Language.FRENCH,
        Language.FRENCH,
        Language.ARABIC,
        Language.ENGLISH,
        Language.ENGLISH,
        Language.ENGLISH,
    ]
