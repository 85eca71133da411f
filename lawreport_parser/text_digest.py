"""The digest of a text, by which one text is known in whatever file it lies."""

from __future__ import annotations

from hashlib import sha256

__all__ = ["text_sha256"]


def text_sha256(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
