"""One regular expression for a list of words, by longest match, in time that does not grow with the list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

__all__ = ["longest_match"]


def longest_match(words: Iterable[str], refusals: Mapping[str, str | tuple[str, ...]] = MappingProxyType({})) -> str:
    """Return a pattern that matches the longest of `words` (none empty) that stands at a place.

    `refusals` holds, for some words, what shows, standing behind one, that it is another word: characters, or words.
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[""] = refusals.get(word, "")
    return _branches(root)


def _branches(node: dict[str, Any]) -> str:
    branches = [re.escape(character) + _branches(node[character]) for character in sorted(node) if character]
    refused = node.get("")
    if refused:
        rest = "|".join(map(re.escape, refused)) if isinstance(refused, tuple) else f"[{re.escape(refused)}]"
        branches.append(f"(?!{rest})")
    if not branches:
        return ""
    joined = "|".join(branches)
    optional = "?" if refused == "" else ""
    return joined if len(branches) == 1 and not optional else f"(?:{joined}){optional}"
