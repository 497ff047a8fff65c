"""What a server's certificate says of itself. Reading only; nothing is proven by it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from wallapp.base.errors import BadInput


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """Attributes: fingerprint: SHA-256 of the certificate, lower-case hex."""

    begins_at: datetime
    ends_at: datetime
    fingerprint: str


def read_certificate(path: Path) -> CertificateFacts:
    """The first certificate of a PEM file.

    Raises:
      BadInput: the file cannot be read, or holds none.
    """
    try:
        return _facts(x509.load_pem_x509_certificate(path.read_bytes()))
    except OSError as error:
        raise BadInput(
            f"the certificate {path} cannot be read ({error.strerror}); mend the name or the rights"
        ) from None
    except ValueError:
        raise BadInput(f"{path} holds no certificate; give a PEM file that begins with the server's own") from None


def certificate_of(der: bytes) -> CertificateFacts:
    """The certificate that a server showed.

    Raises:
      BadInput: these bytes are none.
    """
    try:
        return _facts(x509.load_der_x509_certificate(der))
    except ValueError:
        raise BadInput("what the server showed is no certificate") from None


def _facts(certificate: x509.Certificate) -> CertificateFacts:
    fingerprint = certificate.fingerprint(hashes.SHA256()).hex()
    return CertificateFacts(certificate.not_valid_before_utc, certificate.not_valid_after_utc, fingerprint)
