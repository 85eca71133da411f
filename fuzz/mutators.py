"""Mutations that keep to the form of the input: text is changed by code points and words, JSON by values.

Those of whole documents stand in `document_mutators.py`.

Bytes changed at random break the encoding of Chinese text, and JSON, at once; then nothing behind the decoder
is tried any more.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from typing import Any, Final

from fuzz.targets import as_bytes, as_text

__all__ = ["BLIND", "Mutator", "blind", "changed", "cut", "json_mutator", "text_mutator"]

Mutator = Callable[[bytes, int, int], bytes]
#: One mutation in so many knows nothing of form.
BLIND: Final = 8
_HOSTILE: Final[tuple[Any, ...]] = (
    None, True, False, 0, 1, -1, 2, 31, 2**31, 2**63, 2**64, 10**30, 1e308, -0.0, 0.5, float("nan"), float("inf"), "",
    "0", "1", "2.0", "一", "\ud800", "\x00", "2021-02-30", "2021-02-28", "9999-12-31", "part", "problems", "section",
    "1.1", [], {}, [[]], [None],
    {"start": 0, "end": 0}, {"start": 1, "end": 0}, {"": ""}, [[[[[[[[[[]]]]]]]]]],
)  # fmt: skip


def text_mutator(words: list[str]) -> Mutator:
    """Return a mutator of text that throws in `words`."""

    def mutate(data: bytes, max_size: int, seed: int) -> bytes:
        choose = random.Random(seed)
        if not choose.randrange(BLIND):
            return blind(data, choose)[:max_size]
        text = as_text(data)
        for _ in range(choose.randint(1, 4)):
            text = changed(text, words, choose)
        return cut(as_bytes(text), max_size)

    return mutate


def cut(data: bytes, size: int) -> bytes:
    """Return the first `size` bytes, without half a character at their end."""
    while size < len(data) and data[size] & 0xC0 == 0x80:
        size -= 1
    return data[:size]


def blind(data: bytes, choose: random.Random) -> bytes:
    """Change a few bytes of `data`, without regard to what they mean."""
    changed = bytearray(data)
    for _ in range(choose.randint(1, 4)):
        at = choose.randint(0, len(changed))
        stop = at + choose.randint(0, 4)
        changed[at:stop] = choose.randbytes(choose.randint(0, 3))
    return bytes(changed)


def changed(text: str, words: list[str], choose: random.Random) -> str:
    """Return `text` with a piece taken out, doubled, moved or joined to one line, or with one of `words` thrown in."""
    at = choose.randint(0, len(text))
    stop = min(len(text), at + choose.choice((1, 2, 5, 20, 100)))
    piece = text[at:stop]
    match choose.randrange(7):
        case 0:
            return text[:at] + text[stop:]
        case 1:
            return text[:at] + piece + text[at:]
        case 2:
            to = choose.randint(0, len(text))
            return text[:to] + piece + text[to:]
        case 3:
            return text[:at] + choose.choice(words) + text[at + 1 :]
        case 4:
            return text[:at] + choose.choice(words) * choose.choice((1, 2, 3, 12)) + text[at:]
        case 5:
            return text[:at] + "".join(piece.splitlines()) + text[stop:]
    return text[:at] + choose.choice(words) + text[at:]


def json_mutator(data: bytes, max_size: int, seed: int) -> bytes:
    """Change values, keys and places in JSON."""
    choose = random.Random(seed)
    if not choose.randrange(BLIND):
        return blind(data, choose)[:max_size]
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return blind(data, choose)[:max_size]
    for _ in range(choose.randint(1, 3)):
        document = _changed_json(document, choose)
    written = as_bytes(json.dumps(document, ensure_ascii=choose.random() < 0.5))
    return written if len(written) <= max_size else data


def _changed_json(document: Any, choose: random.Random) -> Any:
    """Return `document` with one value, found by walking down at random, changed in place."""
    holder, key = None, None
    value = document
    while isinstance(value, list | dict) and value and (holder is None or choose.random() < 0.85):
        holder, key = value, choose.choice(list(value) if isinstance(value, dict) else range(len(value)))
        value = holder[key]
    if holder is None:
        return _hostile(choose)
    match choose.randrange(6):
        case 0:
            del holder[key]
        case 1 if isinstance(value, int):
            holder[key] = value + choose.choice((-1, 1, 7, -7))
        case 2 if isinstance(value, list) and value:
            value.append(choose.choice(value))
        case 3 if isinstance(value, str):
            holder[key] = changed(value, [str(word) for word in _HOSTILE if isinstance(word, str)], choose)
        case 4 if isinstance(holder, list):
            holder.insert(choose.randint(0, len(holder)), value)
        case _:
            holder[key] = _hostile(choose)
    return document


def _hostile(choose: random.Random) -> Any:
    """Return one of the hostile values: a copy, for the next mutation may put something into it."""
    return copy.deepcopy(choose.choice(_HOSTILE))
