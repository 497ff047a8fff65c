"""All pages in the order of the menu: what each is called, who is shown it, its key, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from wallapp.domain.people import Person
from wallapp.domain.permissions import Verb, may
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.agreement import AgreementPage
from wallapp.ui.access.pages.confirm_event import ConfirmEventPage
from wallapp.ui.access.pages.decide import DecidePage
from wallapp.ui.access.pages.history import HistoryPage
from wallapp.ui.access.pages.locks import LocksPage
from wallapp.ui.access.pages.looking import LookingPage
from wallapp.ui.access.pages.mask_canvas import Picture
from wallapp.ui.access.pages.own_cameras import OwnCamerasPage
from wallapp.ui.access.pages.page import Confirm, Page
from wallapp.ui.access.pages.people import PeoplePage
from wallapp.ui.access.pages.reviews import ReviewsPage
from wallapp.ui.access.pages.rights import RightsPage
from wallapp.ui.access.pages.trust import TrustPage
from wallapp.ui.access.rooms import AccessRooms


@dataclass(frozen=True, slots=True)
class Entry:
    """One page.

    Attributes:
      verbs: shown to who may do any of these; none shows it to everybody.
      keys: of the menu; empty for none.
    """

    title: object
    make: Callable[[AccessRooms, Confirm], Page]
    verbs: frozenset[Verb] = frozenset()
    keys: str = ""

    @property
    def name(self) -> str:
        """The title in the reader's language."""
        return words.say(self.title)

    def is_for(self, person: Person) -> bool:
        """Whether this person is shown it."""
        return not self.verbs or any(may(person.roles, verb) for verb in self.verbs)


def shelf(picture: Picture | None = None) -> tuple[Entry, ...]:
    """The pages.

    Args:
      picture: a camera's picture as this person may see it, for drawing masks on.
    """
    agreement = partial(AgreementPage, picture=picture)
    return (
        Entry(DECIDE, DecidePage, _may(Verb.DECIDE_REQUESTS, Verb.DECIDE_FOR_OWNER), "F6"),
        Entry(LOOKING, LookingPage, _may(Verb.SEE_WHO_LOOKS, Verb.REVOKE_OWN_CAMERAS), "F7"),
        Entry(OWN, OwnCamerasPage, _may(Verb.LOCK_OWN_CAMERAS)),
        Entry(LOCKS, LocksPage, _may(Verb.LOCK, Verb.LOCK_OWN_CAMERAS)),
        Entry(EVENT, ConfirmEventPage, _may(Verb.CONFIRM_FACT)),
        Entry(REVIEWS, ReviewsPage, _may(Verb.REVIEW)),
        Entry(AGREEMENTS, agreement, _may(Verb.PROPOSE_POLICY, Verb.COUNTERSIGN_POLICY, Verb.READ_AUDIT)),
        Entry(PEOPLE, PeoplePage, _may(Verb.MANAGE_PEOPLE)),
        Entry(TRUST, TrustPage, _may(Verb.SIGN_TRUST)),
        Entry(HISTORY, HistoryPage, _may(Verb.READ_AUDIT, Verb.READ_OWN_AUDIT)),
        Entry(RIGHTS, RightsPage),
    )


def pages_for(person: Person, entries: Iterable[Entry]) -> list[Entry]:
    """Those that this person is shown."""
    return [entry for entry in entries if entry.is_for(person)]


def _may(*verbs: Verb) -> frozenset[Verb]:
    return frozenset(verbs)


DECIDE: Final = QT_TRANSLATE_NOOP("Desks", "To decide")
LOOKING: Final = QT_TRANSLATE_NOOP("Desks", "Who looks now")
OWN: Final = QT_TRANSLATE_NOOP("Desks", "Own cameras")
LOCKS: Final = QT_TRANSLATE_NOOP("Desks", "Locks")
EVENT: Final = QT_TRANSLATE_NOOP("Desks", "Confirm an event")
REVIEWS: Final = QT_TRANSLATE_NOOP("Desks", "Break-glass reviews")
AGREEMENTS: Final = QT_TRANSLATE_NOOP("Desks", "Agreements")
PEOPLE: Final = QT_TRANSLATE_NOOP("Desks", "People")
TRUST: Final = QT_TRANSLATE_NOOP("Desks", "Trust list")
HISTORY: Final = QT_TRANSLATE_NOOP("Desks", "History")
RIGHTS: Final = QT_TRANSLATE_NOOP("Desks", "Rights")
