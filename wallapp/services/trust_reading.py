"""The trust that the store holds, read from a station's pin; what every access service decides by."""

from __future__ import annotations

import threading

from wallapp.base.errors import RuleBroken
from wallapp.domain.documents import POLICY, TrustList, read_document
from wallapp.domain.warrant import Authority, TrustDocuments, TrustPin, read_authority
from wallapp.services.access_ports import AccessUnit


class TrustReader:
    """Reads and keeps the newest authority. Any thread."""

    def __init__(self, pin: TrustPin) -> None:
        self.pin = pin
        self._lock = threading.Lock()
        self._kept: tuple[TrustDocuments, Authority] | None = None

    def documents(self, unit: AccessUnit) -> TrustDocuments:
        """The chain from the pin on, with the policies that its newest list names: what a decoder is given.

        Raises:
          RuleBroken: the store does not hold the list that this station was told to believe.
        """
        chain = [one for one in unit.documents.trust_chain() if one.version >= self.pin.version]
        if not chain:
            raise RuleBroken("the store does not hold the trust list that this station was told to believe")
        named = set(read_document(chain[-1].signed.body, TrustList).policies)
        policies = [one.signed for one in unit.documents.documents(POLICY) if one.digest in named]
        return TrustDocuments(tuple(one.signed for one in chain), tuple(policies))

    def authority(self, unit: AccessUnit) -> Authority:
        """As every decision is made by; signatures are checked once for each new chain.

        Raises:
          RuleBroken: the chain in the store cannot be believed; nothing may be opened or decided by it.
        """
        documents = self.documents(unit)
        with self._lock:
            if self._kept is None or self._kept[0] != documents:
                self._kept = (documents, read_authority(self.pin, documents))
            return self._kept[1]
