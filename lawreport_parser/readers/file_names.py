"""Names of files that are not UTF-8, as archives packed on a Chinese Windows leave them, made readable."""

from __future__ import annotations

import os

__all__ = ["readable_name"]


def readable_name(name: str) -> str:
    """Return a name or path without lone surrogates, by which Python stands for bytes that are not UTF-8.

    Each part of the path that is GB18030 is read so; other bytes are escaped: `\\\\xff`.
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        return "/".join(map(_readable_part, name.split("/")))
    return name


def _readable_part(part: str) -> str:
    try:
        raw = os.fsencode(part)
    except UnicodeEncodeError:
        return part.encode("utf-8", "backslashreplace").decode()
    for encoding in ("utf-8", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        # Only what leads back to the same bytes: no two names may become one.
        if text.isprintable() and text.encode(encoding) == raw:
            return text
    return raw.decode("utf-8", "backslashreplace")
