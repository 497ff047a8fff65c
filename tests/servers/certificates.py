"""Certificates for TLS servers on this machine, made when a test needs them."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_FROM_AT = datetime(2020, 1, 1, tzinfo=UTC)
_LIFE = timedelta(days=36_500)


@dataclass(frozen=True, slots=True)
class CertificateFiles:
    """PEM files: the server's certificate, its key, both in one, and the authority that signed it."""

    certificate: Path
    key: Path
    both: Path
    authority: Path


def make_certificates(folder: Path, *, address: str = "127.0.0.1", self_signed: bool = False) -> CertificateFiles:
    """A certificate for an IP address. Self-signed, it is its own authority; else a fresh one signs it.

    Args:
      folder: exists; receives the files.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(f"camera at {address}")
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
    if self_signed:
        signer_key, signer_name = key, name
    else:
        signer_key, signer_name = ec.generate_private_key(ec.SECP256R1()), _name("authority of the tests")
    certificate = (
        _builder(name, signer_name, key.public_key(), is_authority=self_signed)
        .add_extension(names, critical=False)
        .sign(signer_key, hashes.SHA256())
    )
    authority = certificate
    if not self_signed:
        authority = _builder(signer_name, signer_name, signer_key.public_key(), is_authority=True).sign(
            signer_key, hashes.SHA256()
        )
    key_pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    files = CertificateFiles(*(folder / name for name in ("server.pem", "key.pem", "both.pem", "authority.pem")))
    files.certificate.write_bytes(pem)
    files.key.write_bytes(key_pem)
    files.both.write_bytes(pem + key_pem)
    files.authority.write_bytes(authority.public_bytes(serialization.Encoding.PEM))
    return files


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, *, is_authority: bool
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(_FROM_AT)
        .not_valid_after(_FROM_AT + _LIFE)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
    )
