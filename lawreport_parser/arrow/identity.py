"""What tells that two reports are of one issuer, or that they are one report."""

from __future__ import annotations

from hashlib import sha256
from unicodedata import normalize

from lawreport_parser.model import Header
from lawreport_parser.report import Report

__all__ = ["body_digest", "digest", "issuer_key"]


def issuer_key(header: Header) -> str | None:
    """Return what the reports of an issuer share, one line; None where neither place nor name is known.

    It is the place down to the organ (`320614/海门区/司法局`), else the name of the issuer without blanks.
    """
    region = header.region
    if region is not None:
        return f"{region.code}/{region.name}/{region.organ or ''}"
    return "".join(header.issuer.split()) or None if header.issuer else None


def body_digest(report: Report) -> bytes | None:
    """Return what copies of a report share, in whatever page and encoding; None where there is no body.

    The body is what stands from the first to the last passage, without white space, in the normal form NFKC: full-width
    and half-width forms are the same.
    """
    if not report.passages:
        return None
    words = report.text[report.passages[0].span.start : report.passages[-1].span.end].split()
    return digest(normalize("NFKC", "".join(words)))


def digest(text: str) -> bytes:
    """Return sixteen bytes that stand for a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]
