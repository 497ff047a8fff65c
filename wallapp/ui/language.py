"""The languages of the console: which there are, and how an application comes to speak one."""

from __future__ import annotations

import logging
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from wallapp.base.places import resources_dir

log = logging.getLogger("wallapp.ui.language")


class Language(StrEnum):
    """A language of the console, by its ISO 639-1 code."""

    ENGLISH = "en"
    FRENCH = "fr"
    ARABIC = "ar"


OWN_NAMES: Final = {Language.ENGLISH: "English", Language.FRENCH: "Français", Language.ARABIC: "العربية"}
"""Each in its own words, never translated: who cannot read the present language must find theirs."""

_LOCALES: Final = {
    Language.ENGLISH: (QLocale.Language.English, QLocale.Country.UnitedKingdom),
    Language.FRENCH: (QLocale.Language.French, QLocale.Country.Morocco),
    Language.ARABIC: (QLocale.Language.Arabic, QLocale.Country.Morocco),  # ar_MA writes 0 to 9
}


def locale_of(language: Language) -> QLocale:
    """The locale that dates and Qt's own texts follow; all three write Western digits."""
    return QLocale(*_LOCALES[language])


def language_of(text: str | None) -> Language:
    """The language of a code such as "fr" or "ar_MA"; English where it is none of ours."""
    code = (text or "").replace("-", "_").partition("_")[0].lower()
    return Language(code) if code in set(Language) else Language.ENGLISH


class Interpreter:
    """Makes an application speak a language, and another one later. Keep it as long as the application.

    GUI thread only.
    """

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self._language = Language.ENGLISH

    @property
    def language(self) -> Language:
        """What is spoken now."""
        return self._language

    def speak(self, language: Language) -> None:
        """Change the texts, the direction of reading and the locale; widgets get Qt's LanguageChange event.

        A translation file that is missing leaves the code's words, and one line in the log. The English file holds
        no more than what differs with a number: the code has "camera(s)".
        """
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed.clear()
        self._language = language
        QLocale.setDefault(locale_of(language))
        right_to_left = language is Language.ARABIC
        self._app.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        if language is not Language.ENGLISH:
            self._install(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._install(f"wallapp_{language}", str(resources_dir() / "i18n"))

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self._app)
        if not translator.load(name, folder):
            log.warning("the translation %s.qm is missing or damaged; its texts stay as the code has them", name)
            return
        self._app.installTranslator(translator)
        self._installed.append(translator)
