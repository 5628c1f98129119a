"""The key that signs films and pictures, and the certificate that says whose it is; made on first use."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from sorcerer.clock import SystemClock
from sorcerer.errors import Invalid
from sorcerer.keys.private import write_private
from sorcerer.settings import Settings

_NAME = "signing.pem"
_LIFE = timedelta(days=3650)
_FIX = "Restore it from a backup, or move it away: a new one is made, and older files then say another signed them."


@dataclass(frozen=True)
class Credential:
    """The public half of a signing key: whoever has it can tell our signatures from others'.

    Args:
        anchor: the last certificate of the chain, PEM.
        serial: the number that its authority gave to our own certificate, in decimal digits.
    """

    anchor: str
    serial: str


@dataclass(frozen=True)
class SigningKey:
    """A private key with its certificates.

    Args:
        key: PKCS #8, PEM.
        chain: the certificates in PEM, the key's own first.
    """

    key: str = field(repr=False)
    chain: str
    credential: Credential


def signing_key(settings: Settings) -> SigningKey:
    """Return the key in the home folder's `signing.pem`, which is made on first use and then holds for ten years.

    A person who has a certificate of a trusted authority puts it there: the P-256 key first, then the chain.

    Raises:
        Invalid: the file is there and cannot be used.
    """
    path = settings.resolved_home() / _NAME
    if not path.exists():
        # The real time, also in a rehearsal: it is by the real one that whoever verifies looks at a certificate.
        write_private(path, _made(SystemClock().now()), replace=False)
    return _read(path)


def _read(path: Path) -> SigningKey:
    text = path.read_text()
    try:
        private = load_pem_private_key(text.encode(), password=None)
        chain = x509.load_pem_x509_certificates(text.encode())
    except ValueError as reason:
        raise Invalid(f"The signing key {path} cannot be read.", fix=_FIX) from reason
    if not isinstance(private, ec.EllipticCurvePrivateKey) or private.public_key() != chain[0].public_key():
        raise Invalid(f"The signing key {path} is no P-256 key of its first certificate.", fix=_FIX)
    pems = [one.public_bytes(Encoding.PEM).decode() for one in chain]
    return SigningKey(_pem(private), "".join(pems), Credential(pems[-1], str(chain[0].serial_number)))


def _made(now: datetime) -> str:
    """Return a fresh key with a certificate whose authority's own key is thrown away: it will never sign another."""
    authority, own = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    issuer, subject = _name("Sorcerer, this home's root"), _name("Sorcerer, this home")
    root = (
        _unsigned(issuer, issuer, authority, now)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .sign(authority, hashes.SHA256())
    )
    leaf = (
        _unsigned(subject, issuer, own, now)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.public_key()), critical=False)
        .sign(authority, hashes.SHA256())
    )
    return _pem(own) + "".join(one.public_bytes(Encoding.PEM).decode() for one in (leaf, root))


def _unsigned(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, now: datetime
) -> x509.CertificateBuilder:
    starts = now.astimezone(UTC) - timedelta(days=1)
    public = key.public_key()
    return (
        x509.CertificateBuilder(subject_name=subject, issuer_name=issuer, public_key=public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(starts)
        .not_valid_after(starts + _LIFE)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _name(common: str) -> x509.Name:
    named = {NameOID.COMMON_NAME: common, NameOID.ORGANIZATION_NAME: "Sorcerer"}
    return x509.Name([x509.NameAttribute(kind, text) for kind, text in named.items()])


def _pem(key: ec.EllipticCurvePrivateKey) -> str:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
